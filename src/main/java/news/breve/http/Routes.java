package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.function.Supplier;
import news.breve.article.Intake;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.checking.Checker;
import news.breve.rendering.BriefFormat;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The controllers without a server and without a bean container, for who gets requests by other
 * means (docs/adr/0018). The routes are few and stand here a second time; one contract test holds
 * both doors to the same answers.
 */
public final class Routes {
  private static final String BRIEFS = "/v1/briefs";
  private static final String CHECKS = "/v1/checks";
  private static final String HEALTH = "/health";
  private static final String OPEN_API = "/openapi.yml";

  private final BriefController briefs;
  private final HealthController health;
  private final OpenApiController openApi = new OpenApiController();
  private final ProblemResponses problems;
  private final Intake intake = new Intake();
  private final Admission admission = new Admission();
  private @Nullable CheckController checks;

  /**
   * What the process that gets the requests knows of them.
   *
   * @param listener told of every brief
   * @param journal told of what fails
   */
  public record Host(BriefListener listener, Journal journal, HostTime time, HostTenant tenant) {}

  /** Makes the controllers over a service. */
  public Routes(BriefService service, Configuration configuration, Host host) {
    briefs =
        new BriefController(
            intake,
            admission,
            new Tenants(service, host.tenant(), configuration),
            new Deadlines(service, host.time()),
            host.listener(),
            // A function answers one request at a time, and often it is the only one of its kind.
            Recent.never());
    health = new HealthController(service);
    problems = new ProblemResponses(host.journal());
  }

  /** Answers a request, with a problem document if it can't be answered otherwise. */
  public HttpResponse<byte[]> answer(HttpRequest<byte[]> request) {
    MutableHttpResponse<?> response;
    try {
      response = routed(request).toMutableResponse();
    } catch (RuntimeException e) {
      response = problems.handle(request, e).toMutableResponse();
    }
    if (request.getMethod() == HttpMethod.HEAD) {
      response.body(null);
    }
    return bytes(response.header(RequestIds.HEADER, RequestIds.of(request)));
  }

  @SuppressWarnings("unchecked") // All answers are bytes, which the framework's type forgets.
  private static HttpResponse<byte[]> bytes(MutableHttpResponse<?> response) {
    return (HttpResponse<byte[]>) response;
  }

  private HttpResponse<byte[]> routed(HttpRequest<byte[]> request) {
    String path = request.getPath();
    return switch (path) {
      case BRIEFS -> post(request, () -> briefs.write(request));
      case CHECKS -> post(request, () -> checks().check(request));
      case HEALTH -> get(request, () -> asJson(request, health::health));
      case OPEN_API -> get(request, openApi::description);
      default -> {
        String id = path.startsWith(BRIEFS + "/") ? path.substring(BRIEFS.length() + 1) : "";
        if (id.isEmpty() || id.indexOf('/') >= 0) {
          throw new ProblemException(Problem.NOT_FOUND, "there is no such address");
        }
        yield get(request, () -> briefs.find(request, id));
      }
    };
  }

  private HttpResponse<byte[]> get(
      HttpRequest<byte[]> request, Supplier<HttpResponse<byte[]>> answer) {
    boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    return reads ? answer.get() : notAllowed(request, "GET, HEAD");
  }

  private HttpResponse<byte[]> post(
      HttpRequest<byte[]> request, Supplier<HttpResponse<byte[]>> answer) {
    return request.getMethod() == HttpMethod.POST ? answer.get() : notAllowed(request, "POST");
  }

  private HttpResponse<byte[]> notAllowed(HttpRequest<byte[]> request, String allow) {
    MutableHttpResponse<?> response =
        problems
            .handle(
                request,
                new ProblemException(
                    Problem.METHOD_NOT_ALLOWED,
                    "the header Allow names the methods of this address"))
            .toMutableResponse();
    return bytes(response.header(HttpHeaders.ALLOW, allow));
  }

  private static HttpResponse<byte[]> asJson(
      HttpRequest<byte[]> request, Supplier<HttpResponse<byte[]>> answer) {
    if (Accept.parse(request.getHeaders().getAll(HttpHeaders.ACCEPT))
        .best(List.of(BriefFormat.JSON.mediaType()))
        .isEmpty()) {
      throw new ProblemException(Problem.NOT_ACCEPTABLE, "no such format is answered");
    }
    return answer.get();
  }

  /** Most processes check no draft but their own. */
  private CheckController checks() {
    CheckController made = checks;
    if (made == null) {
      made = new CheckController(intake, admission, new Checker());
      checks = made;
    }
    return made;
  }
}
