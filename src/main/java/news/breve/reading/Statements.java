package news.breve.reading;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import news.breve.article.Language;

/** Makes statements of texts that belong to one article. Not for several threads. */
public final class Statements {
  private final Map<Language, Reader> readers = new EnumMap<>(Language.class);
  private final Map<Language, Stemmer> stemmers = new EnumMap<>(Language.class);

  /**
   * @param setting what the article says once and means throughout
   */
  public Statements(Setting setting) {
    for (Language language : Language.values()) {
      readers.put(language, new Reader(language, setting));
      stemmers.put(language, new Stemmer(language));
    }
  }

  /** Returns a text as a statement. */
  public Statement of(String text, Language language) {
    return new Statement(
        text,
        language,
        Objects.requireNonNull(readers.get(language)),
        Objects.requireNonNull(stemmers.get(language)));
  }
}
