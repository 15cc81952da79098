package news.breve.rendering;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import org.jspecify.annotations.Nullable;

/** A brief as GitHub-flavoured Markdown: passages are footnotes. */
public final class MarkdownRenderer implements BriefRenderer {
  /** What Markdown or the HTML in it could read as markup. */
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]{}<>#|~&!^]");

  /** What starts a list, a rule or the underline of a heading at the beginning of a line. */
  private static final Pattern LINE_START = Pattern.compile("^(\\d{1,9})([.)])|^([-+=])");

  @Override
  public String render(Brief brief) {
    StringBuilder out = new StringBuilder();
    out.append("_").append(Labels.status(brief)).append("_");
    if (brief.checks().reason() != null) {
      out.append(" (").append(escape(brief.checks().reason())).append(')');
    }
    out.append("\n\n");
    for (Language language : Language.values()) {
      language(brief, language, out);
    }
    facts(brief.keyFacts(), out);
    dropped(brief.checks().dropped(), out);
    findings(brief.checks().findings(), out);
    Labels.passages(brief).forEach((number, text) -> passage(number, text, out));
    out.append("\n`").append(brief.id()).append("` · ").append(escape(Labels.origin(brief)));
    return out.append('\n').toString();
  }

  private static void language(Brief brief, Language language, StringBuilder out) {
    String headline = in(brief.headline(), language);
    if (headline == null) {
      return;
    }
    out.append("## ")
        .append(escape(headline))
        .append(notes(brief.headline().evidence()))
        .append("\n\n");
    for (BriefSentence sentence : brief.sentences()) {
      String text = in(sentence, language);
      if (text != null) {
        out.append(escape(text)).append(notes(sentence.evidence())).append("\n\n");
      }
    }
  }

  private static void facts(List<KeyFact> facts, StringBuilder out) {
    if (facts.isEmpty()) {
      return;
    }
    out.append("### ").append(Labels.KEY_FACTS).append("\n\n");
    out.append("| | Français | English | Source |\n|---|---|---|---|\n");
    for (KeyFact fact : facts) {
      out.append("| ")
          .append(fact.type().code())
          .append(" | ")
          .append(cell(fact.fr()))
          .append(" | ")
          .append(cell(fact.en()))
          .append(" | ")
          .append(cell(source(fact.attribution())))
          .append(notes(fact.evidence()))
          .append(" |\n");
    }
  }

  /** The number at its end keeps it from being a link, where footnotes are not known. */
  private static void passage(int number, String text, StringBuilder out) {
    out.append("\n[^").append(number).append("]: ").append(escape(text));
    out.append(" \\[").append(number).append("\\]\n");
  }

  private static void dropped(List<Brief.Dropped> dropped, StringBuilder out) {
    if (dropped.isEmpty()) {
      return;
    }
    out.append("\n### ").append(Labels.DROPPED).append("\n\n");
    for (Brief.Dropped item : dropped) {
      String words = either(item.sentence().fr(), item.sentence().en());
      out.append("- ~~").append(escape(words == null ? "" : words)).append("~~ ");
      out.append(
          item.findings().stream()
              .map(finding -> finding.check() + ": " + escape(finding.message()))
              .collect(Collectors.joining(" ")));
      out.append('\n');
    }
  }

  private static void findings(List<Finding> findings, StringBuilder out) {
    if (findings.isEmpty()) {
      return;
    }
    out.append("\n### ").append(Labels.FINDINGS).append("\n\n");
    for (Finding finding : findings) {
      out.append("- `")
          .append(finding.path())
          .append("` ")
          .append(finding.check())
          .append(": ")
          .append(escape(finding.message()))
          .append(compared(" « ", finding.found(), " »"))
          .append(compared(" → « ", finding.expected(), " »"))
          .append('\n');
    }
  }

  private static String compared(String before, @Nullable String words, String after) {
    return words == null ? "" : before + escape(words) + after;
  }

  private static @Nullable String in(BriefSentence sentence, Language language) {
    return language == Language.FRENCH ? sentence.fr() : sentence.en();
  }

  private static @Nullable String source(@Nullable Bilingual attribution) {
    return attribution == null ? null : either(attribution.fr(), attribution.en());
  }

  /** Returns both where they differ. */
  private static @Nullable String either(@Nullable String fr, @Nullable String en) {
    return fr == null || fr.equals(en) ? en : en == null ? fr : fr + " · " + en;
  }

  private static String cell(@Nullable String text) {
    return text == null ? "—" : escape(text);
  }

  private static String notes(List<Evidence> evidence) {
    return evidence.stream()
        .map(passage -> "[^" + passage.sentence() + "]")
        .collect(Collectors.joining());
  }

  private static String escape(String text) {
    String escaped = SPECIAL.matcher(Visible.line(text)).replaceAll("\\\\$0");
    return LINE_START.matcher(escaped).replaceFirst("$1\\\\$2$3");
  }
}
