package news.breve.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.reading.ClauseWords.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nouns of a statement that belong together, and whom or what they name: « la maire de
 * Quimperlé ». No grammar: nouns end where a small word or a verb begins.
 */
final class NounPhrases {
  /** How many words of a name or a description are looked at. */
  private static final int REACH = 8;

  /** How many words an office has between the name of a body and that of a person. */
  private static final int TITLE = 3;

  private static final int LONGEST_ABBREVIATION = 4;

  private final Statement statement;
  private final Tokens tokens;
  private final ClauseWords words;
  private final boolean french;

  NounPhrases(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.words = ClauseWords.of(statement.language());
    this.french = statement.language() == Language.FRENCH;
  }

  boolean is(Kind kind, int i) {
    return words.is(kind, tokens.get(i));
  }

  boolean isPossessive(int i) {
    return tokens.get(i).word().equals("'s") || tokens.get(i).is("'");
  }

  boolean isPast(int i) {
    String word = tokens.get(i).word();
    return !french && (word.endsWith("ed") || Stemmer.isIrregular(word));
  }

  boolean isDay(int i) {
    Calendar calendar = Calendar.of(statement.language());
    return calendar.at(tokens, i, "weekday").isPresent()
        || calendar.at(tokens, i, "month").isPresent();
  }

  /** Returns if nothing but nouns and what completes them stands between two places. */
  boolean isNouns(int from, int to) {
    int end = endOfNouns(from);
    while (end > from && end < to && (is(Kind.OF, end) || tokens.get(end).is("as"))) {
      int next = endOfNouns(end + 1);
      if (next == end + 1) {
        return false;
      }
      end = next;
    }
    return end == to && end > from;
  }

  /**
   * Returns the last token of what nouns complete: of « la maire » in « la maire de Quimperlé ».
   */
  int headEnd(int last) {
    int end = last;
    int start = startOfNouns(end);
    while (start <= end && is(Kind.OF, start - 1) && startOfNouns(start - 2) <= start - 2) {
      end = start - 2;
      start = startOfNouns(end);
    }
    return end;
  }

  /** « La maire, Nolwenn Quéméré »: one participant under two descriptions. */
  static List<Participant> joined(List<Participant> one, List<Participant> other) {
    if (one.size() != 1 || other.size() != 1) {
      return one;
    }
    Participant first = one.getFirst();
    Participant second = other.getFirst();
    return List.of(
        new Participant(
            first.text(),
            first.isNamed() ? first.names() : second.names(),
            first.head().or(second::head).orElse(null),
            Stream.concat(first.complements().stream(), second.complements().stream()).toList()));
  }

  boolean isOfNoun(int i) {
    Token token = tokens.get(i);
    if (token.is("&") || isAbbreviationPoint(i) || isAbbreviationPoint(i + 1)) {
      return true;
    }
    if (token.isHyphen()) {
      return tokens.touchesPrevious(i) || tokens.touchesPrevious(i + 1);
    }
    if (!token.isWord() && !token.isNumber()) {
      return false;
    }
    if (token.isCapitalised() && !FunctionWords.of(statement.language()).has(token)) {
      return true;
    }
    return isPossessive(i) || !FunctionWords.of(statement.language()).has(token);
  }

  /** « Dénoncé M. Roy »: a name that a courtesy title opens begins there. */
  private boolean isCourtesy(int i) {
    return RoleWords.of(statement.language())
        .at(tokens, i)
        .filter(match -> match.value().kind() == RoleWords.Kind.COURTESY)
        .isPresent();
  }

  /** M. Roy, Gov. Roy: the point belongs to the title before a name. */
  private boolean isAbbreviationPoint(int i) {
    Token title = tokens.get(i - 1);
    return tokens.get(i).is(".")
        && tokens.touchesPrevious(i)
        && title.isCapitalised()
        && title.text().length() <= LONGEST_ABBREVIATION
        && tokens.get(i + 1).isCapitalised();
  }

  /** Returns the place after the nouns that begin at a token, and after what completes them. */
  int endOfComplements(int first) {
    int end = endOfNouns(first);
    while (is(Kind.OF, end) && end > first) {
      int next = endOfNouns(end + 1);
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    return end;
  }

  /** Returns where the nouns begin that end at a token; the token after it if none do. */
  int startOfNouns(int last) {
    int start = last + 1;
    while (start > 0
        && last - start < REACH
        && !(french && start <= last && isCourtesy(start))
        && isOfNoun(start - 1)
        && !(start <= last && isVerbLike(start - 1))) {
      start--;
    }
    // « Le ministre des Transports »: there, « des » ties two nouns together.
    boolean ties = is(Kind.OF, start - 1) && start >= 2 && isOfNoun(start - 2);
    if (start <= last && is(Kind.DETERMINER, start - 1) && !ties) {
      start--;
    }
    return start;
  }

  /** Returns the place after the nouns that begin at a token. */
  int endOfNouns(int first) {
    int end = first;
    if (is(Kind.DETERMINER, end)) {
      end++;
    }
    int begin = end;
    // "From Kostopoulos last November": a name without an article ends with its capitals.
    boolean name = !french && begin == first && tokens.get(begin).isCapitalised();
    while (end - begin < REACH
        && isOfNoun(end)
        && !(end > begin && isVerbLike(end))
        && !(name
            && !hasPossessive(begin, end)
            && tokens.get(end).isWord()
            && !isPossessive(end)
            && !tokens.get(end).isCapitalised()
            && !isTitleBeforeName(end))) {
      end++;
    }
    return end == begin ? first : end;
  }

  /** Says, believes: nothing else than a verb. */
  private boolean isSaying(int i) {
    SpeechWords speech = SpeechWords.of(statement.language());
    return speech.is(SpeechWords.Kind.CORE, tokens, i)
        && speech.is(SpeechWords.Kind.VERB, tokens, i)
        && tokens.get(i).word().endsWith("s");
  }

  private boolean hasPossessive(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isPossessive(i)) {
        return true;
      }
    }
    return false;
  }

  /** "Severn Reach chairman Colin Maddox" is one noun. */
  private boolean isTitleBeforeName(int i) {
    int at = i;
    while (at < i + TITLE
        && isOfNoun(at)
        && tokens.get(at).isWord()
        && !tokens.get(at).isCapitalised()
        && !isVerbLike(at)) {
      at++;
    }
    return at > i && tokens.get(at).isCapitalised() && isName(at);
  }

  /** A verb among nouns ends them; names and French nouns of the glossary are none. */
  private boolean isVerbLike(int i) {
    Token token = tokens.get(i);
    if (!token.isWord() || token.isCapitalised()) {
      return false;
    }
    return french
        ? token.word().endsWith("ait") || token.word().endsWith("aient")
        : (isPast(i) || isSaying(i))
            && !tokens.get(i + 1).isHyphen()
            && !tokens.get(i - 1).isHyphen();
  }

  List<Participant> nounsBefore(int last) {
    int start = startOfNouns(last);
    return start > last ? List.of() : participants(start, last + 1);
  }

  List<Participant> nounsAfter(int first) {
    int end = endOfNouns(first);
    return end <= first ? List.of() : participants(first, end);
  }

  private List<Participant> participants(int from, int to) {
    List<String> names = new ArrayList<>();
    List<String> owners = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (isPossessive(i) && i < to - 1) {
        owners.addAll(names);
        names.clear();
      } else if (isName(i)) {
        names.add(token.folded());
      }
    }
    // "A European official" is named by its office, not by Europe.
    if (!french && !names.isEmpty() && !isName(to - 1)) {
      names.clear();
    }
    if (!names.isEmpty() && isName(to - 1) && is(Kind.OF, to)) {
      // Conseil d'Etat, Bank of England.
      int next = is(Kind.DETERMINER, to + 1) ? to + 2 : to + 1;
      if (isName(next)) {
        names.add(tokens.get(next).folded());
      }
    }
    Word noun = head(from, to);
    return names.isEmpty() && noun == null
        ? List.of()
        : List.of(new Participant(tokens.slice(from, to), names, noun, complements(to, owners)));
  }

  /** The names in what completes a noun: FVQ in « la présidente de la FVQ », "the FVQ's chair". */
  private List<String> complements(int end, List<String> owners) {
    List<String> names = new ArrayList<>(owners);
    int at = end;
    while (is(Kind.OF, at)) {
      int next = endOfNouns(at + 1);
      for (int i = at + 1; i < next; i++) {
        if (isName(i)) {
          names.add(tokens.get(i).folded());
        }
      }
      at = next;
    }
    return names;
  }

  /** The first noun in French, « le préfet Olivier Castagnet », the last in English. */
  private @Nullable Word head(int from, int to) {
    int start = tokens.get(from).start();
    int end = tokens.get(to - 1).end();
    Word head = null;
    for (Word word : statement.words()) {
      boolean inside = word.start() >= start && word.start() < end;
      if (inside && !isName(tokens.from(word.start())) && (head == null || !french)) {
        head = word;
      }
    }
    return head;
  }

  /** A capital that opens a sentence makes a name only of a word that the glossary doesn't know. */
  boolean isName(int i) {
    Token token = tokens.get(i);
    if (!token.isCapitalised() || FunctionWords.of(statement.language()).has(token)) {
      return false;
    }
    if (isDay(i)) {
      return false;
    }
    return !tokens.opensSentence(i)
        || !Glossary.of(statement.language()).knows(statement.stems().get(i));
  }
}
