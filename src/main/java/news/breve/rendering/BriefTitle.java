package news.breve.rendering;

import news.breve.article.Language;
import news.breve.brief.Brief;

/** What a document with a brief is called. */
final class BriefTitle {
  private BriefTitle() {}

  /** Returns the headline in the reader's language, else in the other. */
  static String of(Brief brief, Wording words) {
    String fr = brief.headline().fr();
    String en = brief.headline().en();
    String own = words.language() == Language.FRENCH ? fr : en;
    String headline = own != null ? own : fr != null ? fr : String.valueOf(en);
    return Visible.line(headline) + " – Brève";
  }
}
