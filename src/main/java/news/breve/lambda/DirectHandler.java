package news.breve.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.article.Submission;
import news.breve.configuration.Variables;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.BriefWriter;
import news.breve.writing.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Direct invocation: an article as JSON comes in, its brief goes out. What fails is thrown as the
 * exception that bears the problem's name in camel case, such as {@code ModelTimeout}; Lambda
 * reports that name as {@code errorType}, and a state machine matches it in {@code ErrorEquals}.
 *
 * <p>No bean container: this door is one call.
 */
public final class DirectHandler implements RequestStreamHandler {
  /** An article of 256 KiB, every character of it escaped, with a title. */
  private static final int MAX_EVENT_BYTES = 2 << 20;

  private final Logger logger = Logger.getLogger(DirectHandler.class.getName());
  private final Intake intake = new Intake();
  private final BriefTelemetry telemetry;
  private final RemainingTime time = new RemainingTime();
  private final BriefService service;

  // CRaC holds resources weakly: the handler, which lives as long as the container, holds them.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** Made by Lambda, once per container. */
  public DirectHandler() {
    this(FunctionEnvironment.ofLambda(), new LogLines(), Clock.systemUTC());
  }

  DirectHandler(FunctionEnvironment environment, LogLines log, Clock clock) {
    LibraryLogs.install(log);
    telemetry = new BriefTelemetry(log, environment.stack(), clock);
    Configuration configuration = configuration(environment.atStart());
    BriefWriter writer =
        RenewedWriter.of(
            configuration.writer(), environment, variables -> configuration(variables).writer());
    service = configuration.service(writer, configuration.store(clock), clock);
    priming =
        Priming.register(() -> {
          Priming.makeBriefs();
          Priming.reachOut(service);
          Priming.askNobody(environment.atStart());
        });
  }

  private static Configuration configuration(Map<String, String> variables) {
    return Configuration.from(new Variables(variables));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    telemetry.request(context == null ? null : context.getAwsRequestId());
    time.of(context);
    Deadline deadline = time.left().map(service.deadline()::atMost).orElseGet(service::deadline);
    byte[] brief;
    try {
      brief = Json.mapper().writeValueAsBytes(service.brief(read(event), deadline, telemetry));
    } catch (ProblemException e) {
      throw NamedProblem.of(e);
    } catch (RuntimeException e) {
      // Its message, which Lambda would log and hand over, may hold article text.
      logger.log(Level.SEVERE, "the article could not be briefed", e);
      throw NamedProblem.of(new ProblemException(Problem.INTERNAL, "a fault of ours; see the log"));
    }
    answer.write(brief);
  }

  private Submission read(InputStream event) throws IOException {
    byte[] bytes = event.readNBytes(MAX_EVENT_BYTES + 1);
    if (bytes.length > MAX_EVENT_BYTES) {
      throw new ProblemException(Problem.TOO_LARGE, "the article is larger than 256 KiB");
    }
    return intake.read(new Source(bytes, Source.Type.JSON, null, null));
  }
}
