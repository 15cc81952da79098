package news.breve.reading;

import java.util.HashSet;
import java.util.Set;
import news.breve.article.Language;

/** Finds the tokens that words bear on which deny or hedge: an act, or a thing. */
final class Scope {
  /** Words between a refusal and the act refused. */
  static final int NEAR = 5;

  /** Words between prevent and from. */
  static final int FAR = 9;

  private final Language language;

  Scope(Language language) {
    this.language = language;
  }

  private boolean isContent(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return token.isWord() && !FunctionWords.of(language).has(token);
  }

  Set<Integer> between(Tokens tokens, int from, int to) {
    Set<Integer> targets = new HashSet<>();
    for (int i = from; i < to; i++) {
      if (isContent(tokens, i) && !VerbForms.isAdverb(tokens.get(i), tokens)) {
        targets.add(i);
      }
    }
    return targets;
  }

  /** The first word of meaning from a place, adverbs passed over, and an infinitive tied to it. */
  Set<Integer> verbFrom(Tokens tokens, int from, Clauses clauses) {
    if (from == 0 || from >= tokens.size()) {
      return Set.of();
    }
    Set<Integer> targets = new HashSet<>();
    for (int i = from; i < from + 6 && clauses.isSame(from - 1, i); i++) {
      if (isContent(tokens, i) && !VerbForms.isAdverb(tokens.get(i), tokens)) {
        targets.add(i);
        targets.addAll(infinitiveAfter(tokens, i + 1, clauses));
        // "Would not confirm or deny".
        if (tokens.get(i + 1).is("or") && isContent(tokens, i + 2)) {
          targets.add(i + 2);
        }
        break;
      }
    }
    return targets;
  }

  /** The first word from a place that shows a tense: "nobody in the room voted". */
  Set<Integer> predicateFrom(Tokens tokens, int from, Clauses clauses) {
    for (int i = from; i < from + FAR && clauses.isSame(from - 1, i); i++) {
      // « Personne ne pouvait ignorer », "nobody could know".
      if (isContent(tokens, i) && isModal(tokens.get(i - 1))) {
        return Set.of(i);
      }
      if (isContent(tokens, i) && VerbForms.tense(tokens, i) != Predicate.Tense.NONE) {
        return Set.of(i);
      }
    }
    return verbFrom(tokens, from, clauses);
  }

  private static boolean isModal(Token token) {
    return switch (token.word()) {
      case "peut", "pouvait", "pourra", "pourrait", "doit", "devait", "devra", "devrait" -> true;
      case "can", "could", "may", "might", "will", "would", "shall", "should", "must" -> true;
      default -> false;
    };
  }

  /** "Allowed to sign", « autorisée à parler », « veut signer ». */
  Set<Integer> infinitiveAfter(Tokens tokens, int from, Clauses clauses) {
    if (from >= tokens.size() || !clauses.isSame(from - 1, from)) {
      return Set.of();
    }
    int i = from;
    if (language == Language.ENGLISH) {
      return tokens.get(i).is("to") && isContent(tokens, i + 1) ? Set.of(i + 1) : Set.of();
    }
    while (i < from + 3
        && tokens.get(i).isWord()
        && !isContent(tokens, i)
        && !VerbForms.isInfinitive(tokens.get(i))) {
      i++;
    }
    return isContent(tokens, i)
            && VerbForms.isInfinitive(tokens.get(i))
            && clauses.isSame(from - 1, i)
        ? Set.of(i)
        : Set.of();
  }

  /** Returns if the object of the verb before may begin at a place: « de gicleurs », "damages". */
  boolean opensObject(Tokens tokens, int i) {
    FunctionWords functions = FunctionWords.of(language);
    return isContent(tokens, i) || functions.determines(tokens.get(i)) || tokens.get(i).is("with");
  }

  /** The words of meaning that follow each other from a place: "no price increases". */
  Set<Integer> thing(Tokens tokens, int from, Clauses clauses) {
    Set<Integer> targets = new HashSet<>();
    int i = from;
    while (i < from + 3 && from > 0 && clauses.isSame(from - 1, i) && !isContent(tokens, i)) {
      i++;
    }
    while (i < from + 6
        && from > 0
        && clauses.isSame(from - 1, i)
        && isContent(tokens, i)
        && !ClauseWords.of(language).is(ClauseWords.Kind.TIME, tokens.get(i))) {
      targets.add(i++);
    }
    return targets;
  }

  /** "No deaths were reported", "neither firm commented": a subject's verb is denied with it. */
  Set<Integer> thingAndVerb(Tokens tokens, int start, int from, Clauses clauses) {
    Set<Integer> targets = new HashSet<>(thing(tokens, from, clauses));
    boolean subject = start == 0 || !clauses.isSame(start, start - 1);
    if (language == Language.ENGLISH && subject) {
      targets.addAll(predicateFrom(tokens, from, clauses));
    }
    int last = targets.stream().mapToInt(t -> t).max().orElse(-1);
    if (language == Language.ENGLISH
        && last >= 0
        && tokens.get(last + 1).isWord()
        && isBe(tokens.get(last + 1))) {
      targets.addAll(verbFrom(tokens, last + 1, clauses));
    }
    return targets;
  }

  private static boolean isBe(Token token) {
    return switch (token.word()) {
      case "was",
          "were",
          "is",
          "are",
          "has",
          "have",
          "had",
          "will",
          "would",
          "be",
          "having",
          "being" ->
          true;
      default -> false;
    };
  }

  /** The act that an infinitive names, or -ing; what follows as a noun is none. */
  Set<Integer> act(Tokens tokens, int from, int reach, Clauses clauses) {
    boolean english = language == Language.ENGLISH;
    boolean marked = english && tokens.get(from - 1).is("to");
    for (int i = from; i < from + reach && clauses.isSame(from - 1, i); i++) {
      Token token = tokens.get(i);
      boolean content = isContent(tokens, i);
      boolean act =
          english
              ? token.word().endsWith("ing") && token.word().length() > 4
              : VerbForms.isInfinitive(token);
      if (content && (marked || act)) {
        return english && token.isCapitalised() ? Set.of() : Set.of(i);
      }
      if (english && reach == NEAR && marked && !isBe(token)) {
        return Set.of();
      }
      if (english && reach == NEAR && !marked && !act && !token.is("to")) {
        return Set.of();
      }
      marked |= english ? token.is("to") || act : act;
      if (content && reach == NEAR) {
        return Set.of();
      }
    }
    return Set.of();
  }
}
