package news.breve.configuration;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables with their types. A blank value counts as unset. Every wrong value is a
 * {@link ConfigurationException} that names the variable.
 */
public final class Variables {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private final Function<String, @Nullable String> lookup;

  public Variables(Map<String, String> environment) {
    this(Map.copyOf(environment)::get);
  }

  /**
   * Makes variables that come from somewhere else.
   *
   * @param lookup returns the value of a name, null if it is unset
   */
  public Variables(Function<String, @Nullable String> lookup) {
    this.lookup = lookup;
  }

  /** Returns the value without the white space around it, empty if unset or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Returns a whole number from {@code min} to {@code max}. */
  public int integer(String name, int fallback, int min, int max) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    throw new ConfigurationException(
        name, "is “" + text.get() + "”; it takes a whole number from " + min + " to " + max);
  }

  /** Returns a decimal number that is not negative, empty if unset. */
  public Optional<BigDecimal> decimal(String name) {
    return text(name)
        .map(text -> {
          try {
            BigDecimal value = new BigDecimal(text);
            if (value.signum() >= 0) {
              return value;
            }
          } catch (NumberFormatException e) {
            // Said below.
          }
          throw new ConfigurationException(
              name, "is “" + text + "”; it takes a number, 0 or more, with a decimal point");
        });
  }

  /**
   * Returns a duration: {@code 500ms}, {@code 25s}, {@code 5m}, {@code 2h}, {@code 90d}, ISO 8601.
   */
  public Duration duration(String name, Duration fallback) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    Optional<Duration> value = parseDuration(text.get().toLowerCase(Locale.ROOT));
    if (value.isEmpty() || value.get().isZero() || value.get().isNegative()) {
      throw new ConfigurationException(
          name, "is “" + text.get() + "”; it takes a duration such as 500ms, 25s, 5m, 2h or 90d");
    }
    return value.get();
  }

  private static Optional<Duration> parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      return Optional.of(
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns an http or https URL without the slash at its end, empty if unset. */
  public Optional<String> url(String name) {
    return text(name)
        .map(text -> {
          try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
              refusePassword(name, uri);
              return text.replaceFirst("/+$", "");
            }
          } catch (URISyntaxException e) {
            // Said below; the value may hold a password, so it is not repeated.
          }
          throw new ConfigurationException(name, "is not an http or https URL");
        });
  }

  /** An address is shown in errors and in what configuration prints of itself. */
  private static void refusePassword(String name, URI uri) {
    if (uri.getRawUserInfo() != null) {
      throw new ConfigurationException(
          name, "holds a user or a password, which belong in a variable of their own");
    }
  }

  /**
   * Returns the constant whose name, in lower case with hyphens, is the value.
   *
   * @param fallback the constant if unset
   */
  public <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
    return choice(name, type).orElse(fallback);
  }

  /** Returns the constant whose name, in lower case with hyphens, is the value; empty if unset. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return text(name)
        .map(text -> {
          List<E> constants = Arrays.asList(type.getEnumConstants());
          return constants.stream()
              .filter(constant -> label(constant).equals(text.toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() ->
                  new ConfigurationException(
                      name,
                      "is “"
                          + text
                          + "”; it takes one of "
                          + constants.stream()
                              .map(Variables::label)
                              .collect(Collectors.joining(", "))));
        });
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
