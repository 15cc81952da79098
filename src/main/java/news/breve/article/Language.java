package news.breve.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** The two languages of a brief. */
public enum Language {
  @JsonProperty("fr")
  FRENCH("fr"),
  @JsonProperty("en")
  ENGLISH("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Returns the ISO 639-1 code, {@code fr} or {@code en}. */
  public String code() {
    return code;
  }

  /** Returns the other language of a brief. */
  public Language other() {
    return this == FRENCH ? ENGLISH : FRENCH;
  }

  /**
   * Returns the language of a BCP 47 tag, whatever its region: {@code fr-CA}, {@code EN_gb}; empty
   * if it is neither French nor English.
   */
  public static Optional<Language> ofTag(String tag) {
    String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return switch (primary) {
      case "fr", "fra", "fre" -> Optional.of(FRENCH);
      case "en", "eng" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }
}
