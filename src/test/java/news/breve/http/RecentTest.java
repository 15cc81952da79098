package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import news.breve.rendering.BriefFormat;
import org.junit.jupiter.api.Test;

final class RecentTest {
  private static final Duration LIFE = Duration.ofSeconds(1);

  private final AtomicLong now = new AtomicLong();
  private final Recent recent = new Recent(LIFE, 100, now::get);

  private static Representation of(int bytes) {
    return new Representation(
        BriefFormat.JSON, new byte[bytes], new EntityTag("\"" + bytes + "\""));
  }

  @Test
  void answer_ofAMomentAgo_isFound_andNoLonger() {
    recent.remember("a", of(10));
    now.addAndGet(LIFE.toNanos() - 1);
    assertThat(recent.find("a")).isPresent();
    now.addAndGet(1);
    assertThat(recent.find("a")).isEmpty();
  }

  @Test
  void whoForgetsAtOnce_saysSo() {
    assertThat(recent.remembers()).isTrue();
    assertThat(Recent.never().remembers()).isFalse();
  }

  @Test
  void answer_ofAnotherRequest_isNotFound() {
    recent.remember("a", of(10));
    assertThat(recent.find("b")).isEmpty();
  }

  @Test
  void answers_thatFillTheRoom_leaveNoneForAnother_untilTheyAreOld() {
    recent.remember("a", of(60));
    recent.remember("b", of(60));
    assertThat(recent.find("b")).isEmpty();
    now.addAndGet(LIFE.toNanos());
    recent.remember("b", of(60));
    assertThat(recent.find("b")).isPresent();
  }

  @Test
  void answer_givenAgain_takesNoMoreRoom() {
    for (int i = 0; i < 10; i++) {
      recent.remember("a", of(40));
    }
    recent.remember("b", of(40));
    assertThat(recent.find("b")).isPresent();
  }

  @Test
  void answer_largerThanAllRoom_isNotRemembered() {
    recent.remember("a", of(101));
    assertThat(recent.find("a")).isEmpty();
  }

  @Test
  void never_remembersNothing() {
    Recent never = Recent.never();
    never.remember("a", of(1));
    assertThat(never.find("a")).isEmpty();
  }
}
