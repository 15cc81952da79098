package news.breve.rendering;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.breve.article.Language;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.KeyFact;

/** The words around a brief, in both languages, which the formats for people share. */
final class Labels {
  static final String KEY_FACTS = "Faits clés · Key facts";
  static final String PASSAGES = "Passages";
  static final String DROPPED = "Écarté : non prouvé · Dropped: not proven";
  static final String FINDINGS = "À vérifier · To review";
  static final String REMOVED = "Retiré de l'entrée · Left out of the input";

  private Labels() {}

  /** Returns how far the brief is proven, in both languages. */
  static String status(Brief brief) {
    return status(brief, Language.FRENCH) + " · " + status(brief, Language.ENGLISH);
  }

  /** Returns how far the brief is proven. */
  static String status(Brief brief, Language language) {
    boolean french = language == Language.FRENCH;
    return switch (brief.status()) {
      case VERIFIED ->
          french ? "Vérifié : chaque phrase est prouvée" : "Verified: every sentence is proven";
      case REVIEW ->
          french ? "À relire : voir ce qui suit le texte" : "Review: see the notes below the text";
      case EXTRACTIVE ->
          french
              ? "Extraits : phrases de l'article, mot pour mot"
              : "Extractive: the article's own sentences, word for word";
    };
  }

  /** Returns who wrote the brief and what that cost. */
  static String origin(Brief brief) {
    Brief.Usage usage = brief.usage();
    String writer =
        brief.ai().generated()
            ? brief.ai().provider() + " " + brief.ai().model()
            : "sans modèle · no model";
    String cost =
        usage.calls() == 0
            ? ""
            : " · %d + %d tokens".formatted(usage.inputTokens(), usage.outputTokens());
    String cache = brief.cache().hit() ? " · du cache · from the cache" : "";
    String price = usage.estimatedCost() == null ? "" : " · ≈ " + usage.estimatedCost();
    return writer + cost + price + cache;
  }

  /** Returns every passage the brief cites, by sentence number. */
  static Map<Integer, String> passages(Brief brief) {
    Map<Integer, String> passages = new TreeMap<>();
    collect(brief.headline().evidence(), passages);
    for (BriefSentence sentence : brief.sentences()) {
      collect(sentence.evidence(), passages);
    }
    for (KeyFact fact : brief.keyFacts()) {
      collect(fact.evidence(), passages);
    }
    return passages;
  }

  private static void collect(List<Evidence> evidence, Map<Integer, String> passages) {
    evidence.forEach(passage -> passages.put(passage.sentence(), passage.exact()));
  }
}
