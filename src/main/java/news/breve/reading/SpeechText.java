package news.breve.reading;

import java.util.Optional;
import news.breve.reading.AttributionRelation.Span;

/** A statement as its words of saying see it: what is quoted, where a clause turns. */
final class SpeechText {
  private final Statement statement;
  private final Tokens tokens;
  private final SpeechWords words;
  private final boolean[] quoted;

  SpeechText(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.words = SpeechWords.of(statement.language());
    this.quoted = quoted();
  }

  Tokens tokens() {
    return tokens;
  }

  boolean is(SpeechWords.Kind kind, int i) {
    return words.is(kind, tokens, i);
  }

  Optional<Integer> endOf(SpeechWords.Kind kind, int i) {
    return words.endOf(kind, tokens, i);
  }

  boolean mayBeginCue(int i) {
    return words.mayBeginCue(tokens.get(i));
  }

  /** Words of saying inside a quotation are the quotation's. */
  private boolean[] quoted() {
    boolean[] marked = new boolean[tokens.size()];
    for (Quotation quotation : statement.quotations()) {
      int end = tokens.from(quotation.end());
      for (int i = tokens.from(quotation.start()); i < end; i++) {
        marked[i] = true;
      }
    }
    return marked;
  }

  boolean isQuoted(int i) {
    return i >= 0 && i < quoted.length && quoted[i];
  }

  static boolean isQuotationMark(Token token) {
    return switch (token.text()) {
      case "«", "»", "“", "”", "\"" -> true;
      default -> false;
    };
  }

  int next(int from, int end, String sign) {
    int i = from;
    while (i < end && !tokens.get(i).is(sign)) {
      i++;
    }
    return i;
  }

  /** "…, selon X, alors que …": what follows need not be the source's. */
  boolean isTurn(int i) {
    return is(SpeechWords.Kind.TURN, i);
  }

  boolean isConjunction(int i) {
    return is(SpeechWords.Kind.CONJUNCTION, i);
  }

  boolean isGerund(int i) {
    String word = tokens.get(i).word();
    return word.endsWith("ing") || word.endsWith("ant");
  }

  /** Returns if a word can only be a verb with a subject: has, would, « coûterait », « paiera ». */
  boolean isFinite(int i) {
    String word = tokens.get(i).word();
    return is(SpeechWords.Kind.AUXILIARY_VERB, i)
        || (tokens.isFrench() && (VerbForms.isFuture(word) || VerbForms.isConditional(word)));
  }

  boolean opensSpeech(int i) {
    return is(SpeechWords.Kind.RELATIVE, i)
        || tokens.get(i).is(":")
        || isQuotationMark(tokens.get(i));
  }

  /** "Admits it was …", « reconnaît avoir … »: what is said, without a "that". */
  boolean opensClause(int i) {
    Token token = tokens.get(i);
    return tokens.isFrench()
        ? token.is("avoir") || token.is("etre") || (token.is("n'") && opensClause(i + 1))
        : ClauseWords.of(statement.language()).is(ClauseWords.Kind.SUBJECT, token)
            || token.is("having");
  }

  boolean hasCapital(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isCapitalised()) {
        return true;
      }
    }
    return false;
  }

  /** Returns if words are an article and somebody who has a view: a minister, the defence. */
  boolean isVoice(int from, int to) {
    if (!is(SpeechWords.Kind.DETERMINER, from)) {
      return false;
    }
    int head = tokens.get(from + 1).start();
    return is(SpeechWords.Kind.VOICE, from + 1)
        || statement.roles().stream()
            .anyMatch(role -> role.start() == head && role.end() <= tokens.get(to - 1).end());
  }

  int lastComma(int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (tokens.get(i).is(",")) {
        return i;
      }
    }
    return from;
  }

  boolean isProperName(int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean particle = token.isWord() && token.text().length() <= 3;
      if (!token.isCapitalised() && !token.isHyphen() && !token.is(".") && !particle) {
        return false;
      }
    }
    return to - from >= 2 && tokens.get(from).isCapitalised();
  }

  Span span(int from, int to) {
    return from >= to ? Span.EMPTY : new Span(tokens.get(from).start(), tokens.get(to - 1).end());
  }
}
