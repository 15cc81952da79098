package news.breve.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A headline or a sentence with what it rests on.
 *
 * @param fr French; null in an extractive brief of an English article
 * @param en English; null in an extractive brief of a French article
 * @param evidence in the order of the article; empty only for a headline that is the given title
 */
public record BriefSentence(@Nullable String fr, @Nullable String en, List<Evidence> evidence) {
  public BriefSentence {
    evidence = List.copyOf(evidence);
  }
}
