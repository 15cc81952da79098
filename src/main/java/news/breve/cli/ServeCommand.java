package news.breve.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import news.breve.http.BreveServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code breve serve}: the page and the HTTP API on this machine. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Answers the page and the HTTP API on this machine until it is stopped (Ctrl-C, SIGTERM).",
      "",
      "Open the URL that it prints in a browser: paste an article, see its brief and what each",
      "sentence rests on. The same calls are there for programs: see the page for developers.",
      "",
      "Prints its URL on standard output once it answers. What it is doing when it is stopped is",
      "finished first, for 30 seconds at most."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  breve serve",
      "  breve serve --port 0",
      "  curl -sH 'Content-Type: text/plain' --data-binary @events/article-fr.txt"
          + " http://127.0.0.1:8080/v1/briefs"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = "2:bad configuration or usage, or the port is taken")
final class ServeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;
  private static final String LOCAL = "127.0.0.1";

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on (default 8080); 0 takes one that is free.")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The address to listen on (default 127.0.0.1: this machine only).")
  private String host = LOCAL;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port takes a number from 0 to " + MAX_PORT + ", not " + port);
    }
    BreveServer server =
        BreveServer.start(terminal.variables(), host, port, line -> terminal.say("breve: " + line));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "breve-stop"));
    terminal.out().println(server.url());
    terminal.out().flush();
    if (!host.equals(LOCAL)) {
      terminal.say("breve: no password is asked: whoever reaches " + host + " may use it");
    }
    new CountDownLatch(1).await();
    return 0;
  }
}
