package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import news.breve.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversesTest {
  @Test
  void concepts_ofTheTable_areTheGlossarys() {
    assertThat(Glossary.rows()).extracting(Glossary.Row::concept).containsAll(Converses.concepts());
  }

  @ParameterizedTest
  @CsvSource({
    "vend, achète, true",
    "prête, emprunte, true",
    "bat, perd, true",
    "accuse, achète, false",
    "vend, vend, false"
  })
  void are_twoVerbs_sayTheSameOfExchangedParties(String one, String other, boolean converses) {
    assertThat(Converses.are(word(one), word(other))).isEqualTo(converses);
  }

  @ParameterizedTest
  @CsvSource({"rencontre, true", "répond, true", "accuse, false", "sauve, false"})
  void isMutual_verb_mayGoBothWays(String verb, boolean mutual) {
    assertThat(Converses.isMutual(word(verb))).isEqualTo(mutual);
  }

  private static Word word(String verb) {
    return new Statements(Setting.UNKNOWN).of(verb, Language.FRENCH).words().getFirst();
  }
}
