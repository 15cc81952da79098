package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import news.breve.article.Intake;
import news.breve.article.Language;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.rendering.JsonText;
import news.breve.rendering.ProblemDocument;
import news.breve.service.Answer;
import news.breve.service.BriefListener;
import news.breve.writing.Deadline;

/** Briefs: made of an article, or looked up. */
@Controller("/v1/briefs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BriefController {
  private final Intake intake;
  private final Admission admission;
  private final Tenants tenants;
  private final Deadlines deadlines;
  private final BriefListener listener;
  private final Recent recent;

  BriefController(
      Intake intake,
      Admission admission,
      Tenants tenants,
      Deadlines deadlines,
      BriefListener listener,
      Recent recent) {
    this.intake = intake;
    this.admission = admission;
    this.tenants = tenants;
    this.deadlines = deadlines;
    this.listener = listener;
    this.recent = recent;
  }

  /**
   * Makes the brief of an article, or returns the one that is kept. The same article under the same
   * configuration is written, and paid for, once.
   */
  @Post
  @Tag(name = "briefs")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(oneOf = {SentArticle.class, SentCheck.ForeignArticle.class}),
            examples = {
              @ExampleObject(name = "français", value = Examples.ARTICLE_FR),
              @ExampleObject(name = "English", value = Examples.ARTICLE_EN),
              @ExampleObject(name = "NewsArticle", value = Examples.NEWS_ARTICLE)
            }),
        @Content(
            mediaType = "text/plain",
            schema = @Schema(type = "string"),
            examples = @ExampleObject(name = "français", value = Examples.TEXT_FR)),
        @Content(mediaType = "text/html", schema = @Schema(type = "string"))
      })
  @BriefResponse
  @BeingWrittenResponse
  @RequestProblems
  @ModelProblems
  @Consumes(MediaType.ALL)
  @Produces({MediaType.APPLICATION_JSON, MediaType.ALL})
  @Parameter(
      name = Deadlines.HEADER,
      in = ParameterIn.HEADER,
      description = Deadlines.DESCRIPTION,
      schema = @Schema(type = "integer", format = "int64", minimum = "1"))
  HttpResponse<byte[]> write(HttpRequest<byte[]> request) {
    Deadline deadline = deadlines.of(request);
    Parameters.refuse(request);
    Payload payload = Payload.of(request);
    Negotiated negotiated = Negotiated.of(request);
    String asked = recent.remembers() && tenants.areOne() ? negotiated + payload.digest() : "";
    return recent
        .find(asked)
        .<HttpResponse<byte[]>>map(BriefController::written)
        .orElseGet(() ->
            admission.work(payload.bytes(), () -> written(payload, negotiated, deadline, asked)));
  }

  private HttpResponse<byte[]> written(
      Payload payload, Negotiated negotiated, Deadline deadline, String asked) {
    Submission submission = intake.read(payload.article());
    return switch (tenants.service().answer(submission, deadline, listener)) {
      case Answer.Ready(Brief brief) -> {
        Representation representation = Representation.of(brief, negotiated);
        if (brief.cache().hit() && !asked.isEmpty()) {
          recent.remember(asked, representation);
        }
        yield written(representation);
      }
      case Answer.BeingWritten(String id, Duration left) -> beingWritten(id, left);
    };
  }

  private static HttpResponse<byte[]> written(Representation representation) {
    return representation.answer().header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** Returns a brief that is kept. */
  @Get("/{id}")
  @Tag(name = "briefs")
  @BriefResponse
  @ApiResponse(responseCode = "304", description = "`If-None-Match` names the ETag of the brief")
  @BeingWrittenResponse
  @LookupProblems
  @ApiResponse(
      responseCode = "502",
      description = "`model-failed`: it could not be written a moment ago",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemDocument.class)))
  @Produces({MediaType.APPLICATION_JSON, MediaType.ALL})
  HttpResponse<byte[]> find(
      HttpRequest<?> request,
      @PathVariable @Parameter(description = "The id of the brief: b1-…") String id) {
    Negotiated negotiated = Negotiated.of(request);
    return switch (tenants.find(id)) {
      case Answer.Ready(Brief brief) -> {
        Representation representation = Representation.of(brief, negotiated);
        if (tenants.areOne()) {
          recent.remember(lookup(request), representation);
        }
        List<String> has = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH);
        yield representation.tag().isNamedBy(has)
            ? cacheable(representation.notModified())
            : kept(representation);
      }
      case Answer.BeingWritten(String writing, Duration left) -> beingWritten(writing, left);
    };
  }

  /** Returns what two requests for the same brief in the same format have in common. */
  static String lookup(HttpRequest<?> request) {
    return request.getPath()
        + '\n'
        + String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT))
        + '\n'
        + Languages.of(request).map(Language::code).orElse("");
  }

  /** Returns a brief that is kept as an answer. */
  static HttpResponse<byte[]> kept(Representation representation) {
    return cacheable(representation.answer());
  }

  /** An id names what was asked, and a brief that expired may be written anew: so ask again. */
  private static HttpResponse<byte[]> cacheable(MutableHttpResponse<byte[]> response) {
    return response.header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  private static HttpResponse<byte[]> beingWritten(String id, Duration left) {
    return HttpResponse.<byte[]>accepted()
        .header(HttpHeaders.LOCATION, "/v1/briefs/" + id)
        .header(HttpHeaders.RETRY_AFTER, BeingWritten.retryAfter(left))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(bytes(JsonText.of(new BeingWritten(id, "writing"))));
  }

  private static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }
}
