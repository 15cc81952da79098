package news.breve.article;

/** The format an article came in. */
public enum InputKind {
  PLAIN_TEXT,
  HTML,
  /** Brève's own JSON object with {@code text}. */
  JSON_TEXT,
  /** Brève's own JSON object with {@code html}. */
  JSON_HTML,
  /** A schema.org NewsArticle (or a subtype) in JSON-LD. */
  NEWS_ARTICLE,
  /** An IPTC ninjs 2 or 3 item. */
  NINJS
}
