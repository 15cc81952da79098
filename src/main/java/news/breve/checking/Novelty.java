package news.breve.checking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.breve.reading.CausalLink;
import news.breve.reading.Segment;
import news.breve.reading.Statement;
import news.breve.reading.Word;
import news.breve.reading.WordFamilies;
import news.breve.reading.WordTable;

/**
 * Finds clauses of a statement that nothing in others supports: no word, no value, no name of
 * theirs is there. A good draft puts every thing in its own words, but seldom two together that
 * share nothing with the article; so this is no proof: a warning.
 */
final class Novelty {
  /** How many new words make a clause new. */
  private static final double CLEAR = 2;

  /** How many of them make it new against the other language, which may say it freely. */
  private static final int CLEAR_ACROSS = 3;

  /** What a word counts that the article has elsewhere, or that is said in many ways. */
  private static final double HALF = 0.5;

  /** The words of some statements, each read when first one is looked for. */
  record Vocabulary(Collection<Statement> statements) {
    boolean has(Word word) {
      for (Statement statement : statements) {
        if (statement.families().has(word)) {
          return true;
        }
      }
      return false;
    }
  }

  private Novelty() {}

  /**
   * Returns the clauses that neither the cited sentences nor, for the most part, the article has.
   */
  static List<Segment> in(Statement claim, Vocabulary cited, Vocabulary article) {
    List<Segment> found = new ArrayList<>();
    for (Segment segment : claim.segments()) {
      boolean supported =
          holdsValueOrName(claim, segment)
              || isLabel(claim, segment)
              || segment.words().stream()
                  .anyMatch(word -> isQuoted(claim, word) || cited.has(word));
      double novelty = 0;
      for (Word word : supported ? List.<Word>of() : segment.words()) {
        novelty += isEmpty(claim, word) ? 0 : isFree(word) || article.has(word) ? HALF : 1;
      }
      if (!supported && novelty >= CLEAR) {
        found.add(segment);
      }
    }
    return found;
  }

  /** Acts and qualities have more names than things: « soutient l'idée », « s'y dit favorable ». */
  private static boolean isFree(Word word) {
    return !word.concepts().isEmpty() && !word.isThing();
  }

  /**
   * Returns a clause of one language that the other lacks: none of its words has a counterpart, and
   * the other has no words of its own that might say the same freely.
   */
  static Optional<Segment> without(Statement claim, Statement twin) {
    int free = -1;
    for (Segment segment : claim.segments()) {
      if (holdsValueOrName(claim, segment)
          || segment.words().stream().anyMatch(twin.families()::has)) {
        continue;
      }
      int known = 0;
      for (Word word : segment.words()) {
        known += word.concepts().isEmpty() || isEmpty(claim, word) ? 0 : 1;
      }
      if (known < CLEAR_ACROSS) {
        continue;
      }
      free = free < 0 ? free(twin, claim.families()) : free;
      if (known - free >= (free == 0 ? CLEAR_ACROSS : CLEAR_ACROSS + 1)) {
        return Optional.of(segment);
      }
    }
    return Optional.empty();
  }

  /** Counts the words of clauses that share no word: they may be free renderings of others. */
  private static int free(Statement twin, WordFamilies words) {
    int free = 0;
    for (Segment segment : twin.segments()) {
      if (segment.words().stream().noneMatch(words::has)) {
        free +=
            (int)
                segment.words().stream()
                    .filter(word -> !isAdverb(word) && !isName(word))
                    .filter(word -> !isValue(twin, word.start(), word.end()))
                    .count();
      }
    }
    return free;
  }

  private static boolean holdsValueOrName(Statement statement, Segment segment) {
    return isValue(statement, segment.start(), segment.end())
        || segment.words().stream().anyMatch(Novelty::isName);
  }

  /** « Budget du film : 14 millions »: what is told stands after the colon. */
  private static boolean isLabel(Statement statement, Segment segment) {
    return statement.text().substring(segment.end()).stripLeading().startsWith(":")
        || statement.text().startsWith("\u00a0:", segment.end())
        || statement.text().startsWith("\u202f:", segment.end());
  }

  private static boolean isValue(Statement statement, int start, int end) {
    return statement.values().stream()
        .anyMatch(value -> value.start() < end && start < value.end());
  }

  /** A capital that opens the statement makes a name only of a word that the glossary lacks. */
  private static boolean isName(Word word) {
    boolean opens = word.start() == 0 && !word.concepts().isEmpty();
    return (Character.isUpperCase(word.text().codePointAt(0)) && !opens)
        || Character.isDigit(word.text().codePointAt(0));
  }

  private static boolean isQuoted(Statement statement, Word word) {
    return statement.quotations().stream()
        .anyMatch(quote -> quote.start() < word.end() && word.start() < quote.end());
  }

  /** Returns if a word tells nothing on its own. */
  private static boolean isEmpty(Statement statement, Word word) {
    return isAdverb(word) || WordTable.lightWords(statement.language()).has(word);
  }

  /** Adverbs qualify what is said; on their own they say nothing new. */
  private static boolean isAdverb(Word word) {
    return word.isAdverb();
  }

  /**
   * Returns a cause or consequence that a claim states outright and the evidence doesn't at all.
   */
  static Optional<CausalLink> link(
      Statement claim, List<Statement> evidence, Optional<Vocabulary> cited) {
    boolean given = evidence.stream().anyMatch(statement -> !statement.causalLinks().isEmpty());
    for (CausalLink link : claim.causalLinks()) {
      if (link.kind() == CausalLink.Kind.CLAUSE && !given) {
        return Optional.of(link);
      }
      if (link.kind() == CausalLink.Kind.PHRASE && cited.isPresent()) {
        boolean novel =
            claim.words().stream()
                .filter(word -> word.start() >= link.end())
                .filter(word -> !isName(word) && !isAdverb(word))
                .findFirst()
                .filter(word -> !cited.get().has(word))
                .isPresent();
        if (novel && evidence.stream().noneMatch(Novelty::hasOutright)) {
          return Optional.of(link);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasOutright(Statement statement) {
    return statement.causalLinks().stream().anyMatch(CausalLink::isOutright);
  }
}
