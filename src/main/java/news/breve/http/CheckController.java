package news.breve.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.brief.Draft;
import news.breve.brief.DraftException;
import news.breve.brief.DraftReader;
import news.breve.brief.Finding;
import news.breve.brief.Verdict;
import news.breve.checking.Checker;
import news.breve.rendering.JsonText;
import news.breve.rendering.ProblemDocument;

/** Checks: any draft against any article. */
@Controller("/v1/checks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CheckController {
  private static final String ARTICLE = "article";
  private static final String BRIEF = "brief";

  private final Intake intake;
  private final Admission admission;
  private final Checker checker;

  CheckController(Intake intake, Admission admission, Checker checker) {
    this.intake = intake;
    this.admission = admission;
    this.checker = checker;
  }

  /** Checks a draft against an article; no model is called and nothing is kept. */
  @Post
  @Tag(name = "checks")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SentCheck.class),
              examples = {
                @ExampleObject(name = "français", value = Examples.CHECK_FR),
                @ExampleObject(name = "English", value = Examples.CHECK_EN),
                @ExampleObject(name = "rejected", value = Examples.CHECK_REJECTED)
              }))
  @ApiResponse(
      responseCode = "200",
      description =
          "What the checks found: `verified` nothing, `review` only warnings, `rejected` at least"
              + " one error",
      headers = @Header(name = "X-Request-Id", schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Checked.class),
              examples = @ExampleObject(name = "rejected", value = Examples.REJECTED)))
  @RequestProblems
  @ApiResponse(
      responseCode = "503",
      description = "`model-unavailable`: too many articles are being worked on",
      headers = @Header(name = "Retry-After", schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemDocument.class)))
  @Consumes(MediaType.ALL)
  @Produces({MediaType.APPLICATION_JSON, "application/*"})
  HttpResponse<byte[]> check(HttpRequest<byte[]> request) {
    Parameters.refuse(request);
    Payload payload = Payload.of(request);
    String json = payload.json();
    requireJsonAccepted(request);
    return admission.work(payload.bytes(), () -> checked(json));
  }

  private HttpResponse<byte[]> checked(String json) {
    JsonNode body = Json.parse(json);
    Article article = article(field(body, ARTICLE));
    List<Finding> findings = checker.check(draft(field(body, BRIEF)), article);
    String answer = JsonText.of(new Checked(Verdict.of(findings), findings, article));
    return HttpResponse.ok(answer.getBytes(StandardCharsets.UTF_8))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static void requireJsonAccepted(HttpRequest<?> request) {
    Optional<String> json =
        Accept.parse(request.getHeaders().getAll(HttpHeaders.ACCEPT))
            .best(List.of(MediaType.APPLICATION_JSON));
    if (json.isEmpty()) {
      throw new ProblemException(Problem.NOT_ACCEPTABLE, "a check is answered as application/json");
    }
  }

  private static JsonNode field(JsonNode body, String name) {
    if (!body.isObject()) {
      throw invalid("the body is not an object with “article” and “brief”");
    }
    body.fieldNames()
        .forEachRemaining(key -> {
          if (!key.equals(ARTICLE) && !key.equals(BRIEF)) {
            throw invalid("the body has a key beside “article” and “brief”");
          }
        });
    JsonNode value = body.get(name);
    if (value == null || !value.isObject()) {
      throw invalid(name + (value == null ? " is missing" : " is not an object"));
    }
    return value;
  }

  private Article article(JsonNode json) {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    return intake.read(new Source(bytes, Source.Type.JSON, null, null)).article();
  }

  private static Draft draft(JsonNode json) {
    try {
      return DraftReader.readForeign(json);
    } catch (DraftException e) {
      throw invalid(BRIEF + ": " + e.detail());
    }
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Problem.INVALID_ARTICLE, detail);
  }
}
