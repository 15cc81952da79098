package news.breve.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import news.breve.article.Json;
import news.breve.article.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * {@code results.jsonl}: a record a line, one an input, in the order of the inputs. Each bears the
 * digest of the input's bytes beside what every record has, so that the next run knows what is done
 * and what was changed since.
 *
 * <p>Records are only ever appended, and reach the disk within a second. Where a record is replaced
 * or its input is gone, the file is written anew beside itself and put in its place at the end; a
 * run that was killed in between leaves both, and the next joins them. A last line that was cut is
 * left out.
 */
final class ResultsFile {
  static final String NAME = "results.jsonl";

  private static final String DIGEST = "inputSha256";
  private static final int USUAL_RECORD = 1 << 9;
  private static final int LONGEST_RECORD = 1 << 16;
  private static final long SYNC = TimeUnit.SECONDS.toNanos(1);

  private final Path file;
  private final Path successor;
  private final FileChannel old;
  private final RecordIndex index = new RecordIndex();
  private final BitSet written = new BitSet();
  private final long oldEnd;

  /** Where records are written: the old file, or its successor once the two part. */
  private FileChannel out;

  private boolean parted;

  /** If lines stand between the records that are none. */
  private boolean mixed;

  /** The records before it are the inputs' so far, in their order. */
  private int inStep;

  private long syncedAt = System.nanoTime();

  private ResultsFile(Path folder) throws IOException {
    file = folder.resolve(NAME);
    successor = folder.resolve(NAME + ".new");
    if (Files.exists(successor)) {
      join();
      mixed = true;
    }
    old =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    oldEnd = read();
    old.truncate(oldEnd);
    old.position(oldEnd);
    out = old;
  }

  /** Opens, and where it is missing makes, the file of a folder. */
  static ResultsFile open(Path folder) throws IOException {
    return new ResultsFile(folder);
  }

  /**
   * A record that an earlier run wrote.
   *
   * @param place which of them it is
   */
  record Kept(int place, ResultRecord result) {}

  private void join() throws IOException {
    try (FileChannel all =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel more = FileChannel.open(successor, StandardOpenOption.READ)) {
      all.position(all.size());
      // Ends a line that was cut; a blank one is passed over.
      all.write(ByteBuffer.wrap(new byte[] {'\n'}));
      copy(more, 0, more.size(), all);
      all.force(true);
    }
    Files.delete(successor);
  }

  private static void copy(FileChannel from, long start, long end, FileChannel to)
      throws IOException {
    for (long at = start; at < end; ) {
      at += from.transferTo(at, end - at, to);
    }
  }

  /** Indexes the records, and returns where the last whole line ends. */
  private long read() throws IOException {
    long end = 0;
    JsonLines lines = new JsonLines(Channels.newInputStream(old), LONGEST_RECORD);
    for (JsonLines.Line line = lines.next(); line != null && line.ended(); line = lines.next()) {
      Optional<Stored> stored = parse(line.bytes());
      if (stored.isPresent()) {
        ResultRecord result = stored.get().result();
        long key = RecordIndex.key(result.source(), stored.get().inputSha256());
        index.add(key, line.offset(), result.isFailed());
      } else {
        mixed = true;
      }
      end = lines.position();
    }
    return end;
  }

  private record Stored(ResultRecord result, String inputSha256) {}

  /** Returns a record; empty if the line holds none, whoever wrote it. */
  private static Optional<Stored> parse(byte[] line) {
    try {
      if (Json.parse(new String(line, StandardCharsets.UTF_8)) instanceof ObjectNode json) {
        JsonNode digest = json.remove(DIGEST);
        ResultRecord result = Json.mapper().treeToValue(json, ResultRecord.class);
        return digest == null || result.source() == null
            ? Optional.empty()
            : Optional.of(new Stored(result, digest.asText()));
      }
    } catch (JsonProcessingException | ProblemException e) {
      // The input is done anew; its brief, if it had one, is in the cache.
    }
    return Optional.empty();
  }

  /** Returns how many records there were. */
  int size() {
    return index.size();
  }

  /** Takes the record that an earlier run has of an input. */
  Optional<Kept> take(String source, String inputSha256) throws IOException {
    int place = index.take(RecordIndex.key(source, inputSha256));
    return place == RecordIndex.NONE
        ? Optional.empty()
        : parse(line(place)).map(stored -> new Kept(place, stored.result()));
  }

  /** Returns the line of a record with its end. */
  private byte[] line(int place) throws IOException {
    long offset = index.offset(place);
    for (int room = USUAL_RECORD; room <= 2 * LONGEST_RECORD; room *= 4) {
      ByteBuffer bytes = ByteBuffer.allocate(room);
      while (bytes.hasRemaining() && old.read(bytes, offset + bytes.position()) >= 0) {
        // Until it is full.
      }
      for (int i = 0; i < bytes.position(); i++) {
        if (bytes.get(i) == '\n') {
          return Arrays.copyOf(bytes.array(), i + 1);
        }
      }
    }
    throw new IOException("a record has no end");
  }

  /** Writes the next record, which an earlier run made. */
  void keep(Kept kept) throws IOException {
    written.set(kept.place());
    if (!parted && !mixed && kept.place() == inStep) {
      inStep++;
      return;
    }
    part();
    append(line(kept.place()));
  }

  /**
   * Writes the next record.
   *
   * @param replaced the one that it comes in place of, null if there is none
   */
  void add(ResultRecord result, String inputSha256, @Nullable Kept replaced) throws IOException {
    if (replaced != null) {
      written.set(replaced.place());
    }
    if (mixed || inStep < index.size()) {
      part();
    }
    ObjectNode json = Json.mapper().valueToTree(result);
    json.put(DIGEST, inputSha256);
    append((json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void append(byte[] line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line);
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    if (System.nanoTime() - syncedAt > SYNC) {
      out.force(false);
      syncedAt = System.nanoTime();
    }
  }

  /** From here on the inputs are others than those of the old file. */
  private void part() throws IOException {
    if (parted) {
      return;
    }
    parted = true;
    out =
        FileChannel.open(
            successor,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    copy(old, 0, inStep < index.size() ? index.offset(inStep) : oldEnd, out);
  }

  /**
   * Ends the file.
   *
   * @param complete if there are no more inputs: what is left of the old records is of inputs that
   *     are gone. If not, they are kept for the next run
   */
  void close(boolean complete) throws IOException {
    try (FileChannel closing = old) {
      if (mixed || (complete && inStep < index.size())) {
        part();
      }
      if (!parted) {
        closing.force(true);
        return;
      }
      try (FileChannel successors = out) {
        if (!complete) {
          for (int place = inStep; place < index.size(); place++) {
            if (!written.get(place)) {
              append(line(place));
            }
          }
        }
        successors.force(true);
      }
      Files.move(
          successor, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
