package news.breve.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import news.breve.article.Intake;
import news.breve.article.Options;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.caching.BriefStore;
import news.breve.caching.MemoryBriefStore;
import news.breve.caching.StoreException;
import news.breve.checking.Matching;
import news.breve.configuration.Variables;
import news.breve.rendering.BriefFormat;
import news.breve.rendering.BriefRenderer;
import news.breve.rendering.HtmlRenderer;
import news.breve.rendering.Ink;
import news.breve.rendering.TextRenderer;
import news.breve.service.BriefListener;
import news.breve.service.Configuration;
import news.breve.writing.Identity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code breve brief}: one article to one brief. */
@Command(
    name = "brief",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Turns one article into a brief in French and English.",
      "",
      "Reads plain text, HTML, JSON with \"text\" or \"html\", a schema.org NewsArticle or ninjs.",
      "The brief goes to standard output, everything else to standard error."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  breve brief events/article-fr.txt",
      "  breve brief events/article-en.txt --format json --out brief.json",
      "  breve brief --sentences 5 --format markdown page.html",
      "  breve brief events/article-en.txt --format html --out brief.html",
      "  breve brief events/article-fr.txt --format ninjs",
      "  pbpaste | breve brief - --language fr",
      "  BREVE_MODEL_PROVIDER=ollama BREVE_MODEL_NAME=mistral-small breve brief"
          + " events/article-fr.txt"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a brief was made",
      "2:bad input, configuration or usage",
      "3:no answer from the model, or none in time or within the budget"
    })
final class BriefCommand implements Callable<Integer> {
  /** A port nobody listens on answers at once; a cold HTTP client on a busy machine does not. */
  private static final Duration OLLAMA_PATIENCE = Duration.ofMillis(1_500);

  private static final Pattern SHELL_SAFE = Pattern.compile("[\\w./:@%+,=-]+");

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The article; - reads standard input.")
  private String file = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (default), markdown, html (one file that shows what rests on what), json (the whole"
              + " brief), wire (copy for print), ninjs (IPTC ninjs 3.1), jsonld (schema.org) or csv"
              + " (the key facts).")
  private BriefFormat format = BriefFormat.TEXT;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the brief to a file.")
  private @Nullable Path out;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      description = "The article's language, fr or en, where its text is too short to tell.")
  private @Nullable String language;

  @Option(
      names = "--sentences",
      paramLabel = "N",
      description = "How many sentences the brief has, 1 to 8 (default 3).")
  private @Nullable Integer sentences;

  @Option(names = "--no-cache", description = "Neither look the brief up nor keep it.")
  private boolean noCache;

  private CompletableFuture<Optional<String>> ollama =
      CompletableFuture.completedFuture(Optional.empty());

  BriefCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Instant start = Instant.now();
    Configuration configuration = Configuration.from(new Variables(terminal.variables()));
    Options asked = asked();
    requireWritable(out);
    Submission submission = read(asked);
    Brief brief = brief(configuration, submission);
    write(renderer(Duration.between(start, Instant.now())).render(brief));
    ollama.join().ifPresent(model -> terminal.say(hint(model)));
    return 0;
  }

  private Options asked() {
    if (sentences != null
        && (sentences < Options.MIN_SENTENCES || sentences > Options.MAX_SENTENCES)) {
      throw new ParameterException(
          spec.commandLine(),
          "--sentences takes a number from %d to %d, not %d"
              .formatted(Options.MIN_SENTENCES, Options.MAX_SENTENCES, sentences));
    }
    return new Options(sentences, null);
  }

  /** Refuses a place that can't be written to before a model is paid. */
  private void requireWritable(@Nullable Path target) {
    if (target == null) {
      return;
    }
    Path folder = target.toAbsolutePath().getParent();
    if (Files.isDirectory(target)
        || folder == null
        || !Files.isDirectory(folder)
        || !Files.isWritable(Files.exists(target) ? target : folder)) {
      throw new ParameterException(spec.commandLine(), "--out: “" + target + "” can't be written");
    }
  }

  private Submission read(Options asked) {
    if (file.equals("-") && terminal.isPersonAt("in")) {
      terminal.say("Paste the article, then Ctrl-D. · Collez l'article, puis Ctrl-D.");
    }
    return new Intake().read(ArticleFile.read(file, terminal.in(), language)).withOptions(asked);
  }

  private Brief brief(Configuration configuration, Submission submission) {
    Clock clock = Clock.systemUTC();
    BriefStore store =
        noCache
            ? new MemoryBriefStore(configuration.cache().timeToLive(), clock)
            : configuration.store(clock);
    try (Waiting waiting = new Waiting()) {
      return configuration.service(store, clock).brief(submission, waiting);
    }
  }

  private BriefRenderer renderer(Duration elapsed) {
    return format == BriefFormat.TEXT
        ? new TextRenderer(out == null ? terminal.ink() : Ink.PLAIN, terminal.columns(), elapsed)
        : format.renderer(new HtmlRenderer(terminal.language().orElse(null), Matching::of));
  }

  private void write(String document) {
    if (out == null) {
      terminal.out().print(document);
      return;
    }
    try {
      Files.writeString(out, document);
    } catch (IOException e) {
      // The brief is paid for: rather in the wrong place than lost.
      terminal.out().print(document);
      throw new ParameterException(
          spec.commandLine(), "--out: “" + out + "” can't be written; the brief is above");
    }
  }

  /** Asks only where nothing was said of a model; what it answers is a hint, never used unasked. */
  private CompletableFuture<Optional<String>> askOllama() {
    return new Variables(terminal.variables()).text("BREVE_MODEL_PROVIDER").isPresent()
        ? CompletableFuture.completedFuture(Optional.empty())
        : CompletableFuture.supplyAsync(
            () -> terminal.localModels().ollamaModel(OLLAMA_PATIENCE),
            task -> Thread.ofVirtual().start(task));
  }

  private String hint(String model) {
    return "Ollama answers on this machine. To let it write:"
        + " BREVE_MODEL_PROVIDER=ollama BREVE_MODEL_NAME=%s ./breve brief %s"
            .formatted(quoted(model), quoted(file));
  }

  /** Returns a word as a POSIX shell reads it back. */
  private static String quoted(String word) {
    return SHELL_SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Turns the spinner while the model writes. */
  private final class Waiting implements BriefListener, AutoCloseable {
    private @Nullable Spinner spinner;

    @Override
    public void writing(Identity writer) {
      if (writer.isModel()) {
        close();
        spin(writer.provider() + " " + writer.model() + " …");
      } else {
        // Not before: a brief that is kept is there sooner than an answer.
        ollama = askOllama();
      }
    }

    @Override
    public void waiting() {
      if (spinner == null) {
        spin("en cours d'écriture · being written …");
      }
    }

    private void spin(String what) {
      if (terminal.isPersonAt("err")) {
        spinner = new Spinner(terminal.err(), what);
      }
    }

    @Override
    public void storeFailed(StoreException e) {
      terminal.say("breve: the cache can't be used: " + e.getMessage());
    }

    @Override
    public void close() {
      if (spinner != null) {
        spinner.close();
        spinner = null;
      }
    }
  }
}
