package news.breve.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import news.breve.rendering.Ink;

/**
 * The streams of the process and what is behind them.
 *
 * @param in where {@code -} reads from
 * @param out results
 * @param err everything else
 * @param variables the environment
 * @param properties what the launcher found out: {@code breve.terminal.in}, {@code .out} and {@code
 *     .err} are {@code true} where a person sits behind the stream, {@code breve.columns} is the
 *     width
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Map<String, String> properties) {
  private static final int DEFAULT_COLUMNS = 80;

  boolean isPersonAt(String stream) {
    return "true".equals(properties.get("breve.terminal." + stream));
  }

  /** Returns coloured ink only on a terminal and never under NO_COLOR (no-color.org). */
  Ink ink() {
    boolean plain =
        !variables.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(variables.get("TERM"))
            || !isPersonAt("out");
    return plain ? Ink.PLAIN : Ink.COLOUR;
  }

  int columns() {
    try {
      return Integer.parseInt(properties.getOrDefault("breve.columns", ""));
    } catch (NumberFormatException e) {
      return DEFAULT_COLUMNS;
    }
  }

  /** Says one line to the person, never on the stream of results. */
  void say(String line) {
    err.println(line);
  }
}
