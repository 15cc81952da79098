package news.breve.checking;

import news.breve.reading.Cues;
import news.breve.reading.Predicate;

/** How much of a clause a claim in the same language tells. */
final class Told {
  private Told() {}

  /** Returns which share of the words of a clause a claim has, names apart. */
  static double share(Cues evidence, int clause, Cues claim) {
    int words = 0;
    int told = 0;
    for (Predicate predicate : evidence.predicates()) {
      boolean name = Character.isUpperCase(predicate.word().text().codePointAt(0));
      if (predicate.clause() == clause && !name) {
        words++;
        told += claim.like(predicate.word(), true).isEmpty() ? 0 : 1;
      }
    }
    return words == 0 ? 0 : (double) told / words;
  }
}
