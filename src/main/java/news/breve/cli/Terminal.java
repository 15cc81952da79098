package news.breve.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.rendering.Ink;
import news.breve.rendering.Visible;
import news.breve.writing.LocalModels;

/**
 * The streams of the process and what is behind them.
 *
 * @param in where {@code -} reads from
 * @param out results
 * @param err everything else
 * @param variables the environment
 * @param properties what the launcher found out: {@code breve.terminal.in}, {@code .out} and {@code
 *     .err} are {@code true} where a person sits behind the stream, {@code breve.columns} is the
 *     width; {@code breve.ollama} is where Ollama would listen, if not at its usual port
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Map<String, String> properties) {
  private static final int DEFAULT_COLUMNS = 80;

  /** Names no variable: keys are among them. */
  @Override
  public String toString() {
    return "Terminal(" + columns() + ")";
  }

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

  /** Returns the language of the person's locale (POSIX), if it is French or English. */
  Optional<Language> language() {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> variables.getOrDefault(name, ""))
        .filter(locale -> !locale.isEmpty())
        .findFirst()
        .flatMap(Language::ofTag);
  }

  /** Returns how to look for models on this machine. */
  LocalModels localModels() {
    String ollama = properties.get("breve.ollama");
    return ollama == null ? new LocalModels() : new LocalModels(ollama);
  }

  /**
   * Says one line to the person, never on the stream of results. Names of files and values of
   * options are others' words, and may hold what steers a terminal.
   */
  void say(String line) {
    err.println(Visible.line(line));
  }
}
