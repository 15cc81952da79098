package news.breve.brief;

import com.fasterxml.jackson.annotation.JsonIgnore;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * The same words in both languages; null where a language is missing.
 *
 * @param fr French
 * @param en English
 */
public record Bilingual(@Nullable String fr, @Nullable String en) {
  /** Returns the words of one language and nothing in the other. */
  public static Bilingual of(Language language, String text) {
    return language == Language.FRENCH ? new Bilingual(text, null) : new Bilingual(null, text);
  }

  /** Returns if neither language says anything. */
  @JsonIgnore
  public boolean isBlank() {
    return (fr == null || fr.isBlank()) && (en == null || en.isBlank());
  }

  public @Nullable String in(Language language) {
    return language == Language.FRENCH ? fr : en;
  }
}
