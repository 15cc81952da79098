package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import news.breve.BriefTestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileBriefStoreTest extends LeaseContract {
  @TempDir Path folder;

  @Override
  BriefStore open(Clock clock) {
    return new FileBriefStore(folder.resolve("cache"), TIME_TO_LIVE, clock);
  }

  private BriefStore open() {
    return open(Clock.fixed(Instant.parse(BriefTestData.GENERATED_AT), ZoneOffset.UTC));
  }

  private Path file() {
    return folder.resolve("cache/briefs").resolve(BriefTestData.ID + ".json.gz");
  }

  @Test
  void find_byAnotherProcess_seesWhatIsKept() {
    open().save(BriefTestData.brief());
    assertThat(open().find(BriefTestData.ID)).contains(BriefTestData.brief());
  }

  @Test
  void save_givesFolderAndFileToTheirOwnerAlone() throws IOException {
    open().save(BriefTestData.brief());
    assertThat(permissions(folder.resolve("cache"))).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("cache/briefs"))).isEqualTo("rwx------");
    assertThat(permissions(file())).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void save_leavesNoTemporaryFile() throws IOException {
    open().save(BriefTestData.brief());
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void find_damagedAnywhere_isAMissOrUnharmed_andReplaced() throws IOException {
    BriefStore store = open();
    store.save(BriefTestData.brief());
    byte[] whole = Files.readAllBytes(file());
    // The first ten bytes are gzip's header, of which time, flags and system carry no text.
    for (int i = 10; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x20;
      Files.write(file(), damaged);
      // The last byte of the compressed data ends in bits that mean nothing.
      assertThat(store.find(BriefTestData.ID))
          .as("byte %d flipped", i)
          .isIn(Optional.empty(), Optional.of(BriefTestData.brief()));
    }
    Files.write(file(), new byte[] {1, 2, 3});
    assertThat(store.find(BriefTestData.ID)).isEmpty();
    store.save(BriefTestData.brief());
    assertThat(store.find(BriefTestData.ID)).isPresent();
  }

  @Test
  void find_cutAnywhere_isAMiss() throws IOException {
    BriefStore store = open();
    store.save(BriefTestData.brief());
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(store.find(BriefTestData.ID)).as("cut to %d bytes", length).isEmpty();
    }
  }

  @Test
  void find_briefOfAnotherId_isAMiss() throws IOException {
    BriefStore store = open();
    String other = "b1-" + "C".repeat(43);
    store.save(BriefTestData.brief(other));
    Files.move(file().resolveSibling(other + ".json.gz"), file());
    assertThat(store.find(BriefTestData.ID)).isEmpty();
  }

  @Test
  void open_placeTakenByAFile_isRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new FileBriefStore(file, TIME_TO_LIVE, Clock.systemUTC()))
        .withMessageContaining(file.getFileName().toString());
  }
}
