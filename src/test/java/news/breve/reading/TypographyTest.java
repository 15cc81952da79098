package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import news.breve.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the tables, ~ is U+00A0 and _ is U+202F. */
final class TypographyTest {
  private static final String ALPHABET = "aé1230  \u00a0\u202f«»“”\"‘’'.,;:!?%€$h()[]-–…/°km";

  private static String spaced(String text) {
    return text.replace('~', '\u00a0').replace('_', '\u202f');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Il dit: «Non»              | Il dit~: «~Non~»",
        "Il dit : « Non »           | Il dit~: «~Non~»",
        "Il dit~: «_Non_»           | Il dit~: «_Non_»",
        "Il dit \"Non\", puis sort  | Il dit «~Non~», puis sort",
        "Il dit “Non” !             | Il dit «~Non~»_!",
        "« Il dit “Non” »           | «~Il dit “Non”~»",
        "Vraiment? Oui! Bien; non   | Vraiment_? Oui_! Bien_; non",
        "Vraiment ?! Oui !!         | Vraiment_?! Oui_!!",
        "3,2% et 3,2 % et 3,2~%     | 3,2~% et 3,2~% et 3,2~%",
        "12 € et 40$                | 12~€ et 40~$",
        "12 400 000 km              | 12~400~000~km",
        "12_400 emplois             | 12_400 emplois",
        "1,2 milliard d'euros       | 1,2~milliard d'euros",
        "à 14 h 30, 18 h précises   | à 14~h~30, 18~h précises",
        "à 14:30, score 2:1         | à 14:30, score 2:1",
        "https://exemple.ca         | https://exemple.ca",
        "en 2024 300 personnes      | en 2024 300 personnes",
        "le 5 hommes, 12 m, 12 maisons | le 5 hommes, 12~m, 12 maisons",
        "80 km/h, 4 °C, 3 ha        | 80~km/h, 4~°C, 3~ha",
        "L’État n'a rien dit…       | L’État n'a rien dit…",
        "(!) et [?]                 | (!) et [?]",
        "Une « citation ouverte     | Une «~citation ouverte",
      })
  void set_french(String text, String expected) {
    assertThat(Typography.set(spaced(text), Language.FRENCH)).isEqualTo(spaced(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He said: \"No\".           | He said: “No”.",
        "He said : « No » .         | He said: “No”.",
        "He said “ No ”             | He said “No”",
        "Really ? Yes ! Good ; no   | Really? Yes! Good; no",
        "3.2 % and 3.2~%            | 3.2% and 3.2%",
        "a .5 share, and ... more   | a .5 share, and ... more",
        "‘single’ and it's fine     | ‘single’ and it's fine",
        "“he said ‘no’ twice”       | “he said ‘no’ twice”",
        "1,200 at 14:30             | 1,200 at 14:30",
        "An \"open quote            | An \"open quote",
      })
  void set_english(String text, String expected) {
    assertThat(Typography.set(spaced(text), Language.ENGLISH)).isEqualTo(spaced(expected));
  }

  @Test
  void set_anything_isIdempotentAndKeepsLettersDigitsAndOrder() {
    Random random = new Random(7);
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      for (Language language : Language.values()) {
        String once = Typography.set(text.toString(), language);
        assertThat(Typography.set(once, language)).as("<%s>", text).isEqualTo(once);
        assertThat(bare(once)).as("<%s>", text).isEqualTo(bare(text.toString()));
      }
    }
  }

  /** Without spaces, and with one kind of double quotation mark. */
  private static String bare(String text) {
    return text.replaceAll("[ \u00a0\u202f]", "").replaceAll("[«»“”]", "\"");
  }
}
