package news.breve.reading;

import java.util.HashSet;
import java.util.Set;

/**
 * Words that deny, before it is known whether they are denied themselves.
 *
 * @param kind how
 * @param sense what they say beside the denial, the same in both languages; negative where the
 *     words are no row of {@code negations.tsv}
 * @param start the first token
 * @param end the token after them
 * @param targets the tokens they deny
 */
record DenyingWords(Kind kind, int sense, int start, int end, Set<Integer> targets) {
  /** The sense of words that only deny. */
  static final int NOT = -1;

  private static final int NARROWED = -2;
  private static final int HELD = -3;

  DenyingWords {
    targets = Set.copyOf(targets);
  }

  /** Returns words that narrow what is said rather than denying it. */
  static DenyingWords soft(int start, int end, Set<Integer> limited) {
    return new DenyingWords(Kind.SOFT, NARROWED, start, end, limited);
  }

  /** Returns a word that holds its denial. */
  static DenyingWords affix(int word) {
    return new DenyingWords(Kind.AFFIX, HELD, word, word + 1, Set.of());
  }

  /** Returns them denying some more. */
  DenyingWords with(Set<Integer> more) {
    Set<Integer> all = new HashSet<>(targets);
    all.addAll(more);
    return new DenyingWords(kind, sense, start, end, all);
  }

  boolean isGrammatical() {
    return kind.denial() == Denial.Kind.GRAMMATICAL;
  }

  /** Returns if they do nothing but deny: not, « ne … pas », without. */
  boolean isOnlyDenial() {
    return isGrammatical() || kind == Kind.WITHOUT || kind == Kind.NOT_THING;
  }

  /** Returns if they name an act of denying, which may be denied itself: « n'exclut pas ». */
  boolean isAct() {
    return kind == Kind.REFUSAL || kind == Kind.PREVENTION || kind == Kind.LACK;
  }

  boolean deny(DenyingWords inner) {
    return !equals(inner)
        && targets.stream().anyMatch(token -> token >= inner.start && token < inner.end);
  }

  /** The kinds of rows of {@code negations.tsv}, where they are explained, and of other words. */
  enum Kind {
    IDIOM,
    SOFT,
    PARTICLE,
    NONE,
    NOBODY,
    /** Not or « pas » without a verb: "though not her sentence". */
    NOT_THING,
    WITHOUT,
    REFUSAL,
    PREVENTION,
    LACK,
    NEGATIVE,
    /** Homeless, undeclared, inacceptable: a word that holds its denial. */
    AFFIX,
    IMPLICIT,
    /** Verbs with whose denial their object is denied: "awarded no damages", « pas muni de ». */
    LIGHT;

    Denial.Kind denial() {
      return switch (this) {
        case PARTICLE, NONE, NOBODY -> Denial.Kind.GRAMMATICAL;
        case NOT_THING, WITHOUT, AFFIX -> Denial.Kind.PRIVATIVE;
        case REFUSAL, PREVENTION, LACK -> Denial.Kind.LEXICAL;
        case SOFT, NEGATIVE -> Denial.Kind.WEAK;
        // « Sans frais » denies nothing, though "without charge" may say so.
        case IDIOM, IMPLICIT, LIGHT -> Denial.Kind.IMPLICIT;
      };
    }
  }
}
