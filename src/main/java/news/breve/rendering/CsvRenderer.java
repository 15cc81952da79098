package news.breve.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.Evidence;
import news.breve.brief.FactType;
import news.breve.brief.KeyFact;
import org.jspecify.annotations.Nullable;

/**
 * The key facts of a brief as CSV (RFC 4180) in UTF-8 with a header, one fact a row. A text that a
 * spreadsheet would take for a formula has an apostrophe before it (OWASP, CSV Injection).
 */
public final class CsvRenderer implements BriefRenderer {
  private static final List<String> COLUMNS =
      List.of(
          "brief",
          "status",
          "digitalSourceType",
          "type",
          "fr",
          "en",
          "value",
          "unit",
          "approximation",
          "source_fr",
          "source_en",
          "sentences",
          "passages",
          "findings");

  /** Fields of a value that say it whole. */
  private static final List<String> SCALARS =
      List.of(
          "amount",
          "date",
          "time",
          "weekday",
          "score",
          "ordinal",
          "label",
          "place",
          "organization",
          "person");

  /** As OWASP lists them, the full-width forms included. */
  private static final Pattern FORMULA =
      Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

  /** A number of ours starts no formula, whatever its sign. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  @Override
  public String render(Brief brief) {
    return Stream.concat(
            Stream.of(COLUMNS),
            IntStream.range(0, brief.keyFacts().size()).mapToObj(i -> cells(brief, i)))
        .map(CsvRenderer::row)
        .collect(Collectors.joining());
  }

  private static List<String> cells(Brief brief, int index) {
    KeyFact fact = brief.keyFacts().get(index);
    // What was read in a quotation is a detail of it.
    JsonNode value =
        Json.mapper()
            .<JsonNode>valueToTree(fact)
            .path(fact.type() == FactType.QUOTE ? "" : "value");
    return Stream.of(
            brief.id(),
            brief.status().name().toLowerCase(Locale.ROOT),
            brief.ai().digitalSourceType(),
            fact.type().code(),
            fact.fr(),
            fact.en(),
            value(value),
            value.path("currency").asText(value.path("unit").asText("")),
            value.path("approximation").asText(""),
            source(fact.attribution(), Language.FRENCH),
            source(fact.attribution(), Language.ENGLISH),
            fact.evidence().stream()
                .map(passage -> Integer.toString(passage.sentence()))
                .collect(Collectors.joining(" ")),
            fact.evidence().stream().map(Evidence::exact).collect(Collectors.joining(" ")),
            brief.checks().findings().stream()
                .filter(finding -> isAt(finding.path(), "/keyFacts/" + index))
                .map(finding -> finding.check() + ": " + finding.message())
                .collect(Collectors.joining(" ")))
        .map(cell -> Objects.requireNonNullElse(cell, ""))
        .toList();
  }

  private static boolean isAt(String path, String item) {
    return path.equals(item) || path.startsWith(item + "/");
  }

  private static String value(JsonNode value) {
    if (value.has("numerator")) {
      return value.path("numerator").asText() + "/" + value.path("denominator").asText();
    }
    return SCALARS.stream()
        .filter(value::has)
        .map(field -> value.get(field).asText())
        .findFirst()
        .orElse("");
  }

  private static @Nullable String source(@Nullable Bilingual attribution, Language language) {
    return attribution == null ? null : attribution.in(language);
  }

  private static String row(List<String> cells) {
    return cells.stream().map(CsvRenderer::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String line = Visible.line(text);
    boolean formula = FORMULA.matcher(line).matches() && !NUMBER.matcher(line).matches();
    String safe = (formula ? "'" : "") + line;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == ';' || c == '\'');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
