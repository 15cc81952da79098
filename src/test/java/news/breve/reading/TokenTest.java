package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

final class TokenTest {
  @Test
  void everyLetter_isFoldedAsUnicodeDecomposesIt() {
    for (char c = 1; c < '\uD800'; c++) {
      String letter = String.valueOf(c);
      String decomposed =
          Normalizer.normalize("a" + letter, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");

      assertThat(Folding.fold("a" + letter))
          .as("U+%04X", (int) c)
          .isEqualTo(decomposed.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae"));
    }
  }

  @Test
  void ligatures_areTakenApart() {
    assertThat(Folding.fold("Œuvre d'un cœur ex æquo à Saint-Élie"))
        .isEqualTo("Oeuvre d'un coeur ex aequo a Saint-Elie");
  }
}
