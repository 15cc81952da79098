package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.breve.BriefTestData;
import news.breve.calling.AwsCalls;
import news.breve.writing.MisbehavingServer;
import news.breve.writing.MisbehavingServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller is told when the table doesn't answer as it should, and how soon. */
final class DynamoDbFailureTest {
  private static final String TABLE = "briefs";

  /** The five seconds that a call may take, and a second for a busy machine. */
  private static final Duration LIMIT = Duration.ofSeconds(6);

  private static BriefStore store(AwsCalls calls) {
    return new DynamoDbBriefStore(calls, TABLE, "desk", Duration.ofDays(90), Clock.systemUTC());
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Expects both ways to fail the same way, each in time. */
  private static String reason(AwsCalls calls) {
    long start = System.nanoTime();
    StoreException e =
        catchThrowableOfType(StoreException.class, () -> store(calls).find(BriefTestData.ID));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(e).hasMessageStartingWith("table “briefs” ").hasNoCause();
    assertThat(e.getMessage()).hasSizeLessThan(200).doesNotContain("\n");
    return String.valueOf(e.getMessage());
  }

  @Test
  void missingTable_isNamed() throws Exception {
    try (DynamoDbLocal local = new DynamoDbLocal()) {
      AwsCalls calls = local.calls();
      assertThat(reason(calls))
          .isEqualTo("table “briefs” refused the read: ResourceNotFoundException");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store(calls).save(BriefTestData.brief()))
          .withMessage("table “briefs” refused the write: ResourceNotFoundException");
    }
  }

  @Test
  void nobodyListens_isSaidAtOnce() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(reason(DynamoDbLocal.calls(local(port))))
        .isEqualTo("table “briefs” can't be reached for a read: ConnectException");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neverDone_isGivenUpInTime(boolean trickles) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> acceptAll(server, trickles));
      assertThat(reason(DynamoDbLocal.calls(local(server.getLocalPort()))))
          .isEqualTo("table “briefs” can't be reached for a read: no answer in time");
    }
  }

  private static void acceptAll(ServerSocket server, boolean trickles) {
    try {
      while (true) {
        Socket socket = server.accept();
        if (trickles) {
          Thread.ofVirtual().start(() -> trickle(socket));
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  /** One byte at a time: a limit on silence alone would wait for ever. */
  private static void trickle(Socket socket) {
    try (socket) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
      while (true) {
        out.write(' ');
        out.flush();
        Thread.sleep(200);
      }
    } catch (IOException | InterruptedException e) {
      // The client has given up.
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, ProvisionedThroughputExceededException, 3",
    "400, ThrottlingException, 3",
    "400, AccessDeniedException, 1",
    "400, UnrecognizedClientException, 1",
    "500, InternalServerError, 3",
    "503, '', 3"
  })
  void serviceError_isNamedByItsCode_andTriedAgainOnlyIfThatHelps(
      int status, String code, int attempts) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String body =
        code.isEmpty()
            ? "<html>busy</html>"
            : "{\"__type\":\"com.amazonaws.dynamodb.v20120810#"
                + code
                + "\",\"message\":\"arn:aws:iam::1:user/anne may not\"}";
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      assertThat(reason(DynamoDbLocal.calls(local(server.getAddress().getPort()))))
          .isEqualTo("table “briefs” refused the read: " + (code.isEmpty() ? "HTTP 503" : code));
      assertThat(requests).hasValue(attempts);
    } finally {
      server.stop(0);
    }
  }

  static Stream<Answer> misbehaviour() {
    return Stream.of(
        new Answer.HeadersThenHang(),
        new Answer.Reset(),
        new Answer.Cut("{\"Item\":{\"tenant\":{\"S\":\"desk\"}}}"),
        new Answer.Whole(200, Map.of("x-amz-crc32", "1"), "{}"),
        new Answer.Raw("220 mail.example ESMTP\r\n"),
        MisbehavingServer.ok("<html>welcome to the hotel</html>"),
        MisbehavingServer.ok(""),
        new Answer.Whole(500, Map.of(), "{\"__type\":\"a#InternalServerError\"}"),
        new Answer.Whole(503, Map.of(), "<html>busy</html>"),
        new Answer.Whole(400, Map.of(), "{\"__type\":\"a#RequestLimitExceeded\"}"));
  }

  @ParameterizedTest
  @MethodSource("misbehaviour")
  void tableThatMisbehavesOnce_isAskedAgain(Answer answer) {
    try (MisbehavingServer table = new MisbehavingServer()) {
      table.then(answer).then(MisbehavingServer.ok("{}"));
      assertThat(store(DynamoDbLocal.calls(URI.create(table.url()))).find(BriefTestData.ID))
          .isEmpty();
      assertThat(table.requests()).hasSize(2);
    }
  }

  /** Never as if there were nothing: that would be paid for again. */
  @ParameterizedTest
  @MethodSource("misbehaviour")
  void tableThatGoesOnMisbehaving_isAnErrorInTime(Answer answer) {
    try (MisbehavingServer table = new MisbehavingServer()) {
      table.always(answer);
      assertThat(reason(DynamoDbLocal.calls(URI.create(table.url()))))
          .startsWith("table “briefs” ");
      assertThat(table.requests()).hasSizeLessThanOrEqualTo(3);
    }
  }
}
