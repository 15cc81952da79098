package news.breve.brief;

import java.util.Optional;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.reading.DatelineReader;
import org.jspecify.annotations.Nullable;

/**
 * Where an article was filed, by the dateline of its own text. Its date and its agency are the
 * article's, not the brief's, and are left out.
 *
 * @param fr the place in French, null where it is only known in English
 * @param en the place in English, null where it is only known in French
 */
public record Dateline(@Nullable String fr, @Nullable String en) {
  /** A title, or a line with the writer's name, may stand before the story. */
  private static final int MAX_SENTENCES = 3;

  /** Returns the dateline of an article, if it has one. */
  public static Optional<Dateline> of(Article article) {
    DatelineReader reader = new DatelineReader(article.language());
    return article.sentenceTexts().stream()
        .limit(MAX_SENTENCES)
        .flatMap(sentence -> reader.read(sentence).stream())
        .findFirst()
        .map(read ->
            article.language() == Language.FRENCH
                ? new Dateline(read.place(), read.inOther().orElse(null))
                : new Dateline(read.inOther().orElse(null), read.place()));
  }

  /** Returns if a sentence begins with a dateline of its own, as one that was quoted may. */
  public static boolean opens(String sentence, Language language) {
    return new DatelineReader(language).read(sentence).isPresent();
  }

  public @Nullable String in(Language language) {
    return language == Language.FRENCH ? fr : en;
  }
}
