package news.breve.rendering;

import news.breve.article.Article;

/** A file that the page loads; its address changes with what is in it. */
public enum PageAsset {
  STYLE("page.css", "text/css"),
  SCRIPT("page.js", "text/javascript");

  /** Enough of a digest to tell two versions apart. */
  private static final int DIGITS = 12;

  private final String name;
  private final String mediaType;
  private final String text;

  PageAsset(String name, String mediaType) {
    this.name = name;
    this.mediaType = mediaType;
    String own = Resource.text(name);
    this.text = name.endsWith(".css") ? own + LitRules.of(LitRules.MOST) : own;
  }

  /** Returns the file itself. */
  public String text() {
    return text;
  }

  /** Returns its name in an address. */
  public String fileName() {
    return name;
  }

  /** Returns what it is, without a charset. */
  public String mediaType() {
    return mediaType;
  }

  String url() {
    return "/page/" + name + "?" + Article.sha256(text).substring(0, DIGITS);
  }
}
