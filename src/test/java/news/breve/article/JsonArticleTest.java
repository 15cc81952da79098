package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three JSON formats and what is said of a field that is wrong. */
final class JsonArticleTest {
  private static final String STORY = "The mayor said on Monday that the bridge will not reopen.";

  private final Intake intake = new Intake();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":\"a\",\"body\":\"b\"} | unknown key \"body\"; the keys are html, language,"
            + " options, publishedAt, text, title",
        "{\"text\":\"a\",\"options\":{\"size\":1}} | unknown key \"options.size\"; the keys are"
            + " onModelFailure, sentences",
        "{\"text\":\"a\",\"html\":\"b\"} | text and html are both given; give one of them",
        "{\"title\":\"a\"} | the JSON object has neither text nor html",
        "{} | the JSON object has neither text nor html",
        "{\"text\":1} | text is not a string",
        "{\"html\":[]} | html is not a string",
        "{\"text\":\"a\",\"title\":{}} | title is not a string",
        "{\"text\":\"a\",\"language\":1} | language is not a string",
        "{\"text\":\"a\",\"publishedAt\":20250303} | publishedAt is not a string",
        "{\"text\":\"a\",\"options\":[]} | options is not an object",
        "{\"text\":\"a\",\"options\":{\"sentences\":\"3\"}} | options.sentences is not a whole"
            + " number",
        "{\"text\":\"a\",\"options\":{\"sentences\":3.0}} | options.sentences is not a whole"
            + " number",
        "{\"text\":\"a\",\"options\":{\"sentences\":0}} | options.sentences is 0; it takes 1 to 8",
        "{\"text\":\"a\",\"options\":{\"sentences\":9}} | options.sentences is 9; it takes 1 to 8",
        "{\"text\":\"a\",\"options\":{\"sentences\":99999999999}} | options.sentences is out of"
            + " range; it takes 1 to 8",
        "{\"text\":\"a\",\"options\":{\"onModelFailure\":\"EXTRACTIVE\"}} | options.onModelFailure"
            + " is neither problem nor extractive",
        "[{\"text\":\"a\"}] | the JSON is not an object",
        "[] | the JSON is not an object",
        "{\"@type\":\"Person\",\"name\":\"a\"} | the JSON-LD holds no schema.org article",
        "{\"@type\":\"NewsArticle\",\"headline\":\"a\"} | the NewsArticle has no articleBody",
        "{\"@type\":\"NewsArticle\",\"articleBody\":7} | articleBody is not a string",
        "{\"uri\":\"a\",\"versioncreated\":\"2025-01-01\",\"type\":\"picture\"} | the ninjs item"
            + " has no text body",
        "{\"body_text\":7} | body_text is not a string",
        "{\"bodies\":{}} | bodies is not an array"
      })
  void wrong_field_is_named(String json, String detail) {
    assertThatThrownBy(() -> intake.read(Fixtures.unknown(json)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.INVALID_ARTICLE))
        .hasMessage(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2025-02-30",
        "2025-3-3",
        "2025-03-03T14:30:00",
        "2025-03-03 14:30",
        "03/03/2025",
        "+12025-03-03",
        "2025-W10-1",
        ""
      })
  void date_that_is_no_iso_date_is_refused_in_our_own_format(String date) {
    String json = own("\"publishedAt\":\"" + date + "\"");

    assertThatThrownBy(() -> intake.read(Fixtures.unknown(json)))
        .hasMessageStartingWith("publishedAt is not an ISO 8601 date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03-03",
        "2025-03-03T14:30:00Z",
        "2025-03-03T14:30:00.123+01:00",
        "2025-03-03T14:30-05:00"
      })
  void date_or_moment_is_kept_as_given(String date) {
    assertThat(read(own("\"publishedAt\":\"" + date + "\"")).article().publishedAt())
        .isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-03T14:30:00+0100, 2025-03-03T14:30:00+01:00",
    "2025-03-03T14:30:00, 2025-03-03",
    "2025-03-03 14:30, 2025-03-03",
    "March 3rd,",
    "2025-13-01,"
  })
  void date_of_another_format_is_kept_as_far_as_it_goes(String date, String kept) {
    String json =
        "{\"@type\":\"NewsArticle\",\"articleBody\":\"%s\",\"datePublished\":\"%s\"}"
            .formatted(STORY, date);

    assertThat(read(json).article().publishedAt()).isEqualTo(kept);
  }

  @Test
  void own_object_gives_title_language_date_and_options() {
    Submission submission =
        read(
            own(
                "\"title\":\" A  title \",\"language\":\"en-CA\",\"publishedAt\":\"2025-03-03\","
                    + "\"options\":{\"sentences\":8,\"onModelFailure\":\"extractive\"}"));

    assertThat(submission.kind()).isEqualTo(InputKind.JSON_TEXT);
    assertThat(submission.options()).isEqualTo(new Options(8, OnModelFailure.EXTRACTIVE));
    assertThat(submission.article().title()).isEqualTo("A title");
    assertThat(submission.article().text()).isEqualTo(STORY);
  }

  @Test
  void null_counts_as_absent() {
    Submission submission =
        read(
            own(
                "\"html\":null,\"title\":null,\"language\":null,\"publishedAt\":null,"
                    + "\"options\":{\"sentences\":null,\"onModelFailure\":null}"));

    assertThat(submission.options()).isEqualTo(Options.NONE);
    assertThat(submission.article().title()).isNull();
  }

  @Test
  void title_of_the_json_wins_over_the_page_which_is_listed() {
    Submission submission =
        read("{\"title\":\"Ours\",\"html\":\"<h1>Theirs</h1><p>%s</p>\"}".formatted(STORY));

    assertThat(submission.kind()).isEqualTo(InputKind.JSON_HTML);
    assertThat(submission.article().title()).isEqualTo("Ours");
    assertThat(submission.article().removed()).containsExactly(new Removed("title", "Theirs"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@type\":\"NewsArticle\",%s}",
        "{\"@type\":[\"Thing\",\"OpinionNewsArticle\"],%s}",
        "{\"@type\":\"http://schema.org/NewsArticle\",%s}",
        "{\"@type\":\"https://schema.org/AnalysisNewsArticle\",%s}",
        "{\"@type\":\"schema:BackgroundNewsArticle\",%s}",
        "{\"@graph\":[{\"@type\":\"Person\"},{\"@type\":\"Article\",%s}]}",
        "[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"Report\",%s}]",
        "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"BlogPosting\",%s}}",
        "{%s}"
      })
  void schema_article_is_found_wherever_it_stands(String shape) {
    String article =
        "\"headline\":\"Bridge &amp; road\",\"articleBody\":\"%s\",\"x\":1".formatted(STORY);
    Submission submission = read(shape.formatted(article));

    assertThat(submission.kind()).isEqualTo(InputKind.NEWS_ARTICLE);
    assertThat(submission.article().title()).isEqualTo("Bridge & road");
    assertThat(submission.article().text()).isEqualTo(STORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uri\":\"u\",\"body_text\":\"%s\",\"headline\":\"H\"}",
        "{\"uri\":\"u\",\"body_xhtml\":\"<p>%s</p>\",\"body_text\":\"other\",\"headline\":\"H\"}",
        "{\"bodies\":[{\"role\":\"caption\",\"value\":\"c\"},{\"role\":\"main\",\"value\":\"%s\"}],"
            + "\"headlines\":[{\"role\":\"main\",\"value\":\"H\"}]}",
        "{\"standard\":{\"name\":\"ninjs\"},\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p>%s</p>\"},"
            + "{\"contenttype\":\"image/png\",\"value\":\"zz\"}],\"headlines\":[{\"value\":\"H\"}]}"
      })
  void ninjs_of_every_version_gives_its_main_body(String item) {
    Submission submission = read(item.formatted(STORY));

    assertThat(submission.kind()).isEqualTo(InputKind.NINJS);
    assertThat(submission.article().title()).isEqualTo("H");
    assertThat(submission.article().text()).isEqualTo(STORY);
  }

  @Test
  void language_of_a_foreign_format_yields_to_the_text() {
    String json =
        "{\"@type\":\"NewsArticle\",\"inLanguage\":\"fr\",\"articleBody\":\"%s\"}".formatted(STORY);

    assertThat(read(json).article().language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void language_of_our_own_format_may_not_contradict_the_text() {
    assertThatThrownBy(() -> read(own("\"language\":\"fr\"")))
        .hasMessage("language says fr, the text is English");
  }

  @Test
  void declared_language_decides_where_the_text_is_too_short() {
    assertThat(read("{\"text\":\"Paris Match\",\"language\":\"fr\"}").article().language())
        .isEqualTo(Language.FRENCH);
  }

  private Submission read(String json) {
    return intake.read(Fixtures.unknown(json));
  }

  private static String own(String more) {
    return "{\"text\":\"" + STORY + "\"," + more + "}";
  }
}
