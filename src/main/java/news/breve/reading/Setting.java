package news.breve.reading;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.reading.Currencies.Currency;

/**
 * What an article says once and means throughout: whose dollars, whose francs.
 *
 * <p>"$40" is US dollars only where the article names US dollars and no others. That it comes from
 * Québec, or is about Canada, proves nothing: such stories quote both. Francs in a Swiss story are
 * Swiss francs: since 2002 no neighbour has francs.
 *
 * @param currencies ISO 4217 code by the unit it is meant by
 */
public record Setting(Map<String, String> currencies) {
  /** Nothing said: a dollar is a dollar. */
  public static final Setting UNKNOWN = new Setting(Map.of());

  private static final Set<String> DOLLARS =
      Set.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD");
  private static final Set<String> POUNDS = Set.of("GBP", "EGP", "LBP");
  private static final Set<String> FRANCS = Set.of("CHF", "XOF", "XPF");

  public Setting {
    currencies = Map.copyOf(currencies);
  }

  /** Returns the setting of an article. */
  public static Setting of(Article article) {
    return of(article.text(), article.language());
  }

  /** Returns the setting of a text. */
  public static Setting of(String text, Language language) {
    Tokens tokens = Tokens.of(text, language);
    Set<String> named = new HashSet<>();
    boolean swiss = false;
    for (int i = 0; i < tokens.size(); i++) {
      Currencies.at(tokens, i)
          .map(Phrases.Match::value)
          .filter(Currency::isCertain)
          .ifPresent(currency -> named.add(currency.code()));
      swiss |= isSwiss(tokens.get(i));
    }
    Map<String, String> currencies = new java.util.HashMap<>();
    only(named, DOLLARS).ifPresent(code -> currencies.put("dollar", code));
    only(named, POUNDS).ifPresent(code -> currencies.put("pound", code));
    Optional<String> franc = only(named, FRANCS);
    if (franc.isEmpty() && swiss && named.stream().noneMatch(FRANCS::contains)) {
      franc = Optional.of("CHF");
    }
    franc.ifPresent(code -> currencies.put("franc", code));
    return new Setting(currencies);
  }

  private static boolean isSwiss(Token token) {
    return switch (token.folded()) {
      case "suisse",
          "suisses",
          "swiss",
          "switzerland",
          "geneve",
          "geneva",
          "zurich",
          "berne",
          "lausanne" ->
          true;
      default -> false;
    };
  }

  private static Optional<String> only(Set<String> named, Set<String> among) {
    Set<String> found = new HashSet<>(named);
    found.retainAll(among);
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  String currency(String code) {
    return currencies.getOrDefault(code, code);
  }
}
