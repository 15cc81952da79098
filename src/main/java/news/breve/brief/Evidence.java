package news.breve.brief;

import news.breve.article.Article;
import news.breve.article.Sentence;

/**
 * The passage a statement rests on (a W3C Web Annotation text position and text quote selector).
 *
 * @param sentence 1-based number of the sentence
 * @param start offset in the canonical text, in code points
 * @param end offset after the passage, in code points
 * @param exact the passage itself
 */
public record Evidence(int sentence, int start, int end, String exact) {
  /** Returns a whole sentence as evidence. */
  public static Evidence of(Article article, int sentence) {
    Sentence span = article.sentences().get(sentence - 1);
    return new Evidence(sentence, span.start(), span.end(), article.sentence(sentence));
  }
}
