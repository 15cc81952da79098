package news.breve.reading;

import java.util.List;
import java.util.Optional;
import news.breve.reading.AttributionRelation.Kind;
import news.breve.reading.AttributionRelation.Source;

/** Tells the verbs of saying from nouns, passives and other senses of their forms. */
final class SpeechVerbs {
  private static final List<String> PARTICIPLES =
      List.of("é", "ée", "és", "ées", "enue", "onnue", "évue", "enus", "onnus", "évus");

  /** "Puts the damage at": an amount stands so near. */
  private static final int MAX_OBJECT = 10;

  private final SpeechText text;
  private final Tokens tokens;

  SpeechVerbs(SpeechText text) {
    this.text = text;
    this.tokens = text.tokens();
  }

  /** Returns what kind of verb of saying stands at a place: the longest form wins. */
  Optional<Kind> kind(int i) {
    Kind found = null;
    int longest = i;
    for (Kind kind : List.of(Kind.CLAIM, Kind.ANNOUNCEMENT, Kind.ACT, Kind.FINDING)) {
      int end = text.endOf(SpeechWords.Kind.valueOf(kind.name()), i).orElse(i);
      if (end > longest) {
        found = kind;
        longest = end;
      }
    }
    return Optional.ofNullable(found);
  }

  int endOf(Kind kind, int i) {
    return text.endOf(SpeechWords.Kind.valueOf(kind.name()), i).orElse(i + 1);
  }

  boolean isNoun(int verb) {
    int before = verb - 1;
    boolean elided = tokens.get(before).is("l'");
    boolean opens =
        tokens.get(before - 1).kind() != Token.Kind.WORD
            || text.is(SpeechWords.Kind.PREPOSITION, verb + 1)
            || text.is(SpeechWords.Kind.PREPOSITION, before - 1)
            || isParticiple(tokens.get(before - 1).word());
    boolean counted =
        !tokens.isFrench()
            && (tokens.get(before).isNumber()
                || ClauseWords.of(tokens.language())
                    .is(ClauseWords.Kind.DETERMINER, tokens.get(before)));
    // "Night-time calls sent to the city": no verb stands right before a participle.
    boolean described =
        !tokens.isFrench()
            && tokens.get(verb).word().endsWith("s")
            && VerbForms.tense(tokens, verb + 1) == Predicate.Tense.PAST;
    if (tokens.get(before).isHyphen() || counted || described || (elided && opens)) {
      return true;
    }
    if (text.is(SpeechWords.Kind.HAVING, before) || text.isConjunction(before)) {
      return false;
    }
    boolean participle = text.isGerund(verb);
    return text.is(SpeechWords.Kind.ARTICLE, before)
        || (text.is(SpeechWords.Kind.PREPOSITION, before) && !participle)
        || (!tokens.isFrench() && kind(before).isPresent() && !participle)
        || (text.is(SpeechWords.Kind.BASE, verb) && !mayPrecedeBase(before));
  }

  /** "Officials say", "does not expect": a form without an ending is a verb only after these. */
  private boolean mayPrecedeBase(int i) {
    Token token = tokens.get(i);
    boolean plural = token.word().endsWith("s");
    for (int j = i; token.isCapitalised() && j > i - MAX_OBJECT && !plural; j--) {
      boolean small = !tokens.get(j).isCapitalised() || tokens.opensSentence(j);
      plural = tokens.get(j).word().endsWith("s") && small;
    }
    return plural
        || text.is(SpeechWords.Kind.PLURAL, i)
        || text.is(SpeechWords.Kind.PRONOUN, i)
        || text.is(SpeechWords.Kind.AUXILIARY, i)
        || text.is(SpeechWords.Kind.AUXILIARY_VERB, i)
        || text.is(SpeechWords.Kind.NEGATION, i);
  }

  /** Returns if a participle stands with "to be", or with nothing: estimé par, was announced. */
  boolean isPassive(int verb, int start) {
    String word = tokens.get(verb).word();
    if (text.isGerund(verb)) {
      return false;
    }
    if (text.is(SpeechWords.Kind.BY, verb + 1)) {
      return true;
    }
    for (int i = verb - 1; i >= Math.max(start, verb - 4); i--) {
      if (text.is(SpeechWords.Kind.BEING, i)) {
        return true;
      }
      if (text.is(SpeechWords.Kind.HAVING, i)) {
        return false;
      }
      if (!text.is(SpeechWords.Kind.AUXILIARY, i) && !text.is(SpeechWords.Kind.NEGATION, i)) {
        break;
      }
    }
    // A French participle without an auxiliary is an adjective; an English one may be a past tense.
    return tokens.isFrench() && isParticiple(word);
  }

  private static boolean isParticiple(String word) {
    return PARTICIPLES.stream().anyMatch(word::endsWith);
  }

  /** What somebody does not say, or would not confirm, is no statement. */
  boolean isDenied(int begin, int verb) {
    for (int i = begin - 1; i < verb; i++) {
      if (text.is(SpeechWords.Kind.NEGATION, i)) {
        return true;
      }
    }
    return false;
  }

  /** "He alleged that …" is no hearsay: he says it. */
  boolean isStatement(int i) {
    return kind(i).isPresent()
        && text.is(SpeechWords.Kind.RELATIVE, i + 1)
        && !text.is(SpeechWords.Kind.BEING, i - 1);
  }

  /** "Red alert maintained", « l'Espagne soutient le Portugal »: the verb says something else. */
  boolean isSaying(int verb, int after, Source source, int next, boolean ends) {
    boolean clausal = text.is(SpeechWords.Kind.CLAUSAL, verb);
    if (clausal && !ends && !text.opensSpeech(next) && !text.opensClause(next)) {
      return false;
    }
    if (text.is(SpeechWords.Kind.VALUING, verb) && !isValued(after)) {
      return false;
    }
    boolean past =
        !tokens.isFrench() && tokens.get(verb).word().endsWith("ed") && after == verb + 1;
    if (!past || !source.isNamed()) {
      return true;
    }
    Token before = tokens.get(tokens.from(source.span().start()) - 1);
    boolean parted = before.kind() == Token.Kind.SIGN;
    boolean bare =
        ends || text.is(SpeechWords.Kind.PREPOSITION, next) || text.is(SpeechWords.Kind.BY, next);
    return parted || !bare || text.is(SpeechWords.Kind.HAVING, verb - 1);
  }

  /** "Puts the damage at $5 million". */
  private boolean isValued(int from) {
    for (int i = from; i < from + MAX_OBJECT; i++) {
      if (tokens.get(i).is("at")) {
        return true;
      }
    }
    return false;
  }

  /** "47 confirmed cases": a number says nothing. */
  boolean isCounted(Source source) {
    return source.isNamed() && tokens.get(tokens.from(source.span().end()) - 1).isNumber();
  }

  /**
   * « Conteste la mesure devant la cour, où … »: a clause about the object is the article's, and
   * "expects charges, and aims to save" has another verb.
   */
  int endOfObject(int verb, int next, int end) {
    boolean clause =
        text.opensSpeech(next) || (!tokens.isFrench() && text.is(SpeechWords.Kind.INVERTING, verb));
    boolean thing = !text.opensSpeech(next) && !text.is(SpeechWords.Kind.CORE, verb);
    for (int i = next; i < end; i++) {
      boolean resumed = text.is(SpeechWords.Kind.RESUMPTION, i + 1);
      boolean relative = text.is(SpeechWords.Kind.RELATIVE_PRONOUN, i + 1);
      boolean another = thing && text.isConjunction(i + 1) && isPredicate(i + 2);
      if (tokens.get(i).is(",") && (resumed || another || (relative && !clause))) {
        return i;
      }
    }
    return end;
  }

  private boolean isPredicate(int i) {
    return text.isFinite(i)
        || kind(i).isPresent()
        || VerbForms.tense(tokens, i) != Predicate.Tense.NONE;
  }

  int by(int after, int end) {
    for (int i = after; i <= after + 2 && i < end; i++) {
      if (text.is(SpeechWords.Kind.BY, i)) {
        return i;
      }
    }
    return -1;
  }
}
