package news.breve.rendering;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.breve.article.Language;
import news.breve.article.Table;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;

/** The page's own words in the language of who reads it: {@code words.tsv}. */
final class Wording {
  private static final Wording FRENCH = new Wording(Language.FRENCH);
  private static final Wording ENGLISH = new Wording(Language.ENGLISH);

  /** How a finding names a passage that it expects: {@code sentence 4}. */
  private static final Pattern PASSAGE = Pattern.compile("sentence ([0-9]{1,6})");

  /** What the keys of rows for the script begin with. */
  private static final Set<String> OF_SCRIPT =
      Set.of(
          "wait",
          "edit",
          "copy",
          "error",
          "severity",
          "check",
          "finding",
          "findings",
          "count",
          "status");

  private final Language language;
  private final Map<String, String> words = new HashMap<>();

  /** What the checks say, in this language, by their own words. */
  private final Map<String, String> messages = new HashMap<>();

  private Wording(Language language) {
    this.language = language;
    int column = language == Language.FRENCH ? 1 : 2;
    for (List<String> row : Table.read(Wording.class, "words.tsv", 3)) {
      words.put(row.get(0), row.get(column));
    }
    if (language == Language.FRENCH) {
      for (List<String> row : Table.read(Wording.class, "messages.tsv", 2)) {
        messages.put(row.get(0), row.get(1));
      }
    }
  }

  static Wording in(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  Language language() {
    return language;
  }

  /**
   * Returns the words of a key.
   *
   * @param values put in for {0}, {1}…
   * @throws IllegalStateException if the table has no such key
   */
  String of(String key, Object... values) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalStateException("words.tsv has no row for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** Returns the words of a key, or other words where the table has none. */
  String orElse(String key, String fallback) {
    return words.getOrDefault(key, fallback);
  }

  /** Returns the words of a key for a number of things; nought is one thing in French only. */
  String count(String key, long number) {
    boolean one = number == 1 || (number == 0 && language == Language.FRENCH);
    return of(key + (one ? ".one" : ".other"), number);
  }

  /** Returns the rows that the page's script speaks with. */
  Map<String, String> ofScript() {
    Map<String, String> some = new TreeMap<>();
    words.forEach((key, text) -> {
      if (OF_SCRIPT.contains(key.substring(0, key.indexOf('.')))) {
        some.put(key, text);
      }
    });
    return some;
  }

  /** Returns what the checks say in this language; empty where that is their own. */
  Map<String, String> messages() {
    return new TreeMap<>(messages);
  }

  String message(Finding finding) {
    return messages.getOrDefault(finding.message(), finding.message());
  }

  /** Returns what a finding expects; a passage by its number in this language. */
  @Nullable String expected(Finding finding) {
    return passage(finding)
        .map(number -> of("finding.sentence", number))
        .orElse(finding.expected());
  }

  /** Returns the number of the passage that a finding expects, if it is one. */
  static Optional<Integer> passage(Finding finding) {
    String expected = finding.expected();
    Matcher matcher = PASSAGE.matcher(expected == null ? "" : expected);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** Returns a number with its digits in groups. */
  String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.of(language.code()));
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  /** Returns an ISO 8601 instant as a reader writes it; as it stands if it is none. */
  String instant(String iso) {
    String pattern =
        language == Language.FRENCH ? "d MMMM uuuu 'à' H 'h' mm 'UTC'" : "d MMMM uuuu, HH:mm 'UTC'";
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.of(language.code()))
          .withZone(ZoneOffset.UTC)
          .format(Instant.parse(iso));
    } catch (DateTimeException e) {
      return iso;
    }
  }
}
