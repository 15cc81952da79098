package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process with the class path of the zip: runs {@code HANDLER EVENT…}, prints an answer a line.
 */
public final class RunEvents {
  private RunEvents() {}

  public static void main(String[] arguments) throws Exception {
    RequestStreamHandler handler =
        Class.forName(arguments[0])
            .asSubclass(RequestStreamHandler.class)
            .getConstructor()
            .newInstance();
    for (int i = 1; i < arguments.length; i++) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try (InputStream event = Files.newInputStream(Path.of(arguments[i]))) {
        handler.handleRequest(event, answer, null);
        System.err.println(answer.toString(StandardCharsets.UTF_8));
      } catch (RuntimeException e) {
        System.err.println(e.getClass().getName());
      }
    }
  }
}
