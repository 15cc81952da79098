package news.breve.reading;

import news.breve.reading.AttributionRelation.Span;
import news.breve.reading.SpeechWords.Kind;

/**
 * Tells who or what may say something from words that only stand where a source would: a name, a
 * body, an office, a report, and no clause.
 */
final class Sayers {
  /** Longer than any office with its holder. */
  private static final int LONGEST = 12;

  private final Statement statement;
  private final Tokens tokens;
  private final SpeechWords words;

  private Sayers(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.words = SpeechWords.of(statement.language());
  }

  /** Returns if words of a statement may name a source. */
  static boolean mayName(Statement statement, Span source) {
    return new Sayers(statement).mayName(source);
  }

  private boolean mayName(Span source) {
    int from = tokens.from(source.start());
    int to = endOfHead(from, tokens.from(source.end()));
    return to > from
        && to - from <= LONGEST
        && !isClause(from, to)
        && (isOwned(from, to) || isBody(from, to) || isNamed(from, to));
  }

  /** What is put to a name says nothing of whether it is one. */
  private int endOfHead(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean initials = tokens.get(i).is("(") && i > from;
      if (initials || tokens.get(i).is(",") || words.is(Kind.RELATIVE_PRONOUN, tokens, i)) {
        return i;
      }
    }
    return to;
  }

  private boolean isClause(int from, int to) {
    ClauseWords clause = ClauseWords.of(statement.language());
    if (clause.is(ClauseWords.Kind.BREAK, tokens.get(from)) || !tokens.get(from).isWord()) {
      return true;
    }
    for (int i = from; i < to; i++) {
      boolean verb = words.is(Kind.AUXILIARY_VERB, tokens, i);
      boolean subject = clause.is(ClauseWords.Kind.SUBJECT, tokens.get(i));
      boolean auxiliary =
          clause.is(ClauseWords.Kind.HAVE, tokens.get(i))
              || clause.is(ClauseWords.Kind.REFLEXIVE, tokens.get(i));
      // "Its shares lost 14 per cent on a profit warning that …": who lost says nothing there.
      boolean told =
          !tokens.isFrench()
              && i > from
              && i + 1 < to
              && !tokens.get(i).isCapitalised()
              && !words.is(Kind.DETERMINER, tokens, i - 1)
              && tokens.get(i + 1).isNumber()
              && VerbForms.tense(tokens, i) == Predicate.Tense.PAST;
      boolean owner = i == from && words.is(Kind.DETERMINER, tokens, i);
      boolean bracket = tokens.get(i).is("(") || SpeechText.isQuotationMark(tokens.get(i));
      if (verb
          || told
          || subject
          || auxiliary
          || bracket
          || (!owner && words.is(Kind.PRONOUN, tokens, i))) {
        return true;
      }
    }
    return false;
  }

  /** « Son camp », "her team": whose it is says that it is somebody's. */
  private boolean isOwned(int from, int to) {
    return to - from == 2
        && words.is(Kind.DETERMINER, tokens, from)
        && words.is(Kind.PRONOUN, tokens, from);
  }

  private boolean isBody(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.is(Kind.GENERIC, tokens, i)
          || words.is(Kind.PRIVATE, tokens, i)
          || words.is(Kind.DOCUMENT, tokens, i)
          || Glossary.ofNames(statement.language())
              .at(tokens, statement.stems(), i)
              .filter(match -> match.concepts().stream().anyMatch(Glossary::isKindOfBody))
              .isPresent()) {
        return true;
      }
    }
    Span head = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    return statement.roles().stream().anyMatch(role -> head.covers(role.start()));
  }

  private boolean isNamed(int from, int to) {
    Span head = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    return statement.names().stream().anyMatch(name -> head.covers(name.start()));
  }
}
