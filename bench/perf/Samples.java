import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Measurements of one thing, in the order they were taken. */
final class Samples {
  private double[] values = new double[16];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  double median() {
    return percentile(50);
  }

  /** Returns the nearest rank. */
  double percentile(double percent) {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[Math.clamp((int) Math.ceil(percent / 100.0 * size) - 1, 0, size - 1)];
  }

  /** Returns some of them, the first {@code from}. */
  Samples part(int from, int to) {
    Samples part = new Samples();
    for (int i = from; i < to; i++) {
      part.add(values[i]);
    }
    return part;
  }

  int size() {
    return size;
  }

  /** Keeps them, one line a name, so that whoever doubts a median can look. */
  void keep(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(name + ".txt"),
        DoubleStream.of(Arrays.copyOf(values, size))
            .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
            .collect(Collectors.joining("\n", "", "\n")));
  }
}
