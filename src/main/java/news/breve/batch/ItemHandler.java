package news.breve.batch;

import java.util.function.Consumer;
import news.breve.article.Intake;
import news.breve.article.OnModelFailure;
import news.breve.article.Options;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.writing.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Makes the record of an item, behind every door of a batch.
 *
 * <p>Here alone it is told apart what comes of a problem: one that is final becomes the item's
 * record; one that may pass ({@link Problem#mayPass}) is thrown, for the door to come back to the
 * item later. So an extractive brief stands in for the model's only once the model has had its
 * chances: {@link #giveUp}.
 */
public final class ItemHandler {
  private final Intake intake = new Intake();
  private final BriefService service;
  private final ObjectFetcher fetcher;
  private final Consumer<RuntimeException> faults;

  /**
   * Makes the handler.
   *
   * @param fetcher fetches what items point to
   * @param faults is told of our own faults, whose messages may hold article text
   */
  public ItemHandler(
      BriefService service, ObjectFetcher fetcher, Consumer<RuntimeException> faults) {
    this.service = service;
    this.fetcher = fetcher;
    this.faults = faults;
  }

  /**
   * What became of an item.
   *
   * @param result its record
   * @param brief null if it has none
   */
  public record Handled(ResultRecord result, @Nullable Brief brief) {
    static Handled of(BatchItem item, Brief brief) {
      return new Handled(ResultRecord.of(item.source(), brief), brief);
    }

    static Handled of(BatchItem item, ProblemException e) {
      return new Handled(ResultRecord.of(item.source(), e), null);
    }
  }

  /**
   * Briefs an item.
   *
   * @param deadline by which there is an answer
   * @throws ProblemException one that may pass: {@code model-unavailable}, {@code model-timeout},
   *     {@code rate-limited}, {@code budget-exhausted}, {@code internal}
   */
  public Handled handle(BatchItem item, Deadline deadline, BriefListener listener) {
    try {
      Submission submission = read(item);
      try {
        // Not extractive yet: the model may answer another time.
        Options model = new Options(null, OnModelFailure.PROBLEM);
        return Handled.of(item, service.brief(submission.withOptions(model), deadline, listener));
      } catch (ProblemException e) {
        if (e.problem().mayPass()) {
          throw e;
        }
        return Handled.of(item, service.insteadOf(e, submission));
      }
    } catch (ProblemException e) {
      if (e.problem().mayPass()) {
        throw e;
      }
      return Handled.of(item, e);
    } catch (RuntimeException e) {
      throw fault(e);
    }
  }

  /**
   * Returns what becomes of an item whose problem didn't pass in all the time there was: the
   * extractive brief, if one is wanted then, else the problem.
   */
  public Handled giveUp(BatchItem item, ProblemException problem) {
    try {
      return Handled.of(item, service.insteadOf(problem, read(item)));
    } catch (ProblemException e) {
      return Handled.of(item, e);
    } catch (RuntimeException e) {
      return Handled.of(item, fault(e));
    }
  }

  private Submission read(BatchItem item) {
    return switch (item.content()) {
      case BatchItem.Content.Sent sent -> intake.read(sent.article());
      case BatchItem.Content.Refused refused -> throw refused.why();
      case BatchItem.Content.Elsewhere elsewhere -> {
        BatchItem fetched =
            BatchItem.ofFile(elsewhere.pointer().key(), fetcher.fetch(elsewhere.pointer()));
        yield switch (fetched.content()) {
          case BatchItem.Content.Sent sent -> intake.read(sent.article());
          case BatchItem.Content.Refused refused -> throw refused.why();
          // Pointers to pointers could go round for ever.
          case BatchItem.Content.Elsewhere _ ->
              throw BatchItem.invalid("the object in S3 is itself a pointer");
        };
      }
    };
  }

  private ProblemException fault(RuntimeException e) {
    faults.accept(e);
    return new ProblemException(Problem.INTERNAL, "a fault of ours");
  }
}
