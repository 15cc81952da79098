package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import news.breve.configuration.Variables;
import news.breve.http.Journal;
import news.breve.http.Routes;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.BoundedWriter;
import news.breve.writing.BriefWriter;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway REST events (payload v1) for the controllers of {@code news.breve.http}, without a
 * bean container (docs/adr/0018).
 */
public final class HttpHandler implements RequestStreamHandler {
  private static final String REQUEST_ID = "X-Request-Id";
  private static final String LOCATION = "Location";

  private static final String PRIMING_CHECK =
      """
      {"article":{"text":"La mairie de Vaubreuil a voté lundi un budget de 4,2 millions d'euros pour \
      sa bibliothèque. « Nous ouvrirons avant l'été », a promis la maire, Jeanne Aubrac."},\
      "brief":{"headline":{"fr":"Vaubreuil vote","en":"Vaubreuil votes","evidence":[1]},\
      "sentences":[{"fr":"Vaubreuil a voté 4,2 millions d'euros pour sa bibliothèque.",\
      "en":"Vaubreuil voted €4.2 million for its library.","evidence":[1]}],"keyFacts":[]}}\
      """;

  /** What AWS sends is not ours to refuse. */
  private final JsonMapper events = JsonMapper.builder().build();

  private final BriefTelemetry telemetry;
  private final RemainingTime time = new RemainingTime();
  private final RequestTenant tenant = new RequestTenant();
  private final Routes routes;

  // CRaC holds resources weakly: the handler, which lives as long as the container, holds them.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** Made by Lambda, once per container. */
  public HttpHandler() {
    this(FunctionEnvironment.ofLambda(), new LogLines(), Clock.systemUTC());
  }

  HttpHandler(FunctionEnvironment environment, LogLines log, Clock clock) {
    LibraryLogs.install(log);
    telemetry = new BriefTelemetry(log, environment.stack(), clock);
    Variables variables = new Variables(environment.atStart());
    Configuration configuration = Configuration.from(variables);
    BriefWriter writer =
        RenewedWriter.of(
            BoundedWriter.of(configuration.writer(), BoundedWriter.Limits.from(variables)),
            environment,
            renewed -> Configuration.from(new Variables(renewed)).writer());
    BriefService service = configuration.service(writer, configuration.store(clock), clock);
    routes =
        new Routes(
            service, configuration, new Routes.Host(telemetry, Journal.ofLog(), time, tenant));
    priming =
        Priming.register(() -> {
          prime();
          Priming.reachOut(service);
          Priming.askNobody(environment.atStart());
        });
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, @Nullable Context context)
      throws IOException {
    telemetry.request(context == null ? null : context.getAwsRequestId());
    time.of(context);
    JsonNode event = events.readTree(input);
    tenant.of(event);
    HttpResponse<byte[]> response = routes.answer(request(event));
    events.writeValue(output, answer(response, prefix(event)));
  }

  /** Returns the request that an event is of. */
  static HttpRequest<byte[]> request(JsonNode event) {
    MutableHttpRequest<byte[]> request =
        HttpRequest.create(HttpMethod.parse(event.path("httpMethod").asText()), address(event));
    headers(event).forEach(request::header);
    return request.body(body(event));
  }

  /** No route has a query: it is enough to know that there is one. */
  private static String address(JsonNode event) {
    StringJoiner query = new StringJoiner("&");
    event.path("queryStringParameters").fieldNames().forEachRemaining(query::add);
    event.path("multiValueQueryStringParameters").fieldNames().forEachRemaining(query::add);
    try {
      return new URI(
              null,
              null,
              event.path("path").asText(),
              query.length() == 0 ? null : query.toString(),
              null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      return "/-";
    }
  }

  /**
   * Returns the headers, several of one name as one list (RFC 9110, 5.3). A request without an id
   * of its caller's gets that of API Gateway, which its logs have too.
   */
  private static Map<String, String> headers(JsonNode event) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    JsonNode id = event.at("/requestContext/requestId");
    if (id.isTextual()) {
      headers.put(REQUEST_ID, id.textValue());
    }
    event.path("headers").forEachEntry((name, value) -> headers.put(name, value.asText()));
    event
        .path("multiValueHeaders")
        .forEachEntry((name, values) -> {
          StringJoiner list = new StringJoiner(", ");
          values.forEach(value -> list.add(value.asText()));
          headers.put(name, list.toString());
        });
    return headers;
  }

  private static byte[] body(JsonNode event) {
    JsonNode body = event.path("body");
    if (!body.isTextual()) {
      return new byte[0];
    }
    return event.path("isBase64Encoded").asBoolean()
        ? Base64.getMimeDecoder().decode(body.textValue())
        : body.textValue().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns what API Gateway makes the response of.
   *
   * @param prefix what a caller's path begins with before the path of a route
   */
  ObjectNode answer(HttpResponse<byte[]> response, String prefix) {
    ObjectNode answer = events.createObjectNode();
    answer.put("statusCode", response.code());
    ObjectNode one = answer.putObject("headers");
    ObjectNode all = answer.putObject("multiValueHeaders");
    response
        .getHeaders()
        .forEach((name, values) -> {
          ArrayNode list = all.putArray(name);
          for (String value : values) {
            String whole = name.equalsIgnoreCase(LOCATION) ? prefix + value : value;
            list.add(whole);
            one.put(name, whole);
          }
        });
    byte[] body = response.body();
    answer.put("body", body == null ? "" : new String(body, StandardCharsets.UTF_8));
    answer.put("isBase64Encoded", false);
    return answer;
  }

  /**
   * The controllers know no stage and no base path of a domain, which a caller's path begins with.
   */
  static String prefix(JsonNode event) {
    String whole = event.at("/requestContext/path").asText();
    String path = event.path("path").asText();
    return !path.isEmpty() && whole.length() > path.length() && whole.endsWith(path)
        ? whole.substring(0, whole.length() - path.length())
        : "";
  }

  /**
   * Makes briefs and a check of its own, asking neither model nor store, and returns the status
   * that the check was answered with.
   */
  int prime() {
    Priming.makeBriefs();
    ObjectNode check = events.createObjectNode();
    check.put("httpMethod", "POST").put("path", "/v1/checks").put("body", PRIMING_CHECK);
    check.putObject("headers").put("Content-Type", "application/json");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handleRequest(new ByteArrayInputStream(events.writeValueAsBytes(check)), answer, null);
      return events.readTree(answer.toByteArray()).path("statusCode").intValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
