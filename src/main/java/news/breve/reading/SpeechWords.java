package news.breve.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/** The words around what somebody says, from {@code speech.tsv}. */
final class SpeechWords {
  enum Kind {
    VERB,
    CLAIM,
    ANNOUNCEMENT,
    ACT,
    FINDING,
    INVERTING,
    CLAUSAL,
    CORE,
    DENIAL,
    BELIEF,
    IMPRESSION,
    GENERIC,
    VALUING,
    BASE,
    PLURAL,
    NEGATION,
    SOURCE,
    VIEWPOINT,
    VOICE,
    TERMS,
    AGREEMENT,
    ASIDE,
    BASELINE,
    VIEW,
    HEARSAY,
    CONDITIONAL,
    ANONYMITY,
    NOUN,
    PRIVATE,
    DOCUMENT,
    TELLING,
    BY,
    OF,
    BEING,
    HAVING,
    AUXILIARY,
    AUXILIARY_VERB,
    PRONOUN,
    ENDS,
    RELATIVE,
    RELATIVE_PRONOUN,
    CONJUNCTION,
    TURN,
    RESUMPTION,
    CIRCUMSTANCE,
    ADDRESSEE,
    DETERMINER,
    PREPOSITION,
    ARTICLE
  }

  /** What begins a relation of a source to what it says. */
  private static final Set<Kind> CUES =
      EnumSet.of(
          Kind.CLAIM,
          Kind.ANNOUNCEMENT,
          Kind.ACT,
          Kind.FINDING,
          Kind.SOURCE,
          Kind.VIEWPOINT,
          Kind.TERMS,
          Kind.VIEW,
          Kind.HEARSAY,
          Kind.CONDITIONAL);

  private static final List<List<String>> ROWS = Cells.rows("speech.tsv", 3);
  private static final SpeechWords FRENCH = new SpeechWords(Language.FRENCH);
  private static final SpeechWords ENGLISH = new SpeechWords(Language.ENGLISH);

  /** Forms with the kinds that each is of. */
  private final Trie<Set<Kind>> words;

  private final Set<String> cues = new HashSet<>();

  private SpeechWords(Language language) {
    words = new Trie<>(language, () -> Token::word);
    for (List<String> row : ROWS) {
      List<String> forms =
          language == Language.FRENCH
              ? withElisions(Cells.alternatives(row.get(1)))
              : Cells.alternatives(row.get(2));
      Set<Kind> kinds = kinds(row.get(0));
      boolean cue = !Collections.disjoint(kinds, CUES);
      for (String form : forms) {
        words.add(form, kinds);
        if (cue) {
          cues.add(Tokens.first(form, language).word());
        }
      }
    }
  }

  private static Set<Kind> kinds(String cell) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String name : Cells.alternatives(cell)) {
      kinds.add(Kind.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_')));
    }
    return kinds;
  }

  /** « Parle de » stands for « parle d'» and « parle du », too, « table sur » for itself alone. */
  private static List<String> withElisions(List<String> forms) {
    List<String> all = new ArrayList<>(forms);
    for (String form : forms) {
      int last = form.lastIndexOf(' ');
      if (last >= 0) {
        String head = form.substring(0, last + 1);
        elisions(form.substring(last + 1)).forEach(end -> all.add(head + end));
      }
    }
    return all;
  }

  private static List<String> elisions(String word) {
    return switch (word) {
      case "de" -> List.of("d'", "du", "des");
      case "à" -> List.of("au", "aux");
      case "que" -> List.of("qu'");
      default -> List.of();
    };
  }

  /** Returns if a word may begin words of saying. */
  boolean mayBeginCue(Token token) {
    return token.isWord() && cues.contains(token.word());
  }

  static SpeechWords of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns the place after the words of a kind that begin at a token. */
  Optional<Integer> endOf(Kind kind, Tokens tokens, int i) {
    int end = end(kind, tokens, i);
    return end > i ? Optional.of(end) : Optional.empty();
  }

  boolean is(Kind kind, Tokens tokens, int i) {
    return end(kind, tokens, i) > i;
  }

  /** Returns the place after the longest form of a kind, the same place if there is none. */
  private int end(Kind kind, Tokens tokens, int i) {
    int end = i;
    Trie.Node<Set<Kind>> node = words.after(tokens.get(i), tokens.get(i).word());
    for (int j = i + 1; node != null; j++) {
      for (Set<Kind> kinds : node.meanings()) {
        if (kinds.contains(kind)) {
          end = j;
        }
      }
      node = tokens.get(j).isNone() ? null : node.after(tokens.get(j).word());
    }
    return end;
  }
}
