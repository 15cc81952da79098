package news.breve.reading;

import java.util.Locale;
import java.util.Optional;

/** Cuts the words that name a source out of a sentence: a name, a body, an office. */
final class Sources {
  /** Longer than any office; what is longer was not a source. */
  private static final int MAX_WORDS = 12;

  private final SpeechWords words;

  Sources(SpeechWords words) {
    this.words = words;
  }

  /** Returns if a pronoun is tied to a verb by a hyphen, before or after it. */
  boolean hasTiedPronoun(Tokens tokens, int verb, int end) {
    boolean after = tokens.afterHyphen(end) != end && isPronoun(tokens, end + 1);
    boolean before = isPronoun(tokens, verb - 1) && tokens.get(verb - 2).isHyphen() && verb >= 2;
    return after || before;
  }

  /**
   * Returns if the source may follow its verb: after what was said (", said the mayor"), or in a
   * relative clause (« comme l'a dit la mairesse »). "Reported a loss" has its object there.
   */
  boolean mayFollow(Tokens tokens, int verb, int from) {
    int begin = withAuxiliaries(tokens, verb, from);
    Token previous = tokens.get(begin - 1);
    return begin == from
        || isBoundary(previous, tokens, begin - 1)
        || words.is(SpeechWords.Kind.RELATIVE, tokens, begin - 1);
  }

  /** Returns where the auxiliaries before a verb begin, or the verb. */
  int withAuxiliaries(Tokens tokens, int verb, int from) {
    int begin = verb;
    int auxiliary = auxiliaryBefore(tokens, begin, from);
    while (auxiliary < begin) {
      begin = auxiliary;
      auxiliary = auxiliaryBefore(tokens, begin, from);
    }
    return begin;
  }

  /** Returns the source whose last word stands right before a verb, back to a token. */
  Optional<String> before(Tokens tokens, int verb, int from) {
    int end = withAuxiliaries(tokens, verb, from);
    int start = end;
    while (start > from
        && !isBoundary(tokens.get(start - 1), tokens, start - 1)
        && end - start <= MAX_WORDS) {
      start--;
    }
    return accept(tokens, start, end);
  }

  /**
   * Returns where the auxiliary, of up to three words, begins that ends at a place; or the place.
   */
  private int auxiliaryBefore(Tokens tokens, int end, int from) {
    for (int start = Math.max(from, end - 3); start < end; start++) {
      if (words
          .endOf(SpeechWords.Kind.AUXILIARY, tokens, start)
          .filter(e -> e == end)
          .isPresent()) {
        return start;
      }
    }
    return end;
  }

  /** Returns the source that begins at a token, after a verb or after selon, up to a token. */
  Optional<String> after(Tokens tokens, int begin, int to) {
    int start = begin;
    while (start < to && isAuxiliary(tokens, start)) {
      start++;
    }
    start = afterAddressee(tokens, start, to);
    while (start < to && isDay(tokens, start)) {
      start++;
    }
    int end = start;
    while (end < to
        && !isBoundary(tokens.get(end), tokens, end)
        && !endsSource(tokens, end, start)) {
      end++;
    }
    int apposition = end + 1;
    if (tokens.get(end).is(",")) {
      int stop = apposition;
      while (stop < to && tokens.get(stop).isCapitalised()) {
        stop++;
      }
      if (stop - apposition >= 2 && isNameInApposition(tokens, apposition, stop)) {
        end = stop;
      }
    }
    return accept(tokens, start, end);
  }

  /** "À l'AFP", "to Reuters" is whom it was said to. */
  private static int afterAddressee(Tokens tokens, int start, int to) {
    Token first = tokens.get(start);
    if (!(first.word().equals("à") || first.is("au") || first.is("aux") || first.is("to"))) {
      return start;
    }
    int i = start + 1;
    boolean named = false;
    while (i < to && (tokens.get(i).isCapitalised() || (!named && tokens.get(i).isWord()))) {
      named |= tokens.get(i).isCapitalised();
      i++;
    }
    return named ? i : start;
  }

  /**
   * Returns the place after a word of when, where or to whom something was said, or the place
   * itself: « mardi », "on Tuesday", "reporters", « devant la presse », "in a statement".
   */
  int afterCircumstance(Tokens tokens, int start, int to) {
    int i = start;
    boolean preposition = words.is(SpeechWords.Kind.PREPOSITION, tokens, i);
    int day = preposition ? i + 1 : i;
    if (isDay(tokens, day)) {
      return Math.min(to, day + 1);
    }
    return words
        .endOf(SpeechWords.Kind.CIRCUMSTANCE, tokens, i)
        .or(() -> words.endOf(SpeechWords.Kind.ADDRESSEE, tokens, day))
        .filter(end -> end <= to)
        .orElse(i);
  }

  private static boolean isNameInApposition(Tokens tokens, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!tokens.get(i).isCapitalised()) {
        return false;
      }
    }
    return end > start;
  }

  private Optional<String> accept(Tokens tokens, int start, int end) {
    int length = end - start;
    if (length < 1 || length > MAX_WORDS || isPronoun(tokens, start)) {
      return Optional.empty();
    }
    boolean named = false;
    for (int i = start; i < end; i++) {
      if (words.is(SpeechWords.Kind.AUXILIARY_VERB, tokens, i)) {
        return Optional.empty();
      }
      named |=
          tokens.get(i).isCapitalised() && !(i == start && tokens.opensSentence(i) && length == 1);
    }
    boolean described = words.is(SpeechWords.Kind.DETERMINER, tokens, start) && length >= 2;
    String source = withoutSentenceCapital(tokens, start, end);
    return (named && !words.is(SpeechWords.Kind.PREPOSITION, tokens, start)) || described
        ? Optional.of(source)
        : Optional.empty();
  }

  /** "Le ministère" at the beginning of a sentence is "le ministère". */
  private String withoutSentenceCapital(Tokens tokens, int start, int end) {
    String source = tokens.slice(start, end).strip();
    boolean determiner = words.is(SpeechWords.Kind.DETERMINER, tokens, start);
    return determiner && tokens.opensSentence(start)
        ? source.substring(0, 1).toLowerCase(Locale.ROOT) + source.substring(1)
        : source;
  }

  private static boolean isBoundary(Token token, Tokens tokens, int i) {
    if (token.isNone() || token.isNumber()) {
      return true;
    }
    if (token.kind() != Token.Kind.SIGN) {
      return false;
    }
    boolean initial = token.is(".") && isAbbreviation(tokens.get(i - 1));
    return !token.isHyphen() && !initial;
  }

  /** M., Mr., J.: the point belongs to a title or an initial. */
  private static boolean isAbbreviation(Token token) {
    return token.isCapitalised() && token.text().length() <= 4;
  }

  /** Words that end a source's name: what it said, when, where, to whom. */
  private boolean endsSource(Tokens tokens, int i, int start) {
    boolean clause = words.is(SpeechWords.Kind.ENDS, tokens, i);
    return i > start && (clause || isDay(tokens, i));
  }

  private static boolean isDay(Tokens tokens, int i) {
    Calendar calendar = Calendar.of(tokens.language());
    return calendar.at(tokens, i, "weekday").isPresent()
        || calendar.at(tokens, i, "relative").isPresent();
  }

  private boolean isAuxiliary(Tokens tokens, int i) {
    return words.is(SpeechWords.Kind.AUXILIARY, tokens, i);
  }

  private boolean isPronoun(Tokens tokens, int i) {
    return words.is(SpeechWords.Kind.PRONOUN, tokens, i);
  }
}
