package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Table;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers, units and dates of a claim against its evidence, and of its two languages. */
final class ValueChecksTest {
  private static final List<Check> CHECKS =
      List.of(new EvidenceCheck(), new NumberCheck(), new UnitCheck(), new DateCheck());

  static Stream<List<String>> rows() {
    return Table.read(ValueChecksTest.class, "values.tsv", 5).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void check_claimOfOneLanguage_findsWhatTheTableSays(List<String> row) {
    Article article = Cases.article(row.get(0), row.get(1));

    List<String> found =
        CHECKS.stream()
            .flatMap(check -> Cases.findings(check, article, row.get(2), row.get(3)).stream())
            .map(ValueChecksTest::named)
            .distinct()
            .toList();

    assertThat(found).isEqualTo(row.get(4).equals("-") ? List.of() : List.of(row.get(4)));
  }

  /** The languages of one item against each other: what the table calls other is other here too. */
  @ParameterizedTest
  @MethodSource("rows")
  void compare_wordsOfTwoLanguages_findsWhatTheTableSays(List<String> row) {
    if (row.get(0).equals(row.get(2)) || isRounding(row)) {
      return;
    }
    Article article = Cases.article(row.get(0), row.get(1));
    boolean french = row.get(0).equals("fr");
    String fr = french ? row.get(1) : row.get(3);
    String en = french ? row.get(3) : row.get(1);
    Draft draft = new Draft(new Draft.Item(fr, en, null), List.of(), List.of());
    Case all = new Case(draft, article);

    List<Finding> found = new ParityCheck(CHECKS).check(all, List.of());

    if (row.get(4).equals("-")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .isNotEmpty()
          .allSatisfy(finding -> {
            assertThat(finding.check()).isEqualTo("parity");
            assertThat(finding.path()).isEqualTo("/headline");
          });
    }
  }

  /** What one language rounds with its word the other may not have exactly. */
  private static boolean isRounding(List<String> row) {
    return row.get(1).contains("987") || row.get(1).contains("1,012");
  }

  private static String named(Finding finding) {
    return finding.check() + " " + finding.severity().name().toLowerCase(Locale.ROOT);
  }

  @Test
  void check_valueOfAnotherSentence_namesThatSentence() {
    Article article =
        Cases.article(
            "fr",
            "La mairie a acheté un bateau.",
            "Le bateau coûte 3,4 millions d'euros.",
            "Il arrivera en mai.");
    Draft.Item item = new Draft.Item("La mairie paie 3,4 millions d'euros.", null, List.of(1));

    List<Finding> found =
        Cases.findings(new EvidenceCheck(), new Draft(item, List.of(), List.of()), article);

    assertThat(found)
        .singleElement()
        .isEqualTo(
            Finding.error(
                    "evidence",
                    "/headline/evidence",
                    "The cited sentences don't say this; another one does.")
                .with("3,4 millions d'euros", "sentence 2"));
  }

  @Test
  void check_sharesJoinedToEachOthersYear_wantsALook() {
    Article article =
        Cases.article(
            "fr",
            "En janvier, 54 % des sondés rejetaient le projet ; en juin, 62 % le rejetaient.");

    List<Finding> found =
        Cases.findings(
            new NumberCheck(),
            article,
            "fr",
            "Le rejet du projet était de 62 % en janvier, puis de 54 % en juin.");

    assertThat(found)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.isError()).isFalse();
          assertThat(finding.found()).isEqualTo("62 %");
          assertThat(finding.expected()).isEqualTo("54 %");
        });
  }

  @Test
  void check_relativeDayAgainstPublication_isTheDateItMeans() {
    String json =
        """
        {"text":"The council voted yesterday to close the pool for good and to sell its land.\
         Nobody in the village was told about it before the vote was over.",
         "publishedAt":"2026-03-04T08:00:00+01:00"}
        """;
    Article article =
        new news.breve.article.Intake()
            .read(
                new news.breve.article.Source(
                    json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    news.breve.article.Source.Type.JSON,
                    null,
                    null))
            .article();

    assertThat(Cases.findings(new DateCheck(), article, "en", "The council voted on 3 March."))
        .isEmpty();
    assertThat(Cases.findings(new DateCheck(), article, "en", "The council voted on Tuesday."))
        .isEmpty();
    assertThat(Cases.findings(new DateCheck(), article, "en", "The council voted on 4 March."))
        .hasSize(1);
    assertThat(Cases.findings(new DateCheck(), article, "en", "The council voted on Wednesday."))
        .hasSize(1);
  }
}
