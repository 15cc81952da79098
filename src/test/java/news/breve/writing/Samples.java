package news.breve.writing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.article.Sentence;
import news.breve.configuration.Variables;

/** An article, its good draft, and settings, for the tests of this room. */
final class Samples {
  /** A word of the article that no problem may hold. */
  static final String ARTICLE_WORD = "Saint-Elme";

  /** A word of the answer that no problem may hold. */
  static final String ANSWER_WORD = "ferry";

  static final String KEY = "sk-not-to-be-shown";

  static final String DRAFT =
      """
      {"headline":{"fr":"Un nouveau traversier à Saint-Elme","en":"New ferry for Saint-Elme","evidence":[1]},
       "sentences":[
        {"fr":"La ville a acheté un traversier de 2,4 millions d'euros.","en":"The town bought a €2.4 million ferry.","evidence":[1,2]},
        {"fr":"Selon la mairesse, il partira en mai.","en":"The mayor said it would sail in May.","evidence":[3]}],
       "keyFacts":[
        {"type":"money","fr":"2,4 millions d'euros","en":"€2.4 million","evidence":[2],"attribution":{"fr":"","en":""}},
        {"type":"date","fr":"mai","en":"May","evidence":[3],"attribution":{"fr":"la mairesse","en":"the mayor"}}]}
      """;

  private Samples() {}

  static Article article() {
    return article(
        "Un traversier pour l'île",
        "La ville de Saint-Elme a acheté un traversier.",
        "Il coûte 2,4 millions d'euros.",
        "Il partira en mai, a dit la mairesse.");
  }

  static Article article(String title, String... sentences) {
    StringBuilder text = new StringBuilder();
    List<Sentence> spans = new ArrayList<>();
    for (String sentence : sentences) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      int start = text.codePointCount(0, text.length());
      text.append(sentence);
      spans.add(new Sentence(start, text.codePointCount(0, text.length())));
    }
    return Article.of(
        Language.FRENCH, title, "2026-03-02T08:00:00+01:00", text.toString(), spans, List.of());
  }

  /** Returns more time than any test takes, and as many tokens. */
  static Allowance allowance() {
    return new Allowance(
        Deadline.in(Duration.ofMinutes(1)), TokenBudget.UNLIMITED, (writer, took, problem) -> {});
  }

  /** Returns settings for a model at this address that may take one second. */
  static ModelSettings settings(String provider, String baseUrl, String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("BREVE_MODEL_PROVIDER", provider);
    environment.put("BREVE_MODEL_NAME", "test-model");
    environment.put("BREVE_MODEL_BASE_URL", baseUrl);
    environment.put("BREVE_MODEL_API_KEY", KEY);
    environment.put("BREVE_MODEL_TIMEOUT", "1s");
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return ModelSettings.from(new Variables(environment)).orElseThrow();
  }
}
