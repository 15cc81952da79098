package news.breve.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import news.breve.article.Intake;
import news.breve.article.Language;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Submission;
import news.breve.caching.BriefKey;
import news.breve.checking.Matching;
import news.breve.rendering.HtmlPage;
import news.breve.service.Answer;
import news.breve.service.BriefListener;
import news.breve.writing.Identity;

/**
 * The page for people: a form, and the brief that comes of it. Only a server of one's own has it,
 * for behind API Gateway a browser has no key to show.
 */
@Hidden
@Controller
@Requires(property = PageController.SWITCH, value = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {
  static final String SWITCH = "breve.page";

  /** The browser's own word on who sends a form (Fetch Metadata). */
  private static final String SENT_FROM = "Sec-Fetch-Site";

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Intake intake;
  private final Admission admission;
  private final Tenants tenants;
  private final BriefListener listener;

  PageController(Intake intake, Admission admission, Tenants tenants, BriefListener listener) {
    this.intake = intake;
    this.admission = admission;
    this.tenants = tenants;
    this.listener = listener;
  }

  /** Returns the form. */
  @Get("/")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<byte[]> start(HttpRequest<?> request) {
    return page(HttpStatus.OK, pages(request, "").start());
  }

  /** Returns the brief of an article that was pasted, or the form with what is wrong. */
  @Post("/")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<byte[]> write(HttpRequest<byte[]> request) {
    HtmlPage pages = pages(request, "");
    HtmlPage.Entry entry = HtmlPage.Entry.NONE;
    try {
      refuseOthers(request);
      PostedForm form = PostedForm.of(request);
      pages = pages(request, form.pageLanguage());
      entry = form.entry();
      HtmlPage chosen = pages;
      byte[] text = entry.text().getBytes(StandardCharsets.UTF_8);
      return admission.work(text, () -> written(form, chosen));
    } catch (ProblemException e) {
      return problem(e, pages.refused(e, entry));
    }
  }

  /** A form on a page of somebody else may not spend this one's tokens. */
  private static void refuseOthers(HttpRequest<?> request) {
    String from = request.getHeaders().get(SENT_FROM);
    if ("cross-site".equals(from) || "same-site".equals(from)) {
      throw new ProblemException(
          Problem.METHOD_NOT_ALLOWED, "the form was sent by a page of another site");
    }
  }

  private HttpResponse<byte[]> written(PostedForm form, HtmlPage pages) {
    Submission submission = intake.read(form.article()).withOptions(form.options());
    Answer answer = tenants.service().answer(submission, tenants.service().deadline(), listener);
    return answered(answer, pages);
  }

  private static HttpResponse<byte[]> answered(Answer answer, HtmlPage pages) {
    return switch (answer) {
      case Answer.Ready(var brief) ->
          page(HttpStatus.OK, pages.brief(brief))
              .header(HttpHeaders.CONTENT_LOCATION, HtmlPage.path(brief.id()));
      case Answer.BeingWritten(String id, Duration left) -> {
        Duration wait = left.compareTo(RETRY_AFTER) < 0 ? left : RETRY_AFTER;
        yield page(HttpStatus.ACCEPTED, pages.waiting(id))
            .header(HttpHeaders.LOCATION, HtmlPage.path(id))
            .header(HttpHeaders.RETRY_AFTER, ProblemResponses.seconds(wait));
      }
    };
  }

  /** Returns the page of a brief that is kept, or that is being written. */
  @Get("/briefs/{id}")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<byte[]> find(HttpRequest<?> request, @PathVariable String id) {
    HtmlPage pages = pages(request, "");
    try {
      return Optional.of(id)
          .filter(BriefKey::isId)
          .flatMap(tenants.service()::find)
          .map(answer -> answered(answer, pages))
          .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no such brief"));
    } catch (ProblemException e) {
      return problem(e, pages.missing(e));
    }
  }

  private HtmlPage pages(HttpRequest<?> request, String language) {
    Identity writer = tenants.service().writer();
    String model = writer.isModel() ? writer.provider() + " " + writer.model() : null;
    return new HtmlPage(language(request, language), Matching::of, model);
  }

  /** What the switch of the page says, else what the browser does, else English. */
  private static Language language(HttpRequest<?> request, String chosen) {
    return Language.ofTag(chosen)
        .or(() -> request.getParameters().getFirst("lang").flatMap(Language::ofTag))
        .or(() -> Languages.of(request))
        .orElse(Language.ENGLISH);
  }

  private static MutableHttpResponse<byte[]> problem(ProblemException e, String document) {
    MutableHttpResponse<byte[]> response =
        page(HttpStatus.valueOf(e.problem().httpStatus()), document);
    e.retryAfter()
        .ifPresent(
            wait -> response.header(HttpHeaders.RETRY_AFTER, ProblemResponses.seconds(wait)));
    return response;
  }

  private static MutableHttpResponse<byte[]> page(HttpStatus status, String document) {
    return PagePolicy.on(
            HttpResponse.<byte[]>status(status)
                .body(document.getBytes(StandardCharsets.UTF_8))
                .contentType("text/html; charset=utf-8"),
            PagePolicy.OF_PAGES)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
