package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import news.breve.article.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class ModelAddressTest {
  @ParameterizedTest(name = "{1}")
  @CsvFileSource(resources = "model-addresses.tsv", delimiter = '\t', quoteCharacter = '\u0001')
  void sentence_speaksToAProgram_orDoesNot(String language, String sentence, String speaks) {
    Language its = language.equals("fr") ? Language.FRENCH : Language.ENGLISH;
    assertThat(ModelAddress.isIn(sentence, its)).isEqualTo(speaks.equals("yes"));
  }
}
