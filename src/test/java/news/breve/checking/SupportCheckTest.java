package news.breve.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.article.Sentence;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class SupportCheckTest {
  /** Two sentences, of which a draft cites the first. */
  private static Article article(Language language, String first, String second) {
    return Article.of(
        language,
        null,
        null,
        first + "\n" + second,
        List.of(
            new Sentence(0, first.length()),
            new Sentence(first.length() + 1, first.length() + 1 + second.length())),
        List.of());
  }

  private static List<String> messages(
      Article article, @Nullable String french, @Nullable String english) {
    Draft draft =
        new Draft(
            new Draft.Item(null, null, List.of(1)),
            List.of(new Draft.Item(french, english, List.of(1))),
            List.of());
    List<Finding> findings = new Checker(List.of(new SupportCheck())).check(draft, article);
    List<String> messages = new ArrayList<>();
    for (Finding finding : findings) {
      assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
      messages.add(finding.check() + ": " + finding.message());
    }
    return messages;
  }

  private static String kind(String message) {
    String what =
        switch (message.substring(message.indexOf(':') + 2)) {
          case "The article may give this act to somebody else.",
              "The two languages may not agree on who did what to whom." ->
              "role";
          case "The article may not say this.", "One language may say what the other does not." ->
              "clause";
          case "The article may say this of the other one.",
              "The two languages may not say this of the same one." ->
              "exchange";
          default -> "cause";
        };
    return what;
  }

  /** Columns: language of the article, its sentence, the claim in that language, what is found. */
  @ParameterizedTest
  @CsvFileSource(resources = "support.tsv", delimiter = '\t')
  void check_claimAgainstEvidence(String language, String evidence, String claim, String found) {
    boolean french = language.equals("fr");
    Article article =
        article(
            french ? Language.FRENCH : Language.ENGLISH,
            evidence,
            french ? "La facture d'énergie a doublé." : "The energy bill has doubled.");
    List<String> messages = messages(article, french ? claim : null, french ? null : claim);
    assertThat(messages.stream().map(SupportCheckTest::kind).toList())
        .as(claim)
        .isEqualTo(found.equals("-") ? List.of() : List.of(found));
  }

  /** Columns: French, English, what is found between them. */
  @ParameterizedTest
  @CsvFileSource(resources = "support-parity.tsv", delimiter = '\t')
  void compare_frenchWithEnglish(String french, String english, String found) {
    Draft draft = new Draft(new Draft.Item(french, english, List.of(1)), List.of(), List.of());
    List<Claim> claims =
        new Case(draft, article(Language.FRENCH, "Un.", "Deux.")).items().getFirst().claims();
    List<String> kinds =
        new SupportCheck()
            .compare(claims.getFirst(), claims.getLast()).stream()
                .map(difference -> kind("parity: " + difference.message()))
                .toList();
    assertThat(kinds).as(english).isEqualTo(found.equals("-") ? List.of() : List.of(found));
  }
}
