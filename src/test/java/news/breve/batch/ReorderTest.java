package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ReorderTest {
  private final List<Integer> out = new ArrayList<>();

  @Test
  void put_inAnyOrder_comesOutInOrder() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      out.clear();
      Reorder<Integer> order = new Reorder<>(50, out::add);
      List<Integer> places = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
      Collections.shuffle(places, random);
      places.forEach(place -> order.put(place, place));
      assertThat(out).isEqualTo(IntStream.range(0, 50).boxed().toList());
    }
  }

  @Test
  void put_manyThreads_comesOutInOrder_withinTheWindow() {
    Reorder<Integer> order = new Reorder<>(16, out::add);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5_000; i++) {
        int place = i;
        assertThat(order.open(place)).isTrue();
        threads.execute(() -> order.put(place, place));
      }
    }
    assertThat(out).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
  }

  @Test
  void open_tooFarAhead_waits_untilItIsNear_orClosed() throws Exception {
    Reorder<Integer> order = new Reorder<>(2, out::add);
    order.put(1, 1);
    CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> order.open(2));
    Thread.sleep(50);
    assertThat(third).isNotDone();
    order.put(0, 0);
    assertThat(third.get(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Boolean> far = CompletableFuture.supplyAsync(() -> order.open(9));
    order.close();
    assertThat(far.get(10, TimeUnit.SECONDS)).isFalse();
  }
}
