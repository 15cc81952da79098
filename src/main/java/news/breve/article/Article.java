package news.breve.article;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical article: what a brief is written from and checked against.
 *
 * @param sha256 lower-case hex digest of {@code text} in UTF-8
 * @param language the language it is written in
 * @param title the title the sender gave, never evidence; null if none
 * @param publishedAt ISO 8601 date or date-time with offset, as given; null if none
 * @param text the story, NFC, one line a paragraph; see {@link CanonicalText}
 * @param sentences the sentences of {@code text} in order; number 1 is the first
 * @param removed what was left out of {@code text}, in the order of the input
 */
public record Article(
    String sha256,
    Language language,
    @Nullable String title,
    @Nullable String publishedAt,
    String text,
    List<Sentence> sentences,
    List<Removed> removed) {
  public Article {
    sentences = List.copyOf(sentences);
    removed = List.copyOf(removed);
  }

  /** Returns the canonical article of a text that is already canonical. */
  public static Article of(
      Language language,
      @Nullable String title,
      @Nullable String publishedAt,
      String text,
      List<Sentence> sentences,
      List<Removed> removed) {
    return new Article(sha256(text), language, title, publishedAt, text, sentences, removed);
  }

  /**
   * Returns the text of a sentence.
   *
   * @param number 1 to {@code sentences().size()}
   */
  public String sentence(int number) {
    Sentence sentence = sentences.get(number - 1);
    return slice(sentence.start(), sentence.end());
  }

  /** Returns the texts of all sentences, in order, in one walk through the text. */
  @JsonIgnore
  public List<String> sentenceTexts() {
    List<String> texts = new ArrayList<>(sentences.size());
    int at = 0;
    int codePoints = 0;
    for (Sentence span : sentences) {
      int start = text.offsetByCodePoints(at, span.start() - codePoints);
      at = text.offsetByCodePoints(start, span.end() - span.start());
      codePoints = span.end();
      texts.add(text.substring(start, at));
    }
    return texts;
  }

  /** Returns the text between two offsets in code points. */
  public String slice(int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }

  /** Returns the length of the text in code points. */
  @JsonIgnore
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** Returns the lower-case hex SHA-256 of a text in UTF-8. */
  public static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
