package news.breve.article;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which language an article is in, from what is said of it and from its text. */
final class ArticleLanguage {
  private final LanguageDetector detector = new LanguageDetector();

  /**
   * Returns the language of a canonical text.
   *
   * @param declared what is said of it, null if nothing
   * @throws ProblemException {@code unsupported-language}; {@code invalid-article} if the caller
   *     says one language and the text is plainly the other
   */
  Language of(String text, @Nullable DeclaredLanguage declared) {
    boolean byCaller =
        declared != null && declared.authority() == DeclaredLanguage.Authority.CALLER;
    Optional<Language> said = declared == null ? Optional.empty() : Language.ofTag(declared.tag());
    if (declared != null && byCaller && said.isEmpty()) {
      throw unsupported(declared.tag());
    }
    return switch (detector.detect(text)) {
      case FRENCH -> agreed(Language.FRENCH, said, byCaller);
      case ENGLISH -> agreed(Language.ENGLISH, said, byCaller);
      case OTHER ->
          throw new ProblemException(
              Problem.UNSUPPORTED_LANGUAGE, "the article is in neither French nor English");
      case UNSURE -> asSaid(declared, said, "doesn't show if it is French or English");
      case TOO_SHORT -> asSaid(declared, said, "is too short to tell French from English");
    };
  }

  private static Language asSaid(
      @Nullable DeclaredLanguage declared, Optional<Language> said, String doubt) {
    if (said.isEmpty() && declared != null) {
      throw unsupported(declared.tag());
    }
    return said.orElseThrow(() ->
        new ProblemException(
            Problem.UNSUPPORTED_LANGUAGE, "the article " + doubt + ": say its language"));
  }

  private static Language agreed(Language found, Optional<Language> said, boolean byCaller) {
    if (byCaller && said.isPresent() && said.get() != found) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE,
          "language says " + said.get().code() + ", the text is " + englishName(found));
    }
    return found;
  }

  private static ProblemException unsupported(String tag) {
    return new ProblemException(
        Problem.UNSUPPORTED_LANGUAGE,
        "language " + Decoding.printable(tag) + " is neither French (fr) nor English (en)");
  }

  private static String englishName(Language language) {
    return Locale.of(language.code()).getDisplayLanguage(Locale.ENGLISH);
  }
}
