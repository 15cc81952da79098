package news.breve.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client accepts (RFC 9110, 12.5.1). */
final class Accept {
  private static final Pattern QUALITY =
      Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?|\\.\\d{1,3}");

  private final List<Range> ranges;

  private Accept(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * A media range.
   *
   * @param type {@code text}, or * for any
   * @param subtype {@code plain}, or * for any
   * @param quality 0 (not wanted) to 1
   */
  private record Range(String type, String subtype, BigDecimal quality) {
    boolean covers(String mediaType) {
      int slash = mediaType.indexOf('/');
      return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
          && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
    }

    int precision() {
      return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
    }
  }

  /** Reads the headers; what is not a media range is passed over, and no header accepts any. */
  static Accept parse(List<String> headers) {
    String all = String.join(",", headers);
    List<Range> ranges = new ArrayList<>();
    for (String element : all.split(",", -1)) {
      range(element).ifPresent(ranges::add);
    }
    if (all.isBlank()) {
      ranges.add(new Range("*", "*", BigDecimal.ONE));
    }
    return new Accept(ranges);
  }

  private static Optional<Range> range(String element) {
    String[] parts = element.toLowerCase(Locale.ROOT).split(";", -1);
    // A lone * is what old Java clients send for any.
    String name = parts[0].strip().equals("*") ? "*/*" : parts[0].strip();
    String[] types = name.split("/", -1);
    if (types.length != 2 || types[0].isEmpty() || types[1].isEmpty()) {
      return Optional.empty();
    }
    return quality(parts).map(quality -> new Range(types[0], types[1], quality));
  }

  /**
   * Returns the weight among the parameters of an element, 1 where it has none; empty if it is no
   * weight.
   *
   * @param parts the element, split at its semicolons
   */
  static Optional<BigDecimal> quality(String[] parts) {
    BigDecimal quality = BigDecimal.ONE;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        String value = parameter.substring(2).strip();
        if (!QUALITY.matcher(value).matches()) {
          return Optional.empty();
        }
        quality = new BigDecimal(value);
      }
    }
    return Optional.of(quality);
  }

  /** Returns the offer of the highest quality, of several the first; empty if none is accepted. */
  Optional<String> best(List<String> offers) {
    String best = null;
    BigDecimal highest = BigDecimal.ZERO;
    for (String offer : offers) {
      BigDecimal quality = quality(offer);
      if (quality.compareTo(highest) > 0) {
        best = offer;
        highest = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The most precise range that covers an offer decides, however low its quality. */
  private BigDecimal quality(String offer) {
    int precision = -1;
    BigDecimal quality = BigDecimal.ZERO;
    for (Range range : ranges) {
      if (range.covers(offer)) {
        int more = Integer.compare(range.precision(), precision);
        if (more > 0 || (more == 0 && range.quality().compareTo(quality) > 0)) {
          precision = range.precision();
          quality = range.quality();
        }
      }
    }
    return quality;
  }
}
