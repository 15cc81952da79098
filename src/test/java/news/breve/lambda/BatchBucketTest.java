package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.calling.AwsCallException;
import news.breve.calling.AwsCalls;
import news.breve.calling.Credentials;
import news.breve.configuration.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a real socket, to a double that checks signatures. */
final class BatchBucketTest {
  private AwsDouble aws;
  private BatchBucket bucket;

  @BeforeEach
  void start() throws Exception {
    aws = new AwsDouble();
    bucket = new BatchBucket(aws.client(), "archive");
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incoming/a.json",
        "incoming/2019/l'été à Québec (1).txt",
        "incoming/a+b & c=d.html",
        "incoming//twice.txt",
        "incoming/../up.txt",
        "incoming/100%/~x*.txt"
      })
  void read_ofAKey_isSignedAsS3WantsIt(String key) {
    aws.put("/archive/" + key, "Une brève.");

    assertThat(bucket.read(key, 100)).asString(StandardCharsets.UTF_8).isEqualTo("Une brève.");
  }

  @Test
  void read_ofALargeObject_stopsOneByteAfterTheLimit() {
    aws.put("/archive/a", "x".repeat(1_000_000));

    assertThat(bucket.read("a", 1_000)).hasSize(1_001);
  }

  @Test
  void open_ofAnObject_isReadAsItComes() throws Exception {
    aws.put("/archive/a", "x".repeat(100_000));

    try (InputStream object = bucket.open("a")) {
      assertThat(object.readAllBytes()).hasSize(100_000);
    }
  }

  @Test
  void write_ofJson_isThere() {
    bucket.write("results/é.json", "{\"fr\":\"été\"}");

    assertThat(aws.json("/archive/results/é.json").path("fr").textValue()).isEqualTo("été");
  }

  @Test
  void read_ofWhatIsMissing_isNotFound() {
    assertThatThrownBy(() -> bucket.read("a", 10))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
    assertThat(aws.calls).hasSize(1);
  }

  @Test
  void read_whileS3SlowsDown_isTriedAgain() {
    aws.put("/archive/a", "x");
    aws.faults.addAll(List.of(503, 500));

    assertThat(bucket.read("a", 10)).hasSize(1);
    assertThat(aws.calls).hasSize(3);
  }

  @Test
  void read_whileS3StaysDown_failsWithItsCodeAlone() {
    aws.faults.addAll(List.of(503, 503, 503));

    assertThatThrownBy(() -> bucket.read("a", 10))
        .isInstanceOf(AwsCallException.class)
        .hasMessage("s3 answered 503 SlowDown");
    assertThat(aws.calls).hasSize(3);
  }

  @Test
  void read_ofNobody_failsWithoutWaiting() {
    aws.close();

    assertThatThrownBy(() -> bucket.read("a", 10))
        .isInstanceOf(AwsCallException.class)
        .hasMessageStartingWith("s3 can't be reached");
  }

  @ParameterizedTest
  @CsvSource({
    "ca-central-1, https://archive.s3.ca-central-1.amazonaws.com",
    "cn-north-1, https://archive.s3.cn-north-1.amazonaws.com.cn"
  })
  void request_withoutADouble_goesToTheRegion(String region, String endpoint) {
    AwsCalls calls =
        new AwsCalls(
            new Variables(Map.of()),
            () -> new Credentials("", "", null),
            region,
            Clock.systemUTC());

    AwsCalls.Request request =
        new BatchBucket(calls, "archive").request("GET", "a b", Map.of(), "");

    assertThat(request.endpoint()).hasToString(endpoint);
    assertThat(request.path()).isEqualTo("/a%20b");
  }
}
