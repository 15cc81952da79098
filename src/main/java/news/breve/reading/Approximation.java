package news.breve.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How a text qualifies an amount. */
public enum Approximation {
  EXACT,
  /** Environ, about: a little below or above. */
  ABOUT,
  /** Près de, nearly: a little below. */
  NEARLY,
  MORE_THAN,
  LESS_THAN,
  AT_LEAST,
  AT_MOST,
  /** Dozens, des centaines: only the order of magnitude is said. */
  ORDER;

  /** Returns the code used in JSON and in the tables, such as {@code more-than}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Approximation ofCode(String code) {
    return Arrays.stream(values())
        .filter(a -> a.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no approximation is called " + code));
  }

  /** Leaves an exact amount unsaid in JSON. */
  static final class UnlessExact {
    @Override
    public boolean equals(Object other) {
      return other == null || other == EXACT;
    }

    @Override
    public int hashCode() {
      return EXACT.hashCode();
    }
  }
}
