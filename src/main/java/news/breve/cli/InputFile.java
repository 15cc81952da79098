package news.breve.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import news.breve.article.Problem;
import news.breve.article.ProblemException;

/** Reads a file, or standard input under the name {@code -}. */
final class InputFile {
  static final String STANDARD_INPUT = "-";

  private InputFile() {}

  /**
   * Returns the first bytes of a file.
   *
   * @param limit most bytes to read: what is larger than any input need not be read to its end
   * @throws ProblemException {@code not-found}, or {@code invalid-article} if it can't be read
   */
  static byte[] read(String name, InputStream standardInput, int limit) {
    if (name.equals(STANDARD_INPUT)) {
      try {
        return standardInput.readNBytes(limit);
      } catch (IOException e) {
        throw invalid("standard input can't be read");
      }
    }
    Path file = path(name);
    if (Files.isDirectory(file)) {
      throw invalid("“" + name + "” is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit);
    } catch (NoSuchFileException e) {
      throw new ProblemException(Problem.NOT_FOUND, "there is no file “" + name + "”");
    } catch (AccessDeniedException e) {
      throw invalid("“" + name + "” may not be read");
    } catch (IOException e) {
      throw invalid("“" + name + "” can't be read");
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new ProblemException(Problem.NOT_FOUND, "there can be no file “" + name + "”");
    }
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Problem.INVALID_ARTICLE, detail);
  }
}
