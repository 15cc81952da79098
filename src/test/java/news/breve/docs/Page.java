package news.breve.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of Markdown whose examples are run: console blocks, and files by their first line. */
public final class Page {
  private static final Pattern CONSOLE =
      Pattern.compile("```console\n\\$ (?<command>[^\n]*)\n(?<output>.*?)```", Pattern.DOTALL);

  private static final Pattern FILE =
      Pattern.compile("```\\w+\n(?<text>(?://|#) (?<name>\\w+\\.\\w+)\n.*?)```", Pattern.DOTALL);

  /**
   * A command and what it prints; in the output a line … stands for any lines, and … within a line
   * for anything.
   */
  public record Example(String command, String output) {
    /** Asserts that this is what was printed, but for what differs from run to run. */
    public void assertPrinted(String printed) {
      assertThat(masked(printed)).as(command).matches(pattern(output));
    }
  }

  /** A file that a page shows. */
  public record Shown(String name, String text) {}

  private final String text;

  private Page(String text) {
    this.text = text;
  }

  public static Page of(String file) {
    try {
      return new Page(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text() {
    return text;
  }

  /** Returns the part under a heading of the second level. */
  public Page section(String heading) {
    return Stream.of(text.split("(?m)^## ", -1))
        .filter(section -> section.startsWith(heading + "\n"))
        .map(Page::new)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no section " + heading));
  }

  public List<Example> examples() {
    return CONSOLE
        .matcher(text)
        .results()
        .map(match -> new Example(match.group("command"), match.group("output")))
        .toList();
  }

  public List<Shown> files() {
    return FILE.matcher(text)
        .results()
        .map(match -> new Shown(match.group("name"), match.group("text")))
        .toList();
  }

  /** Returns the block that stands after a comment with a name, without its fences. */
  public Optional<String> block(String name) {
    return Pattern.compile(
            "<!-- " + Pattern.quote(name) + " -->\n```\\w*\n(.*?)```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .findFirst();
  }

  /** Returns a text without what differs from run to run, or with each new rule: ids and times. */
  private static String masked(String text) {
    return text.replace("\r\n", "\n")
        .replaceAll("b1-(?:[\\w-]+|…)", "b1-ID")
        .replaceAll("\\d+\\.\\d s\n", "0.4 s\n")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "2026-01-01T00:00:00Z");
  }

  private static Pattern pattern(String output) {
    return Stream.of(masked(output).split("(?<=\n)"))
        .map(line ->
            line.strip().equals("…")
                ? "(?:[^\n]*\n)*?"
                : Stream.of(line.split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("[^\n]*")))
        .collect(
            Collectors.collectingAndThen(Collectors.joining(), regex -> Pattern.compile(regex)));
  }
}
