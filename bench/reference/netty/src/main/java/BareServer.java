package bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A Micronaut server on Netty that answers the bytes of a file from memory, and does nothing else. */
public final class BareServer {
  /** What is answered, read once. */
  record Answer(byte[] bytes) {}

  /** Prints its URL once it answers. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .singletons(new Answer(Files.readAllBytes(Path.of(arguments[0]))))
            .properties(
                Map.of("micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1"))
            .start();
    EmbeddedServer server = context.getBean(EmbeddedServer.class);
    server.start();
    System.out.println("http://127.0.0.1:" + server.getPort());
    new CountDownLatch(1).await();
  }

  /** The one route. */
  @Controller("/bytes")
  static final class Bytes {
    private final Answer answer;

    Bytes(Answer answer) {
      this.answer = answer;
    }

    @Get
    HttpResponse<byte[]> get() {
      return HttpResponse.ok(answer.bytes())
          .header("ETag", "\"bytes\"")
          .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
