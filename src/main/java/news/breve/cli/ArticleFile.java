package news.breve.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import org.jspecify.annotations.Nullable;

/** Reads an article from a file, or from standard input under the name {@code -}. */
final class ArticleFile {
  /** Twice the limit of the intake, for UTF-16, and a little: what is larger need not be read. */
  private static final int MAX_BYTES = 1 << 20;

  private ArticleFile() {}

  /**
   * Returns the article undecoded.
   *
   * @param language the tag given with {@code --language}, null if none
   * @throws ProblemException {@code not-found}, or {@code invalid-article} if it can't be read
   */
  static Source read(String name, InputStream standardInput, @Nullable String language) {
    if (name.equals("-")) {
      try {
        return source(standardInput, Source.Type.UNKNOWN, language);
      } catch (IOException e) {
        throw new ProblemException(Problem.INVALID_ARTICLE, "standard input can't be read");
      }
    }
    Path file = Path.of(name);
    if (Files.isDirectory(file)) {
      throw new ProblemException(Problem.INVALID_ARTICLE, "“" + name + "” is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return source(in, type(name), language);
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.NOT_FOUND, "there is no file “" + name + "”");
    } catch (AccessDeniedException e) {
      throw new ProblemException(Problem.INVALID_ARTICLE, "“" + name + "” may not be read");
    } catch (IOException e) {
      throw new ProblemException(Problem.INVALID_ARTICLE, "“" + name + "” can't be read");
    }
  }

  private static Source source(InputStream in, Source.Type type, @Nullable String language)
      throws IOException {
    return new Source(in.readNBytes(MAX_BYTES), type, null, language);
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
