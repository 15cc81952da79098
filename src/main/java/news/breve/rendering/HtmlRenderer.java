package news.breve.rendering;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.breve.article.Language;
import news.breve.brief.Brief;
import news.breve.brief.Match;
import org.jspecify.annotations.Nullable;

/**
 * A brief as one HTML file that needs nothing else: no script, no font, no picture, no network. Its
 * own words are in the reader's language.
 */
public final class HtmlRenderer implements BriefRenderer {
  private final @Nullable Language language;
  private final Function<Brief, List<Match>> matching;

  /**
   * Makes a renderer.
   *
   * @param language the reader's; null for the article's own
   * @param matching finds what of a brief stands where in its article
   */
  public HtmlRenderer(@Nullable Language language, Function<Brief, List<Match>> matching) {
    this.language = language;
    this.matching = matching;
  }

  @Override
  public String render(Brief brief) {
    Wording words = Wording.in(language == null ? brief.article().language() : language);
    Shell shell = new Shell(words, BriefTitle.of(brief, words), "", PageStyle.ofFile(), null, null);
    BriefView view = BriefViews.of(brief, matching.apply(brief), words);
    return Templates.document(shell, "brief.jte", Map.of("shell", shell, "brief", view));
  }

  /** Returns the policy that a server may send with such a file, which has it inside too. */
  public static String policy() {
    return PageStyle.ofFile().policy() + "; frame-ancestors 'none'";
  }
}
