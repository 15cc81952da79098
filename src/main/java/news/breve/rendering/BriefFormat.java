package news.breve.rendering;

/**
 * The formats a brief is written in, each with a name for the command line and a media type for
 * HTTP. The first is the one for who accepts any.
 */
public enum BriefFormat {
  /** The whole brief, for programs. */
  JSON("application/json", ""),
  /** For a person who reads it. */
  TEXT("text/plain", BriefFormat.UTF_8),
  /** For a person who reads it, with passages as footnotes. */
  MARKDOWN("text/markdown", BriefFormat.UTF_8),
  /** For a person who wants to see why: one file that needs nothing else. */
  HTML("text/html", BriefFormat.UTF_8),
  /** For news systems. */
  NINJS("application/ninjs+json", ""),
  /** For the page that a brief is published on. */
  JSONLD("application/ld+json", ""),
  /** Copy for print. */
  WIRE("text/vnd.breve.wire", BriefFormat.UTF_8),
  /** Key facts for a spreadsheet. */
  CSV("text/csv", "; charset=utf-8; header=present");

  private static final String UTF_8 = "; charset=utf-8";

  /** Columns of text that nobody told the width of. */
  private static final int COLUMNS = 80;

  private final String mediaType;
  private final String parameters;

  BriefFormat(String mediaType, String parameters) {
    this.mediaType = mediaType;
    this.parameters = parameters;
  }

  /** Returns the media type without parameters, such as {@code text/csv}. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the media type with its parameters, for {@code Content-Type}. */
  public String contentType() {
    return mediaType + parameters;
  }

  /**
   * Returns what writes it, for no terminal.
   *
   * @param html what writes HTML, for who reads it
   */
  public BriefRenderer renderer(HtmlRenderer html) {
    return switch (this) {
      case JSON -> new JsonRenderer();
      case TEXT -> new TextRenderer(Ink.PLAIN, COLUMNS, null);
      case MARKDOWN -> new MarkdownRenderer();
      case HTML -> html;
      case NINJS -> new NinjsRenderer();
      case JSONLD -> new JsonLdRenderer();
      case WIRE -> new WireRenderer();
      case CSV -> new CsvRenderer();
    };
  }
}
