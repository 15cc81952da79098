package news.breve.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import news.breve.BriefTestData;
import news.breve.article.Article;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import org.junit.jupiter.api.Test;

/** Where findings stand on the page; what is found is not its business. */
final class FindingsRendererTest {
  private static final Article ARTICLE = BriefTestData.article();

  private static final Draft DRAFT =
      new Draft(
          new Draft.Item("Rimouski paie", "Rimouski pays", List.of(1)),
          List.of(
              new Draft.Item(
                  "Le port recevra 2 ou 12 ou 2,19 millions d'euros de Rimouski, a dit la mairesse"
                      + " Anne Roy lundi soir devant le conseil.",
                  "The port will get €2.19 billion.",
                  List.of(1)),
              new Draft.Item("Sans preuve", null, null)),
          List.of(
              new Draft.Fact(
                  FactType.MONEY,
                  new Draft.Item("2,19 milliards d'euros", "€2.19 billion", List.of(1)),
                  new Bilingual("la police", "police"))));

  private static String render(Ink ink, int width, Finding... findings) {
    return new FindingsRenderer(ink, width).render(DRAFT, ARTICLE, List.of(findings));
  }

  private static String render(Finding... findings) {
    return render(Ink.PLAIN, 60, findings);
  }

  @Test
  void words_thatAreBrokenIntoLines_areUnderlinedInEach() {
    String page =
        render(
            Finding.error("support", "/sentences/0/fr", "No.")
                .with("a dit la mairesse Anne Roy lundi", null));
    assertThat(page)
        .startsWith(
            """
            /sentences/0
              fr  Le port recevra 2 ou 12 ou 2,19 millions d'euros de
                  Rimouski, a dit la mairesse Anne Roy lundi soir devant
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  le conseil.
                  error · support: No.
                    found     a dit la mairesse Anne Roy lundi
              [1] La Ville de Rimouski versera 2,19 milliards d'euros au
                  port.

            """)
        .endsWith("\n1 error — rejected\n");
    String split =
        render(
            Finding.error("support", "/sentences/0/fr", "No.").with("lundi soir devant le", null));
    assertThat(split)
        .contains(
            lines(
                "      Rimouski, a dit la mairesse Anne Roy lundi soir devant",
                "                                           ^^^^^^^^^^^^^^^^^",
                "      le conseil.",
                "      ^^"));
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  @Test
  void number_isUnderlinedWhereItIsAWord() {
    Draft draft =
        new Draft(
            new Draft.Item(null, "12 of 2 boats", List.of(1)),
            List.of(new Draft.Item(null, "Boats.", List.of(1))),
            List.of());
    Finding finding = Finding.warning("number", "/headline/en", "No.").with("2", null);
    assertThat(new FindingsRenderer(Ink.PLAIN, 60).render(draft, ARTICLE, List.of(finding)))
        .contains("  en  12 of 2 boats\n            ^\n")
        .endsWith("1 warning — review\n");
  }

  @Test
  void difference_showsBothLanguages_eachWithItsOwn() {
    assertThat(
            render(
                Finding.error("parity", "/sentences/0", "They differ.")
                    .with("€2.19 billion", "2,19 millions d'euros")))
        .contains(
            lines(
                "  fr  Le port recevra 2 ou 12 ou 2,19 millions d'euros de",
                "                                 ^^^^^^^^^^^^^^^^^^^^^"),
            lines(
                "  en  The port will get €2.19 billion.",
                "                        ^^^^^^^^^^^^^",
                "  error · parity: They differ."));
  }

  @Test
  void citation_showsThePassageCited_andTheOneThatHasIt() {
    assertThat(
            render(
                Finding.error("evidence", "/sentences/0/evidence", "Elsewhere.")
                    .with("port", "sentence 2")))
        .contains("  [1] La Ville de Rimouski", "\n  → [2] « Nous n'attendrons plus », a dit");
  }

  @Test
  void source_isShownUnderTheFact() {
    assertThat(
            render(
                Finding.error("attribution", "/keyFacts/0/attribution/en", "Not them.")
                    .with("police", null)))
        .contains("  en         €2.19 billion\n", "  source en  police\n             ^^^^^^\n")
        .doesNotContain("la police");
  }

  @Test
  void whatCitesNothing_saysThatAllWasSearched() {
    assertThat(render(Finding.error("name", "/sentences/1/fr", "Nobody.")))
        .contains("cites nothing: the whole article was searched");
  }

  @Test
  void finding_thatIsNotInTheDraft_isToldAtItsPath() {
    assertThat(render(Finding.warning("evidence", "/article/sentences/0", "Cut.").with("0", "1")))
        .isEqualTo(
            """
            /article/sentences/0
              warning · evidence: Cut.
                found     0
                expected  1

            1 warning — review
            """);
  }

  @Test
  void findings_areSummedUp() {
    Finding error = Finding.error("name", "/headline/fr", "Nobody.");
    Finding warning = Finding.warning("support", "/headline/en", "Perhaps.");
    assertThat(render(error, warning, error)).endsWith("\n2 errors, 1 warning — rejected\n");
    assertThat(render(Ink.PLAIN, 100))
        .isEqualTo(
            "No finding: headline, 2 sentences and 1 key fact against 2 sentences — verified\n");
  }

  @Test
  void page_isNoWiderThanTheTerminal_andColourTakesNoWidth() {
    Finding[] findings = {
      Finding.error("name", "/sentences/0/fr", "A message that is longer than a line of this page.")
          .with("la mairesse Anne Roy lundi soir devant le conseil", "Personne")
    };
    String plain = render(Ink.PLAIN, 48, findings);
    String painted = render(Ink.COLOUR, 48, findings);
    assertThat(plain.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(48));
    assertThat(painted).contains("\u001b[31m^^^");
    assertThat(painted.replaceAll("\u001b\\[\\d*m", "")).isEqualTo(plain);
  }

  @Test
  void words_thatSteer_areShownAsCodePoints() {
    Draft draft =
        new Draft(
            new Draft.Item("a\u001b[31mb\u200bc\nd", null, List.of(1)),
            List.of(new Draft.Item("x", null, List.of(1))),
            List.of());
    String page =
        new FindingsRenderer(Ink.PLAIN, 60)
            .render(
                draft,
                ARTICLE,
                Stream.of(Finding.error("markup", "/headline/fr", "Not text.")).toList());
    assertThat(page).contains("a⟨U+001B⟩[31mb⟨U+200B⟩c⟨U+000A⟩d").doesNotContain("\u001b");
  }
}
