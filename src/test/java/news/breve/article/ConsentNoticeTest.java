package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConsentNoticeTest {
  private static final String BANNER =
      "Nous et nos partenaires utilisons des cookies pour mesurer l'audience.";

  private final ConsentNotice notices = new ConsentNotice(new BoilerplateTable());

  @Test
  void paragraphWithoutTheWordsOfANotice_isNone_whateverTheStory() {
    assertThat(
            notices.isOne(
                "La mairie de Vaubreuil a voté un budget.",
                () -> {
                  throw new AssertionError("the story was read");
                }))
        .isFalse();
  }

  @Test
  void banner_isOne_whereTheStoryIsOfSomethingElse() {
    assertThat(notices.isOne(BANNER, () -> Stream.of("Vaubreuil a voté un budget."))).isTrue();
  }
}
