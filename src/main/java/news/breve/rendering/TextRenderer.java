package news.breve.rendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.article.Removed;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.brief.Status;
import org.jspecify.annotations.Nullable;

/** A brief for a person at a terminal. */
public final class TextRenderer implements BriefRenderer {
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 100;
  private static final String INDENT = "  ";
  private static final String NONE = "—";

  private final Ink ink;
  private final int width;
  private final @Nullable Duration elapsed;

  /**
   * Makes a renderer.
   *
   * @param width columns of the terminal; kept between 40 and 100, for longer lines are hard to
   *     read
   * @param elapsed how long the person waited, null if that is not told
   */
  public TextRenderer(Ink ink, int width, @Nullable Duration elapsed) {
    this.ink = ink;
    this.width = Math.clamp(width, MIN_WIDTH, MAX_WIDTH);
    this.elapsed = elapsed;
  }

  @Override
  public String render(Brief brief) {
    List<String> sections = new ArrayList<>();
    sections.add(banner(brief));
    for (Language language : Language.values()) {
      sections.add(language(brief, language));
    }
    sections.add(facts(brief.keyFacts()));
    sections.add(findings(brief.checks().findings()));
    sections.add(dropped(brief.checks().dropped()));
    sections.add(passages(brief));
    sections.add(removed(brief.article().removed()));
    sections.add(ink.dim(Visible.line(Labels.origin(brief)) + waited() + "\n" + brief.id()));
    return sections.stream()
        .filter(section -> !section.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private String waited() {
    return elapsed == null
        ? ""
        : " · "
            + BigDecimal.valueOf(elapsed.toMillis(), 3).setScale(1, RoundingMode.HALF_UP)
            + " s";
  }

  private String banner(Brief brief) {
    String status = Labels.status(brief);
    String painted =
        brief.status() == Status.VERIFIED
            ? ink.good(Lines.hanging("", status, width))
            : ink.caution(Lines.hanging("", status, width));
    String reason = brief.checks().reason();
    return reason == null ? painted : painted + "\n" + ink.dim("(" + Visible.line(reason) + ")");
  }

  private String language(Brief brief, Language language) {
    String heading = language == Language.FRENCH ? "FRANÇAIS" : "ENGLISH";
    String headline = in(brief.headline(), language);
    if (headline == null) {
      return "";
    }
    StringBuilder out = new StringBuilder(ink.dim(heading)).append('\n');
    out.append(ink.bold(paragraph(headline, brief.headline().evidence())));
    for (BriefSentence sentence : brief.sentences()) {
      String text = in(sentence, language);
      if (text != null) {
        out.append("\n\n").append(paragraph(text, sentence.evidence()));
      }
    }
    return out.toString();
  }

  private String paragraph(String text, List<Evidence> evidence) {
    return Lines.hanging(INDENT, text + " " + marks(evidence), width).stripTrailing();
  }

  private static @Nullable String in(BriefSentence sentence, Language language) {
    return language == Language.FRENCH ? sentence.fr() : sentence.en();
  }

  private String facts(List<KeyFact> facts) {
    if (facts.isEmpty()) {
      return "";
    }
    int type = facts.stream().mapToInt(fact -> fact.type().code().length()).max().orElse(0);
    int marks = facts.stream().mapToInt(fact -> marks(fact.evidence()).length()).max().orElse(0);
    int words = (width - INDENT.length() - type - marks - 6) / 2;
    return facts.stream()
        .map(fact ->
            row(
                List.of(
                    List.of(fact.type().code()),
                    cell(words(fact, Language.FRENCH), words),
                    cell(words(fact, Language.ENGLISH), words),
                    List.of(marks(fact.evidence()))),
                List.of(type, words, words, marks)))
        .collect(Collectors.joining("\n", ink.dim(Labels.KEY_FACTS) + "\n", ""));
  }

  /** Returns the words, followed by the source where the article names one. */
  private static @Nullable String words(KeyFact fact, Language language) {
    String words = language == Language.FRENCH ? fact.fr() : fact.en();
    String source = fact.attribution() == null ? null : fact.attribution().in(language);
    return words == null || source == null || source.isBlank()
        ? words
        : words + " (" + source + ")";
  }

  private static List<String> cell(@Nullable String text, int width) {
    return Lines.wrap(text == null ? NONE : text, width);
  }

  private static String row(List<List<String>> cells, List<Integer> widths) {
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder out = new StringBuilder(INDENT);
      for (int column = 0; column < cells.size(); column++) {
        List<String> cell = cells.get(column);
        out.append(Lines.pad(line < cell.size() ? cell.get(line) : "", widths.get(column) + 2));
      }
      lines.add(out.toString().stripTrailing());
    }
    return String.join("\n", lines);
  }

  private String findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    return Stream.concat(
            Stream.of(ink.caution(Labels.FINDINGS)),
            findings.stream()
                .map(finding ->
                    Lines.hanging(
                        INDENT + finding.path() + " ",
                        finding.check() + ": " + finding.message(),
                        width)))
        .collect(Collectors.joining("\n"));
  }

  private String dropped(List<Brief.Dropped> dropped) {
    if (dropped.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(ink.caution(Labels.DROPPED));
    for (Brief.Dropped item : dropped) {
      BriefSentence words = item.sentence();
      Stream.of(words.fr(), words.en())
          .filter(text -> text != null)
          .forEach(text -> out.append('\n').append(Lines.hanging(INDENT + "✗ ", text, width)));
      item.findings()
          .forEach(finding ->
              out.append('\n')
                  .append(
                      Lines.hanging(
                          INDENT + INDENT, finding.check() + ": " + finding.message(), width)));
    }
    return out.toString();
  }

  private String passages(Brief brief) {
    Map<Integer, String> passages = Labels.passages(brief);
    if (passages.isEmpty()) {
      return "";
    }
    return passages.entrySet().stream()
        .map(entry -> Lines.hanging(INDENT + mark(entry.getKey()) + " ", entry.getValue(), width))
        .collect(Collectors.joining("\n", ink.dim(Labels.PASSAGES) + "\n", ""));
  }

  private String removed(List<Removed> removed) {
    if (removed.isEmpty()) {
      return "";
    }
    return removed.stream()
        .map(piece -> Lines.hanging(INDENT + piece.reason() + " ", firstLine(piece.text()), width))
        .collect(Collectors.joining("\n", ink.dim(Labels.REMOVED) + "\n", ""));
  }

  private String firstLine(String text) {
    return Lines.wrap(text, width - 2 * INDENT.length() - 20).getFirst();
  }

  private static String marks(List<Evidence> evidence) {
    return evidence.stream().map(passage -> mark(passage.sentence())).collect(Collectors.joining());
  }

  private static String mark(int sentence) {
    return "[" + sentence + "]";
  }
}
