package news.breve.service;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.breve.article.ProblemException;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.caching.StoreException;

/**
 * Hands out briefs to many callers at once, and has none written twice at the same time by this
 * process: who asks for a brief that is being written is told so at once, and asks again.
 */
public final class BriefDesk {
  private final BriefService service;
  private final Set<String> beingWritten = ConcurrentHashMap.newKeySet();

  public BriefDesk(BriefService service) {
    this.service = service;
  }

  /** What a caller gets. */
  public sealed interface Answer {
    /** The brief. */
    record Ready(Brief brief) implements Answer {}

    /** Another call is writing the brief with this id. */
    record BeingWritten(String id) implements Answer {}
  }

  /**
   * Returns the brief of an article, written now unless it is kept or being written.
   *
   * @throws ProblemException as {@link BriefService#brief}
   */
  public Answer brief(Submission submission, BriefListener listener) {
    String id = service.idOf(submission);
    Optional<Brief> kept = service.kept(id, listener);
    if (kept.isPresent()) {
      return new Answer.Ready(kept.get());
    }
    if (!beingWritten.add(id)) {
      return new Answer.BeingWritten(id);
    }
    try {
      // Looks once more: the brief may have been finished between the look above and the mark.
      return new Answer.Ready(service.brief(submission, listener));
    } finally {
      beingWritten.remove(id);
    }
  }

  /**
   * Returns the brief kept under an id, or that it is being written; empty if it is neither.
   *
   * @throws StoreException if the store can't be asked
   */
  public Optional<Answer> find(String id) {
    // In this order: a brief is kept before its mark goes.
    boolean writing = beingWritten.contains(id);
    Optional<Answer> kept = service.find(id).map(Answer.Ready::new);
    return kept.isEmpty() && writing ? Optional.of(new Answer.BeingWritten(id)) : kept;
  }
}
