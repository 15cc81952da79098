package news.breve.article;

import java.util.Optional;

/** What {@link LanguageDetector} can say of a text. */
public enum Detection {
  FRENCH,
  ENGLISH,
  /** Written in another language. */
  OTHER,
  /** Words enough, but they don't say which language. */
  UNSURE,
  /** Too few words to say anything: a name, figures, emoji. */
  TOO_SHORT;

  /** Returns French or English, empty if it is neither or not known. */
  public Optional<Language> language() {
    return switch (this) {
      case FRENCH -> Optional.of(Language.FRENCH);
      case ENGLISH -> Optional.of(Language.ENGLISH);
      case OTHER, UNSURE, TOO_SHORT -> Optional.empty();
    };
  }
}
