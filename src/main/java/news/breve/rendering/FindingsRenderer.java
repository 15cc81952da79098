package news.breve.rendering;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.brief.Verdict;
import org.jspecify.annotations.Nullable;

/** Findings for a person at a terminal, each under the words it is about, with the passages. */
public final class FindingsRenderer {
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 100;
  private static final String INDENT = "  ";

  /** A passage that isn't cited, and has what the words say. */
  private static final String ELSEWHERE = "→ ";

  private static final String ATTRIBUTION = "/attribution";

  private static final Pattern SENTENCE = Pattern.compile("sentence ([0-9]{1,6})");

  private final Ink ink;
  private final int width;

  /**
   * Makes a renderer.
   *
   * @param width columns of the terminal; kept between 40 and 100
   */
  public FindingsRenderer(Ink ink, int width) {
    this.ink = ink;
    this.width = Math.clamp(width, MIN_WIDTH, MAX_WIDTH);
  }

  /**
   * Returns the findings on a draft, item by item, and a line that sums them up.
   *
   * @param findings their paths point into the draft, or into the brief it was taken from
   */
  public String render(Draft draft, Article article, List<Finding> findings) {
    List<String> sections = new ArrayList<>();
    List<Finding> elsewhere = new ArrayList<>(findings);
    for (Draft.Located located : draft.items()) {
      List<Finding> own = findings.stream().filter(within(located.path())).toList();
      if (!own.isEmpty()) {
        sections.add(item(words(located, draft), located, article, own));
        elsewhere.removeAll(own);
      }
    }
    elsewhere.forEach(
        finding -> sections.add(ink.bold(finding.path()) + "\n" + finding(finding, INDENT)));
    sections.add(findings.isEmpty() ? proven(draft, article) : sum(findings));
    return String.join("\n\n", sections) + "\n";
  }

  private static Predicate<Finding> within(String path) {
    return finding -> finding.path().equals(path) || finding.path().startsWith(path + "/");
  }

  /**
   * One language of an item, or of a key fact's source.
   *
   * @param label what stands before the words
   * @param path JSON pointer to the words
   */
  private record Words(String label, String path, Language language, String text) {}

  private static List<Words> words(Draft.Located located, Draft draft) {
    List<Words> words = new ArrayList<>();
    Draft.Item item = located.item();
    add(words, "", located.path(), new Bilingual(item.fr(), item.en()));
    for (int i = 0; i < draft.keyFacts().size(); i++) {
      Bilingual source = draft.keyFacts().get(i).attribution();
      if (source != null && located.path().equals("/keyFacts/" + i)) {
        add(words, "source ", located.path() + ATTRIBUTION, source);
      }
    }
    return words;
  }

  private static void add(List<Words> words, String label, String path, Bilingual texts) {
    for (Language language : Language.values()) {
      String text = texts.in(language);
      if (text != null && !text.isBlank()) {
        words.add(
            new Words(
                label + language.code(), path + "/" + language.code(), language, visible(text)));
      }
    }
  }

  private String item(
      List<Words> words, Draft.Located located, Article article, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold(located.path()));
    List<Finding> told = new ArrayList<>();
    List<Words> shown =
        words.stream()
            .filter(row -> findings.stream().anyMatch(finding -> isShown(row, finding)))
            .toList();
    int label = shown.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    for (Words row : shown) {
      lines.addAll(lines(row, label, findings));
      for (Finding finding : findings) {
        if (finding.path().equals(row.path())) {
          lines.add(finding(finding, " ".repeat(label + 2 * INDENT.length())));
          told.add(finding);
        }
      }
    }
    findings.stream()
        .filter(finding -> !told.contains(finding))
        .forEach(finding -> lines.add(finding(finding, INDENT)));
    lines.addAll(passages(located.item(), article, findings));
    return String.join("\n", lines);
  }

  /** What is found in one language shows that language, what is found in the item shows both. */
  private static boolean isShown(Words row, Finding finding) {
    boolean ofSource = finding.path().contains(ATTRIBUTION);
    return isInLanguage(finding, row.language()) && (ofSource || !row.path().contains(ATTRIBUTION));
  }

  private static boolean isInLanguage(Finding finding, Language language) {
    return !finding.path().endsWith("/" + language.other().code());
  }

  /** Returns if a finding is about both languages, such as one on the citation. */
  private static boolean isOnItem(Finding finding) {
    return Stream.of(Language.values()).allMatch(language -> isInLanguage(finding, language));
  }

  private List<String> lines(Words row, int label, List<Finding> findings) {
    Underline underline = new Underline(row.text());
    for (Finding finding : findings) {
      if (isOnItem(finding) || finding.path().equals(row.path())) {
        mark(underline, finding.found(), finding.severity());
      }
      // French against English: what one has, and what the other has in its place.
      if (isOnItem(finding)) {
        mark(underline, finding.expected(), finding.severity());
      }
    }
    return underline.lines(INDENT + Lines.pad(row.label(), label) + INDENT, width, ink);
  }

  private static void mark(Underline underline, @Nullable String words, Severity severity) {
    if (words != null) {
      underline.mark(visible(words), severity);
    }
  }

  private String finding(Finding finding, String indent) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    String head = severity + " · " + finding.check() + ": ";
    String text = Lines.hanging(indent, head + finding.message(), width);
    // Painted once the lines are broken: an escape sequence has no width.
    String painted =
        indent
            + Underline.paint(severity, finding.severity(), ink)
            + text.substring(indent.length() + severity.length());
    return Stream.of(
            Optional.of(painted),
            compared("found", finding.found(), indent),
            compared("expected", finding.expected(), indent))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private Optional<String> compared(String label, @Nullable String words, String indent) {
    return words == null
        ? Optional.empty()
        : Optional.of(Lines.hanging(indent + INDENT + Lines.pad(label, 10), visible(words), width));
  }

  private List<String> passages(Draft.Item item, Article article, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    List<Integer> cited = item.evidence();
    int last = article.sentences().size();
    if (cited == null) {
      lines.add(INDENT + ink.dim("cites nothing: the whole article was searched"));
    } else {
      new TreeSet<>(cited)
          .stream()
              .filter(number -> number >= 1 && number <= last)
              .forEach(number -> lines.add(passage(INDENT, number, article)));
    }
    findings.stream()
        .flatMap(finding -> sentence(finding.expected()).stream())
        .distinct()
        .filter(number -> number >= 1 && number <= last)
        .filter(number -> cited == null || !cited.contains(number))
        .forEach(number -> lines.add(passage(INDENT + ELSEWHERE, number, article)));
    return lines;
  }

  private static Optional<Integer> sentence(@Nullable String expected) {
    Matcher matcher = SENTENCE.matcher(expected == null ? "" : expected);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private String passage(String indent, int number, Article article) {
    String mark = "[" + number + "] ";
    String text = Lines.hanging(indent + mark, visible(article.sentence(number)), width);
    return indent + ink.dim(mark) + text.substring(indent.length() + mark.length());
  }

  private String sum(List<Finding> findings) {
    long errors = findings.stream().filter(Finding::isError).count();
    long warnings = findings.size() - errors;
    String counts =
        Stream.of(counted(errors, "error"), counted(warnings, "warning"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    Severity worst = errors > 0 ? Severity.ERROR : Severity.WARNING;
    return Underline.paint(counts + " — " + Verdict.of(findings).code(), worst, ink);
  }

  private String proven(Draft draft, Article article) {
    int facts = draft.keyFacts().size();
    String items =
        "headline, "
            + counted(draft.sentences().size(), "sentence").orElse("no sentence")
            + " and "
            + counted(facts, "key fact").orElse("no key fact");
    String passages = counted(article.sentences().size(), "sentence").orElse("no sentence");
    return ink.good(
        Lines.hanging("", "No finding: " + items + " against " + passages + " — verified", width));
  }

  private static Optional<String> counted(long count, String what) {
    return count == 0
        ? Optional.empty()
        : Optional.of(count + " " + what + (count == 1 ? "" : "s"));
  }

  /** Composed, so that a caret stands under each letter. */
  private static String visible(String text) {
    return Visible.line(Normalizer.normalize(text, Normalizer.Form.NFC));
  }
}
