package news.breve.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.article.Language;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.DraftJson;
import news.breve.brief.Match;
import org.jspecify.annotations.Nullable;

/** The pages that a server answers, in the language of who reads them. */
public final class HtmlPage {
  /** In how many seconds a page looks again for a brief that is being written. */
  private static final int LOOK_AGAIN = 2;

  private static final String START = "/";

  private final Wording words;
  private final Function<Brief, List<Match>> matching;
  private final @Nullable String model;

  /**
   * Makes the pages.
   *
   * @param language the reader's
   * @param matching finds what of a brief stands where in its article
   * @param model who would write, null where no model is configured
   */
  public HtmlPage(
      Language language, Function<Brief, List<Match>> matching, @Nullable String model) {
    this.words = Wording.in(language);
    this.matching = matching;
    this.model = model;
  }

  /** What was put into the form: the article, and what was chosen; empty where nothing was. */
  public record Entry(String text, String sentences, String language) {
    /** A form that nobody has touched. */
    public static final Entry NONE = new Entry("", "", "");
  }

  /** Returns the first page. */
  public String start() {
    return form(Entry.NONE, null);
  }

  /** Returns the first page with an article in it, to show how it works. */
  public String sample(Language language) {
    String name = "article-" + language.code() + ".txt";
    return form(new Entry(Resource.text(name), "", ""), null);
  }

  /** Returns the first page as it was filled in, with why there is no brief. */
  public String refused(ProblemException problem, Entry entry) {
    return form(entry, ErrorView.of(problem, words));
  }

  private String form(Entry entry, @Nullable ErrorView error) {
    String title = error == null ? words.of("form.title") : words.of("error.title");
    Shell shell = shell(title, START, null, null);
    FormView form = new FormView(entry.text(), entry.sentences(), entry.language(), model, error);
    return Templates.document(shell, "start.jte", Map.of("shell", shell, "form", form));
  }

  /** Returns the page of a brief. */
  public String brief(Brief brief) {
    Shell shell = shell(BriefTitle.of(brief, words), path(brief.id()), brief, null);
    BriefView view = BriefViews.of(brief, matching.apply(brief), words);
    return Templates.document(shell, "brief.jte", Map.of("shell", shell, "brief", view));
  }

  /** Returns the page of a brief that is being written: it looks again by itself. */
  public String waiting(String id) {
    Shell shell = shell(words.of("wait.title"), path(id), null, LOOK_AGAIN);
    return Templates.document(shell, "waiting.jte", Map.of("shell", shell, "id", id));
  }

  /** Returns a page that says why there is no brief here. */
  public String missing(ProblemException problem) {
    Shell shell = shell(words.of("error.title"), START, null, null);
    return Templates.document(
        shell, "missing.jte", Map.of("shell", shell, "error", ErrorView.of(problem, words)));
  }

  /**
   * Returns the page for developers.
   *
   * @param description OpenAPI 3.0
   */
  public String developers(JsonNode description) {
    Shell shell = shell(words.of("api.title"), "/developers", null, null);
    return Templates.document(
        shell, "developers.jte", Map.of("shell", shell, "api", ApiView.of(description)));
  }

  /** Returns the path of a brief's page. */
  public static String path(String id) {
    return "/briefs/" + id;
  }

  private Shell shell(String title, String self, @Nullable Brief brief, @Nullable Integer refresh) {
    String whole = title.endsWith("Brève") ? title : title + " – Brève";
    return new Shell(words, whole, self, null, data(brief), refresh);
  }

  /** What the script needs to say things, and to have a draft checked. */
  private String data(@Nullable Brief brief) {
    ObjectNode data = Json.mapper().createObjectNode();
    data.put("language", words.language().code()).put("model", model);
    data.set("words", Json.mapper().valueToTree(words.ofScript()));
    if (brief != null) {
      data.set("messages", Json.mapper().valueToTree(words.messages()));
      Article article = brief.article();
      data.putObject("article")
          .put("text", article.text())
          .put("title", article.title())
          .put("language", article.language().code())
          .put("publishedAt", article.publishedAt());
      data.put("sha256", article.sha256());
      data.set("draft", DraftJson.of(brief.draft()));
    }
    return JsonText.inScript(data);
  }
}
