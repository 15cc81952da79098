package news.breve.writing;

import static news.breve.writing.MisbehavingServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import news.breve.writing.MisbehavingServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
final class LocalModelsTest {
  private final MisbehavingServer server = new MisbehavingServer();

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void firstModelThatCanWrite_isNamed() {
    server.then(
        ok(
            """
            {"models":[
              {"name":"nomic-embed-text:latest","details":{"family":"nomic-bert"}},
              {"name":"mistral-small:24b","details":{"family":"llama"}},
              {"name":"gemma3:12b","details":{"family":"gemma3"}}]}
            """));

    assertThat(new LocalModels(server.url()).ollamaModel(Duration.ofSeconds(10)))
        .contains("mistral-small:24b");
    assertThat(server.request().path()).isEqualTo("/api/tags");
  }

  static Stream<Answer> uselessAnswers() {
    return Stream.of(
        ok("{\"models\":[]}"),
        ok("{}"),
        ok("[]"),
        ok("<html>"),
        ok("{\"models\":[{\"name\":\"evil; rm -rf ~\"}]}"),
        new Answer.Whole(404, Map.of(), "{\"models\":[{\"name\":\"m\"}]}"),
        new Answer.Cut("{\"models\":[{\"name\":\"m\"}]}"),
        new Answer.Raw("ferry\r\n\r\n"),
        new Answer.Reset());
  }

  @ParameterizedTest
  @MethodSource("uselessAnswers")
  void uselessAnswer_namesNone(Answer answer) {
    server.then(answer);

    assertThat(new LocalModels(server.url()).ollamaModel(Duration.ofSeconds(10))).isEmpty();
  }

  static Stream<Answer> endlessAnswers() {
    return Stream.of(
        new Answer.HangBeforeHeaders(),
        new Answer.HeadersThenHang(),
        new Answer.Trickle(" ".repeat(1000), Duration.ofMillis(100)));
  }

  @ParameterizedTest
  @MethodSource("endlessAnswers")
  void endlessAnswer_namesNone_andIsLeft(Answer answer) throws InterruptedException {
    server.then(answer);

    assertThat(new LocalModels(server.url()).ollamaModel(Duration.ofMillis(300))).isEmpty();
    assertThat(server.seesClientGo(Duration.ofSeconds(10))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://no-such-host.invalid", "http://127.0.0.1:1", "not a url"})
  void addressWhereNothingListens_namesNone(String address) {
    assertThat(new LocalModels(address).ollamaModel(Duration.ofMillis(300))).isEmpty();
  }
}
