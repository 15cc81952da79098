package news.breve.reading;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import news.breve.article.Language;

/** Makes statements of texts that belong to one article. */
public final class Statements {
  private final Map<Language, Reader> readers = new EnumMap<>(Language.class);

  /**
   * @param setting what the article says once and means throughout
   */
  public Statements(Setting setting) {
    for (Language language : Language.values()) {
      readers.put(language, new Reader(language, setting));
    }
  }

  /** Returns a text as a statement. */
  public Statement of(String text, Language language) {
    return new Statement(text, language, Objects.requireNonNull(readers.get(language)));
  }
}
