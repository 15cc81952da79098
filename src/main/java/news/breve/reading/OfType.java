package news.breve.reading;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that the type of a token alone decides, found out once and kept by the type. Threads
 * that race for it find the same.
 */
final class OfType<T> {
  private static final AtomicInteger PLACES = new AtomicInteger();

  /** Fields that are final are read whole by any thread. */
  private record Kept<T>(T value) {}

  private final int place = PLACES.getAndIncrement();

  /** Returns how many there are. */
  static int count() {
    return PLACES.get();
  }

  /**
   * Returns what is kept for a token, null if there is no such thing.
   *
   * @param find finds it out, the same each time for tokens of a type
   */
  @Nullable T of(Token token, Function<Token, @Nullable T> find) {
    TokenType type = token.type();
    if (type.lacks(place)) {
      return null;
    }
    Object known = type.kept(place);
    if (known == null) {
      T found = find.apply(token);
      if (found == null) {
        type.lack(place);
        return null;
      }
      known = new Kept<>(found);
      type.keep(place, known);
    }
    @SuppressWarnings("unchecked") // Nobody else keeps anything at its place.
    Kept<T> kept = (Kept<T>) known;
    return kept.value();
  }
}
