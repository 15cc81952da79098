package news.breve.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.breve.article.Language;

/** Currencies and how they are named, from {@code currencies.tsv}. */
final class Currencies {
  /**
   * A currency, or a unit of money without a country.
   *
   * @param code ISO 4217 in capitals, or a unit such as {@code dollar}
   * @param englishSign what English writes before the amount; a hyphen if it writes words after it
   */
  record Currency(String code, Forms french, Forms english, String englishSign) {
    boolean isCertain() {
      return Character.isUpperCase(code.charAt(0));
    }

    Forms forms(Language language) {
      return language == Language.FRENCH ? french : english;
    }
  }

  private static final List<List<String>> ROWS = Cells.rows("currencies.tsv", 7);
  private static final Map<String, Currency> BY_CODE = byCode();
  private static final Phrases<Currency> FRENCH = phrases(Language.FRENCH);
  private static final Phrases<Currency> ENGLISH = phrases(Language.ENGLISH);

  private Currencies() {}

  private static Map<String, Currency> byCode() {
    Map<String, Currency> currencies = new HashMap<>();
    for (List<String> row : ROWS) {
      currencies.put(
          row.get(0),
          new Currency(
              row.get(0),
              new Forms(row.get(1), row.get(2)),
              new Forms(row.get(3), row.get(4)),
              row.get(5)));
    }
    return Map.copyOf(currencies);
  }

  private static Phrases<Currency> phrases(Language language) {
    Phrases<Currency> phrases = new Phrases<>(Phrases.Key.NAME, language);
    for (List<String> row : ROWS) {
      Currency currency = BY_CODE.get(row.get(0));
      if (currency != null) {
        Forms forms = currency.forms(language);
        phrases.add(forms.one(), currency).add(forms.many(), currency).addAll(row.get(6), currency);
      }
    }
    return phrases;
  }

  static Optional<Currency> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Returns false if no currency is named from a token on. */
  static boolean mayBegin(Token token, Language language) {
    return (language == Language.FRENCH ? FRENCH : ENGLISH).mayBegin(token);
  }

  static Optional<Phrases.Match<Currency>> at(Tokens tokens, int i) {
    return (tokens.isFrench() ? FRENCH : ENGLISH).at(tokens, i);
  }
}
