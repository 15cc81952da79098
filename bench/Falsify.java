import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Source;
import news.breve.brief.DraftReader;
import news.breve.brief.Finding;
import news.breve.checking.Checker;

/**
 * Counts the falsifications of bench/falsify that the checks catch, and their false alarms on clean
 * drafts. A falsification is caught if the falsified draft has a finding, in the item that was
 * falsified, that the clean draft doesn't have.
 */
final class Falsify {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WARM_UP = 3;

  private record Edit(String path, String from, String to) {}

  private record Falsification(String id, String kind, boolean byWords, String draft, List<Edit> edits) {}

  /** What became of the falsifications of one kind. */
  private static final class Tally {
    private int total;
    private int errors;
    private int warnings;

    private void add(Tally other) {
      total += other.total;
      errors += other.errors;
      warnings += other.warnings;
    }

    private String row(String name) {
      int caught = errors + warnings;
      return String.format(
          "  %-22s %4d/%-4d %5.1f %%   %4d as errors, %d as warnings",
          name, caught, total, total == 0 ? 0 : 100.0 * caught / total, errors, warnings);
    }
  }

  private final boolean list;
  private final Checker checker = new Checker();
  private final List<Double> milliseconds = new ArrayList<>();

  private Falsify(boolean list) {
    this.list = list;
  }

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
    boolean list = options.contains("--list");
    List<String> halves = options.stream().filter(option -> !option.startsWith("--")).toList();
    if (list && !halves.equals(List.of("tuning"))) {
      System.err.println("--list tells of the tuning half alone: bench/falsify/run tuning --list");
      System.exit(2);
    }
    for (String half : halves.isEmpty() ? List.of("tuning", "heldout") : halves) {
      new Falsify(list).measure(root.resolve(half));
    }
  }

  private void measure(Path half) throws IOException {
    Map<String, Tally> byWords = new TreeMap<>();
    Map<String, Tally> byMeaning = new TreeMap<>();
    int drafts = 0;
    int falseErrors = 0;
    Map<String, Integer> alarmsByCheck = new TreeMap<>();
    int falseWarnings = 0;
    List<Path> folders;
    try (Stream<Path> entries = Files.list(half)) {
      folders = entries
              .filter(folder -> Files.exists(folder.resolve("falsified.tsv")))
              .sorted()
              .toList();
    }
    for (Path folder : folders) {
      Article article = article(folder);
      Map<String, JsonNode> clean = new LinkedHashMap<>();
      Map<String, List<Finding>> alarms = new LinkedHashMap<>();
      for (String name : List.of("a", "b")) {
        JsonNode draft = JSON.readTree(folder.resolve("draft-" + name + ".json").toFile());
        List<Finding> findings = check(draft, article);
        clean.put(name, draft);
        alarms.put(name, findings);
        drafts++;
        falseErrors += (int) findings.stream().filter(Finding::isError).count();
        falseWarnings += (int) findings.stream().filter(f -> !f.isError()).count();
        findings.forEach(
            f -> alarmsByCheck.merge(f.check() + (f.isError() ? " error" : " warning"), 1, Integer::sum));
        findings.forEach(finding -> tell("FALSE ALARM", folder, name, null, finding));
      }
      for (Falsification falsification : falsifications(folder)) {
        JsonNode draft = falsified(clean.get(falsification.draft()), falsification);
        Set<Finding> known = new HashSet<>(alarms.get(falsification.draft()));
        List<Finding> caught =
            check(draft, article).stream()
                .filter(finding -> !known.contains(finding) && concerns(finding, falsification))
                .toList();
        Tally tally =
            (falsification.byWords() ? byWords : byMeaning)
                .computeIfAbsent(falsification.kind(), kind -> new Tally());
        tally.total++;
        if (caught.stream().anyMatch(Finding::isError)) {
          tally.errors++;
        } else if (!caught.isEmpty()) {
          tally.warnings++;
        }
        if (caught.isEmpty()) {
          tell("MISSED", folder, falsification.draft(), falsification, null);
        }
      }
    }
    print(half.getFileName().toString(), folders.size(), byWords, byMeaning);
    System.out.printf(
        "  clean drafts: %d; errors on them: %d; warnings on them: %d (%.2f a draft)%n",
        drafts, falseErrors, falseWarnings, drafts == 0 ? 0 : (double) falseWarnings / drafts);
    System.out.println("  by check: " + (alarmsByCheck.isEmpty() ? "none" : alarmsByCheck));
    milliseconds.sort(null);
    System.out.printf(
        "  one check of a draft, in this process: median %.2f ms%n%n",
        milliseconds.get(milliseconds.size() / 2));
  }

  private static void print(
      String half, int articles, Map<String, Tally> byWords, Map<String, Tally> byMeaning) {
    System.out.printf("%s: %d articles%n", half, articles);
    System.out.println("  falsifications that words reveal");
    rows(byWords);
    System.out.println("  falsifications that only meaning shows");
    rows(byMeaning);
  }

  private static void rows(Map<String, Tally> tallies) {
    Tally all = new Tally();
    tallies.forEach((kind, tally) -> {
      System.out.println(tally.row(kind));
      all.add(tally);
    });
    System.out.println(all.row("all"));
  }

  private void tell(
      String what, Path folder, String draft, Falsification falsification, Finding finding) {
    if (!list) {
      return;
    }
    StringBuilder line = new StringBuilder(what + " " + folder.getFileName() + " draft " + draft);
    if (falsification != null) {
      line.append(' ').append(falsification.id()).append(' ').append(falsification.kind());
      line.append(falsification.byWords() ? "" : " (meaning)");
      falsification
          .edits()
          .forEach(e -> line.append("\n      ").append(e.path()).append(": “").append(e.from())
              .append("” → “").append(e.to()).append("”"));
    }
    if (finding != null) {
      line.append(' ').append(finding.check()).append(' ').append(finding.severity()).append(' ')
          .append(finding.path()).append(": ").append(finding.message())
          .append(" found: ").append(finding.found()).append("; expected: ").append(finding.expected());
    }
    System.out.println(line);
  }

  /** Returns the median of a few runs' findings; the first ones warm the machine up. */
  private List<Finding> check(JsonNode json, Article article) {
    var draft = DraftReader.readForeign(json);
    List<Finding> findings = List.of();
    for (int run = 0; run < WARM_UP; run++) {
      long start = System.nanoTime();
      findings = checker.check(draft, article);
      milliseconds.add((System.nanoTime() - start) / 1e6);
    }
    return findings;
  }

  private static Article article(Path folder) throws IOException {
    byte[] text = Files.readAllBytes(folder.resolve("article.txt"));
    return new Intake().read(new Source(text, Source.Type.PLAIN_TEXT, null, null)).article();
  }

  private static List<Falsification> falsifications(Path folder) throws IOException {
    Map<String, Falsification> byId = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve("falsified.tsv"))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      byId.computeIfAbsent(
              cells[0],
              id -> new Falsification(
                  id, cells[1], cells[2].equals("words"), cells[3], new ArrayList<>()))
          .edits()
          .add(new Edit(cells[4], cells[5], cells[6]));
    }
    return List.copyOf(byId.values());
  }

  private static JsonNode falsified(JsonNode clean, Falsification falsification) throws IOException {
    JsonNode draft = clean.deepCopy();
    for (Edit edit : falsification.edits()) {
      int slash = edit.path().lastIndexOf('/');
      JsonNode parent = draft.at(edit.path().substring(0, slash));
      String key = edit.path().substring(slash + 1);
      if (parent instanceof ObjectNode object && object.get(key) instanceof ArrayNode) {
        object.set(key, JSON.readTree(edit.to()));
      } else if (parent instanceof ObjectNode object) {
        String before = object.get(key).textValue();
        if (!before.contains(edit.from())) {
          throw new IllegalStateException(falsification.id() + ": nothing to falsify at " + edit.path());
        }
        object.put(key, before.replace(edit.from(), edit.to()));
      } else {
        throw new IllegalStateException(falsification.id() + ": no " + edit.path());
      }
    }
    return draft;
  }

  private static boolean concerns(Finding finding, Falsification falsification) {
    return falsification.edits().stream()
        .map(edit -> item(edit.path()))
        .anyMatch(item -> item(finding.path()).equals(item));
  }

  /** Returns {@code /sentences/1} of {@code /sentences/1/en}. */
  private static String item(String path) {
    String[] steps = path.split("/", -1);
    return steps[1].equals("headline") ? "/headline" : "/" + steps[1] + "/" + steps[2];
  }
}
