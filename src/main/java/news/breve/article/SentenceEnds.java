package news.breve.article;

import java.util.List;
import java.util.Optional;

/** The rules by which a mark ends a sentence or stands inside one, for one language. */
final class SentenceEnds {
  /** “Go!” President Joe Marlow said: as far as the verb may stand. */
  private static final int INCISE_WORDS = 5;

  /** « At 5 p.m. Smith left » is not two sentences: so few words are not one yet. */
  private static final int SHORTEST_WITH_TIME = 5;

  /** The longest « (AFP) » or « (Photo: X) » that signs a paragraph, in chars. */
  private static final int LONGEST_SIGNATURE = 40;

  private final Abbreviations abbreviations;
  private final SentenceWords words;

  SentenceEnds(Abbreviations abbreviations, SentenceWords words) {
    this.abbreviations = abbreviations;
    this.words = words;
  }

  /** Returns where each sentence of a line ends, in chars; the last end is the line's length. */
  List<Integer> of(String line) {
    return MarkScanner.scan(line, this::ends);
  }

  private boolean ends(Mark mark) {
    String line = mark.line();
    if (mark.close() >= line.length()) {
      return false;
    }
    if (line.charAt(mark.close()) != ' ') {
      return gluedQuotation(mark);
    }
    Following next = Following.after(line, mark.close());
    return switch (next.kind()) {
      case LOWER, NOTHING -> false;
      case BULLET, OMISSION -> true;
      case CAPITAL, DIGIT -> !isSignature(line, mark.close() + 1) && endsBefore(mark, next);
    };
  }

  private boolean endsBefore(Mark mark, Following next) {
    if (mark.isPeriod()) {
      return periodEnds(mark, next);
    }
    Optional<Abbreviations.Kind> name =
        mark.length() == 1
            ? abbreviations.kind(mark.word() + mark.text())
            : Optional.<Abbreviations.Kind>empty();
    if (name.isPresent() || mark.isDetachedEllipsis() || mark.closesInnerBracket()) {
      return opens(next);
    }
    return !(mark.closesQuotation() && isIncise(mark.line(), mark.close() + 1, next));
  }

  private boolean periodEnds(Mark mark, Following next) {
    String word = mark.word();
    if (word.isEmpty()) {
      return true;
    }
    if (mark.wordOpensSentence() && (isEnumerator(word) || next.afterDash())) {
      return false;
    }
    Optional<Abbreviations.Kind> kind = abbreviations.kind(word + ".");
    if (kind.isPresent()) {
      return switch (kind.get()) {
        case NEVER -> false;
        case NAME -> opens(next);
        case NUMBER -> !next.isNumber();
        case TIME ->
            next.kind() == Following.Kind.CAPITAL
                && !next.afterDash()
                && !words.isCalendar(next.word())
                && mark.hasWords(SHORTEST_WITH_TIME);
      };
    }
    return !(mark.closesInnerBracket() || isInitials(word)) || opens(next);
  }

  /** A doubtful mark ends a sentence only before a word that opens one. */
  private boolean opens(Following next) {
    return next.kind() == Following.Kind.CAPITAL
        && !next.afterDash()
        && !next.isInitial()
        && words.opens(next.word(), next.beforeCapital());
  }

  /** « Il est parti.« Bien » »: the space was lost, the sentence ends all the same. */
  private static boolean gluedQuotation(Mark mark) {
    char c = mark.line().charAt(mark.close());
    return (c == '«' || c == '“')
        && Following.after(mark.line(), mark.close() - 1).kind() == Following.Kind.CAPITAL;
  }

  /** Returns whether names and then a verb of speech follow: “Go!” Smith said. */
  private boolean isIncise(String line, int from, Following next) {
    if (next.start() != from || opens(next)) {
      return false;
    }
    int start = from;
    for (int count = 0; count < INCISE_WORDS && start < line.length(); count++) {
      int end = start;
      while (end < line.length() && isInName(line.charAt(end))) {
        end++;
      }
      String word = line.substring(start, end);
      if (words.isSpeech(word.endsWith(".") ? word.substring(0, word.length() - 1) : word)) {
        return count > 0;
      }
      if (word.isEmpty() || !Character.isUpperCase(word.codePointAt(0))) {
        return false;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean isInName(char c) {
    return Character.isLetter(c) || c == '.' || c == '-' || c == '\'' || c == '’';
  }

  /** Returns whether the line ends with one short bracket from here: « … à Mons. (Belga) ». */
  private static boolean isSignature(String line, int from) {
    return line.charAt(from) == '('
        && line.length() - from <= LONGEST_SIGNATURE
        && line.indexOf(')', from) == line.length() - 1
        && line.chars().skip(from).noneMatch(Mark::isTerminator);
  }

  /** « 1. », « II. », « A. » at the head of a sentence count, they don't say anything. */
  private static boolean isEnumerator(String word) {
    return word.length() == 1
        || Following.isRoman(word)
        || (word.length() <= 3 && word.chars().allMatch(Character::isDigit));
  }

  /** Capitals, each alone between full stops or hyphens: {@code J}, {@code J.-P}, {@code O.N.U}. */
  private static boolean isInitials(String word) {
    boolean letter = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '.' || c == '-') {
        letter = false;
      } else if (letter || !Character.isUpperCase(c)) {
        return false;
      } else {
        letter = true;
      }
    }
    return letter;
  }
}
