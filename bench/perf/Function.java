import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A function that is measured. */
enum Function {
  REFERENCE("Reference", "reference"),
  HTTP("news.breve.lambda.HttpHandler", "function"),
  DIRECT("news.breve.lambda.DirectHandler", "function");

  private static final Path EVENT = Path.of("events/http-brief-fr.json");
  private static final Path DIRECT_EVENT = Path.of("events/direct-brief.json");

  /** In both events. */
  private static final String PRICE = "18,5 millions";

  final String handler;

  /** The folder under target/bench that holds its jars in {@code lib}. */
  final String folder;

  Function(String handler, String folder) {
    this.handler = handler;
    this.folder = folder;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns its event with another price in it, so that it is another article. */
  String event(int number) throws IOException {
    return Files.readString(this == DIRECT ? DIRECT_EVENT : EVENT)
        .replace(PRICE, "18," + number + " millions");
  }

  /** Returns its event with an article of some words. */
  String event(int number, int words) throws IOException {
    String price = "18," + number + " millions";
    String text = Files.readString(Path.of("events/article-fr.txt"));
    String all =
        IntStream.iterate(0, i -> i + 1)
            .mapToObj(i -> text.replace("3,4 millions", price))
            .limit(1 + words / text.split("\\s+").length)
            .collect(Collectors.joining("\n"));
    int end = 0;
    for (int i = 0; i < words; i++) {
      end = nextSpace(all, end + 1);
    }
    String body = "{\"text\":" + quoted(all.substring(0, end).strip() + ".") + "}";
    return this == DIRECT
        ? body
        : Files.readString(EVENT)
            .replaceFirst(
                "(?s)\"body\": \".*?[^\\\\]\",\\s+\"isBase64Encoded\"",
                java.util.regex.Matcher.quoteReplacement(
                    "\"body\": " + quoted(body) + ", \"isBase64Encoded\""));
  }

  private static int nextSpace(String text, int from) {
    int i = from;
    while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }
}
