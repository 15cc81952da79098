package news.breve.writing;

import java.util.List;
import java.util.Set;
import news.breve.reading.Mention;
import news.breve.reading.Quotation;
import news.breve.reading.Value;

/**
 * A sentence of the article as the extractive writer weighs it.
 *
 * @param number 1-based
 * @param fitness whether it can stand alone
 * @param topics stems of its content words
 */
record Passage(
    int number,
    String text,
    Fitness fitness,
    Set<String> topics,
    List<Mention> mentions,
    List<Quotation> quotations) {
  /** Whether a sentence can stand alone in a brief; better ones first. */
  enum Fitness {
    CLEAN,
    /** Opens with But, Par ailleurs: readable, with a loose end. */
    LINKED,
    /** Opens with a pronoun, or is mostly a quotation: a reader asks who. */
    LEANING,
    /** Asks a question, or quotes without a speaker. */
    POOR,
    /** A heading, a caption, a credit, an item of a list. */
    NO_SENTENCE
  }

  boolean isSentence() {
    return fitness != Fitness.NO_SENTENCE;
  }

  /** Returns the share of the smaller topic set that both have, 0 to 1. */
  double overlap(Passage other) {
    return overlap(topics, other.topics);
  }

  static double overlap(Set<String> one, Set<String> other) {
    Set<String> small = one.size() < other.size() ? one : other;
    Set<String> large = one.size() < other.size() ? other : one;
    return small.isEmpty()
        ? 0
        : (double) small.stream().filter(large::contains).count() / small.size();
  }

  long amounts() {
    return mentions.stream()
        .map(Mention::value)
        .filter(v -> v instanceof Value.Money || v instanceof Value.Quantity)
        .count();
  }

  long names() {
    return mentions.stream()
        .map(Mention::value)
        .filter(v -> v instanceof Value.Place || v instanceof Value.Organization)
        .distinct()
        .count();
  }
}
