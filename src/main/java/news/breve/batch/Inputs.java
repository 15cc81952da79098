package news.breve.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a run, one after another, in an order that doesn't change: the files of a folder by
 * their names, folders within it included, and the lines of files of JSON Lines. Nothing is held
 * but the names of the folders on the way.
 */
public final class Inputs implements AutoCloseable {
  private static final Set<String> ARTICLES =
      Set.of("txt", "html", "htm", "xhtml", "json", "jsonld", "ninjs");
  private static final Set<String> LINES = Set.of("jsonl", "ndjson");

  private final @Nullable Path root;
  private final @Nullable Path leftOut;
  private final @Nullable Path start;
  private final Deque<Iterator<Path>> folders = new ArrayDeque<>();
  private @Nullable JsonLines lines;
  private String linesName = "";
  private final AtomicLong done = new AtomicLong();
  private long linesDone;
  private long ignored;

  private Inputs(@Nullable Path root, @Nullable Path leftOut, @Nullable Path start) {
    this.root = root;
    this.leftOut = leftOut;
    this.start = start;
    if (start != null) {
      folders.push(List.of(start).iterator());
    }
  }

  /** Returns the lines of a stream. */
  public static Inputs ofStream(InputStream in, String name) {
    Inputs inputs = new Inputs(null, null, null);
    inputs.lines = new JsonLines(in, BatchItem.MAX_BYTES);
    inputs.linesName = name;
    return inputs;
  }

  /**
   * Returns what a file or a folder holds.
   *
   * @param leftOut a folder that isn't looked into: the one that is written to
   * @throws ProblemException {@code not-found}, or {@code invalid-article} if it holds nothing that
   *     can be read
   */
  public static Inputs of(Path path, Path leftOut) {
    if (Files.isDirectory(path)) {
      return new Inputs(path, leftOut.toAbsolutePath().normalize(), path);
    }
    if (!Files.exists(path)) {
      throw new ProblemException(Problem.NOT_FOUND, "there is no file “" + path + "”");
    }
    if (!Files.isReadable(path)) {
      throw BatchItem.invalid("“" + path + "” may not be read");
    }
    String ending = ending(path);
    if (!ARTICLES.contains(ending) && !LINES.contains(ending)) {
      throw BatchItem.invalid(
          "“" + path + "” is neither a folder nor .jsonl, nor an article: .txt, .html, .json");
    }
    Path file = path.toAbsolutePath();
    return new Inputs(file.getParent(), null, file);
  }

  /** Returns the next input, null at the end. */
  @Nullable Input next() throws IOException {
    while (true) {
      if (lines != null) {
        Input line = nextLine(lines);
        if (line != null) {
          return line;
        }
      }
      Optional<Path> file = nextFile();
      if (file.isEmpty()) {
        return null;
      }
      Path path = file.get();
      if (!LINES.contains(ending(path))) {
        return article(path);
      }
      try {
        lines = new JsonLines(Files.newInputStream(path), BatchItem.MAX_BYTES);
        linesName = name(path);
        linesDone = 0;
      } catch (IOException e) {
        return unreadable(path, e);
      }
    }
  }

  private @Nullable Input nextLine(JsonLines from) throws IOException {
    JsonLines.Line line = from.next();
    done.addAndGet(from.position() - linesDone);
    linesDone = from.position();
    if (line == null) {
      from.close();
      lines = null;
      return null;
    }
    String name = linesName + ":" + line.number();
    return Input.of(BatchItem.ofJson(line.bytes(), name), line.bytes());
  }

  private Input article(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(BatchItem.MAX_BYTES + 1);
      done.addAndGet(size(path));
      return Input.of(BatchItem.ofFile(name(path), bytes), bytes);
    } catch (IOException e) {
      return unreadable(path, e);
    }
  }

  private Input unreadable(Path path, IOException e) {
    ProblemException why =
        switch (e) {
          case NoSuchFileException _ -> new ProblemException(Problem.NOT_FOUND, "the file is gone");
          case AccessDeniedException _ -> BatchItem.invalid("the file may not be read");
          default -> BatchItem.invalid("the file can't be read");
        };
    return Input.of(BatchItem.refused(name(path), why), new byte[0]);
  }

  private Optional<Path> nextFile() throws IOException {
    while (!folders.isEmpty()) {
      Iterator<Path> folder = folders.peek();
      if (!folder.hasNext()) {
        folders.pop();
        continue;
      }
      Path path = folder.next();
      if (Files.isDirectory(path)) {
        if (!path.toAbsolutePath().normalize().equals(leftOut)
            && (path.equals(root) || !Files.isSymbolicLink(path))) {
          folders.push(sorted(path).iterator());
        }
      } else if (isInput(path)) {
        return Optional.of(path);
      } else {
        ignored++;
      }
    }
    return Optional.empty();
  }

  private static List<Path> sorted(Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path path : all) {
        if (!path.getFileName().toString().startsWith(".")) {
          paths.add(path);
        }
      }
    }
    paths.sort(null);
    return paths;
  }

  private static boolean isInput(Path path) {
    String ending = ending(path);
    return ARTICLES.contains(ending) || LINES.contains(ending);
  }

  private static String ending(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Returns the path under the root, with slashes on every system. */
  private String name(Path path) {
    Path relative = root == null ? path : root.relativize(path);
    return relative.toString().replace('\\', '/');
  }

  private static long size(Path path) throws IOException {
    return Files.size(path);
  }

  /** Returns how many bytes of the inputs were read. */
  public long done() {
    return done.get();
  }

  /** Returns how many files were passed over for their names. */
  public long ignored() {
    return ignored;
  }

  /** Returns how many bytes there are in all; empty if that can't be known before the end. */
  public OptionalLong total() {
    if (start == null) {
      return OptionalLong.empty();
    }
    Inputs again = new Inputs(root, leftOut, start);
    long total = 0;
    try {
      for (Optional<Path> file = again.nextFile(); file.isPresent(); file = again.nextFile()) {
        total += size(file.get());
      }
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(total);
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
