package news.breve.http;

/** The examples of the API's description; a test sends each of them. */
final class Examples {
  static final String TEXT_FR =
      "La Ville de Rimouski achète trois autobus électriques pour 2,4 millions de dollars."
          + " « Ils rouleront dès mars », a dit la mairesse Anne Roy.";

  static final String TEXT_EN =
      "The town of Whitby will buy three electric buses for £2.4 million."
          + " “They will run from March,” said Mayor Anne Roy.";

  static final String ARTICLE_FR =
      """
      {"title": "Trois autobus électriques à Rimouski",
       "publishedAt": "2026-02-03",
       "text": "La Ville de Rimouski achète trois autobus électriques pour 2,4 millions de dollars. « Ils rouleront dès mars », a dit la mairesse Anne Roy.",
       "options": {"sentences": 2}}
      """;

  static final String ARTICLE_EN =
      """
      {"title": "Whitby buys electric buses",
       "text": "The town of Whitby will buy three electric buses for £2.4 million. “They will run from March,” said Mayor Anne Roy."}
      """;

  static final String NEWS_ARTICLE =
      """
      {"@context": "https://schema.org",
       "@type": "NewsArticle",
       "headline": "Whitby buys electric buses",
       "inLanguage": "en-GB",
       "datePublished": "2026-02-03T08:00:00Z",
       "articleBody": "The town of Whitby will buy three electric buses for £2.4 million. “They will run from March,” said Mayor Anne Roy."}
      """;

  static final String CHECK_FR =
      """
      {"article": {"text": "La Ville de Rimouski achète trois autobus électriques pour 2,4 millions de dollars. « Ils rouleront dès mars », a dit la mairesse Anne Roy."},
       "brief": {
         "headline": {"fr": "Rimouski achète trois autobus électriques", "en": "Rimouski buys three electric buses", "evidence": [1]},
         "sentences": [{"fr": "Les autobus rouleront dès mars, selon la mairesse Anne Roy.", "en": "The buses will run from March, Mayor Anne Roy said.", "evidence": [2]}]}}
      """;

  static final String CHECK_EN =
      """
      {"article": {"text": "The town of Whitby will buy three electric buses for £2.4 million. “They will run from March,” said Mayor Anne Roy."},
       "brief": {
         "headline": {"en": "Whitby buys three electric buses", "evidence": [1]},
         "sentences": [{"en": "The buses will cost £2.4 million.", "evidence": [1]}]}}
      """;

  private Examples() {}
}
