package news.breve.writing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.jspecify.annotations.Nullable;

/**
 * Which model writes, and within which limits.
 *
 * @param provider never {@link Provider#NONE}
 * @param model model id, as the provider spells it
 * @param baseUrl endpoint without the slash at its end, null for the provider's own; as far as it
 *     goes before {@code /chat/completions}, {@code /messages}, {@code /models}, {@code /model},
 *     {@code /api} or (Azure) {@code /openai/v1}
 * @param apiKey null where none is needed
 * @param temperature 0 to 2, null to leave it to the provider
 * @param maxOutputTokens most tokens of an answer
 * @param timeout all that the model may take for one brief, to the last byte
 * @param prices null unless configured
 * @param contextTokens what prompt and answer may hold together, null if unknown
 * @param variable that names the model
 */
public record ModelSettings(
    Provider provider,
    String model,
    @Nullable String baseUrl,
    @Nullable Secret apiKey,
    @Nullable Double temperature,
    int maxOutputTokens,
    Duration timeout,
    @Nullable Prices prices,
    @Nullable Integer contextTokens,
    String variable) {
  static final String PROVIDER = "BREVE_MODEL_PROVIDER";
  static final String NAME = "BREVE_MODEL_NAME";
  static final String BASE_URL = "BREVE_MODEL_BASE_URL";
  static final String API_KEY = "BREVE_MODEL_API_KEY";
  static final String TEMPERATURE = "BREVE_MODEL_TEMPERATURE";
  static final String MAX_OUTPUT_TOKENS = "BREVE_MODEL_MAX_OUTPUT_TOKENS";
  static final String TIMEOUT = "BREVE_MODEL_TIMEOUT";
  static final String INPUT_PRICE = "BREVE_MODEL_INPUT_PRICE";
  static final String OUTPUT_PRICE = "BREVE_MODEL_OUTPUT_PRICE";
  static final String CONTEXT_TOKENS = "BREVE_MODEL_CONTEXT_TOKENS";
  static final String FALLBACK = "BREVE_MODEL_FALLBACK";

  private static final BigDecimal MAX_TEMPERATURE = BigDecimal.TWO;
  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

  public ModelSettings {
    if (provider == Provider.NONE) {
      throw new IllegalArgumentException("no provider, no settings");
    }
  }

  /**
   * What tokens cost, in a currency of the user's choice.
   *
   * @param input per million tokens of the prompt
   * @param output per million tokens of the answer
   */
  public record Prices(BigDecimal input, BigDecimal output) {
    private static final int PER_MILLION = 6;

    /** Returns what a call cost, without the zeros at its end. */
    BigDecimal cost(long inputTokens, long outputTokens) {
      BigDecimal cost =
          input
              .multiply(BigDecimal.valueOf(inputTokens))
              .add(output.multiply(BigDecimal.valueOf(outputTokens)))
              .movePointLeft(PER_MILLION)
              .setScale(8, RoundingMode.HALF_UP)
              .stripTrailingZeros();
      return cost.scale() < 0 ? cost.setScale(0) : cost;
    }
  }

  /**
   * Reads the settings; empty if no model is configured.
   *
   * @throws ConfigurationException naming the variable that is wrong or missing
   */
  public static Optional<ModelSettings> from(Variables variables) {
    Provider provider = variables.choice(PROVIDER, Provider.class, Provider.NONE);
    if (provider == Provider.NONE) {
      return Optional.empty();
    }
    String baseUrl = baseUrl(variables, provider);
    int maxOutputTokens = variables.integer(MAX_OUTPUT_TOKENS, 1500, 1, 1_000_000);
    return Optional.of(
        new ModelSettings(
            provider,
            modelName(variables, provider),
            baseUrl,
            apiKey(variables, provider, keyVariables(provider), baseUrl),
            temperature(variables),
            maxOutputTokens,
            timeout(variables),
            prices(variables),
            contextTokens(variables, maxOutputTokens),
            NAME));
  }

  /**
   * Reads the model that writes where the first gives up; empty if there is none. Its key and
   * endpoint are the first's if it is of the same provider, else those of the provider's usual
   * variables. What the first costs and holds says nothing of it.
   *
   * @param first what {@link #from} returned
   * @throws ConfigurationException naming the variable that is wrong or missing
   */
  public static Optional<ModelSettings> fallback(
      Variables variables, @Nullable ModelSettings first) {
    Optional<String> text = variables.text(FALLBACK);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (first == null) {
      throw new ConfigurationException(
          FALLBACK, "is set, but " + PROVIDER + " names no model that it could stand in for");
    }
    String[] named = text.get().split(":", 2);
    Provider provider =
        Stream.of(Provider.values())
            .filter(p -> p != Provider.NONE && p.id().equals(named[0].strip()))
            .findFirst()
            .filter(p -> named.length == 2 && !named[1].isBlank())
            .orElseThrow(() ->
                new ConfigurationException(
                    FALLBACK,
                    "is “"
                        + text.get()
                        + "”; it takes PROVIDER:MODEL, such as mistral:mistral-small-latest"));
    String model = requireName(FALLBACK, named[1].strip());
    boolean same = provider == first.provider();
    if (same && model.equals(first.model())) {
      throw new ConfigurationException(FALLBACK, "names the model that it is to stand in for");
    }
    String baseUrl = same ? first.baseUrl() : usualBaseUrl(variables, provider);
    return Optional.of(
        new ModelSettings(
            provider,
            model,
            baseUrl,
            same ? first.apiKey() : apiKey(variables, provider, provider.keyVariables(), baseUrl),
            first.temperature(),
            first.maxOutputTokens(),
            first.timeout(),
            null,
            null,
            FALLBACK));
  }

  private static @Nullable String usualBaseUrl(Variables variables, Provider provider) {
    Optional<String> url = provider.baseUrlVariable().flatMap(variables::url);
    if (provider == Provider.AZURE_OPENAI && url.isEmpty()) {
      throw new ConfigurationException(
          provider.baseUrlVariable().orElseThrow(),
          "is not set; azure-openai needs the resource's endpoint");
    }
    return url.orElse(null);
  }

  private static String modelName(Variables variables, Provider provider) {
    String name =
        variables
            .text(NAME)
            .orElseThrow(() ->
                new ConfigurationException(
                    NAME, "is not set; " + provider.id() + " needs the name of a model"));
    return requireName(NAME, name);
  }

  private static String requireName(String variable, String name) {
    // It becomes part of a URL at some providers.
    if (name.codePoints().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw new ConfigurationException(variable, "has white space in it");
    }
    return name;
  }

  private static @Nullable String baseUrl(Variables variables, Provider provider) {
    Optional<String> ours = variables.url(BASE_URL);
    if (provider != Provider.AZURE_OPENAI) {
      return ours.orElse(null);
    }
    return ours.or(() -> provider.baseUrlVariable().flatMap(variables::url))
        .orElseThrow(() ->
            new ConfigurationException(
                BASE_URL,
                "is not set, nor is "
                    + provider.baseUrlVariable().orElseThrow()
                    + "; azure-openai needs the resource's endpoint"));
  }

  private static @Nullable Secret apiKey(
      Variables variables, Provider provider, List<String> names, @Nullable String baseUrl) {
    for (String name : names) {
      Optional<String> key = variables.text(name);
      if (key.isPresent()) {
        // An HTTP client would repeat such a key in its complaint.
        if (!key.get().codePoints().allMatch(c -> c > ' ' && c < 0x7f)) {
          throw new ConfigurationException(
              name, "has a character in it that no key has (the value is not shown)");
        }
        return new Secret(key.get());
      }
    }
    // Azure's endpoint is a user's own and a hosted one all the same.
    boolean hosted = baseUrl == null || provider == Provider.AZURE_OPENAI;
    if (provider.needsKey() && hosted) {
      List<String> others = names.subList(1, names.size());
      throw new ConfigurationException(
          names.getFirst(),
          "is not set"
              + (others.isEmpty() ? "" : ", nor is " + String.join(" nor ", others))
              + "; "
              + provider.id()
              + " needs a key");
    }
    return null;
  }

  /** Returns the variables its key is read from; none if it needs no key. */
  List<String> keyVariables() {
    return variable.equals(FALLBACK) ? provider.keyVariables() : keyVariables(provider);
  }

  private static List<String> keyVariables(Provider provider) {
    return provider == Provider.BEDROCK
        ? List.of()
        : Stream.concat(Stream.of(API_KEY), provider.keyVariables().stream()).toList();
  }

  private static @Nullable Double temperature(Variables variables) {
    if (variables.text(TEMPERATURE).filter("default"::equalsIgnoreCase).isPresent()) {
      return null;
    }
    BigDecimal value = variables.decimal(TEMPERATURE).orElse(BigDecimal.ZERO);
    if (value.compareTo(MAX_TEMPERATURE) > 0) {
      throw new ConfigurationException(
          TEMPERATURE,
          "is “" + value.toPlainString() + "”; it takes 0 to 2, or “default” to send none");
    }
    return value.doubleValue();
  }

  private static Duration timeout(Variables variables) {
    Duration timeout = variables.duration(TIMEOUT, Duration.ofSeconds(25));
    if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new ConfigurationException(TIMEOUT, "is longer than 1h, the most a brief may take");
    }
    return timeout;
  }

  private static @Nullable Prices prices(Variables variables) {
    Optional<BigDecimal> input = variables.decimal(INPUT_PRICE);
    Optional<BigDecimal> output = variables.decimal(OUTPUT_PRICE);
    if (input.isPresent() && output.isPresent()) {
      return new Prices(input.get(), output.get());
    }
    if (input.isEmpty() && output.isEmpty()) {
      return null;
    }
    String missing = input.isEmpty() ? INPUT_PRICE : OUTPUT_PRICE;
    String given = input.isEmpty() ? OUTPUT_PRICE : INPUT_PRICE;
    throw new ConfigurationException(missing, "is not set, but " + given + " is: set both or none");
  }

  private static @Nullable Integer contextTokens(Variables variables, int maxOutputTokens) {
    if (variables.text(CONTEXT_TOKENS).isEmpty()) {
      return null;
    }
    int tokens = variables.integer(CONTEXT_TOKENS, 0, 1, 100_000_000);
    if (tokens <= maxOutputTokens) {
      throw new ConfigurationException(
          CONTEXT_TOKENS,
          "is " + tokens + ", no more than the answer may take (" + MAX_OUTPUT_TOKENS + ")");
    }
    return tokens;
  }

  /**
   * Returns in one line everything here, beside provider and model, that can change what is
   * written. The endpoint, which may hold a password, is in it as a digest.
   */
  String parameters() {
    String sampling =
        "temperature="
            + (temperature == null ? "default" : temperature.toString())
            + " max_output_tokens="
            + maxOutputTokens;
    return baseUrl == null
        ? sampling
        : sampling + " endpoint=" + Article.sha256(baseUrl).substring(0, 12);
  }

  /** Returns the settings without the key, and of the endpoint scheme, host and port only. */
  @Override
  public String toString() {
    return Stream.of(
            provider.id(),
            model,
            baseUrl == null ? "own endpoint" : origin(baseUrl),
            apiKey == null ? "no key" : "key " + apiKey,
            "temperature " + (temperature == null ? "default" : temperature.toString()),
            maxOutputTokens + " output tokens",
            timeout.toString())
        .collect(Collectors.joining(", ", "ModelSettings[", "]"));
  }

  /** Returns if the endpoint is OpenAI's own, or one of its regions'. */
  boolean isOpenAiProper() {
    return baseUrl == null || ("." + URI.create(baseUrl).getHost()).endsWith(".api.openai.com");
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }
}
