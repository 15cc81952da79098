package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.BriefTestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that share a folder: each is a Java virtual machine of its own. */
final class FileLeaseTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration TIME_TO_LIVE = Duration.ofDays(36_500);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int BRIEFS = 40;

  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  private static FileBriefStore open(Path folder) {
    return new FileBriefStore(folder, TIME_TO_LIVE, Clock.systemUTC());
  }

  private static String id(int number) {
    return new BriefKey().add(number).id();
  }

  private Writer start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                folder.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    processes.add(process);
    return new Writer(
        process,
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
  }

  /** Another process and what it says. */
  private record Writer(Process process, BufferedReader said) {
    String says() throws IOException {
      return said.readLine();
    }

    void go() throws IOException {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    void signal(String name) throws Exception {
      assertThat(
              new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                  .start()
                  .waitFor())
          .isZero();
    }
  }

  /** Another process. Each step is said on standard output, and waits for a line of input. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      switch (arguments[1]) {
        case "hold" -> StoreWork.hold(open(folder), Duration.parse(arguments[2]));
        case "write" -> write(folder, Path.of(arguments[2]));
        case "count" -> count(folder);
        default -> throw new IllegalArgumentException(arguments[1]);
      }
    }

    private static void write(Path folder, Path paid) throws Exception {
      BriefStore store = open(folder);
      System.out.println("ready");
      System.in.read();
      for (int i = 0; i < BRIEFS; i++) {
        while (!StoreWork.isWritten(store, id(i), paid)) {
          Thread.sleep(1);
        }
      }
      System.out.println("done");
    }

    private static void count(Path folder) throws IOException {
      TokenLedger ledger = new FileTokenLedger(folder, Clock.systemUTC());
      System.out.println("ready");
      System.in.read();
      int counted = 0;
      for (int i = 0; i < 200; i++) {
        counted += ledger.reserve(DAY, 1, 450) ? 1 : 0;
      }
      System.out.println(counted);
    }
  }

  @Test
  void claim_byManyProcesses_isPaidOnceEach_andLeavesNoClaim() throws Exception {
    Path paid = folder.resolve("paid");
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      writers.add(start("write", paid.toString()));
    }
    for (Writer writer : writers) {
      assertThat(writer.says()).isEqualTo("ready");
    }
    for (Writer writer : writers) {
      writer.go();
    }
    for (Writer writer : writers) {
      assertThat(writer.says()).isEqualTo("done");
    }
    assertThat(Files.readAllLines(paid))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, BRIEFS).mapToObj(FileLeaseTest::id).toList());
    assertThat(files("claims")).isEmpty();
    BriefStore store = open(folder);
    IntStream.range(0, BRIEFS).forEach(i -> assertThat(store.find(id(i))).isPresent());
  }

  private List<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.toList();
    }
  }

  @Test
  void claim_holderKilled_isTakenOverAtOnce() throws Exception {
    Writer holder = start("hold", LONG.toString());
    assertThat(holder.says()).isEqualTo("Acquired");
    BriefStore store = open(folder);
    assertThat(store.claim(BriefTestData.ID, LONG)).isInstanceOf(Claim.HeldByOther.class);
    assertThat(store.standing(BriefTestData.ID)).get().isInstanceOf(Claim.HeldByOther.class);

    holder.process().destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    assertThat(store.standing(BriefTestData.ID)).isEmpty();
    Claim claim = store.claim(BriefTestData.ID, LONG);
    assertThat(claim).isInstanceOf(Claim.Acquired.class);
    assertThat(store.complete(((Claim.Acquired) claim).lease(), BriefTestData.brief()))
        .isEqualTo(Settlement.DONE);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void claim_holderFrozen_isTakenOverWhenItEnds_andTheHolderIsOvertaken() throws Exception {
    Writer holder = start("hold", "PT2S");
    assertThat(holder.says()).isEqualTo("Acquired");
    holder.signal("STOP");
    BriefStore store = open(folder);
    Claim claim = store.claim(BriefTestData.ID, LONG);
    for (int i = 0; i < 100 && !(claim instanceof Claim.Acquired); i++) {
      Thread.sleep(100);
      claim = store.claim(BriefTestData.ID, LONG);
    }
    assertThat(claim).isInstanceOf(Claim.Acquired.class);

    holder.signal("CONT");
    holder.go();
    assertThat(holder.says()).isEqualTo("OVERTAKEN");
    assertThat(store.find(BriefTestData.ID)).isEmpty();
    assertThat(store.standing(BriefTestData.ID)).get().isInstanceOf(Claim.HeldByOther.class);
    assertThat(store.complete(((Claim.Acquired) claim).lease(), BriefTestData.brief()))
        .isEqualTo(Settlement.DONE);
  }

  @Test
  void reserve_byManyProcesses_neverPassesTheCeiling() throws Exception {
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      writers.add(start("count"));
    }
    for (Writer writer : writers) {
      assertThat(writer.says()).isEqualTo("ready");
    }
    for (Writer writer : writers) {
      writer.go();
    }
    int counted = 0;
    for (Writer writer : writers) {
      counted += Integer.parseInt(writer.says());
    }
    assertThat(counted).isEqualTo(450);
    assertThat(new FileTokenLedger(folder, Clock.systemUTC()).used(DAY)).isEqualTo(450);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"id\":\"ID\"}",
        "{\"id\":\"ID\",\"fence\":-1,\"until\":99999999999999,\"owner\":\"OWNER\"}",
        "{\"id\":\"ID\",\"fence\":1,\"until\":99999999999999,\"owner\":\"me\"}",
        "{\"id\":\"ID\",\"fence\":1,\"until\":99999999999999,\"problem\":\"BORED\",\"detail\":\"\"}",
        "{\"id\":\"b1-\",\"fence\":1,\"until\":99999999999999,\"owner\":\"OWNER\"}",
        "{\"id\":\"ID\",\"fence\":1,\"until\":99999999999999,\"owner\":\"OWNER\"}"
      })
  void claim_damagedFile_isNoLease(String content) throws Exception {
    BriefStore store = open(folder);
    Path file = folder.resolve("claims").resolve(BriefTestData.ID + ".json");
    Lease lease = acquire(store);
    String text =
        content.replace("ID", BriefTestData.ID).replace("OWNER", lease.owner().toString());
    Files.writeString(file, text);
    assertThat(store.standing(BriefTestData.ID)).isEmpty();
    Lease next = acquire(store);
    assertThat(store.complete(lease, BriefTestData.brief())).isEqualTo(Settlement.OVERTAKEN);
    assertThat(store.complete(next, BriefTestData.brief())).isEqualTo(Settlement.DONE);
  }

  private static Lease acquire(BriefStore store) {
    return ((Claim.Acquired) store.claim(BriefTestData.ID, LONG)).lease();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void claim_andItsLock_areTheirOwnersAlone() throws Exception {
    acquire(open(folder));
    for (String name : List.of("claims/" + BriefTestData.ID + ".json", "lock")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    }
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("claims"))))
        .isEqualTo("rwx------");
    assertThat(files("claims")).hasSize(1);
  }

  @Test
  void open_removesWhatAKilledProcessLeft_notWhatIsNew() throws Exception {
    acquire(open(folder));
    Path draft = Files.writeString(folder.resolve("claims/.new-1"), "half a brief");
    open(folder);
    assertThat(files("claims")).hasSize(2);
    Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    open(folder);
    assertThat(files("claims")).hasSize(1).doesNotContain(draft);
  }

  /** What a frozen process may hold up is given up in time; reading goes on. */
  @Test
  void claim_turnNeverEnds_isRefusedInTime_andHitsGoOn() throws Exception {
    Files.createDirectories(folder.resolve("other"));
    Path place = folder.resolve("other");
    FileBriefStore store = open(place);
    store.save(BriefTestData.brief());
    FolderLock lock = FolderLock.of(place);
    Thread frozen = Thread.ofVirtual().start(() -> lock.inTurn(FileLeaseTest::sleepLong));
    try {
      Thread.sleep(200);
      long start = System.nanoTime();
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.claim(id(1), LONG))
          .withMessageEndingWith("lock” is locked by another process");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
      assertThat(store.claim(BriefTestData.ID, LONG)).isInstanceOf(Claim.Kept.class);
    } finally {
      frozen.interrupt();
      frozen.join();
    }
    assertThat(store.claim(id(1), LONG)).isInstanceOf(Claim.Acquired.class);
  }

  private static boolean sleepLong() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /** Closing a channel on the file would give back every lock of this process. */
  @Test
  void claim_byInterruptedThread_leavesTheLocksOfOthers() throws Exception {
    BriefStore store = open(folder);
    acquire(store);
    Thread interrupted =
        Thread.ofVirtual()
            .start(() -> {
              Thread.currentThread().interrupt();
              try {
                store.claim(id(1), LONG);
              } catch (StoreException e) {
                // As it may be.
              }
            });
    interrupted.join();
    Writer second = start("hold", LONG.toString());
    assertThat(second.says()).isEqualTo("HeldByOther");
    assertThat(store.claim(id(2), LONG)).isInstanceOf(Claim.Acquired.class);
  }
}
