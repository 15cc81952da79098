package news.breve.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.configuration.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code breve}. */
@Command(
    name = "breve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      BriefCommand.class,
      CheckCommand.class,
      BackfillCommand.class,
      ServeCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "News briefs in French and English whose every sentence cites its passage.",
      "Brèves en français et en anglais dont chaque phrase cite son passage."
    },
    footer = {
      "",
      "breve COMMAND --help explains a command. What is configured comes from the environment:",
      "see “Configuration” in README.md."
    })
final class Breve implements Runnable {
  static final int BAD_INPUT = 2;
  static final int NO_ANSWER = 3;

  /** EX_SOFTWARE of sysexits.h: a fault of ours. */
  static final int FAULT = 70;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal =
        new Terminal(
            System.in,
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            System.getenv(),
            properties());
    System.exit(run(terminal, arguments));
  }

  /** Runs the command and returns its exit code. */
  static int run(Terminal terminal, String... arguments) {
    CommandLine line =
        new CommandLine(new Breve(), new CommandFactory(terminal))
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e, terminal))
            .setParameterExceptionHandler((e, args) -> misused(e, terminal));
    int code = line.execute(arguments);
    terminal.out().flush();
    return code;
  }

  private static int misused(ParameterException e, Terminal terminal) {
    terminal.say(
        "breve: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage"));
    terminal.say("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return BAD_INPUT;
  }

  /** The one place where what went wrong becomes a line and an exit code. */
  private static int explain(Exception e, Terminal terminal) {
    return switch (e) {
      case ProblemException p -> {
        terminal.say("breve: " + p.problem().slug() + ": " + p.detail());
        yield exitCode(p.problem());
      }
      case ConfigurationException c -> {
        terminal.say("breve: " + c.getMessage());
        yield BAD_INPUT;
      }
      // Its message might hold article text, so only its kind and place are told.
      default -> {
        StackTraceElement[] trace = e.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        terminal.say("breve: internal: " + e.getClass().getSimpleName() + place);
        yield FAULT;
      }
    };
  }

  private static int exitCode(Problem problem) {
    return switch (problem) {
      case MODEL_FAILED, MODEL_UNAVAILABLE, MODEL_TIMEOUT, BUDGET_EXHAUSTED -> NO_ANSWER;
      case INTERNAL -> FAULT;
      default -> BAD_INPUT;
    };
  }

  /** UTF-8 whatever the locale says: JSON is UTF-8, and every terminal of today reads it. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static Map<String, String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("breve."))
        .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
  }

  /** Makes the commands, each over the terminal. */
  private record CommandFactory(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == BriefCommand.class) {
        return type.cast(new BriefCommand(terminal));
      }
      if (type == CheckCommand.class) {
        return type.cast(new CheckCommand(terminal));
      }
      if (type == BackfillCommand.class) {
        return type.cast(new BackfillCommand(terminal));
      }
      return type == ServeCommand.class
          ? type.cast(new ServeCommand(terminal))
          : CommandLine.defaultFactory().create(type);
    }
  }
}
