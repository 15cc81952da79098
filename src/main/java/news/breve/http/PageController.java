package news.breve.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import news.breve.article.Intake;
import news.breve.article.Language;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Submission;
import news.breve.rendering.HtmlPage;
import news.breve.service.Answer;
import news.breve.service.BriefListener;

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

  private final Intake intake;
  private final Admission admission;
  private final Tenants tenants;
  private final BriefListener listener;
  private final Pages pages;

  PageController(
      Intake intake, Admission admission, Tenants tenants, BriefListener listener, Pages pages) {
    this.intake = intake;
    this.admission = admission;
    this.tenants = tenants;
    this.listener = listener;
    this.pages = pages;
  }

  /** Returns the form, with an article in it where the address asks for a sample. */
  @Get("/")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<byte[]> start(HttpRequest<?> request) {
    HtmlPage shown = pages.in(request, "");
    return Pages.ok(
        request
            .getParameters()
            .getFirst("sample")
            .flatMap(Language::ofTag)
            .map(shown::sample)
            .orElseGet(shown::start));
  }

  /** Returns the brief of an article that was pasted, or the form with what is wrong. */
  @Post("/")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<byte[]> write(HttpRequest<byte[]> request) {
    HtmlPage shown = pages.in(request, "");
    HtmlPage.Entry entry = HtmlPage.Entry.NONE;
    try {
      refuseOthers(request);
      PostedForm form = PostedForm.of(request);
      HtmlPage chosen = pages.in(request, form.pageLanguage());
      shown = chosen;
      entry = form.entry();
      byte[] text = entry.text().getBytes(StandardCharsets.UTF_8);
      return admission.work(text, () -> written(form, chosen));
    } catch (ProblemException e) {
      return Pages.problem(e, shown.refused(e, entry));
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

  private HttpResponse<byte[]> written(PostedForm form, HtmlPage shown) {
    Submission submission = intake.read(form.article()).withOptions(form.options());
    Answer answer = tenants.service().answer(submission, tenants.service().deadline(), listener);
    return answered(answer, shown);
  }

  private static HttpResponse<byte[]> answered(Answer answer, HtmlPage shown) {
    return switch (answer) {
      case Answer.Ready(var brief) ->
          Pages.ok(shown.brief(brief))
              .header(HttpHeaders.CONTENT_LOCATION, HtmlPage.path(brief.id()));
      case Answer.BeingWritten(String id, Duration left) ->
          Pages.answer(HttpStatus.ACCEPTED, shown.waiting(id))
              .header(HttpHeaders.LOCATION, HtmlPage.path(id))
              .header(HttpHeaders.RETRY_AFTER, BeingWritten.retryAfter(left));
    };
  }

  /** Returns the page of a brief that is kept, or that is being written. */
  @Get("/briefs/{id}")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<byte[]> find(HttpRequest<?> request, @PathVariable String id) {
    HtmlPage shown = pages.in(request, "");
    try {
      return answered(tenants.find(id), shown);
    } catch (ProblemException e) {
      return Pages.problem(e, shown.missing(e));
    }
  }
}
