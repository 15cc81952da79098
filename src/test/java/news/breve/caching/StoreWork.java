package news.breve.caching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import news.breve.BriefTestData;

/** What another process does with a store. */
final class StoreWork {
  private static final Duration LONG = Duration.ofMinutes(10);

  private StoreWork() {}

  /**
   * Says what its claim came to; after a line of input, completes it and says what came of that.
   */
  static void hold(BriefStore store, Duration hold) throws IOException {
    Claim claim = store.claim(BriefTestData.ID, hold);
    System.out.println(claim.getClass().getSimpleName());
    System.in.read();
    System.out.println(store.complete(((Claim.Acquired) claim).lease(), BriefTestData.brief()));
  }

  /** Returns if a brief is kept; writes it, and notes that it was paid for, if it is free. */
  static boolean isWritten(BriefStore store, String id, Path paid) throws IOException {
    return switch (store.claim(id, LONG)) {
      case Claim.Kept ignored -> true;
      case Claim.Acquired(Lease lease) -> {
        Files.writeString(paid, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        yield store.complete(lease, BriefTestData.brief(id)) == Settlement.DONE;
      }
      default -> false;
    };
  }
}
