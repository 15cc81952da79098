package news.breve.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * What units have to do with each other: which nouns count the same things ({@code
 * interchangeable-units.tsv}), which measures convert ({@code measures.tsv}).
 */
public final class Measures {
  private record Measure(String dimension, String system, double factor) {}

  /**
   * How one unit becomes another.
   *
   * @param value what an amount of the first is multiplied by
   * @param sameSystem if nothing but the unit's size differs: hours and days, grams and tonnes
   */
  public record Factor(double value, boolean sameSystem) {}

  /** The unit of how many times: "reported twice" makes two reports. */
  public static final String OCCASION = "time";

  private static final Map<String, Measure> MEASURES = measures();
  private static final Map<String, Set<String>> INTERCHANGEABLE = interchangeable();
  private static final Map<String, Set<String>> CONCEPTS = new ConcurrentHashMap<>();

  private Measures() {}

  private static Map<String, Measure> measures() {
    Map<String, Measure> measures = new HashMap<>();
    for (List<String> row : Cells.rows("measures.tsv", 4)) {
      measures.put(row.get(0), new Measure(row.get(1), row.get(2), Double.parseDouble(row.get(3))));
    }
    return Map.copyOf(measures);
  }

  private static Map<String, Set<String>> interchangeable() {
    Map<String, Set<String>> units = new HashMap<>();
    for (List<String> row : Cells.rows("interchangeable-units.tsv", 2)) {
      List<String> others = Cells.alternatives(row.get(1));
      for (String other : others) {
        units.computeIfAbsent(row.get(0), unit -> new HashSet<>()).add(other);
        units.computeIfAbsent(other, unit -> new HashSet<>()).add(row.get(0));
      }
    }
    return units;
  }

  /**
   * Returns if two units may be meant by one another; a bare number may count anything.
   *
   * @param one a unit of the tables, an ISO 4217 code, or null
   * @param other likewise
   */
  public static boolean mayBeSame(@Nullable String one, @Nullable String other) {
    return one == null
        || other == null
        || one.equals(other)
        || one.equals(OCCASION)
        || other.equals(OCCASION)
        || INTERCHANGEABLE.getOrDefault(one, Set.of()).contains(other)
        || isMoneyOf(one, other)
        || isMoneyOf(other, one)
        || haveOneConcept(one, other);
  }

  /** "$40" may be Canadian; it can't be euros. */
  private static boolean isMoneyOf(String unit, String code) {
    return Currencies.of(unit).filter(currency -> !currency.isCertain()).isPresent()
        && Currencies.of(code)
            .filter(Currencies.Currency::isCertain)
            .filter(currency -> currency.english().one().contains(unit))
            .isPresent();
  }

  private static boolean haveOneConcept(String one, String other) {
    Set<String> concepts = new HashSet<>(concepts(one));
    concepts.retainAll(concepts(other));
    return !concepts.isEmpty();
  }

  /** Returns the glossary's concepts of a unit, known by its English name. */
  static Set<String> concepts(String unit) {
    return CONCEPTS.computeIfAbsent(
        unit,
        name -> {
          Stemmer stemmer = new Stemmer(Language.ENGLISH);
          Tokens tokens = Tokens.of(name, Language.ENGLISH);
          List<String> stems =
              IntStream.range(0, tokens.size())
                  .mapToObj(i -> stemmer.stem(tokens.get(i).word()))
                  .toList();
          return Glossary.of(Language.ENGLISH)
              .at(tokens, stems, 0)
              .filter(match -> match.end() == stems.size())
              .map(Glossary.Match::concepts)
              .orElse(Set.of());
        });
  }

  /** Returns if a unit measures rather than counts. */
  public static boolean isMeasure(@Nullable String unit) {
    return unit != null && MEASURES.containsKey(unit);
  }

  /** Returns if a unit measures time. */
  public static boolean isDuration(@Nullable String unit) {
    return isOf("duration", unit);
  }

  /** Returns if a unit measures what something weighs. */
  public static boolean isMass(@Nullable String unit) {
    return isOf("mass", unit);
  }

  private static boolean isOf(String dimension, @Nullable String unit) {
    Measure measure = unit == null ? null : MEASURES.get(unit);
    return measure != null && measure.dimension().equals(dimension);
  }

  /** Returns how an amount of one unit becomes one of another; empty if it can't. */
  public static Optional<Factor> factor(@Nullable String one, @Nullable String other) {
    Measure from = one == null ? null : MEASURES.get(one);
    Measure to = other == null ? null : MEASURES.get(other);
    return from == null || to == null || !from.dimension().equals(to.dimension())
        ? Optional.empty()
        : Optional.of(new Factor(from.factor() / to.factor(), from.system().equals(to.system())));
  }
}
