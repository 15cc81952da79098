package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class AdmissionTest {
  private static final byte[] LARGEST = new byte[Payload.MAX_BYTES];
  private static final byte[] SMALL = new byte[100];
  private static final long NO_HEAP = 1;

  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  /** Works on a text until the latch is down; returns once it has begun. */
  private CompletableFuture<String> begin(Admission admission, byte[] text) throws Exception {
    CompletableFuture<String> work =
        CompletableFuture.supplyAsync(() ->
            admission.work(
                text,
                () -> {
                  inside.countDown();
                  try {
                    end.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  return "done";
                }));
    inside.await();
    return work;
  }

  @Test
  void largestText_isLetInAlone_whateverTheHeap() {
    Admission admission = new Admission(NO_HEAP, Duration.ZERO);
    assertThat(admission.work(LARGEST, () -> "done")).isEqualTo("done");
    assertThat(admission.work(LARGEST, () -> "again")).isEqualTo("again");
  }

  @Test
  void text_thatThereIsNoRoomFor_isToldWhenToComeBack() throws Exception {
    Admission admission = new Admission(NO_HEAP, Duration.ofMillis(20));
    CompletableFuture<String> first = begin(admission, LARGEST);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> admission.work(SMALL, () -> "too soon"))
        .satisfies(e -> {
          assertThat(e.problem()).isEqualTo(Problem.MODEL_UNAVAILABLE);
          assertThat(e.retryAfter()).isPresent();
        });
    end.countDown();
    assertThat(first.join()).isEqualTo("done");
    assertThat(admission.work(SMALL, () -> "done")).isEqualTo("done");
  }

  @Test
  void text_waitsForRoom() throws Exception {
    Admission admission = new Admission(NO_HEAP, Duration.ofSeconds(20));
    CompletableFuture<String> first = begin(admission, LARGEST);
    CompletableFuture<String> second =
        CompletableFuture.supplyAsync(() -> admission.work(SMALL, () -> "second"));
    Thread.sleep(100);
    assertThat(second).isNotDone();
    end.countDown();
    assertThat(first.join()).isEqualTo("done");
    assertThat(second.join()).isEqualTo("second");
  }

  @Test
  void smallTexts_areWorkedOnTogether() throws Exception {
    Admission admission = new Admission(NO_HEAP, Duration.ZERO);
    CompletableFuture<String> first = begin(admission, SMALL);
    assertThat(admission.work(SMALL, () -> "second")).isEqualTo("second");
    end.countDown();
    assertThat(first.join()).isEqualTo("done");
  }

  @Test
  void work_thatFails_leavesItsRoom() {
    Admission admission = new Admission(NO_HEAP, Duration.ZERO);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            admission.work(
                LARGEST,
                () -> {
                  throw new IllegalStateException("no");
                }));
    assertThat(admission.work(LARGEST, () -> "done")).isEqualTo("done");
  }
}
