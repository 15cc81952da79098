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
      {"article": {"text": "La Ville de Rimouski achète trois autobus électriques pour 2,4 millions de dollars. Ils parcourront 320 km par jour. « Ils rouleront dès mars », a dit la mairesse Anne Roy."},
       "brief": {
         "headline": {"fr": "Rimouski achète trois autobus électriques", "en": "Rimouski buys three electric buses", "evidence": [1]},
         "sentences": [
           {"fr": "Les trois autobus parcourront 320 km par jour.", "en": "The three buses will run 320 km a day.", "evidence": [1, 2]},
           {"fr": "« Ils rouleront dès mars », a dit la mairesse Anne Roy.", "en": "They will run from March, Mayor Anne Roy said.", "evidence": [3]}],
         "keyFacts": [
           {"type": "money", "fr": "2,4 millions de dollars", "en": "$2.4 million", "evidence": [1], "attribution": {"fr": "", "en": ""}},
           {"type": "date", "fr": "dès mars", "en": "from March", "evidence": [3], "attribution": {"fr": "la mairesse Anne Roy", "en": "Mayor Anne Roy"}}]}}
      """;

  static final String CHECK_EN =
      """
      {"article": {"text": "The town of Whitby will buy three electric buses for £2.4 million. They will run 200 miles a day. “They will run from March,” said Mayor Anne Roy."},
       "brief": {
         "headline": {"en": "Whitby to buy three electric buses", "evidence": [1]},
         "sentences": [
           {"en": "The buses will cost £2.4 million.", "evidence": [1]},
           {"en": "They will run 200 miles a day.", "evidence": [2]}]}}
      """;

  /** A draft with a billion for a million, and what is answered to it. */
  static final String CHECK_REJECTED =
      """
      {"article": {"text": "The town of Whitby will buy three electric buses for £2.4 million."},
       "brief": {
         "headline": {"en": "Whitby to buy three electric buses", "evidence": [1]},
         "sentences": [{"en": "The buses will cost £2.4 billion.", "evidence": [1]}]}}
      """;

  static final String REJECTED =
      """
      {"status": "rejected",
       "findings": [
         {"check": "number", "severity": "error", "path": "/sentences/0/en",
          "message": "The cited sentences don't have this number.",
          "found": "£2.4 billion", "expected": "£2.4 million"}],
       "article": {
         "sha256": "d2d7bc7cd2bd94a9276aff64610f8b1d5bf6b296ea933c315cfe61cd7c0566d3", "language": "en", "title": null, "publishedAt": null,
         "text": "The town of Whitby will buy three electric buses for £2.4 million.",
         "sentences": [{"start": 0, "end": 66}],
         "removed": []}}
      """;

  private Examples() {}
}
