package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;
import news.breve.reading.Kinds;
import news.breve.reading.Measures;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import news.breve.reading.Word;
import news.breve.reading.WordTable;

/**
 * What a number counts or measures, where it stands.
 *
 * @param statement what the number stands in
 * @param mention the number
 * @param words the words in and right after it that say so; a noun may have an adjective
 */
record Counted(Statement statement, Mention mention, List<Word> words) {
  /** How many words after a number may name what it counts. */
  private static final int MOST_WORDS = 2;

  /** What {@link #isTied} lets stand between two words has no more characters, its spaces too. */
  private static final int LONGEST_TIE = 16;

  /** Whoever is counted is one of these. */
  static final String PEOPLE = "person";

  /** What becomes of people, who are counted by other nouns as well: three tenants died. */
  private static final Set<String> CASUALTIES = Set.of("death", "injured person", "missing person");

  /** Endings that make a verb of a word that may be one. */
  private static final List<String> ENDINGS = List.of("aient", "èrent", "eront");

  static Counted of(Statement statement, Mention mention) {
    if (!mayCount(mention.value()) || isOfThem(statement.text(), mention.end())) {
      return new Counted(statement, mention, List.of());
    }
    List<Word> words = new ArrayList<>();
    int end = mention.end();
    boolean bare = unit(mention.value()).isEmpty() || isMeasureOf(statement, mention);
    List<Word> all = statement.words();
    for (int i = firstFrom(all, mention.start()); i < all.size(); i++) {
      Word word = all.get(i);
      if (word.start() > end + LONGEST_TIE || words.size() == MOST_WORDS) {
        break;
      }
      boolean unit = word.start() >= mention.start() && word.end() <= mention.end() && !bare;
      boolean follows = bare && word.start() >= end && isTied(statement.text(), end, word.start());
      if (unit || follows) {
        words.add(word);
        end = word.end();
      }
    }
    return new Counted(statement, mention, List.copyOf(words));
  }

  /** Returns the place of the first word that begins at an offset or after it. */
  private static int firstFrom(List<Word> words, int start) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean mayCount(Value value) {
    return value instanceof Value.Ordinal
        || (value instanceof Value.Quantity quantity
            && !quantity.isPercentage()
            && !quantity.isMoney());
  }

  /** Three tonnes of fish, deux kilos d'or. */
  private static boolean isMeasureOf(Statement statement, Mention mention) {
    String text = statement.text();
    return unit(mention.value()).filter(Measures::isMass).isPresent()
        && (text.startsWith(" de ", mention.end())
            || text.startsWith(" d'", mention.end())
            || text.startsWith(" d’", mention.end())
            || text.startsWith(" of ", mention.end()));
  }

  /** « Plus de 200 d'entre eux » counts what was named before. */
  private static boolean isOfThem(String text, int end) {
    return text.startsWith(" d'entre", end) || text.startsWith(" d’entre", end);
  }

  /** Nothing but "of" and its like stands between a number and what it counts. */
  private static boolean isTied(String text, int from, int to) {
    return switch (text.substring(from, to).strip()) {
      case "", "-", "de", "d'", "d’", "of", "autres", "other" -> true;
      default -> false;
    };
  }

  /** Returns the unit of the tables that a value is in. */
  static Optional<String> unit(Value value) {
    return switch (value) {
      case Value.Quantity quantity -> Optional.ofNullable(quantity.unit());
      case Value.Money money -> Optional.of(money.currency());
      default -> Optional.empty();
    };
  }

  Optional<String> unit() {
    return unit(mention.value());
  }

  /** Returns if it counts by a word that any other number may count by as well. */
  boolean isOfOneThing(Counted other) {
    return words.stream()
        .anyMatch(word -> other.words.stream().anyMatch(o -> isSame(word, other, o)));
  }

  /** Returns if it counts things of the kind that the other counts: frigates and ships. */
  boolean isKindOf(Counted other) {
    return words.stream()
        .anyMatch(word ->
            other.words.stream()
                .anyMatch(there ->
                    Kinds.isKind(word, statement.language(), there, other.statement.language())));
  }

  private boolean isSame(Word word, Counted other, Word there) {
    return statement.language() == other.statement.language()
        ? word.isLike(there)
        : word.sharesConcept(there);
  }

  /**
   * Returns how a number stands to an equal one of the evidence, or of the other language. Equal
   * numbers may count different things: twelve proposals are not twelve senators. Only if neither
   * noun has a counterpart on the other side; and only nouns that the glossary knows can prove it.
   */
  Agreement than(Counted given) {
    boolean things = isOfThings() && given.isOfThings();
    if (!things || haveOneUnit(given)) {
      return isPerOther(given) ? Agreement.UNIT : Agreement.SAME;
    }
    List<Word> here = known();
    List<Word> there = given.known();
    if (here.isEmpty()
        || there.isEmpty()
        || isOfGeneral()
        || given.isOfGeneral()
        || isOfCasualties()
        || given.isOfCasualties()
        || there.stream().anyMatch(word -> statement.says(word, given.statement.language()))
        || here.stream().anyMatch(word -> given.namesUncounted(word, this))) {
      return Agreement.SAME;
    }
    boolean hinted =
        statement.language() == given.statement.language()
            && here.stream().anyMatch(given.statement::hints);
    return hinted || isKindOf(given) || given.isKindOf(this) ? Agreement.SAME : Agreement.COUNTED;
  }

  /**
   * « Le licenciement de 140 collègues » are 140 layoffs: a number counts an act or whom it
   * befalls, and the act is named beside.
   */
  private boolean namesUncounted(Word noun, Counted other) {
    return statement.says(noun, other.statement.language()) && !counts(other.unit());
  }

  /** Returns if any number of the statement is of a unit. */
  private boolean counts(Optional<String> unit) {
    return unit.isPresent()
        && statement.values().stream().anyMatch(value -> unit(value.value()).equals(unit));
  }

  /**
   * Returns how a number stands to an equal one whose unit the tables have for another. "900
   * protesters" stands for 900 activists who protested: a noun that the other text has too, and
   * doesn't count, may be another word for what it counts. People go by many nouns at once.
   */
  Agreement thanOtherUnit(Counted given) {
    if ((!isOfThings() || !given.isOfThings()) && !isMoneyOfThings(given)) {
      return Agreement.UNIT;
    }
    boolean isCounted = given.counts(unit());
    boolean own = statement.language() == given.statement.language();
    boolean isSaid =
        words.stream()
            .anyMatch(word ->
                own
                    ? given.statement.hints(word)
                    : given.statement.says(word, statement.language()));
    boolean same =
        (isSaid && !isCounted)
            || isOfAnything()
            || given.isOfAnything()
            || isKindOf(given)
            || given.isKindOf(this);
    return same ? Agreement.SAME : Agreement.UNIT;
  }

  /** « 11,9 millions de ventes », after the pounds of a loss, are a sum of money. */
  private boolean isMoneyOfThings(Counted given) {
    return isOfThings() && given.mention.value() instanceof Value.Money;
  }

  boolean haveOneUnit(Counted given) {
    return unit().isPresent()
        && given.unit().filter(other -> Measures.mayBeSame(unit().get(), other)).isPresent();
  }

  private boolean isPerOther(Counted given) {
    Optional<String> per = statement.rateAfter(mention);
    return per.isPresent()
        && given.statement.rateAfter(given.mention).filter(u -> !u.equals(per.get())).isPresent();
  }

  private boolean isOfThings() {
    return mention.value() instanceof Value.Quantity quantity
        && !PEOPLE.equals(quantity.unit())
        && !Measures.isMeasure(quantity.unit())
        && !quantity.isPercentage()
        && !quantity.isMoney();
  }

  /** The nouns that the glossary has; none if it doesn't have the one that is counted. */
  private List<Word> known() {
    return words.isEmpty() || head().concepts().isEmpty()
        ? List.of()
        : words.stream().takeWhile(word -> !isVerb(word)).filter(Word::isThing).toList();
  }

  /** Of "rail yards" and « gares de triage », yards and gares are what is counted. */
  private Word head() {
    if (statement.language() == Language.FRENCH) {
      return words.getFirst();
    }
    // "17 shops set to close", "48 wards found": a plural ends the noun.
    boolean ends = isPlural(words.getFirst()) && !isPlural(words.getLast());
    return ends ? words.getFirst() : words.getLast();
  }

  private static boolean isPlural(Word word) {
    return word.text().endsWith("s");
  }

  /** Pieces, objects, items: whatever is counted. */
  boolean isOfAnything() {
    return !words.isEmpty() && WordTable.lightWords(statement.language()).has(head());
  }

  /** Machines, sites: things that may be counted by a more special noun as well. */
  boolean isOfGeneral() {
    return !words.isEmpty() && isGeneral(head());
  }

  boolean isOfCasualties() {
    return unit().filter(CASUALTIES::contains).isPresent();
  }

  boolean isGeneral(Word noun) {
    return WordTable.lightWords(statement.language()).has(noun)
        || WordTable.generalNouns(statement.language()).has(noun);
  }

  /** Returns if the ending of a word makes a verb of it. */
  static boolean isVerb(Word word) {
    return word.isAct() && ENDINGS.stream().anyMatch(word.text()::endsWith);
  }
}
