package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import news.breve.BriefTestData;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.article.Sentence;
import news.breve.article.Table;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.brief.Status;
import news.breve.checking.Matching;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.CsvFile;
import news.breve.rendering.HtmlRenderer;
import news.breve.rendering.NinjsSchema;
import news.breve.rendering.Visible;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A brief every word of which is a hostile string, in each format. The checks would let few of them
 * pass; a format doesn't count on that.
 */
final class HostileWordsTest {
  private static final NinjsSchema NINJS = new NinjsSchema();

  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  static Stream<String> strings() {
    Stream<String> attempts =
        Table.read(InjectionsTest.class, "injections.tsv", 9).stream()
            .map(row -> Escapes.read(row.get(4)));
    // A sentence has something to be seen.
    return Stream.concat(
        Stream.concat(
            NaughtyStringsTest.strings().filter(string -> !Visible.line(string).isBlank()),
            attempts),
        Stream.of(
            "1. one",
            "1.",
            "---",
            "===",
            "- - -",
            "> quoted",
            "```",
            "    code",
            "\tcode",
            "a | b | c",
            "|---|---|",
            "[^1]: not a passage",
            "[a]: https://example.org",
            "![x](https://example.org/x.png)",
            "<https://example.org>",
            "# heading",
            "a  \nb",
            "[-30-]",
            "javascript:alert(1)",
            "https://example.org \"title\"",
            "a 'b'",
            "a (b)",
            "=HYPERLINK(\"https://example.org\")",
            "</script><script>alert(1)</script>"));
  }

  private static Brief brief(String words) {
    Brief brief = BriefTestData.brief();
    Article article =
        Article.of(
            brief.article().language(),
            words,
            null,
            words,
            List.of(new Sentence(0, words.codePointCount(0, words.length()))),
            List.of());
    BriefSentence sentence = new BriefSentence(words, words, List.of(Evidence.of(article, 1)));
    Finding finding = Finding.warning("markup", "/sentences/0/fr", words).with(words, words);
    return new Brief(
        brief.id(),
        Status.REVIEW,
        brief.schemaVersion(),
        article,
        sentence,
        List.of(sentence),
        Stream.of(FactType.values())
            .map(type ->
                new KeyFact(
                    type, words, words, null, new Bilingual(words, words), sentence.evidence()))
            .toList(),
        new Brief.Checks(
            List.of("markup"),
            List.of(finding),
            List.of(new Brief.Dropped(sentence, List.of(finding))),
            true,
            words),
        new Brief.Ai(
            true,
            Brief.Ai.TRAINED_ALGORITHMIC_MEDIA,
            words,
            words,
            "p-1",
            BriefTestData.GENERATED_AT),
        brief.usage(),
        brief.cache());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("strings")
  void words_steerNobody_andBreakNoFormat(String words) {
    Brief brief = brief(words);
    for (BriefFormat format : BriefFormat.values()) {
      String document = format.renderer(new HtmlRenderer(null, Matching::of)).render(brief);
      Hostility.assertHarmless(document.replace("\r\n", "\n"));
      assertThat(document).as(format.name()).endsWith("\n");
    }
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("strings")
  void words_inNinjs_areNinjs(String words) {
    JsonNode items = Json.mapper().valueToTree(read(BriefFormat.NINJS, words));
    assertThat(items).hasSize(2).allSatisfy(item -> assertThat(NINJS.faults(item)).isEmpty());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("strings")
  void words_inJsonLd_endNoScript(String words) {
    assertThat(
            BriefFormat.JSONLD.renderer(new HtmlRenderer(null, Matching::of)).render(brief(words)))
        .doesNotContain("<", ">", "&");
    assertThat(read(BriefFormat.JSONLD, words).path("@graph")).hasSize(3);
  }

  private static JsonNode read(BriefFormat format, String words) {
    return Json.parse(format.renderer(new HtmlRenderer(null, Matching::of)).render(brief(words)));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("strings")
  void words_inCsv_areCellsAndNoFormulas(String words) {
    assertThat(
            CsvFile.read(
                BriefFormat.CSV
                    .renderer(new HtmlRenderer(null, Matching::of))
                    .render(brief(words))))
        .hasSize(FactType.values().length)
        .allSatisfy(fact ->
            assertThat(fact.values())
                .allSatisfy(cell ->
                    assertThat(cell)
                        .satisfiesAnyOf(
                            text -> assertThat(text).doesNotMatch("(?s)[=+\\-@\t\r\n＝＋－＠].*"),
                            text -> assertThat(text).matches("-?\\d+(\\.\\d+)?"))));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("strings")
  void words_inMarkdown_areWords(String words) {
    Node document =
        MARKDOWN.parse(
            BriefFormat.MARKDOWN
                .renderer(new HtmlRenderer(null, Matching::of))
                .render(brief(words)));
    Marks marks = new Marks();
    document.accept(marks);
    // Two headlines, and the headings of facts, what was dropped, and findings.
    assertThat(marks.headings).isEqualTo(5);
    // The status; and two lists, of what was dropped and of findings.
    assertThat(marks.emphases).isEqualTo(1);
    assertThat(marks.lists).isEqualTo(2);
    assertThat(marks.others).isZero();
  }

  /** Counts what a document is marked up with. */
  private static final class Marks extends AbstractVisitor {
    private int headings;
    private int emphases;
    private int lists;
    private int others;

    @Override
    public void visit(Heading heading) {
      headings++;
      visitChildren(heading);
    }

    @Override
    public void visit(Emphasis emphasis) {
      emphases++;
      visitChildren(emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
      others++;
    }

    @Override
    public void visit(BulletList list) {
      lists++;
      visitChildren(list);
    }

    @Override
    public void visit(OrderedList list) {
      others++;
    }

    @Override
    public void visit(HtmlBlock html) {
      others++;
    }

    @Override
    public void visit(HtmlInline html) {
      others++;
    }

    @Override
    public void visit(Link link) {
      others++;
    }

    @Override
    public void visit(Image image) {
      others++;
    }

    @Override
    public void visit(FencedCodeBlock code) {
      others++;
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      others++;
    }

    @Override
    public void visit(ThematicBreak rule) {
      others++;
    }
  }
}
