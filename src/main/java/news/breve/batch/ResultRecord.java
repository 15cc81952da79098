package news.breve.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.Status;
import news.breve.rendering.ProblemDocument;
import org.jspecify.annotations.Nullable;

/**
 * What came of one item: a brief, or the problem that stood against it. Holds no article text.
 *
 * @param source what the item is called
 * @param id of the brief; null if there is none, as are status, usage and cache
 * @param problem null if there is a brief
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultRecord(
    String source,
    @Nullable String id,
    @Nullable Status status,
    Brief.@Nullable Usage usage,
    Brief.@Nullable Cache cache,
    @Nullable ProblemDocument problem) {

  /** Returns the record of a brief. */
  public static ResultRecord of(String source, Brief brief) {
    return new ResultRecord(source, brief.id(), brief.status(), brief.usage(), brief.cache(), null);
  }

  /** Returns the record of a problem. */
  public static ResultRecord of(String source, ProblemException e) {
    return new ResultRecord(source, null, null, null, null, ProblemDocument.of(e));
  }

  /** Returns if there is no brief. */
  @JsonIgnore
  public boolean isFailed() {
    return problem != null;
  }
}
