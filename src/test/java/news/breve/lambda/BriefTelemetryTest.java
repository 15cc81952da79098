package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import news.breve.BriefTestData;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.caching.StoreException;
import news.breve.writing.Identity;
import org.junit.jupiter.api.Test;

final class BriefTelemetryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
  private static final Identity WRITER = new Identity("mistral", "ministral-8b", "t=0", "p-1");

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final BriefTelemetry telemetry =
      new BriefTelemetry(new LogLines(log), "newsroom", Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void made_aNewBrief_isOneLineWithItsMetrics() {
    telemetry.request("r-1");
    telemetry.made(BriefTestData.brief(), Duration.ofMillis(1234));

    JsonNode line = line();
    assertThat(line.path("event").textValue()).isEqualTo("brief");
    assertThat(line.path("requestId").textValue()).isEqualTo("r-1");
    assertThat(line.path("id").textValue()).isEqualTo(BriefTestData.ID);
    assertThat(line.path("status").textValue()).isEqualTo("verified");
    assertThat(line.path("language").textValue()).isEqualTo("fr");
    assertThat(line.path("characters").intValue()).isEqualTo(BriefTestData.article().length());
    assertThat(line.path("milliseconds").intValue()).isEqualTo(1234);
    assertThat(line.path("calls").intValue()).isEqualTo(1);
    assertThat(line.path("InputTokens").intValue()).isEqualTo(812);
    assertThat(line.path("OutputTokens").intValue()).isEqualTo(240);
    assertThat(line.path("cacheHit").booleanValue()).isFalse();
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("Rimouski");
  }

  @Test
  void made_aHit_countsNoTokens() {
    telemetry.made(BriefTestData.brief().withCacheHit(true), Duration.ofMillis(3));

    JsonNode line = line();
    assertThat(line.path("CacheHits").intValue()).isEqualTo(1);
    assertThat(line.path("InputTokens").intValue()).isZero();
    assertThat(line.path("calls").intValue()).isZero();
  }

  @Test
  void line_ofAnyEvent_isTheEmbeddedMetricFormat() {
    telemetry.made(BriefTestData.brief(), Duration.ofMillis(5));
    telemetry.failed(
        BriefTestData.article(), new ProblemException(Problem.MODEL_FAILED, "why"), Duration.ZERO);
    telemetry.called(WRITER, Duration.ofMillis(900), null);
    telemetry.storeFailed(new StoreException("the table can't be reached"));

    assertThat(log.toString(StandardCharsets.UTF_8).lines().map(Json::parse))
        .hasSize(4)
        .allSatisfy(BriefTelemetryTest::assertEmbeddedMetrics);
  }

  @Test
  void called_whenTheModelFails_countsAFailure() {
    telemetry.called(WRITER, Duration.ofSeconds(25), Problem.MODEL_TIMEOUT);

    JsonNode line = line();
    assertThat(line.path("ModelFailures").intValue()).isEqualTo(1);
    assertThat(line.path("ModelMilliseconds").intValue()).isEqualTo(25_000);
    assertThat(line.path("problem").textValue()).isEqualTo("model-timeout");
    assertThat(line.path("provider").textValue()).isEqualTo("mistral");
  }

  /** Every dimension and every metric is the name of a field, as the specification demands. */
  private static void assertEmbeddedMetrics(JsonNode line) {
    assertThat(line.at("/_aws/Timestamp").longValue()).isEqualTo(NOW.toEpochMilli());
    assertThat(line.path("stack").textValue()).isEqualTo("newsroom");
    assertThat(line.at("/_aws/CloudWatchMetrics"))
        .isNotEmpty()
        .allSatisfy(directive -> {
          assertThat(directive.path("Namespace").textValue()).isEqualTo("Breve");
          assertThat(directive.at("/Dimensions/0"))
              .allSatisfy(name -> assertThat(line.path(name.textValue()).isTextual()).isTrue());
          assertThat(directive.path("Metrics"))
              .isNotEmpty()
              .allSatisfy(metric ->
                  assertThat(line.path(metric.path("Name").textValue()).isNumber()).isTrue());
        });
  }

  private JsonNode line() {
    return Json.parse(log.toString(StandardCharsets.UTF_8));
  }
}
