package news.breve.reading;

import java.util.List;

/**
 * A clause or a phrase of a statement: what stands between signs, conjunctions and relative
 * pronouns.
 *
 * @param text as written
 * @param words its words that carry meaning
 * @param start UTF-16 offset in the statement
 * @param end UTF-16 offset after it
 */
public record Segment(String text, List<Word> words, int start, int end) {
  public Segment {
    words = List.copyOf(words);
  }
}
