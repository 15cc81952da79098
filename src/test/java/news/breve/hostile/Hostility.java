package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.CanonicalText;
import news.breve.article.Removed;
import news.breve.article.Sentence;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.KeyFact;
import news.breve.checking.Matching;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.HtmlRenderer;
import org.jsoup.Jsoup;

/** What no input may bring about, whatever it is. */
final class Hostility {
  /** Controls but the line feed, bidirectional, zero-width and tag characters, half pairs. */
  private static final Pattern STEERING =
      Pattern.compile(
          "[\\p{Cc}&&[^\n"
              + "]]|[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
              + "|[\ufff9-\ufffb\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}\\x{e0000}-\\x{e0fff}]|\\p{Cs}");

  private static final Pattern TAG = Pattern.compile("<[/!?]?[A-Za-z][^<>]{0,200}>");

  /** What Markdown makes HTML of, unless a backslash stands before it. */
  private static final Pattern MARKDOWN_HTML = Pattern.compile("(?<!\\\\)<[/!?A-Za-z]");

  private Hostility() {}

  /** Asserts that nothing in a text steers who reads it. */
  static void assertHarmless(String text) {
    assertThat(STEERING.matcher(text).results().map(found -> escaped(found.group())).toList())
        .as("what steers in %s", escaped(excerpt(text)))
        .isEmpty();
  }

  /** Asserts that an article is what the contract calls canonical. */
  static void assertCanonical(Article article) {
    String text = article.text();
    assertThat(text.lines().map(CanonicalText::line).collect(Collectors.joining("\n")))
        .isEqualTo(text);
    assertHarmless(text);
    assertThat(text).isNotBlank();
    assertThat(article.sha256()).isEqualTo(Article.sha256(text));
    int end = 0;
    assertThat(article.sentences()).isNotEmpty();
    for (Sentence sentence : article.sentences()) {
      assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
      assertThat(sentence.end()).isGreaterThan(sentence.start());
      end = sentence.end();
    }
    assertThat(end).isLessThanOrEqualTo(article.length());
    assertThat(article.sentenceTexts()).allSatisfy(each -> assertThat(each).isNotBlank());
    String title = article.title();
    if (title != null) {
      assertHarmless(title);
      assertThat(title).doesNotContain("\n").isNotBlank();
    }
    for (Removed removed : article.removed()) {
      assertHarmless(removed.text());
      assertThat(removed.text().codePointCount(0, removed.text().length())).isLessThan(501);
    }
  }

  /** What no page of ours has, and an article may try to put there. */
  private static final String FOREIGN =
      "script:not([type=application/ld+json]), img, iframe, object, embed, form, input, svg,"
          + " body style, [^on], [style], a[href^=javascript], base";

  /** Asserts that what stands in a brief is plain text, and so is every format of it. */
  static void assertPlain(Brief brief) {
    assertThat(words(brief))
        .allSatisfy(words -> {
          assertHarmless(words);
          assertThat(words).doesNotContain("\n").doesNotContainPattern(TAG);
        });
    HtmlRenderer html = new HtmlRenderer(null, Matching::of);
    for (BriefFormat format : BriefFormat.values()) {
      // CSV ends its rows in CR LF.
      assertHarmless(format.renderer(html).render(brief).replace("\r\n", "\n"));
    }
    assertThat(BriefFormat.MARKDOWN.renderer(html).render(brief))
        .doesNotContainPattern(MARKDOWN_HTML);
    assertThat(Jsoup.parse(html.render(brief)).select(FOREIGN)).isEmpty();
  }

  /** Returns all that a brief says in its own words. */
  static List<String> words(Brief brief) {
    Stream<String> sentences =
        Stream.concat(Stream.of(brief.headline()), brief.sentences().stream())
            .flatMap((BriefSentence each) -> Stream.of(each.fr(), each.en()));
    Stream<String> facts =
        brief.keyFacts().stream()
            .flatMap((KeyFact fact) -> {
              Bilingual source = fact.attribution();
              return source == null
                  ? Stream.of(fact.fr(), fact.en())
                  : Stream.of(fact.fr(), fact.en(), source.fr(), source.en());
            });
    return Stream.concat(sentences, facts).filter(each -> each != null).toList();
  }

  /** Returns a text in which every character can be seen. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> escaped.append(c >= ' ' && c < 0x7F ? (char) c : String.format("\\u%04x", c)));
    return escaped.toString();
  }

  private static String excerpt(String text) {
    return text.length() <= 2_000 ? text : text.substring(0, 2_000);
  }
}
