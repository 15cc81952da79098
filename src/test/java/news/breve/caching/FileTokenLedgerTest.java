package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileTokenLedgerTest extends TokenLedgerContract {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path folder;

  @Override
  TokenLedger open() {
    return new FileTokenLedger(folder, Clock.systemUTC());
  }

  private Path day() {
    return folder.resolve("tokens").resolve(DAY.toString());
  }

  @Test
  void reserve_damagedCount_isNotTakenForNothing() throws Exception {
    open().add(DAY, 7);
    Files.writeString(day(), "");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> open().reserve(DAY, 1, 10))
        .withMessageEndingWith("2026-03-02” doesn't hold a number");
  }

  @Test
  void add_removesDaysLongGone() throws Exception {
    open().add(DAY, 7);
    Files.setLastModifiedTime(day(), FileTime.from(Instant.now().minus(Duration.ofDays(9))));
    open().add(DAY.plusDays(9), 1);
    try (Stream<Path> days = Files.list(day().getParent())) {
      assertThat(days).hasSize(1).doesNotContain(day());
    }
  }
}
