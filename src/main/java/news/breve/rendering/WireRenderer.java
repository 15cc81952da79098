package news.breve.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.breve.brief.Brief;
import news.breve.brief.Dateline;

/**
 * A brief as copy for a wire or a CMS: per language a headline, a dateline where the article has
 * one, a paragraph a line, the disclosure, -30-. What an editor has to know stands before it, in
 * brackets.
 */
public final class WireRenderer implements BriefRenderer {
  private static final String END = "-30-";

  @Override
  public String render(Brief brief) {
    return Edition.of(brief).stream()
        .map(WireRenderer::copy)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String copy(Edition edition) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(edition.language().code() + " " + edition.brief().id());
    for (String note : edition.edNote().split("\n", -1)) {
      paragraphs.add("[" + note + "]");
    }
    paragraphs.add(edition.headline());
    List<String> sentences = edition.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      paragraphs.add((i == 0 ? dateline(edition, sentences.getFirst()) : "") + sentences.get(i));
    }
    paragraphs.add("(" + edition.disclosure() + ")");
    paragraphs.add(END);
    return String.join("\n\n", paragraphs);
  }

  /** A sentence that was quoted may bring the article's own. */
  private static String dateline(Edition edition, String first) {
    return Dateline.opens(first, edition.language())
        ? ""
        : edition
            .dateline()
            .map(place -> place.toUpperCase(Locale.of(edition.language().code())) + " — ")
            .orElse("");
  }
}
