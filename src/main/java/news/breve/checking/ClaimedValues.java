package news.breve.checking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.reading.Measures;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import news.breve.reading.Word;
import org.jspecify.annotations.Nullable;

/** Looks in the article for the values that claims state. */
final class ClaimedValues {
  /** How many words after a number may name what it counts. */
  private static final int COUNTED_WORDS = 2;

  /** What {@link #isTied} lets stand between two words has no more characters, its spaces too. */
  private static final int LONGEST_TIE = 16;

  private static final int LEAST_TELLING_RANK = 3;

  /** The length of 2026-11-26. */
  private static final int DAY = 10;

  /** More names than these are counted by nobody at a glance. */
  private static final BigDecimal MOST_COUNTED = BigDecimal.TEN;

  private static final Pattern RATIO = Pattern.compile("\\b(?:sur|in|of)\\b");

  /** Whoever is counted is one of these. */
  private static final String PEOPLE = "person";

  private final DateComparison dates;
  private final List<Passage> passages;

  ClaimedValues(Article article, List<Passage> passages) {
    this(published(article.publishedAt()), passages);
  }

  private ClaimedValues(@Nullable LocalDate published, List<Passage> passages) {
    this.passages = passages;
    this.dates = new DateComparison(published, passages);
  }

  /** Returns what compares values with each other alone. */
  static ClaimedValues ofNoArticle() {
    return new ClaimedValues((LocalDate) null, List.of());
  }

  /**
   * The day of publication is the publisher's, whose offset the time carries. A brief that comes
   * back may have anything in its place.
   */
  private static @Nullable LocalDate published(@Nullable String publishedAt) {
    if (publishedAt == null || publishedAt.length() < DAY) {
      return null;
    }
    try {
      return LocalDate.parse(publishedAt.substring(0, DAY));
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  /** Returns the numbers and dates of a claim, in order, with what the article has for each. */
  List<ClaimedValue> of(Claim claim) {
    List<ClaimedValue> values = new ArrayList<>();
    for (Mention mention : claim.statement().values()) {
      if (compares(mention.value())
          && !isBoth(claim.statement(), mention)
          && !countsNames(claim, mention)) {
        values.add(found(claim, mention));
      }
    }
    return values;
  }

  /** Returns if a value is a number, a date or a time. */
  static boolean compares(Value value) {
    return AmountComparison.compares(value) || DateComparison.compares(value);
  }

  private ClaimedValue found(Claim claim, Mention mention) {
    Agreement best = Agreement.NONE;
    String nearest = null;
    double distance = Double.MAX_VALUE;
    for (Passage passage : claim.evidence()) {
      for (Mention given : passage.statement().values()) {
        Agreement agreement = of(claim.statement(), mention, passage.statement(), given);
        double off = distance(mention.value(), given.value());
        if (agreement.compareTo(best) < 0 || (agreement == best && off < distance)) {
          best = agreement;
          distance = off;
          nearest = off == Double.MAX_VALUE ? nearest : given.in(passage.statement().text());
        }
      }
      if (best == Agreement.SAME) {
        boolean unsaid = isOfSomethingUnsaid(claim, mention) && !isOfOneUnit(claim, mention);
        Agreement counted = unsaid ? Agreement.COUNTED : best;
        return new ClaimedValue(claim, mention, counted, nearest, null);
      }
    }
    boolean isSaid =
        claim.evidence().stream().anyMatch(passage -> passage.statement().maySay(mention.value()))
            || (!claim.ownLanguage()
                && claim.twin().anyMatch(twin -> twin.statement().maySay(mention.value())));
    if (isSaid || (best != Agreement.CONVERTED && isWritten(claim, mention))) {
      best = Agreement.SAME;
    }
    Integer elsewhere = best == Agreement.SAME ? null : elsewhere(claim, mention);
    return new ClaimedValue(claim, mention, best, nearest, elsewhere);
  }

  /**
   * In the article's own language, what is counted is said somewhere in the evidence, alone or by
   * another word that the glossary knows. People may be counted by a wider word.
   */
  private static boolean isOfSomethingUnsaid(Claim claim, Mention mention) {
    if (!claim.ownLanguage()
        || !(mention.value() instanceof Value.Quantity quantity)
        || PEOPLE.equals(quantity.unit())
        || isSaidAsMultiple(claim, quantity)
        || Measures.isDuration(quantity.unit())
        || quantity.isPercentage()
        || quantity.isMoney()) {
      return false;
    }
    List<Word> counted = possibleThings(claim.statement(), mention);
    return !counted.isEmpty()
        && isOfSomethingSaid(claim, mention)
        && !isUnsaidPerson(claim, mention)
        && counted.stream()
            .noneMatch(word ->
                claim.evidence().stream().anyMatch(passage -> passage.statement().hints(word)));
  }

  /** "Eleven go on show": what the evidence counts must be said right there, to be another. */
  private static boolean isOfSomethingSaid(Claim claim, Mention mention) {
    return claim.evidence().stream()
        .map(Passage::statement)
        .anyMatch(statement ->
            statement.values().stream()
                .filter(
                    given -> AmountComparison.of(mention.value(), given.value()) == Agreement.SAME)
                .flatMap(given -> counted(statement, given).stream().limit(1))
                .anyMatch(ClaimedValues::mayBeNoun));
  }

  private static boolean mayBeNoun(Word word) {
    return word.isThing() || !word.isAct() || word.text().endsWith("s");
  }

  /** "Six of the dead", « dix voix »: who is counted goes without saying. */
  private static boolean isUnsaidPerson(Claim claim, Mention mention) {
    Optional<String> unit = unit(mention.value());
    return unit.filter(noun -> Measures.mayBeSame(noun, PEOPLE)).isPresent()
        && claim.evidence().stream()
            .map(Passage::statement)
            .anyMatch(statement ->
                statement.values().stream()
                    .anyMatch(given ->
                        AmountComparison.of(mention.value(), given.value()) == Agreement.SAME
                            && counted(statement, given).isEmpty()));
  }

  /** Employees are people, kilometres an hour are km/h: the tables know that better than words. */
  private static boolean isOfOneUnit(Claim claim, Mention mention) {
    Optional<String> unit = unit(mention.value());
    return unit.isPresent()
        && claim.evidence().stream()
            .flatMap(passage -> passage.statement().values().stream())
            .anyMatch(given ->
                unit(given.value())
                        .filter(other -> Measures.mayBeSame(unit.get(), other))
                        .isPresent()
                    && AmountComparison.of(mention.value(), given.value()) == Agreement.SAME);
  }

  /** Two goals are « un doublé », two reports are "reported twice". */
  private static boolean isSaidAsMultiple(Claim claim, Value.Quantity quantity) {
    Value times =
        new Value.Quantity(quantity.amount(), Measures.OCCASION, quantity.approximation());
    return claim.evidence().stream()
        .flatMap(passage -> passage.statement().values().stream())
        .anyMatch(mention -> mention.value().equals(times));
  }

  /** Words after a number that can't be but things; the substance after a measure. */
  private static List<Word> possibleThings(Statement statement, Mention mention) {
    return counted(statement, mention).stream().filter(Word::isNothingButThing).toList();
  }

  /** Figures that no reader took for a value, such as those of a product or of an address. */
  private static boolean isWritten(Claim claim, Mention mention) {
    String digits = mention.in(claim.text()).strip();
    if (digits.length() < 2 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    return claim.evidence().stream()
        .anyMatch(passage -> hasUnreadFigure(passage.statement(), digits));
  }

  private static boolean hasUnreadFigure(Statement statement, String digits) {
    String text = statement.text();
    for (int at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
      int start = at;
      int end = at + digits.length();
      boolean whole =
          (start == 0 || !Character.isDigit(text.charAt(start - 1)))
              && (end == text.length() || !Character.isDigit(text.charAt(end)));
      boolean read =
          statement.values().stream()
              .filter(mention -> AmountComparison.compares(mention.value()))
              .anyMatch(mention -> mention.start() < end && start < mention.end());
      if (whole && !read) {
        return true;
      }
    }
    return false;
  }

  /** Returns how two values stand to each other where they stand. */
  Agreement of(Statement claimed, Mention one, Statement given, Mention other) {
    Agreement agreement =
        DateComparison.compares(one.value())
            ? dates.of(one.value(), other.value())
            : AmountComparison.of(one.value(), other.value());
    if (agreement == Agreement.NONE && isOfOtherHalf(claimed, one, given, other)) {
      return Agreement.SAME;
    }
    if (agreement == Agreement.NONE
        && (isPartOf(one.value(), other, given) || isPartOf(other.value(), one, claimed))) {
      return Agreement.SAME;
    }
    if (agreement == Agreement.NONE
        && (isRankOrShare(claimed, one, other) || isRankOrShare(given, other, one))) {
      return Agreement.SAME;
    }
    if (agreement == Agreement.APPROXIMATION
        && new Qualification(claimed, one).mayBe(new Qualification(given, other))) {
      return Agreement.SAME;
    }
    if (agreement == Agreement.UNIT && countsThings(one.value()) && countsThings(other.value())) {
      return ofOtherNoun(claimed, one, given);
    }
    return agreement == Agreement.SAME && !DateComparison.compares(one.value())
        ? counting(claimed, one, given, other)
        : agreement;
  }

  /**
   * "900 protesters" for 900 activists who protested: a noun that the other text has too, and
   * doesn't count, may be another word for what it counts. People go by many nouns at once.
   */
  private static Agreement ofOtherNoun(Statement claimed, Mention one, Statement given) {
    Optional<String> unit = unit(one.value());
    boolean isCounted = given.values().stream().anyMatch(value -> unit(value.value()).equals(unit));
    boolean own = claimed.language() == given.language();
    boolean isSaid =
        counted(claimed, one).stream()
            .anyMatch(word -> own ? given.hints(word) : given.says(word, claimed.language()));
    return isSaid && !isCounted ? Agreement.SAME : Agreement.UNIT;
  }

  /** "He won two cups and lost a third" is of the third cup, or of a third of them. */
  private static boolean isRankOrShare(Statement statement, Mention share, Mention rank) {
    return share.value() instanceof Value.Fraction(int numerator, int denominator, var _)
        && rank.value() instanceof Value.Ordinal(int ordinal)
        && numerator == 1
        && denominator == ordinal
        && (share.in(statement.text()).startsWith("a ")
            || share.in(statement.text()).startsWith("un "));
  }

  /** "At 6:30" on Friday evening is 18 h 30. */
  private static boolean isOfOtherHalf(
      Statement claimed, Mention one, Statement given, Mention other) {
    return one.value() instanceof Value.Time(String here)
        && other.value() instanceof Value.Time(String there)
        && DateComparison.otherHalf(here).equals(there)
        && (claimed.isOfEitherHalf(one) || given.isOfEitherHalf(other));
  }

  /** "Four of 12 beds" states a share as well as its two numbers. */
  private static boolean isPartOf(Value value, Mention ratio, Statement statement) {
    if (!(value instanceof Value.Quantity quantity)
        || !(ratio.value() instanceof Value.Fraction fraction)
        || quantity.isPercentage()) {
      return false;
    }
    BigDecimal number = quantity.amount();
    boolean part =
        number.compareTo(BigDecimal.valueOf(fraction.numerator())) == 0
            || number.compareTo(BigDecimal.valueOf(fraction.denominator())) == 0;
    return part && RATIO.matcher(ratio.in(statement.text())).find();
  }

  /**
   * Equal numbers may count different things: twelve proposals are not twelve senators. Only if
   * neither noun has a counterpart on the other side; and only nouns that the glossary knows can
   * prove it.
   */
  private static Agreement counting(
      Statement claimed, Mention one, Statement given, Mention other) {
    if (haveOneUnit(one.value(), other.value())
        || !countsThings(one.value())
        || !countsThings(other.value())) {
      return isPerOther(claimed, one, given, other) ? Agreement.UNIT : Agreement.SAME;
    }
    List<Word> counted = things(claimed, one);
    List<Word> counts = things(given, other);
    if (counted.isEmpty() || counts.isEmpty() || haveCounterpart(counts, given, claimed)) {
      return Agreement.SAME;
    }
    boolean hinted =
        claimed.language() == given.language() && counted.stream().anyMatch(given::hints);
    return hinted ? Agreement.SAME : Agreement.COUNTED;
  }

  private static boolean haveOneUnit(Value one, Value other) {
    return unit(one).isPresent()
        && unit(other).isPresent()
        && Measures.mayBeSame(unit(one).get(), unit(other).get());
  }

  private static boolean countsThings(Value value) {
    return value instanceof Value.Quantity quantity
        && !PEOPLE.equals(quantity.unit())
        && !Measures.isMeasure(quantity.unit())
        && !quantity.isPercentage()
        && !quantity.isMoney();
  }

  private static boolean isPerOther(
      Statement claimed, Mention one, Statement given, Mention other) {
    Optional<String> per = claimed.rateAfter(one);
    return per.isPresent()
        && given.rateAfter(other).filter(unit -> !unit.equals(per.get())).isPresent();
  }

  private static List<Word> things(Statement statement, Mention mention) {
    List<Word> counted = counted(statement, mention);
    if (counted.isEmpty()) {
      return counted;
    }
    // Of "rail yards" and « gares de triage », yards and gares are what is counted.
    Word head = statement.language() == Language.ENGLISH ? counted.getLast() : counted.getFirst();
    return head.concepts().isEmpty() ? List.of() : counted.stream().filter(Word::isThing).toList();
  }

  private static boolean haveCounterpart(List<Word> words, Statement theirs, Statement other) {
    return words.stream().anyMatch(word -> other.says(word, theirs.language()));
  }

  private static boolean isSame(Statement claimed, Statement given, Word one, Word other) {
    return claimed.language() == given.language() ? one.isLike(other) : one.sharesConcept(other);
  }

  /** Returns the words in and right after a number that say what it counts. */
  static List<Word> counted(Statement statement, Mention mention) {
    List<Word> words = new ArrayList<>();
    int end = mention.end();
    boolean bare = unit(mention.value()).isEmpty() || isMeasureOf(statement, mention);
    for (Word word : statement.words()) {
      if (word.start() > end + LONGEST_TIE) {
        break;
      }
      boolean unit = word.start() >= mention.start() && word.end() <= mention.end() && !bare;
      boolean follows = bare && word.start() >= end && isTied(statement.text(), end, word.start());
      if (words.size() < COUNTED_WORDS && (unit || follows)) {
        words.add(word);
        end = word.end();
      }
    }
    return words;
  }

  /** Three tonnes of fish, deux kilos d'or. */
  private static boolean isMeasureOf(Statement statement, Mention mention) {
    Optional<String> unit = unit(mention.value());
    String text = statement.text();
    return unit.filter(Measures::isMass).isPresent()
        && (text.startsWith(" de ", mention.end())
            || text.startsWith(" d'", mention.end())
            || text.startsWith(" d’", mention.end())
            || text.startsWith(" of ", mention.end()));
  }

  /** Nothing but "of" and its like stands between a number and what it counts. */
  private static boolean isTied(String text, int from, int to) {
    return switch (text.substring(from, to).strip()) {
      case "", "-", "de", "d'", "d’", "of", "autres", "other" -> true;
      default -> false;
    };
  }

  private @Nullable Integer elsewhere(Claim claim, Mention mention) {
    // A claim that cites nothing has every sentence for its evidence already.
    if (!isTelling(mention.value()) || claim.item().cited().isEmpty()) {
      return null;
    }
    return passages.stream()
        .filter(passage -> !claim.evidence().contains(passage))
        .filter(passage -> hasSame(claim, mention, passage))
        .map(Passage::number)
        .findFirst()
        .orElse(null);
  }

  /** A small number stands in many sentences: what it counts must be the same, and be said. */
  private boolean hasSame(Claim claim, Mention mention, Passage passage) {
    return passage.statement().values().stream()
        .filter(
            given -> of(claim.statement(), mention, passage.statement(), given) == Agreement.SAME)
        .anyMatch(given -> isOfOneThing(claim, mention, passage.statement(), given));
  }

  private static boolean isOfOneThing(
      Claim claim, Mention mention, Statement statement, Mention given) {
    Optional<String> unit = unit(mention.value());
    if (unit.isPresent() || !(mention.value() instanceof Value.Quantity)) {
      return unit.equals(unit(given.value()));
    }
    return counted(claim.statement(), mention).stream()
        .anyMatch(word ->
            counted(statement, given).stream()
                .anyMatch(there -> isSame(claim.statement(), statement, word, there)));
  }

  /** The first or the second of something is often said without a rank: new, another, premier. */
  static boolean isTelling(Value value) {
    return switch (value) {
      case Value.Ordinal(int rank) -> rank >= LEAST_TELLING_RANK;
      // « Aujourd'hui » is also what is so now.
      case Value.RelativeDay(int days) -> days != 0;
      default -> true;
    };
  }

  /** « Les deux camps » are both sides: two that were named before. */
  static boolean isBoth(Statement statement, Mention mention) {
    return mention.value() instanceof Value.Quantity quantity
        && quantity.amount().compareTo(BigDecimal.TWO) == 0
        && statement.isDefinite(mention);
  }

  /** « Les trois pays baltes », where the cited sentences name as many and give no such number. */
  private static boolean countsNames(Claim claim, Mention mention) {
    if (!(mention.value() instanceof Value.Quantity quantity)
        || quantity.amount().compareTo(MOST_COUNTED) > 0
        || !claim.statement().isDefinite(mention)) {
      return false;
    }
    long named =
        claim.evidence().stream().mapToLong(passage -> passage.statement().names().size()).sum();
    return claim.ownLanguage()
        && quantity.amount().compareTo(BigDecimal.valueOf(named)) <= 0
        && claim.evidence().stream()
            .flatMap(passage -> passage.statement().values().stream())
            .noneMatch(given ->
                given.value() instanceof Value.Quantity other
                    && other.amount().compareTo(MOST_COUNTED) <= 0
                    && Objects.equals(other.unit(), quantity.unit()));
  }

  private static Optional<String> unit(Value value) {
    return switch (value) {
      case Value.Quantity quantity -> Optional.ofNullable(quantity.unit());
      case Value.Money money -> Optional.of(money.currency());
      default -> Optional.empty();
    };
  }

  /**
   * How far two values are apart, to name the one that was meant; the greatest if not comparable.
   */
  private static double distance(Value one, Value other) {
    if (DateComparison.compares(one)) {
      return one.getClass() == other.getClass()
          ? 1
          : DateComparison.compares(other) ? 2 : Double.MAX_VALUE;
    }
    double a = number(one);
    double b = number(other);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return one.getClass() == other.getClass() ? 1 : Double.MAX_VALUE;
    }
    double ratio = a == b ? 0 : Math.abs(Math.log((Math.abs(a) + 1) / (Math.abs(b) + 1)));
    boolean sameUnit = unit(one).equals(unit(other)) && one.getClass() == other.getClass();
    return sameUnit ? ratio : ratio + 100;
  }

  private static double number(Value value) {
    return switch (value) {
      case Value.Quantity quantity -> quantity.amount().doubleValue();
      case Value.Money money -> money.amount().doubleValue();
      case Value.Fraction fraction -> 100.0 * fraction.numerator() / fraction.denominator();
      case Value.Ordinal ordinal -> ordinal.ordinal();
      default -> Double.NaN;
    };
  }
}
