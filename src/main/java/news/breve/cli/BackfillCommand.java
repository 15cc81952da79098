package news.breve.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.batch.AdaptiveLimiter;
import news.breve.batch.Backfill;
import news.breve.batch.Inputs;
import news.breve.batch.ItemHandler;
import news.breve.batch.ObjectFetcher;
import news.breve.batch.OutputFolder;
import news.breve.batch.RunReport;
import news.breve.caching.CacheSettings;
import news.breve.caching.StoreException;
import news.breve.configuration.Variables;
import news.breve.rendering.JsonText;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.BoundedWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code breve backfill}: many articles to as many records. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Briefs many articles, each once, and goes on where it was stopped.",
      "",
      "INPUT is a folder (.txt, .html, .json, .jsonl, and folders within it), a file of JSON Lines,"
          + " or",
      "- for such lines on standard input: an article a line, as “breve brief” takes it in JSON,"
          + " with",
      "an optional \"source\". Writes DIR/results.jsonl (a record an input, in order),"
          + " DIR/briefs/ID.json",
      "and DIR/report.json. Ctrl-C finishes what is paid for; the same command then goes on. Inputs"
          + " that",
      "have a record are passed over, unless they were changed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  breve backfill archive/ --out briefed",
      "  breve backfill 2019.jsonl --out briefed --requests-per-minute 500 --tokens-per-minute"
          + " 1000000",
      "  breve backfill archive/ --out briefed --budget-tokens 5000000",
      "  breve backfill archive/ --out briefed --retry-failed"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every input has its brief",
      "1:some have none: those are listed, or the run was stopped before its end",
      "2:bad input, configuration or usage"
    })
final class BackfillCommand implements Callable<Integer> {
  private static final int INCOMPLETE = 1;
  private static final int MAX_CONCURRENCY = 1_000;

  /** Some wait: for their turn, for another's brief, for a provider to come back. */
  private static final int UNDER_WAY_PER_CALL = 4;

  /** What waits for its turn at the configured rate is to have it well before its time is over. */
  private static final int MOST_MINUTES_OF_WAIT = 4;

  /** Longer than the calls that are paid for may take; what then isn't written is in the cache. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Terminal terminal;
  private final AtomicBoolean storeFailed = new AtomicBoolean();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "INPUT",
      description = "A folder, a file of JSON Lines, or - for standard input.")
  private String input = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the results; made where it is missing.")
  private String out = "";

  @Option(
      names = "--budget-tokens",
      paramLabel = "N",
      description = "Most tokens that all runs into DIR may take together.")
  private @Nullable Long budgetTokens;

  @Option(
      names = "--requests-per-minute",
      paramLabel = "N",
      description = "Most model calls a minute (default: as many as the provider takes).")
  private @Nullable Long requestsPerMinute;

  @Option(
      names = "--tokens-per-minute",
      paramLabel = "N",
      description = "Most tokens a minute (default: as many as the provider takes).")
  private @Nullable Long tokensPerMinute;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Most model calls at once (default: BREVE_MODEL_CONCURRENCY, 8).")
  private @Nullable Integer concurrency;

  @Option(
      names = "--retry-failed",
      description = "Also do the inputs again whose record is a problem.")
  private boolean retryFailed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How the report is printed: text (default) or json.")
  private Format format = Format.TEXT;

  BackfillCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Variables variables = new Variables(terminal.variables());
    Configuration configuration = Configuration.from(variables);
    AdaptiveLimiter.Limits limits = limits(variables);
    long budget = positive("--budget-tokens", budgetTokens, 0).orElse(Long.MAX_VALUE);
    Path folder = folder();
    try (Inputs inputs = open(folder);
        OutputFolder output = OutputFolder.open(folder, budget)) {
      return run(configuration, limits, inputs, output);
    } catch (IOException e) {
      throw misused("--out: “" + out + "” can't be used: " + reason(e));
    }
  }

  private AdaptiveLimiter.Limits limits(Variables variables) {
    long calls =
        positive("--concurrency", concurrency == null ? null : (Long) (long) concurrency, 1)
            .orElseGet(() -> BoundedWriter.Limits.from(variables).concurrency());
    if (calls > MAX_CONCURRENCY) {
      throw misused("--concurrency takes a number from 1 to " + MAX_CONCURRENCY);
    }
    return new AdaptiveLimiter.Limits(
        (int) calls,
        positive("--requests-per-minute", requestsPerMinute, 1),
        positive("--tokens-per-minute", tokensPerMinute, 1),
        Backfill.PATIENCE);
  }

  private OptionalLong positive(String option, @Nullable Long value, long least) {
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value < least) {
      throw misused(option + " takes a number from " + least + ", not " + value);
    }
    return OptionalLong.of(value);
  }

  private ParameterException misused(String fault) {
    return new ParameterException(spec.commandLine(), fault);
  }

  private Path folder() {
    try {
      return Path.of(out);
    } catch (InvalidPathException e) {
      throw misused("--out: “" + out + "” is not a path");
    }
  }

  private Inputs open(Path folder) {
    if (input.equals(InputFile.STANDARD_INPUT)) {
      return Inputs.ofStream(terminal.in(), InputFile.STANDARD_INPUT);
    }
    try {
      return Inputs.of(Path.of(input), folder);
    } catch (InvalidPathException e) {
      throw new ProblemException(Problem.NOT_FOUND, "there can be no file “" + input + "”");
    }
  }

  private static String reason(IOException e) {
    return e instanceof OutputFolder.InUseException
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName();
  }

  private int run(
      Configuration configuration,
      AdaptiveLimiter.Limits limits,
      Inputs inputs,
      OutputFolder output)
      throws IOException {
    if (configuration.model() != null
        && configuration.cache().kind() == CacheSettings.Kind.MEMORY) {
      terminal.say(
          "breve: BREVE_CACHE=memory: what a killed run had not yet written is paid for again");
    }
    AdaptiveLimiter limiter = new AdaptiveLimiter(limits);
    Clock clock = Clock.systemUTC();
    BriefService service =
        configuration.service(
            configuration.patientWriter(Backfill.PATIENCE),
            configuration.store(clock),
            () -> limiter.forBrief().and(output.budget()),
            clock);
    Backfill backfill =
        new Backfill(
            new ItemHandler(service, ObjectFetcher.NONE, this::sayFault),
            inputs,
            output,
            limiter,
            underWay(limits),
            new Listener(),
            retryFailed);
    CountDownLatch finished = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(backfill, finished), "breve-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int code = tell(watched(backfill, inputs));
      if (inputs.ignored() > 0) {
        terminal.say("breve: passed over " + inputs.ignored() + " files of other kinds");
      }
      removed(hook);
      return code;
    } finally {
      finished.countDown();
    }
  }

  private static int underWay(AdaptiveLimiter.Limits limits) {
    long byCalls = (long) limits.concurrency() * UNDER_WAY_PER_CALL;
    long byRate = limits.requestsPerMinute().orElse(MAX_CONCURRENCY) * MOST_MINUTES_OF_WAIT;
    return (int) Math.max(2, Math.min(byCalls, byRate));
  }

  /** Ctrl-C, or the end of the session: the process ends with the exit code that it would have. */
  private void stop(Backfill backfill, CountDownLatch finished) {
    terminal.say("breve: stopping; calls that are paid for are being finished …");
    backfill.stop("interrupted");
    try {
      if (!finished.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        terminal.say("breve: stopped; the same command goes on from here");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(INCOMPLETE);
  }

  private static void removed(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is what ends the process.
    }
  }

  private RunReport watched(Backfill backfill, Inputs inputs) throws IOException {
    try (ProgressLine progress = new ProgressLine(terminal, backfill, inputs.total())) {
      progress.start();
      return backfill.run();
    }
  }

  private int tell(RunReport report) {
    terminal
        .out()
        .print(
            switch (format) {
              case JSON -> JsonText.of(report);
              case TEXT -> RunReportText.of(report, out);
            });
    terminal.out().flush();
    if (report.stopped() != null) {
      terminal.say("breve: stopped: " + report.stopped());
      terminal.say("breve: the same command goes on from here");
    }
    return report.isWhole() ? 0 : INCOMPLETE;
  }

  /** Its message might hold article text, so only its kind and place are told. */
  private void sayFault(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    terminal.say("breve: internal: " + e.getClass().getSimpleName() + place);
  }

  /** Says once that the cache can't be used. */
  private final class Listener implements BriefListener {
    @Override
    public void storeFailed(StoreException e) {
      if (storeFailed.compareAndSet(false, true)) {
        terminal.say("breve: the cache can't be used: " + e.getMessage());
      }
    }
  }

  /** The formats of {@code --format}. */
  enum Format {
    TEXT,
    JSON
  }
}
