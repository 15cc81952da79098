package news.breve.cli;

import java.io.InputStream;
import java.util.Locale;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import org.jspecify.annotations.Nullable;

/** Reads an article from a file, or from standard input under the name {@code -}. */
final class ArticleFile {
  /** Twice the limit of the intake, for UTF-16, and a little. */
  private static final int MAX_BYTES = 1 << 20;

  private ArticleFile() {}

  /**
   * Returns the article undecoded.
   *
   * @param language the tag given with {@code --language}, null if none
   * @throws ProblemException {@code not-found}, or {@code invalid-article} if it can't be read
   */
  static Source read(String name, InputStream standardInput, @Nullable String language) {
    byte[] bytes = InputFile.read(name, standardInput, MAX_BYTES);
    return new Source(bytes, type(name), null, language);
  }

  /** Returns the type that a file name's ending tells; of the others the content tells it. */
  private static Source.Type type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "txt" -> Source.Type.PLAIN_TEXT;
      case "html", "htm", "xhtml" -> Source.Type.HTML;
      case "json", "jsonld", "ninjs" -> Source.Type.JSON;
      default -> Source.Type.UNKNOWN;
    };
  }
}
