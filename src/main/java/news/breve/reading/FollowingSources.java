package news.breve.reading;

import java.util.Optional;
import news.breve.reading.AttributionRelation.Span;

/** Reads sources after their verb or preposition, with what commas put to their name. */
final class FollowingSources {
  /** Longer than any office with its holder and what is put to the name. */
  private static final int MAX_SOURCE = 24;

  /** Longer than what commas put to a name without a verb. */
  private static final int MAX_ASIDE = 10;

  /** Longer than what commas put between a name and its verb without a verb of its own. */
  private static final int MAX_DESCRIPTION = 7;

  private final SpeechText text;
  private final Tokens tokens;
  private final Sources sources;

  FollowingSources(SpeechText text, Sources sources) {
    this.text = text;
    this.tokens = text.tokens();
    this.sources = sources;
  }

  boolean endsName(int i, int begin) {
    Token token = tokens.get(i);
    boolean sign =
        token.kind() == Token.Kind.SIGN
            && !token.isHyphen()
            && !(token.is(".")
                && tokens.get(i - 1).isCapitalised()
                && tokens.get(i - 1).text().length() <= 4)
            && !token.is("(")
            && !token.is(")")
            && !SpeechText.isQuotationMark(token);
    return sign
        || (i > begin
            && (text.is(SpeechWords.Kind.RELATIVE_PRONOUN, i)
                || text.is(SpeechWords.Kind.SOURCE, i)
                || text.is(SpeechWords.Kind.AUXILIARY_VERB, i)));
  }

  /** "Under the deal", « en vertu de l'accord »: what a text provides. */
  boolean isTerms(int i, int end) {
    if (!text.is(SpeechWords.Kind.TERMS, i)) {
      return false;
    }
    int stop = endOfName(i + 1, end);
    for (int j = i + 1; j < stop; j++) {
      if (text.is(SpeechWords.Kind.DOCUMENT, j) || text.is(SpeechWords.Kind.AGREEMENT, j)) {
        return true;
      }
    }
    return false;
  }

  int endOfName(int begin, int end) {
    int stop = begin;
    while (stop < end
        && !endsName(stop, begin)
        && stop - begin < MAX_SOURCE
        && !(stop > begin && text.is(SpeechWords.Kind.ENDS, stop))) {
      stop++;
    }
    return stop;
  }

  /** Returns where the sentence goes on after a name and what commas put to it. */
  int afterAside(int stop, int end) {
    int i = stop;
    if (text.is(SpeechWords.Kind.RELATIVE_PRONOUN, i)) {
      i = text.next(i, end, ",");
    }
    while (i < end && tokens.get(i).is(",")) {
      int close = asideEnd(i, end);
      if (close == i) {
        return i + 1;
      }
      i = close;
    }
    return i;
  }

  /** "According to her, …": nothing is put to a pronoun. */
  int afterComma(int stop, int end) {
    return stop < end && tokens.get(stop).is(",") ? stop + 1 : stop;
  }

  /** Returns where what commas put to a name ends, its comma; or the place itself. */
  private int asideEnd(int comma, int end) {
    int first = comma + 1;
    int close = text.next(first, end, ",");
    boolean relative = text.is(SpeechWords.Kind.RELATIVE_PRONOUN, first);
    boolean age = tokens.get(first).isNumber() && close - first <= 2;
    boolean described =
        close - first <= MAX_ASIDE
            && tokens.get(first).isWord()
            && !text.isTurn(first)
            && !text.is(SpeechWords.Kind.PRONOUN, first)
            && !text.isConjunction(first)
            && isPlain(first, close);
    return relative || age || described ? close : comma;
  }

  /** An aside that is no clause of its own has no auxiliary and counts nothing. */
  private boolean isPlain(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isNumber() || text.is(SpeechWords.Kind.AUXILIARY_VERB, i)) {
        return false;
      }
    }
    return true;
  }

  /** "Marie Roy, présidente du comité," and "Carl Burrows, who led the inquiry," are one source. */
  int withApposition(int stop, int end) {
    int after = afterAside(stop, end);
    return endBefore(stop, after);
  }

  int endBefore(int stop, int after) {
    return after > stop && tokens.get(after - 1).is(",") ? after - 1 : after;
  }

  /** "Actionnaire à 22 %", "of the Court of Quebec": no clause, no time, nothing of its own. */
  private boolean isDescription(int from, int to) {
    boolean opens =
        text.is(SpeechWords.Kind.DETERMINER, from)
            || text.is(SpeechWords.Kind.PRONOUN, from)
            || afterCircumstance(from, to) > from
            || (FunctionWords.of(tokens.language()).has(tokens.get(from))
                && !text.is(SpeechWords.Kind.OF, from));
    return !opens
        && tokens.get(from).isWord()
        && to - from <= MAX_DESCRIPTION
        && hasNoVerb(from, to);
  }

  private boolean hasNoVerb(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.is(SpeechWords.Kind.AUXILIARY_VERB, i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the source that follows its verb: ", said the mayor", « a indiqué mardi la maire ». */
  Optional<Span> inverted(int verb, int begin, int next, int start, int end) {
    Token previous = tokens.get(begin - 1);
    boolean comes =
        begin == start
            || (previous.kind() == Token.Kind.SIGN && !previous.isHyphen() && !previous.is(")"))
            || text.is(SpeechWords.Kind.RELATIVE, begin - 1);
    boolean object =
        text.is(SpeechWords.Kind.CLAUSAL, verb)
            && text.is(SpeechWords.Kind.RELATIVE, begin - 1)
            && !text.is(SpeechWords.Kind.RESUMPTION, begin - 2);
    boolean finite = !text.isGerund(verb);
    if (object || !text.is(SpeechWords.Kind.INVERTING, verb)) {
      return Optional.empty();
    }
    if (!comes || !finite || next >= end || begin == 0) {
      return Optional.empty();
    }
    int stop = endOfName(next, end);
    boolean opens =
        text.hasCapital(next, stop)
            || text.is(SpeechWords.Kind.DETERMINER, next)
            || (!tokens.isFrench() && SpeechText.isQuotationMark(previous));
    if (!opens
        || text.is(SpeechWords.Kind.PRONOUN, next)
        || (text.is(SpeechWords.Kind.PREPOSITION, next) && !SpeechText.isQuotationMark(previous))
        || followsAside(begin, start)) {
      return Optional.empty();
    }
    boolean clause = stop < end && text.is(SpeechWords.Kind.AUXILIARY_VERB, stop);
    return clause || stop == next
        ? Optional.empty()
        : Optional.of(text.span(next, withApposition(stop, end)));
  }

  /**
   * « Le ministre, Jean Roy, a annoncé une enveloppe »: a name in commas, an age or a clause with
   * qui right before a verb is its subject's; not where a verb comes before, as in « Le prix a
   * baissé, porté par l'export, a annoncé l'Insee ».
   */
  private boolean followsAside(int begin, int start) {
    if (!tokens.get(begin - 1).is(",")) {
      return false;
    }
    int from = begin - 1;
    while (from > start && !tokens.get(from - 1).is(",")) {
      from--;
    }
    boolean parted = from > start && tokens.get(from - 1).is(",");
    if (!parted || text.isQuoted(begin - 2) || hasVerb(start, from - 1)) {
      return false;
    }
    boolean age = tokens.get(from).isNumber() && begin - 1 - from <= 2;
    boolean relative = text.is(SpeechWords.Kind.RELATIVE_PRONOUN, from);
    int to = beforeBrackets(from, begin - 1);
    return age || relative || text.isProperName(from, to) || isDescription(from, to);
  }

  /** "Of the Health and Safety Executive (HSE)": initials in brackets add nothing to a name. */
  private int beforeBrackets(int from, int to) {
    if (!tokens.get(to - 1).is(")")) {
      return to;
    }
    int open = to - 1;
    while (open > from && !tokens.get(open).is("(")) {
      open--;
    }
    return open > from ? open : to;
  }

  private boolean hasVerb(int from, int to) {
    for (int i = to - 1; i >= from && !opens(i); i--) {
      if (text.isFinite(i) || VerbForms.tense(tokens, i) != Predicate.Tense.NONE) {
        return true;
      }
    }
    return false;
  }

  /**
   * « L'affaire a éclaté lorsqu'une employée, Ann Roy, a alerté le parquet », "the union objects:
   * its president, Ann Roy, says": a clause begins.
   */
  private boolean opens(int i) {
    return tokens.get(i).is(":")
        || ClauseWords.of(tokens.language()).is(ClauseWords.Kind.BREAK, tokens.get(i))
        || text.isTurn(i);
  }

  /** "On Tuesday", « mardi », "reporters", « à la presse », "in a statement" after a verb. */
  int afterCircumstance(int from, int end) {
    int i = from;
    boolean moved = true;
    while (moved && i < end) {
      int next = sources.afterCircumstance(tokens, i, end);
      if (next == i && tokens.get(i).is(",")) {
        int close = text.next(i + 1, Math.min(end, i + 4), ",");
        boolean aside = tokens.get(close).is(",") && text.opensSpeech(close + 1);
        next = aside ? close + 1 : i;
      }
      moved = next > i;
      i = next;
    }
    return i;
  }
}
