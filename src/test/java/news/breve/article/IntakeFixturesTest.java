package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole articles as newsrooms send and paste them. */
final class IntakeFixturesTest {
  private final Intake intake = new Intake();

  static Stream<Path> articles() throws IOException, URISyntaxException {
    return Fixtures.files("fixtures").stream()
        .filter(file -> !file.toString().matches(".*\\.(expected|removed)\\.txt"));
  }

  static Stream<Path> wholeStories() throws IOException, URISyntaxException {
    return Fixtures.files("whole").stream();
  }

  @ParameterizedTest
  @MethodSource("articles")
  void canonical_text_is_the_story_and_nothing_else(Path file) throws IOException {
    Article article = intake.read(Fixtures.unknown(Files.readAllBytes(file))).article();

    assertThat(article.text().lines()).containsExactlyElementsOf(beside(file, ".expected.txt"));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void everything_left_out_is_listed_with_its_reason(Path file) throws IOException {
    Article article = intake.read(Fixtures.unknown(Files.readAllBytes(file))).article();

    assertThat(Fixtures.reasons(article)).isEqualTo(beside(file, ".removed.txt"));
  }

  @ParameterizedTest
  @MethodSource("wholeStories")
  void story_about_cookies_networks_credits_or_subscribers_stays_whole(Path file)
      throws IOException {
    Article article = intake.read(Fixtures.unknown(Files.readAllBytes(file))).article();

    assertThat(article.text().lines()).containsExactlyElementsOf(Files.readAllLines(file));
    assertThat(article.removed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("articles")
  void white_space_decomposed_letters_and_zero_width_characters_change_nothing(Path file)
      throws IOException {
    String text = Files.readString(file);
    String expected = intake.read(Fixtures.unknown(text)).article().text();
    List<String> variants = new ArrayList<>();
    variants.add(Normalizer.normalize(text, Normalizer.Form.NFD));
    variants.add("\uFEFF" + text);
    if (file.toString().endsWith(".txt")) {
      variants.add(text.replace("e", "e\u200B"));
      variants.add(text.replace(" ", " \t "));
      variants.add(text.replace(' ', '\u00A0'));
      variants.add(text.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    assertThat(variants)
        .allSatisfy(variant ->
            assertThat(intake.read(Fixtures.unknown(variant)).article().text())
                .isEqualTo(expected));
  }

  @Test
  void samples_of_the_readme_lose_their_notices_only() throws IOException {
    Article french =
        intake
            .read(Fixtures.unknown(Files.readAllBytes(Path.of("events/article-fr.txt"))))
            .article();
    Article english =
        intake
            .read(Fixtures.unknown(Files.readAllBytes(Path.of("events/article-en.txt"))))
            .article();

    assertThat(french.language()).isEqualTo(Language.FRENCH);
    assertThat(Fixtures.reasons(french))
        .containsExactly("timestamp", "related-links", "follow-us", "copyright");
    assertThat(english.language()).isEqualTo(Language.ENGLISH);
    assertThat(Fixtures.reasons(english))
        .containsExactly("byline", "timestamp", "related-links", "follow-us", "copyright");
  }

  private static List<String> beside(Path file, String suffix) throws IOException {
    String name = file.getFileName().toString();
    return Files.readAllLines(
        file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix));
  }
}
