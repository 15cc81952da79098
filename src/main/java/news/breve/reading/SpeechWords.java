package news.breve.reading;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private static final List<String> CUES =
      List.of(
          "claim",
          "announcement",
          "act",
          "finding",
          "source",
          "viewpoint",
          "terms",
          "view",
          "hearsay",
          "conditional");

  private static final List<List<String>> ROWS = Cells.rows("speech.tsv", 3);
  private static final SpeechWords FRENCH = new SpeechWords(Language.FRENCH);
  private static final SpeechWords ENGLISH = new SpeechWords(Language.ENGLISH);

  private final Map<Kind, Phrases<Kind>> words = new EnumMap<>(Kind.class);

  private final Set<String> cues = new HashSet<>();

  private SpeechWords(Language language) {
    for (Kind kind : Kind.values()) {
      words.put(kind, new Phrases<>(Phrases.Key.EXACT, language));
    }
    for (List<String> row : ROWS) {
      List<String> names = Cells.alternatives(row.get(0));
      String forms = row.get(language == Language.FRENCH ? 1 : 2);
      for (String name : names) {
        Kind kind = Kind.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
        Objects.requireNonNull(words.get(kind)).addAll(forms, kind);
      }
      if (names.stream().anyMatch(CUES::contains)) {
        for (String phrase : Cells.alternatives(forms)) {
          cues.add(Tokens.of(phrase, language).get(0).word());
        }
      }
    }
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
    return Objects.requireNonNull(words.get(kind)).at(tokens, i).map(Phrases.Match::end);
  }

  boolean is(Kind kind, Tokens tokens, int i) {
    return endOf(kind, tokens, i).isPresent();
  }
}
