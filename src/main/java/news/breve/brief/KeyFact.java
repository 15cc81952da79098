package news.breve.brief;

import java.util.List;
import news.breve.article.Language;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the article in a few words.
 *
 * @param type what it is about
 * @param fr French
 * @param en English
 * @param value what code read in the words, null if they hold no value
 * @param attribution whom the article names as the source, null if it states the fact itself
 * @param evidence in the order of the article
 */
public record KeyFact(
    FactType type,
    @Nullable String fr,
    @Nullable String en,
    @Nullable Value value,
    @Nullable Bilingual attribution,
    List<Evidence> evidence) {
  public KeyFact {
    evidence = List.copyOf(evidence);
  }

  public @Nullable String in(Language language) {
    return language == Language.FRENCH ? fr : en;
  }
}
