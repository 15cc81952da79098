package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonLinesTest {
  private static final int LONGEST = 20;
  private static final String LETTERS = "ab{}\" \t\r\n\n\né€\u0000";

  private static List<String> lines(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    try (JsonLines reader = new JsonLines(in, LONGEST)) {
      for (JsonLines.Line line = reader.next(); line != null; line = reader.next()) {
        lines.add(shown(line.number(), line.bytes()));
      }
    }
    return lines;
  }

  /** ISO 8859-1 shows each byte as a character. */
  private static String shown(long number, byte[] bytes) {
    return number + ":" + new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("\n\n \t\r\n", List.of()),
        Arguments.of("a\nb\n", List.of("1:a", "2:b")),
        Arguments.of("a\r\nb", List.of("1:a", "2:b")),
        Arguments.of("\n\na\n  \nb", List.of("3:a", "5:b")),
        Arguments.of("\ufeffa\n\ufeffb", List.of("1:a", "2:\u00ef\u00bb\u00bfb")),
        Arguments.of("\ufeff\nb", List.of("2:b")),
        Arguments.of(" a \n", List.of("1: a ")),
        Arguments.of("x".repeat(20) + "\nb", List.of("1:" + "x".repeat(20), "2:b")),
        // One more than the longest says that there was more.
        Arguments.of("x".repeat(999) + "\nb", List.of("1:" + "x".repeat(21), "2:b")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void next_returnsLinesWithTheirNumbers(String text, List<String> expected) throws IOException {
    assertThat(lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(expected);
  }

  /** However the stream is cut into pieces, and whatever stands in it. */
  @Test
  void next_randomTexts_areReadAsSplittingThemReadsThem() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      List<String> expected = new ArrayList<>();
      String[] split = text.toString().split("\n", -1);
      for (int i = 0; i < split.length; i++) {
        String line =
            split[i].endsWith("\r") ? split[i].substring(0, split[i].length() - 1) : split[i];
        if (!line.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r')) {
          byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
          expected.add(shown(i + 1, Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST + 1))));
        }
      }
      InputStream pieces = new Pieces(text.toString().getBytes(StandardCharsets.UTF_8), random);
      assertThat(lines(pieces)).as(text.toString()).isEqualTo(expected);
    }
  }

  @Test
  void next_offsetsAndEnds_leadBackToTheLines() throws IOException {
    byte[] text = "\ufeffa\n\nbc\r\nd".getBytes(StandardCharsets.UTF_8);
    JsonLines reader = new JsonLines(new ByteArrayInputStream(text), LONGEST);
    List<JsonLines.Line> lines =
        IntStream.range(0, 3)
            .mapToObj(i -> {
              try {
                return reader.next();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
            .toList();
    assertThat(lines).extracting(JsonLines.Line::offset).containsExactly(0L, 6L, 10L);
    assertThat(lines).extracting(JsonLines.Line::ended).containsExactly(true, true, false);
    assertThat(reader.position()).isEqualTo(text.length);
  }

  /** Five gigabytes would do as well: nothing of a line is held but its beginning. */
  @Test
  void next_oneEndlessLine_isCutInConstantMemory() throws IOException {
    InputStream endless =
        new InputStream() {
          private long left = 300_000_000;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
              return -1;
            }
            left -= length;
            Arrays.fill(buffer, offset, offset + length, (byte) 'x');
            return length;
          }
        };
    assertThat(lines(endless)).containsExactly("1:" + "x".repeat(21));
  }

  private static final class Pieces extends InputStream {
    private final ByteArrayInputStream in;
    private final Random random;

    Pieces(byte[] bytes, Random random) {
      this.in = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return in.read(buffer, offset, Math.min(length, 1 + random.nextInt(7)));
    }
  }
}
