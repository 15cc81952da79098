package news.breve.writing;

import static dev.langchain4j.model.chat.Capability.RESPONSE_FORMAT_JSON_SCHEMA;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that makes a LangChain4j model. Nowhere does the library retry, log, or keep time:
 * that is {@link ModelWriter}'s. Each provider has its own method, so that only its classes load.
 */
final class ChatModels {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  /** Ollama loads a model anew for every other context size; so sizes come in few steps. */
  private static final int SMALLEST_OLLAMA_CONTEXT = 8192;

  /** Some modules insist on a key; a gateway of the user's own may not. */
  private static final String NO_KEY = "none";

  private ChatModels() {}

  /**
   * Returns the model of the settings.
   *
   * @throws news.breve.configuration.ConfigurationException if AWS has no region
   */
  static ChatModel of(ModelSettings settings) {
    return switch (settings.provider()) {
      case OPENAI -> openAi(settings);
      case AZURE_OPENAI -> azureOpenAi(settings);
      case ANTHROPIC -> anthropic(settings);
      case BEDROCK -> Bedrock.model(settings);
      case MISTRAL -> mistral(settings);
      case GEMINI -> gemini(settings);
      case OLLAMA -> ollama(settings);
      case NONE -> throw new IllegalArgumentException("no model is configured");
    };
  }

  /**
   * Returns what is sent with one request beside the settings.
   *
   * @param promptTokens estimate of the prompt's length
   */
  static ChatRequestParameters parameters(
      ModelSettings settings, JsonSchema schema, int promptTokens) {
    ResponseFormat format =
        ResponseFormat.builder().type(ResponseFormatType.JSON).jsonSchema(schema).build();
    if (settings.provider() == Provider.OLLAMA) {
      return ollamaParameters(settings, format, promptTokens);
    }
    return ChatRequestParameters.builder().responseFormat(format).build();
  }

  private static ChatModel openAi(ModelSettings settings) {
    var builder = openAiProtocol(settings).apiKey(key(settings, null));
    String baseUrl = settings.baseUrl();
    if (baseUrl != null) {
      builder.baseUrl(baseUrl);
    }
    // Compatible servers know the older name only; OpenAI's newer models know the newer one only.
    return settings.isOpenAiProper()
        ? builder.maxCompletionTokens(settings.maxOutputTokens()).build()
        : builder.maxTokens(settings.maxOutputTokens()).build();
  }

  /**
   * Azure OpenAI by its v1 API, which speaks OpenAI's protocol at {@code /openai/v1} and takes the
   * key in {@code api-key}; the model name is the deployment's. So the Azure SDK isn't needed.
   */
  private static ChatModel azureOpenAi(ModelSettings settings) {
    String endpoint = String.valueOf(settings.baseUrl());
    String path = "/openai/v1";
    String key = key(settings, "");
    return openAiProtocol(settings)
        .baseUrl(endpoint.endsWith(path) ? endpoint : endpoint + path)
        .customHeaders(Map.of("api-key", key == null ? "" : key))
        .maxCompletionTokens(settings.maxOutputTokens())
        .build();
  }

  private static OpenAiChatModel.OpenAiChatModelBuilder openAiProtocol(ModelSettings settings) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(http(settings))
        .modelName(settings.model())
        .temperature(settings.temperature())
        .supportedCapabilities(Set.of(RESPONSE_FORMAT_JSON_SCHEMA))
        .strictJsonSchema(true)
        .timeout(settings.timeout())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false);
  }

  private static ChatModel anthropic(ModelSettings settings) {
    var builder =
        AnthropicChatModel.builder()
            .httpClientBuilder(http(settings))
            .apiKey(key(settings, NO_KEY))
            .modelName(settings.model())
            .temperature(settings.temperature())
            .maxTokens(settings.maxOutputTokens())
            .supportedCapabilities(Set.of(RESPONSE_FORMAT_JSON_SCHEMA))
            .timeout(settings.timeout())
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false);
    String baseUrl = settings.baseUrl();
    return (baseUrl == null ? builder : builder.baseUrl(baseUrl)).build();
  }

  private static ChatModel mistral(ModelSettings settings) {
    var builder =
        MistralAiChatModel.builder()
            .httpClientBuilder(http(settings))
            .apiKey(key(settings, NO_KEY))
            .modelName(settings.model())
            .temperature(settings.temperature())
            .maxTokens(settings.maxOutputTokens())
            .supportedCapabilities(Set.of(RESPONSE_FORMAT_JSON_SCHEMA))
            .strictJsonSchema(true)
            .timeout(settings.timeout())
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false);
    String baseUrl = settings.baseUrl();
    return (baseUrl == null ? builder : builder.baseUrl(baseUrl)).build();
  }

  private static ChatModel gemini(ModelSettings settings) {
    var builder =
        GoogleAiGeminiChatModel.builder()
            .httpClientBuilder(http(settings))
            .apiKey(key(settings, NO_KEY))
            .modelName(settings.model())
            .temperature(settings.temperature())
            .maxOutputTokens(settings.maxOutputTokens())
            .supportedCapabilities(Set.of(RESPONSE_FORMAT_JSON_SCHEMA))
            .timeout(settings.timeout())
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false);
    String baseUrl = settings.baseUrl();
    return (baseUrl == null ? builder : builder.baseUrl(baseUrl)).build();
  }

  private static ChatModel ollama(ModelSettings settings) {
    String baseUrl = settings.baseUrl();
    String key = key(settings, null);
    return OllamaChatModel.builder()
        .httpClientBuilder(http(settings))
        .baseUrl(baseUrl == null ? LocalModels.OLLAMA : baseUrl)
        .customHeaders(key == null ? Map.of() : Map.of("Authorization", "Bearer " + key))
        .modelName(settings.model())
        .temperature(settings.temperature())
        .numPredict(settings.maxOutputTokens())
        // Thoughts would eat the answer's tokens and time; models that have none ignore it.
        .think(false)
        .supportedCapabilities(Set.of(RESPONSE_FORMAT_JSON_SCHEMA))
        .timeout(settings.timeout())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  /** Ollama cuts a longer prompt without a word, by default at 4096 tokens: so it is told. */
  private static ChatRequestParameters ollamaParameters(
      ModelSettings settings, ResponseFormat format, int promptTokens) {
    int needed = promptTokens + settings.maxOutputTokens();
    int context = SMALLEST_OLLAMA_CONTEXT;
    while (context < needed) {
      context *= 2;
    }
    Integer most = settings.contextTokens();
    return OllamaChatRequestParameters.builder()
        .responseFormat(format)
        .numCtx(most == null ? context : Math.min(context, most))
        .build();
  }

  private static HttpClientBuilder http(ModelSettings settings) {
    return ProviderHttpClient.builder(connectTimeout(settings), Clock.systemUTC());
  }

  /** Returns how long to wait for a connection: no longer than for the whole answer. */
  static Duration connectTimeout(ModelSettings settings) {
    return settings.timeout().compareTo(LONGEST_CONNECT) < 0 ? settings.timeout() : LONGEST_CONNECT;
  }

  private static @Nullable String key(ModelSettings settings, @Nullable String without) {
    Secret key = settings.apiKey();
    return key == null ? without : key.reveal();
  }
}
