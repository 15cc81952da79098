package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.breve.http.ProcessVariables;
import org.jspecify.annotations.Nullable;

/** API Gateway REST events (payload v1) for the controllers of {@code news.breve.http}. */
public final class HttpHandler implements RequestStreamHandler {
  private static final String REQUEST_ID = "X-Request-Id";
  private static final String ACCEPT_LANGUAGE = "Accept-Language";
  private static final String LOCATION = "Location";

  private static final String PRIMING_CHECK =
      """
      {"article":{"text":"La mairie de Vaubreuil a voté lundi un budget de 4,2 millions d'euros pour \
      sa bibliothèque. « Nous ouvrirons avant l'été », a promis la maire, Jeanne Aubrac."},\
      "brief":{"headline":{"fr":"Vaubreuil vote","en":"Vaubreuil votes","evidence":[1]},\
      "sentences":[{"fr":"Vaubreuil a voté 4,2 millions d'euros pour sa bibliothèque.",\
      "en":"Vaubreuil voted €4.2 million for its library.","evidence":[1]}],"keyFacts":[]}}\
      """;

  /** What AWS sends holds more than the classes know, and what they leave null need not be sent. */
  private final JsonMapper events =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private final BriefTelemetry telemetry;
  private final RemainingTime time = new RemainingTime();
  private final RequestTenant tenant = new RequestTenant();
  private final ApiGatewayProxyRequestEventFunction controllers;

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
    controllers =
        new ApiGatewayProxyRequestEventFunction(
            context(environment, telemetry, time, tenant, clock));
    priming = Priming.register(this::prime);
  }

  private static ApplicationContext context(
      FunctionEnvironment environment,
      BriefTelemetry telemetry,
      RemainingTime time,
      RequestTenant tenant,
      Clock clock) {
    ApplicationContextBuilder builder = new LambdaApplicationContextBuilder();
    return builder
        .singletons(
            environment,
            new ProcessVariables(environment.atStart()),
            telemetry,
            time,
            tenant,
            clock)
        .banner(false)
        .build();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, @Nullable Context context)
      throws IOException {
    telemetry.request(context == null ? null : context.getAwsRequestId());
    time.of(context);
    JsonNode json = events.readTree(input);
    tenant.of(json);
    APIGatewayProxyRequestEvent event = events.treeToValue(json, APIGatewayProxyRequestEvent.class);
    identify(event);
    strip(event);
    fill(event);
    APIGatewayProxyResponseEvent answer = controllers.handleRequest(event, context);
    locate(answer, event);
    events.writeValue(output, answer);
  }

  /** An empty body gets a space, as good as nothing: Micronaut would refuse it in its own words. */
  private static void fill(APIGatewayProxyRequestEvent event) {
    boolean empty = event.getBody() == null || event.getBody().isEmpty();
    if (empty && "POST".equals(event.getHttpMethod())) {
      event.setBody(" ");
      event.setIsBase64Encoded(false);
    }
  }

  /** A request without an id of its caller's gets that of API Gateway, which its logs have too. */
  private static void identify(APIGatewayProxyRequestEvent event) {
    Map<String, String> headers =
        event.getHeaders() == null
            ? new LinkedHashMap<>()
            : new LinkedHashMap<>(event.getHeaders());
    APIGatewayProxyRequestEvent.ProxyRequestContext context = event.getRequestContext();
    boolean named = headers.keySet().stream().anyMatch(REQUEST_ID::equalsIgnoreCase);
    if (!named && context != null && context.getRequestId() != null) {
      headers.put(REQUEST_ID, context.getRequestId());
      if (event.getMultiValueHeaders() != null) {
        Map<String, List<String>> all = new LinkedHashMap<>(event.getMultiValueHeaders());
        all.put(REQUEST_ID, List.of(context.getRequestId()));
        event.setMultiValueHeaders(all);
      }
    }
    event.setHeaders(headers);
  }

  /**
   * Nothing here is answered by the languages a caller reads, and Micronaut stumbles over what is
   * no list of them.
   */
  private static void strip(APIGatewayProxyRequestEvent event) {
    Stream.of(event.getHeaders(), event.getMultiValueHeaders())
        .filter(Objects::nonNull)
        .forEach(headers -> headers.keySet().removeIf(ACCEPT_LANGUAGE::equalsIgnoreCase));
  }

  /**
   * The controllers know no stage and no base path of a domain, which a caller's path begins with.
   */
  static void locate(APIGatewayProxyResponseEvent answer, APIGatewayProxyRequestEvent event) {
    String prefix = prefix(event);
    Map<String, String> headers = answer.getHeaders();
    if (prefix.isEmpty() || headers == null || !headers.containsKey(LOCATION)) {
      return;
    }
    String location = prefix + headers.get(LOCATION);
    headers.put(LOCATION, location);
    if (answer.getMultiValueHeaders() != null) {
      answer.getMultiValueHeaders().put(LOCATION, List.of(location));
    }
  }

  private static String prefix(APIGatewayProxyRequestEvent event) {
    APIGatewayProxyRequestEvent.ProxyRequestContext context = event.getRequestContext();
    String whole = context == null ? null : context.getPath();
    String path = event.getPath();
    return whole != null && path != null && whole.length() > path.length() && whole.endsWith(path)
        ? whole.substring(0, whole.length() - path.length())
        : "";
  }

  /**
   * Makes briefs and a check of its own, asking neither model nor store, and returns the status
   * that the check was answered with.
   */
  int prime() {
    Priming.makeBriefs();
    APIGatewayProxyRequestEvent check =
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("POST")
            .withPath("/v1/checks")
            .withHeaders(Map.of("Content-Type", "application/json"))
            .withBody(PRIMING_CHECK);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handleRequest(new ByteArrayInputStream(events.writeValueAsBytes(check)), answer, null);
      return events.readTree(answer.toByteArray()).path("statusCode").intValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
