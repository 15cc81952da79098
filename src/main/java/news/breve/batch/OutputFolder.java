package news.breve.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import news.breve.brief.Brief;
import news.breve.rendering.JsonText;
import news.breve.writing.TokenBudget;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a run writes to: {@code results.jsonl}, {@code briefs/ID.json}, {@code
 * report.json}. One run at a time has it; the operating system takes the lock back however that run
 * ends.
 */
public final class OutputFolder implements AutoCloseable {
  private static final String REPORT = "report.json";

  private final Path path;
  private final Path briefs;
  private final FileChannel lock;
  private final RunBudget budget;
  private final ResultsFile results;

  private OutputFolder(Path path, long budgetTokens) throws IOException {
    this.path = path;
    this.briefs = Files.createDirectories(path.resolve("briefs"));
    this.lock =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(lock)) {
      lock.close();
      throw new InUseException();
    }
    this.budget = RunBudget.open(path.resolve(".tokens"), budgetTokens);
    this.results = ResultsFile.open(path);
  }

  /** Another run writes to the folder. */
  public static final class InUseException extends IOException {
    private static final long serialVersionUID = 1;

    InUseException() {
      super("another run writes to it");
    }
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      @Nullable FileLock taken = file.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Opens, and where it is missing makes, the folder.
   *
   * @param budgetTokens most tokens that all runs into it may take
   * @throws InUseException if another run has it
   */
  public static OutputFolder open(Path path, long budgetTokens) throws IOException {
    return new OutputFolder(path, budgetTokens);
  }

  ResultsFile results() {
    return results;
  }

  RunBudget spending() {
    return budget;
  }

  /** Returns what the calls take their tokens from. */
  public TokenBudget budget() {
    return budget;
  }

  /** Returns how many results earlier runs left. */
  public int earlier() {
    return results.size();
  }

  boolean hasBrief(String id) {
    return Files.exists(file(id));
  }

  /** Keeps a brief, unless it is there: it is the same. */
  void keep(Brief brief) throws IOException {
    if (!hasBrief(brief.id())) {
      write(file(brief.id()), JsonText.of(brief));
    }
  }

  private Path file(String id) {
    return briefs.resolve(id + ".json");
  }

  /** Writes the report, in place of the last. */
  void keep(RunReport report) throws IOException {
    write(path.resolve(REPORT), JsonText.of(report));
  }

  /** The file appears whole or not at all. */
  private void write(Path file, String text) throws IOException {
    Path draft = Files.createTempFile(path, ".new-", "");
    try {
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public void close() throws IOException {
    budget.close();
    lock.close();
  }
}
