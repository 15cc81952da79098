package news.breve.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.breve.article.Json;
import news.breve.http.Exchange.Request;
import news.breve.http.Exchange.Response;
import news.breve.http.HttpContract;

/** The contract through events of API Gateway (REST, payload v1). */
final class LambdaHttpTest extends HttpContract {
  @Override
  protected Door open(Map<String, String> environment) {
    return new EventDoor(environment);
  }

  private static final class EventDoor implements Door {
    private final HttpHandler handler;

    EventDoor(Map<String, String> environment) {
      handler =
          new HttpHandler(
              new FunctionEnvironment(environment, id -> "no key is asked for"),
              new LogLines(OutputStream.nullOutputStream()),
              Clock.systemUTC());
    }

    @Override
    public Response exchange(Request request) {
      byte[] event = event(request).toString().getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        handler.handleRequest(new ByteArrayInputStream(event), answer, null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return response(Json.parse(answer.toString(StandardCharsets.UTF_8)));
    }

    /** Returns the event that API Gateway makes of a request, whose body it takes for bytes. */
    private static ObjectNode event(Request request) {
      String[] address = request.path().split("\\?", 2);
      ObjectNode event = Json.mapper().createObjectNode();
      event.put("resource", "/{proxy+}");
      event.put("path", address[0]);
      event.put("httpMethod", request.method());
      ObjectNode headers = event.putObject("headers");
      ObjectNode all = event.putObject("multiValueHeaders");
      request
          .headers()
          .forEach(header -> {
            headers.put(header.getKey(), header.getValue());
            all.withArray("/" + header.getKey()).add(header.getValue());
          });
      if (address.length == 2) {
        ObjectNode query = event.putObject("queryStringParameters");
        ObjectNode everyQuery = event.putObject("multiValueQueryStringParameters");
        for (String parameter : address[1].split("&", -1)) {
          String[] pair = parameter.split("=", 2);
          String value = pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
          query.put(pair[0], value);
          everyQuery.withArray("/" + pair[0]).add(value);
        }
      }
      event.putObject("requestContext").put("requestId", "request").put("path", address[0]);
      event.put("isBase64Encoded", request.body().length > 0);
      event.put(
          "body",
          request.body().length == 0 ? null : Base64.getEncoder().encodeToString(request.body()));
      return event;
    }

    private static Response response(JsonNode answer) {
      Map<String, List<String>> headers = new HashMap<>();
      answer
          .path("headers")
          .properties()
          .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().textValue())));
      answer
          .path("multiValueHeaders")
          .properties()
          .forEach(header -> {
            List<String> values = new ArrayList<>();
            header.getValue().forEach(value -> values.add(value.textValue()));
            headers.put(header.getKey(), values);
          });
      String body = answer.path("body").asText("");
      return new Response(
          answer.path("statusCode").intValue(),
          headers,
          answer.path("isBase64Encoded").booleanValue()
              ? Base64.getMimeDecoder().decode(body)
              : body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // A container is ended by the platform.
    }
  }
}
