package news.breve.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.URI;
import java.util.Map;
import news.breve.configuration.ConfigurationException;

/** The HTTP API on this machine. */
public final class BreveServer implements AutoCloseable {
  /** How long what is in flight may take to finish once the server is told to stop. */
  private static final String GRACE = "30s";

  private static final int FREE_PORT = -1;

  private final ApplicationContext context;
  private final URI url;

  private BreveServer(ApplicationContext context, URI url) {
    this.context = context;
    this.url = url;
  }

  /**
   * Starts the server; it answers once this returns.
   *
   * @param environment the environment variables of the process
   * @param host name or address to listen on
   * @param port 0 for any that is free
   * @throws ConfigurationException if a variable is wrong, or the port is taken
   */
  public static BreveServer start(
      Map<String, String> environment, String host, int port, Journal journal) {
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .singletons(new ProcessVariables(environment), journal)
            .properties(
                Map.of(
                    "micronaut.server.host",
                    host,
                    "micronaut.server.port",
                    port == 0 ? FREE_PORT : port,
                    PageController.SWITCH,
                    true,
                    "micronaut.lifecycle.graceful-shutdown.enabled",
                    true,
                    "micronaut.lifecycle.graceful-shutdown.grace-period",
                    GRACE))
            .build();
    try {
      EmbeddedServer server = context.start().getBean(EmbeddedServer.class);
      server.start();
      return new BreveServer(context, URI.create("http://" + host + ":" + server.getPort()));
    } catch (RuntimeException e) {
      context.close();
      throw explained(e, host, port);
    }
  }

  /** The framework wraps what a factory throws. */
  private static RuntimeException explained(RuntimeException e, String host, int port) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigurationException wrong) {
        return wrong;
      }
      if (cause instanceof BindException) {
        return new ConfigurationException(
            "--port", port + " on " + host + " can't be listened on: " + cause.getMessage());
      }
    }
    return e;
  }

  /** Returns where it answers. */
  public URI url() {
    return url;
  }

  /** Stops listening, finishes what is in flight, 30 s at most, and ends. */
  @Override
  public void close() {
    context.close();
  }
}
