package news.breve.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Language;

/**
 * Reads the dateline that opens a story: « PARIS, 3 mars (AFP) — », "ST. JOHN'S, N.L. —", «
 * (Ottawa) ». A place is believed if it stands in capitals, or if it is one that the tables know
 * and a date or an agency stands beside it; what else opens a story in capitals (URGENT —, NATO —)
 * is known by a table.
 */
public final class DatelineReader {
  /** City, perhaps a region or a date after commas, perhaps an agency in brackets, a dash. */
  private static final Pattern WITH_DASH =
      Pattern.compile(
          "(?<places>\\p{Lu}[^—–()\"«“:;!?]{1,60}?)(?: ?\\((?<agency>[^()]{2,40})\\))?"
              + " (?:—|–|--?) (?=\\S)");

  /** As some dailies of Quebec write it. */
  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\((?<place>\\p{Lu}[^()]{1,40})\\) (?=[\\p{Lu}«“])");

  private static final int MAX_WORDS = 5;

  /** Letters in capitals with nothing beside them are a place rather than an acronym. */
  private static final int MIN_LENGTH = 6;

  private final Reader reader;
  private final ValueWriter writer;
  private final ValueWriter otherWriter;
  private final Set<String> labels;

  public DatelineReader(Language language) {
    this.reader = new Reader(language);
    this.writer = new ValueWriter(language);
    this.otherWriter = new ValueWriter(language.other());
    this.labels = labels(language);
  }

  private static Set<String> labels(Language language) {
    int column = language == Language.FRENCH ? 0 : 1;
    Set<String> labels = new HashSet<>();
    for (List<String> row : Cells.rows("dateline-labels.tsv", 2)) {
      Cells.alternatives(row.get(column)).forEach(label -> labels.add(folded(label)));
    }
    return labels;
  }

  private static String folded(String words) {
    return Folding.fold(words.toLowerCase(Locale.ROOT));
  }

  /**
   * A dateline.
   *
   * @param place the place in the story's language: as we write it where the tables know it, else
   *     as it stands
   * @param inOther the place in the other language, empty where the tables don't know it
   * @param end UTF-16 offset after its dash or bracket and the space
   */
  public record Dateline(String place, Optional<String> inOther, int end) {}

  /** Returns the dateline that a sentence begins with, if it begins with one. */
  public Optional<Dateline> read(String sentence) {
    Matcher dashed = WITH_DASH.matcher(sentence);
    if (dashed.lookingAt()) {
      return withDash(dashed);
    }
    Matcher bracketed = IN_BRACKETS.matcher(sentence);
    return bracketed.lookingAt()
        ? known(bracketed.group("place")).map(place -> dateline(place, bracketed.end()))
        : Optional.empty();
  }

  private Optional<Dateline> withDash(Matcher matcher) {
    List<String> parts = List.of(matcher.group("places").split(", ?", -1));
    String city = parts.getFirst().strip();
    List<String> others = parts.subList(1, parts.size());
    boolean dated = others.stream().anyMatch(this::isDate);
    if (city.split(" ", -1).length > MAX_WORDS
        || labels.contains(folded(city))
        || !others.stream().allMatch(part -> isDate(part) || isRegion(part))) {
      return Optional.empty();
    }
    Optional<Value> place = known(city);
    if (isInCapitals(city)) {
      return place.isPresent()
          ? place.map(known -> dateline(known, matcher.end()))
          : unknown(city, others, matcher);
    }
    return place
        .filter(known -> dated || matcher.group("agency") != null)
        .map(known -> dateline(known, matcher.end()));
  }

  /** A place of no table, with its region; not a body that the tables know, nor an acronym. */
  private Optional<Dateline> unknown(String city, List<String> others, Matcher matcher) {
    boolean alone = others.isEmpty() && matcher.group("agency") == null;
    if (reader.valueOf(city).isPresent() || (alone && city.length() < MIN_LENGTH)) {
      return Optional.empty();
    }
    String place =
        Stream.concat(
                Stream.of(city), others.stream().map(String::strip).filter(part -> !isDate(part)))
            .collect(Collectors.joining(", "));
    return Optional.of(new Dateline(place, Optional.empty(), matcher.end()));
  }

  private Dateline dateline(Value place, int end) {
    return new Dateline(writer.write(place).orElseThrow(), otherWriter.write(place), end);
  }

  private Optional<Value> known(String words) {
    return Stream.of(words, capitalised(words))
        .flatMap(form -> reader.valueOf(form).stream())
        .filter(Value.Place.class::isInstance)
        .findFirst();
  }

  /** NEW YORK as the tables have it: New York. */
  private static String capitalised(String words) {
    StringBuilder form = new StringBuilder(words.length());
    boolean opens = true;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      form.append(opens ? c : Character.toLowerCase(c));
      opens = !Character.isLetter(c) && c != '\'' && c != '’';
    }
    return form.toString();
  }

  private static boolean isInCapitals(String words) {
    return words.equals(words.toUpperCase(Locale.ROOT))
        && words.codePoints().filter(Character::isLetter).count() > 1;
  }

  private boolean isDate(String part) {
    return part.strip().matches("\\d{4}|le \\d.*")
        || reader.read(part).stream()
            .map(Mention::value)
            .anyMatch(value -> value instanceof Value.Date || value instanceof Value.Weekday);
  }

  private boolean isRegion(String part) {
    String region = part.strip();
    return !region.isEmpty()
        && Character.isUpperCase(region.codePointAt(0))
        && region.split(" ", -1).length <= 3;
  }
}
