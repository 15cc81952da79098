package news.breve.writing;

import java.time.Duration;
import news.breve.article.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where the tokens of a call are taken from. */
@FunctionalInterface
public interface TokenBudget {
  /** Gives whatever is asked for. */
  TokenBudget UNLIMITED = tokens -> used -> {};

  /**
   * Takes the most that a call can cost; may wait until it is there.
   *
   * @throws ProblemException {@code budget-exhausted} if that is not there; nothing is taken then
   */
  Reservation reserve(long tokens);

  /** Returns the budget that takes from this, and then from another. */
  default TokenBudget and(TokenBudget other) {
    return tokens -> {
      Reservation first = reserve(tokens);
      try {
        return first.and(other.reserve(tokens));
      } catch (RuntimeException e) {
        first.giveBack();
        throw e;
      }
    };
  }

  /** What was taken for one call. Ended once, in one of two ways. */
  @FunctionalInterface
  interface Reservation {
    /** Puts what the call really took in place of what was taken. */
    void settle(long tokens);

    /** The call is not made. */
    default void giveBack() {
      settle(0);
    }

    /**
     * The provider said, before the call is settled, that it was asked too much.
     *
     * @param retryAfter how long it asked to wait, null if it said nothing
     */
    default void overloaded(@Nullable Duration retryAfter) {}

    private Reservation and(Reservation other) {
      Reservation one = this;
      return new Reservation() {
        @Override
        public void settle(long tokens) {
          one.settle(tokens);
          other.settle(tokens);
        }

        @Override
        public void giveBack() {
          one.giveBack();
          other.giveBack();
        }

        @Override
        public void overloaded(@Nullable Duration retryAfter) {
          one.overloaded(retryAfter);
          other.overloaded(retryAfter);
        }
      };
    }
  }
}
