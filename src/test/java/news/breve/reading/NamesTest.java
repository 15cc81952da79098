package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class NamesTest {
  private static final Predicate<String> NOT_PLAIN = Pattern.compile("[(&.]").asPredicate();

  @Test
  void countries_areThoseOfTheJdk() {
    List<List<String>> plain =
        Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code))
            .map(country -> List.of(name(country, Locale.FRENCH), name(country, Locale.ENGLISH)))
            .filter(names -> names.stream().noneMatch(NOT_PLAIN))
            .toList();

    assertThat(Cells.rows("countries.tsv", 2)).containsExactlyElementsOf(plain);
  }

  private static String name(Locale country, Locale language) {
    return country.getDisplayCountry(language).replace('’', '\'');
  }
}
