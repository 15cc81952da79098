package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import news.breve.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MutualVerbsTest {
  @Test
  void concepts_ofTheTable_areTheGlossarys() {
    assertThat(GlossaryRows.ALL)
        .extracting(GlossaryRows.Row::concept)
        .containsAll(MutualVerbs.concepts());
  }

  @ParameterizedTest
  @CsvSource({"rencontre, true", "répond, true", "accuse, false", "sauve, false"})
  void has_verb_mayGoBothWays(String verb, boolean mutual) {
    assertThat(MutualVerbs.has(word(verb))).isEqualTo(mutual);
  }

  private static Word word(String verb) {
    return new Statements(Setting.UNKNOWN).of(verb, Language.FRENCH).words().getFirst();
  }
}
