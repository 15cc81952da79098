package news.breve.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.writing.TokenBudget;
import org.junit.jupiter.api.Test;

final class RunBudgetTest {
  private final TokenBudget budget = new RunBudget(450);

  private static boolean isGiven(TokenBudget budget, long tokens) {
    try {
      budget.reserve(tokens);
      return true;
    } catch (ProblemException e) {
      assertThat(e.problem()).isEqualTo(Problem.BUDGET_EXHAUSTED);
      return false;
    }
  }

  @Test
  void reserve_byManyAtOnce_neverPassesTheCeiling() throws Exception {
    Callable<Boolean> reserve = () -> isGiven(budget, 10);
    List<Boolean> given = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one :
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> reserve).toList())) {
        given.add(one.get());
      }
    }
    assertThat(given).filteredOn(Boolean::booleanValue).hasSize(45);
  }

  @Test
  void settle_givesBackWhatACallLeft_andTakesWhatItTookBeyond() {
    TokenBudget.Reservation reserved = budget.reserve(400);
    assertThat(isGiven(budget, 100)).isFalse();
    reserved.settle(100);
    assertThat(isGiven(budget, 350)).isTrue();
    budget.reserve(0).settle(500);
    assertThat(isGiven(budget, 1)).isFalse();
  }

  @Test
  void reserve_ofTwoBudgets_isOfBothOrOfNeither() {
    TokenBudget small = new RunBudget(100);
    TokenBudget both = budget.and(small);
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> both.reserve(200));
    TokenBudget.Reservation reserved = both.reserve(100);
    assertThat(isGiven(small, 1)).isFalse();
    reserved.settle(50);
    assertThat(isGiven(small, 50)).isTrue();
    assertThat(isGiven(budget, 400)).isTrue();
    assertThat(isGiven(budget, 1)).isFalse();
  }
}
