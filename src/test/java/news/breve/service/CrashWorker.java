package news.breve.service;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.breve.article.Intake;
import news.breve.article.Source;
import news.breve.article.Submission;
import news.breve.brief.Status;
import news.breve.configuration.Variables;
import news.breve.writing.Deadline;

/** A process in which 20 callers want the same 10 articles; it may be killed at any moment. */
final class CrashWorker {
  static final int CALLERS = 20;
  static final int ARTICLES = 10;
  static final String STARTED = "started";

  private CrashWorker() {}

  static Submission article(int number) {
    String text =
        """
        Le conseil municipal de Sherbrooke a adopté lundi un budget de 412 millions de dollars.

        La taxe foncière augmentera de 3,2 %%, a annoncé le maire Luc Gendron.

        C'était la séance %d du conseil.
        """
            .formatted(number);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Intake().read(new Source(bytes, Source.Type.PLAIN_TEXT, null, null));
  }

  /** Ends with 0 once every caller has every brief. Its argument is the seed of their orders. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Clock clock = Clock.systemUTC();
    Configuration configuration = Configuration.from(new Variables(System.getenv()));
    BriefService service = configuration.service(configuration.store(clock), clock);
    Random random = new Random(Long.parseLong(arguments[0]));
    List<Callable<Void>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, ARTICLES).boxed().toList());
      Collections.shuffle(order, random);
      callers.add(() -> {
        for (int number : order) {
          Deadline deadline = Deadline.in(Duration.ofMinutes(2));
          Status status = service.brief(article(number), deadline, BriefListener.NONE).status();
          if (status != Status.VERIFIED) {
            throw new IllegalStateException("article " + number + " is " + status);
          }
        }
        return null;
      });
    }
    System.out.println(STARTED);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> caller : threads.invokeAll(callers)) {
        caller.get();
      }
    }
  }
}
