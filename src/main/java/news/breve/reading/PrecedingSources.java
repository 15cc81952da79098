package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.reading.AttributionRelation.Source;
import news.breve.reading.AttributionRelation.Span;

/** Reads sources before their verb: "Joan Pickard, the mayor, said", « la maire a dit ». */
final class PrecedingSources {
  /** Longer than any office with its holder and what is put to the name. */
  private static final int MAX_SOURCE = 24;

  /** "He also", « il n'a toutefois pas »: a pronoun with what stands before its verb. */
  private static final int MAX_PRONOUN = 4;

  private final SpeechText text;
  private final Tokens tokens;
  private final List<AttributionRelation> relations;

  /**
   * @param relations those read so far
   */
  PrecedingSources(SpeechText text, List<AttributionRelation> relations) {
    this.text = text;
    this.tokens = text.tokens();
    this.relations = relations;
  }

  /** Returns the source before a verb, with what commas put to its name. */
  Source before(int begin, int start, boolean last) {
    if (begin == start) {
      return Source.NONE;
    }
    if (text.isConjunction(begin - 1) || (tokens.get(begin - 1).is(",") && text.isGerund(begin))) {
      return sourceBefore(start, begin - 1);
    }
    int to = text.is(SpeechWords.Kind.RELATIVE_PRONOUN, begin - 1) ? begin - 1 : begin;
    boolean antecedent = to < begin;
    if (antecedent && tokens.get(to - 1).is(",")) {
      to--;
    }
    int from = to;
    boolean aside = false;
    while (from > start && to - from < MAX_SOURCE && !beginsSource(from - 1, start)) {
      boolean comma = tokens.get(from - 1).is(",");
      boolean inName = tokens.get(from - 2).isCapitalised() && tokens.get(from).isCapitalised();
      boolean joined =
          (text.isConjunction(from - 1) && !inName) || text.is(SpeechWords.Kind.RELATIVE, from - 1);
      boolean age = comma && isAge(from, to);
      if ((comma && from < to && !age && (last || antecedent)) || (joined && !aside)) {
        break;
      }
      aside |= comma;
      from--;
    }
    from = afterCircumstance(from, to);
    while (from < to
        && (tokens.get(from).is(",") || text.isConjunction(from) || text.isTurn(from))) {
      from++;
    }
    while (to > from && isHelper(to - 1)) {
      to--;
    }
    int comma = text.lastComma(from, to);
    if (comma > from && !isPlainName(from, comma)) {
      from = comma + 1;
    }
    boolean preposition =
        text.is(SpeechWords.Kind.PREPOSITION, from) || text.is(SpeechWords.Kind.BY, from);
    if (to - from == 1 && preposition) {
      return Source.PRONOUN;
    }
    if (from >= to) {
      return sourceBefore(start, start);
    }
    boolean pronoun =
        (text.is(SpeechWords.Kind.PRONOUN, from) && to - from <= MAX_PRONOUN)
            || text.is(SpeechWords.Kind.PRONOUN, to - 1);
    return pronoun ? Source.PRONOUN : Source.named(text.span(from, to));
  }

  /** "In a letter to the prime minister, the MP said …": the letter is not the source. */
  private int afterCircumstance(int from, int to) {
    int comma = text.next(from, to, ",");
    boolean circumstance = text.is(SpeechWords.Kind.PREPOSITION, from);
    return circumstance && comma < to - 1 ? comma + 1 : from;
  }

  /** "Dr Mehra, 41, told …". */
  private boolean isAge(int from, int to) {
    return tokens.get(from).isNumber() && to - from <= 2;
  }

  private boolean isHelper(int i) {
    return text.is(SpeechWords.Kind.NEGATION, i)
        || text.is(SpeechWords.Kind.HAVING, i)
        || text.is(SpeechWords.Kind.AUXILIARY_VERB, i);
  }

  /** "She was jailed for stealing money, money the judge said …": a clause is no name. */
  private boolean isPlainName(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.is(SpeechWords.Kind.RELATIVE_PRONOUN, i)) {
        return true;
      }
      if (text.is(SpeechWords.Kind.AUXILIARY_VERB, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean beginsSource(int i, int start) {
    Token token = tokens.get(i);
    boolean sign =
        (token.is(":") && !tokens.get(i + 1).isNumber()) || token.is("—") || token.is("–");
    boolean source =
        text.endOf(SpeechWords.Kind.SOURCE, i).isPresent()
            || (i > start
                && text.endOf(SpeechWords.Kind.SOURCE, i - 1).filter(e -> e > i).isPresent());
    return text.isQuoted(i) || sign || text.isTurn(i) || source;
  }

  /** "X denied it and said …": the source is the one before. */
  private Source sourceBefore(int start, int before) {
    if (!relations.isEmpty()) {
      AttributionRelation previous = relations.getLast();
      if (previous.cue().start() >= tokens.get(start).start() && previous.source().isNamed()) {
        return previous.source();
      }
      return Source.PRONOUN;
    }
    boolean pronoun = text.is(SpeechWords.Kind.PRONOUN, start) || before <= start;
    return pronoun ? Source.PRONOUN : Source.named(text.span(start, before));
  }

  /** “…,” Judge Roy told the court: the quotation before the source is what it says. */
  Optional<Span> quotationBefore(Source source, int begin, int start) {
    int from = source.isNamed() ? tokens.from(source.span().start()) : begin - 1;
    int mark = from - 1;
    while (mark > start && tokens.get(mark).is(",")) {
      mark--;
    }
    return text.isQuoted(mark) ? Optional.of(text.span(start, mark + 1)) : Optional.empty();
  }
}
