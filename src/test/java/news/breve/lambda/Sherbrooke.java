package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import news.breve.article.Json;

/** Any number of articles that one draft of a model proves, and how a handler is given them. */
final class Sherbrooke {
  static final String DRAFT =
      """
      {"headline":{"fr":"Sherbrooke adopte son budget","en":"Sherbrooke adopts its budget","evidence":[1]},
       "sentences":[
        {"fr":"Sherbrooke a adopté lundi un budget de 412 millions de dollars.","en":"Sherbrooke on Monday adopted a $412-million budget.","evidence":[1]},
        {"fr":"« Nous n'avons pas touché aux bibliothèques », a dit le maire.","en":"“We did not touch the libraries,” the mayor said.","evidence":[2,3]}],
       "keyFacts":[]}
      """;

  static final String GERMAN =
      """
      {"source":"german","text":"Der Stadtrat hat am Montag einen Haushalt von vier Millionen Euro \
      beschlossen. Die Bürgermeisterin sprach von einem guten Tag für die Stadt und ihre Bewohner."}\
      """;

  private Sherbrooke() {}

  /** Returns an article, unlike those of other numbers. */
  static ObjectNode article(int number) {
    String text =
        """
        Le conseil municipal de Sherbrooke a adopté lundi un budget de 412 millions de dollars.

        La taxe foncière augmentera de 3,2 %%, a annoncé le maire Luc Gendron.

        « Nous n'avons pas touché aux bibliothèques », a-t-il dit.

        C'est la séance numéro %d.\
        """
            .formatted(number);
    return Json.mapper().createObjectNode().put("text", text);
  }

  static ObjectNode article(int number, String source) {
    return article(number).put("source", source);
  }

  /** Returns an invocation that ends after a while. */
  static Context context(Duration left) {
    long end = System.nanoTime() + left.toNanos();
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> (int) ((end - System.nanoTime()) / 1_000_000);
                  case "getAwsRequestId" -> "request";
                  default -> null;
                });
  }

  static JsonNode invoke(RequestStreamHandler handler, String event, Duration left)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context(left));
    return Json.parse(answer.toString(StandardCharsets.UTF_8));
  }
}
