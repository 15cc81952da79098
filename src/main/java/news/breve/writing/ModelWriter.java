package news.breve.writing;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.breve.article.Article;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.brief.Brief;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Writes drafts with a model: one call each, and one more to repair it, ended by the allowance and
 * the configured time limit whatever the provider does, and never repeated here. Safe for
 * concurrent use.
 */
public final class ModelWriter implements BriefWriter {
  /**
   * Bytes of UTF-8 a token takes at least, in French or English prose: an estimate that errs
   * towards more tokens (current tokenizers take 3.3 to 4.6).
   */
  private static final int BYTES_PER_TOKEN = 3;

  private final ModelSettings settings;
  private final Prompt prompt;
  private final ChatModel model;
  private final ModelFailures failures;
  private final Identity identity;

  /**
   * Makes the provider's client; nothing is called yet.
   *
   * @throws news.breve.configuration.ConfigurationException if AWS has no region for Bedrock
   */
  public ModelWriter(ModelSettings settings) {
    this.settings = settings;
    this.prompt = new Prompt();
    this.model = ChatModels.of(settings);
    this.failures = new ModelFailures(settings, Clock.systemUTC());
    this.identity =
        new Identity(
            settings.provider().id(), settings.model(), settings.parameters(), prompt.version());
  }

  @Override
  public Identity identity() {
    return identity;
  }

  /**
   * Writes one draft in one call. It may have fewer sentences than asked for, or more, up to 8.
   *
   * @throws ProblemException {@code model-failed}, {@code model-unavailable}, {@code
   *     model-timeout}, or {@code too-large} before any call if the article can't fit the
   *     configured context; its detail holds neither article nor answer
   */
  @Override
  public Written write(Article article, int sentences, Allowance allowance) {
    List<ChatMessage> messages = prompt.messages(article, sentences);
    if (isTooLong(messages)) {
      throw tooLong(messages);
    }
    return written(messages, article, allowance);
  }

  /** Asks the model once more, in the same conversation, if that still fits its context. */
  @Override
  public Optional<Written> repair(
      Article article, int sentences, Written first, List<Finding> errors, Allowance allowance) {
    List<ChatMessage> messages = prompt.repair(article, sentences, first.draft(), errors);
    return isTooLong(messages)
        ? Optional.empty()
        : Optional.of(written(messages, article, allowance));
  }

  private Written written(List<ChatMessage> messages, Article article, Allowance allowance) {
    int promptTokens = estimateTokens(messages);
    ChatRequest request =
        ChatRequest.builder()
            .messages(messages)
            .parameters(ChatModels.parameters(settings, prompt.schema(), promptTokens))
            .build();
    if (allowance.deadline().left().isZero()) {
      throw failures.timeout(allowance.deadline());
    }
    Allowance.Call call =
        allowance.call(identity, (long) promptTokens + settings.maxOutputTokens());
    Deadline deadline = allowance.deadline().atMost(settings.timeout());
    if (deadline.left().isZero()) {
      call.giveUp();
      throw failures.timeout(deadline);
    }
    ChatResponse response = ask(request, deadline, call);
    Brief.Usage usage = usage(response.tokenUsage());
    try {
      Draft draft = AnswerReader.read(response, article.sentences().size());
      call.answered(usage, null);
      return new Written(draft, identity);
    } catch (ProblemException e) {
      call.answered(usage, e.problem());
      throw e;
    }
  }

  /**
   * The library's time limit covers the headers only, so the call has a thread of its own, which is
   * interrupted at the deadline: that closes its socket.
   */
  private ChatResponse ask(ChatRequest request, Deadline deadline, Allowance.Call call) {
    FutureTask<ChatResponse> answer = new FutureTask<>(() -> model.chat(request));
    Thread.ofVirtual().name("breve-model-call").start(answer);
    try {
      return answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw lost(call, failures.timeout(deadline));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lost(call, failures.interrupted());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      ProblemException problem = failures.problem(e, deadline);
      if (failures.isOverload(e)) {
        call.overloaded(problem.retryAfter().orElse(null));
      }
      if (failures.isUnpaid(e)) {
        call.refused(problem.problem());
        throw problem;
      }
      throw lost(call, problem);
    } finally {
      answer.cancel(true);
    }
  }

  private static ProblemException lost(Allowance.Call call, ProblemException problem) {
    call.lost(problem.problem());
    return problem;
  }

  private boolean isTooLong(List<ChatMessage> messages) {
    Integer context = settings.contextTokens();
    return context != null && estimateTokens(messages) + settings.maxOutputTokens() > context;
  }

  private ProblemException tooLong(List<ChatMessage> messages) {
    return new ProblemException(
        Problem.TOO_LARGE,
        "the article is too long for the model: about "
            + estimateTokens(messages)
            + " tokens with the instructions, beside "
            + settings.maxOutputTokens()
            + " for the answer, in a context of "
            + settings.contextTokens()
            + " ("
            + ModelSettings.CONTEXT_TOKENS
            + ")");
  }

  private static int estimateTokens(List<ChatMessage> messages) {
    int bytes = 0;
    for (ChatMessage message : messages) {
      String text =
          switch (message) {
            case SystemMessage system -> system.text();
            case UserMessage user -> user.singleText();
            case AiMessage answer -> answer.text();
            default -> throw new IllegalStateException("the prompt has no other messages");
          };
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes / BYTES_PER_TOKEN;
  }

  private Brief.Usage usage(@Nullable TokenUsage counted) {
    long input = counted == null ? 0 : orZero(counted.inputTokenCount());
    long output = counted == null ? 0 : orZero(counted.outputTokenCount());
    ModelSettings.Prices prices = settings.prices();
    // A provider that doesn't count leaves the cost unknown, not nothing.
    BigDecimal cost = prices == null || input + output == 0 ? null : prices.cost(input, output);
    return new Brief.Usage(1, input, output, cost);
  }

  private static long orZero(@Nullable Integer count) {
    return count == null ? 0 : count;
  }
}
