package news.breve.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import news.breve.BriefTestData;
import news.breve.calling.AwsCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Processes that share a table, some of them frozen, killed, or with clocks ten minutes wrong. */
@Timeout(120)
final class DynamoDbProcessesTest {
  private static final String TABLE = "briefs";
  private static final Duration TIME_TO_LIVE = Duration.ofDays(36_000);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int BRIEFS = 12;
  private static final int RESERVATIONS = 40;
  private static final int CEILING = 90;

  private static DynamoDbLocal local;

  private final List<Process> processes = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // by open()
  private DynamoDbClient client;

  @TempDir Path folder;

  @BeforeAll
  static void startTable() throws Exception {
    local = new DynamoDbLocal();
  }

  @AfterAll
  static void stopTable() {
    local.close();
  }

  @BeforeEach
  void open() {
    client = local.client();
    DynamoDbLocal.createTable(client, TABLE);
  }

  @AfterEach
  void close() {
    processes.forEach(Process::destroyForcibly);
    client.deleteTable(request -> request.tableName(TABLE));
    client.close();
  }

  private static BriefStore store(AwsCalls calls, Clock clock) {
    return new DynamoDbBriefStore(calls, TABLE, "desk", TIME_TO_LIVE, clock);
  }

  private BriefStore store() {
    return store(local.calls(), Clock.systemUTC());
  }

  private static String id(int number) {
    return new BriefKey().add(number).id();
  }

  /**
   * Starts a process.
   *
   * @param wrongBy what its clock is wrong by
   */
  private Writer start(Duration wrongBy, String what, String argument) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                local.endpoint().toString(),
                wrongBy.toString(),
                what,
                argument)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    processes.add(process);
    return new Writer(process, process.inputReader(StandardCharsets.UTF_8));
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
      Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      assertThat(kill.waitFor()).isZero();
    }
  }

  /** Another process. Each step is said on standard output, and waits for a line of input. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] arguments) throws Exception {
      Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[1]));
      AwsCalls calls = DynamoDbLocal.calls(URI.create(arguments[0]));
      BriefStore store = store(calls, clock);
      switch (arguments[2]) {
        case "hold" -> StoreWork.hold(store, Duration.parse(arguments[3]));
        case "write" -> write(store, Path.of(arguments[3]));
        case "count" -> count(new DynamoDbTokenLedger(calls, TABLE, clock));
        default -> throw new IllegalArgumentException(arguments[2]);
      }
    }

    private static void write(BriefStore store, Path paid) throws Exception {
      System.out.println("ready");
      System.in.read();
      for (int i = 0; i < BRIEFS; i++) {
        while (!isWrittenInTime(store, id(i), paid)) {
          Thread.sleep(5);
        }
      }
      System.out.println("done");
    }

    private static boolean isWrittenInTime(BriefStore store, String id, Path paid)
        throws Exception {
      try {
        return StoreWork.isWritten(store, id, paid);
      } catch (StoreException e) {
        // A claim that took too long; what was paid for is kept all the same.
        return false;
      }
    }

    private static void count(TokenLedger ledger) throws IOException {
      System.out.println("ready");
      System.in.read();
      int counted = 0;
      for (int i = 0; i < RESERVATIONS; i++) {
        try {
          counted += ledger.reserve(DAY, 1, CEILING) ? 1 : 0;
        } catch (StoreException e) {
          // Took too long on a busy machine: it may be counted, and was not spent.
        }
      }
      System.out.println(counted);
    }
  }

  private List<String> together(String what, String argument) throws Exception {
    List<Writer> writers = new ArrayList<>();
    for (int minutes : new int[] {-10, 0, 10}) {
      writers.add(start(Duration.ofMinutes(minutes), what, argument));
    }
    for (Writer writer : writers) {
      assertThat(writer.says()).isEqualTo("ready");
    }
    for (Writer writer : writers) {
      writer.go();
    }
    List<String> said = new ArrayList<>();
    for (Writer writer : writers) {
      said.add(writer.says());
    }
    return said;
  }

  @Test
  void claim_byManyProcesses_whateverTheirClocks_isPaidOnceEach() throws Exception {
    Path paid = folder.resolve("paid");
    assertThat(together("write", paid.toString())).containsOnly("done");
    assertThat(Files.readAllLines(paid))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, BRIEFS).mapToObj(DynamoDbProcessesTest::id).toList());
    IntStream.range(0, BRIEFS).forEach(i -> assertThat(store().find(id(i))).isPresent());
  }

  @Test
  void reserve_byManyProcesses_neverPassesTheCeiling() throws Exception {
    assertThat(together("count", "").stream().mapToInt(Integer::parseInt).sum())
        .isPositive()
        .isLessThanOrEqualTo(CEILING);
    assertThat(new DynamoDbTokenLedger(local.calls(), TABLE, Clock.systemUTC()).used(DAY))
        .isEqualTo(CEILING);
  }

  private Lease acquireInTheEnd() throws InterruptedException {
    Claim claim = store().claim(BriefTestData.ID, LONG);
    for (int i = 0; i < 100 && !(claim instanceof Claim.Acquired); i++) {
      Thread.sleep(100);
      claim = store().claim(BriefTestData.ID, LONG);
    }
    assertThat(claim).isInstanceOf(Claim.Acquired.class);
    return ((Claim.Acquired) claim).lease();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void claim_holderFrozen_isTakenOverWhenItEnds_andTheHolderIsOvertaken() throws Exception {
    Writer holder = start(Duration.ZERO, "hold", "PT2S");
    assertThat(holder.says()).isEqualTo("Acquired");
    holder.signal("STOP");
    assertThat(store().claim(BriefTestData.ID, LONG)).isInstanceOf(Claim.HeldByOther.class);
    Lease lease = acquireInTheEnd();

    holder.signal("CONT");
    holder.go();
    assertThat(holder.says()).isEqualTo("OVERTAKEN");
    assertThat(store().standing(BriefTestData.ID)).get().isInstanceOf(Claim.HeldByOther.class);
    assertThat(store().complete(lease, BriefTestData.brief())).isEqualTo(Settlement.DONE);
    assertThat(store().find(BriefTestData.ID)).contains(BriefTestData.brief());
  }

  /** A table doesn't know that a process is gone. */
  @Test
  void claim_holderKilled_isTakenOverWhenItEnds() throws Exception {
    Writer holder = start(Duration.ZERO, "hold", "PT1S");
    assertThat(holder.says()).isEqualTo("Acquired");
    holder.process().destroyForcibly().waitFor();
    assertThat(store().complete(acquireInTheEnd(), BriefTestData.brief()))
        .isEqualTo(Settlement.DONE);
  }
}
