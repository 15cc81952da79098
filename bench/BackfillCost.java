import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Source;
import news.breve.article.Submission;
import news.breve.brief.Brief;
import news.breve.brief.Draft;
import news.breve.brief.DraftJson;
import news.breve.brief.DraftReader;
import news.breve.configuration.Variables;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.service.Configuration;

/**
 * Measures the tokens of an article and its brief, and works out what many of them cost and take.
 * The prompt is what Brève sends, caught by a model's double; the answer is the clean draft that
 * the article's author wrote. Both are counted by a real tokenizer.
 */
final class BackfillCost {
  /** What OpenAI adds to a message, and to the answer's beginning. */
  private static final int TOKENS_AROUND_A_MESSAGE = 3;

  /** Unit prices in dollars: us-east-1, on demand, arm64; look up your own. */
  private static final double GIGABYTE_SECOND = 0.0000133334;

  private static final double INVOCATION = 0.20 / 1e6;
  private static final double TRANSITION = 25.0 / 1e6;
  private static final double WRITE_UNIT = 0.625 / 1e6;
  private static final double READ_UNIT = 0.125 / 1e6;
  private static final double QUEUE_REQUEST = 0.40 / 1e6;
  private static final double LOGGED_GIGABYTE = 0.50;

  private static final int ITEMS_PER_BATCH = 10;
  private static final int ITEMS_AT_ONCE = 5;
  private static final double GIGABYTES = 1;

  /** A lease taken (1 KB), a brief of at most 4 KB kept in its place, one look before. */
  private static final int WRITE_UNITS = 5;

  private static final int READ_UNITS = 1;

  /** Received, settled and its record sent, in batches or not: at most. */
  private static final int QUEUE_REQUESTS = 3;

  /** Two lines of log an article. */
  private static final double LOGGED_BYTES = 1_500;

  /** A child execution starts, invokes, ends. */
  private static final int TRANSITIONS_PER_BATCH = 3;

  private record Tokens(double in, double out) {
    Tokens plus(Tokens other) {
      return new Tokens(in + other.in, out + other.out);
    }

    Tokens times(double factor) {
      return new Tokens(in * factor, out * factor);
    }
  }

  /** What a provider takes and allows. */
  private record Offer(
      String name, double inPrice, double outPrice, double requestsAMinute, double tokensAMinute) {}

  private final Encoding encoding =
      Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  private final Deque<Draft> answers = new ArrayDeque<>();
  private final List<Tokens> calls = new ArrayList<>();

  private BackfillCost() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    new BackfillCost().print(Path.of(arguments[0]), options);
  }

  private void print(Path corpus, Map<String, String> options) throws IOException {
    HttpServer model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    model.createContext("/", this::answer);
    model.start();
    Map<String, List<Tokens>> byLanguage = new LinkedHashMap<>();
    Map<String, Long> words = new LinkedHashMap<>();
    List<Tokens> repairs = new ArrayList<>();
    try {
      for (Path folder : folders(corpus)) {
        Submission article = article(folder);
        Draft clean = draft(folder.resolve("draft-a.json"));
        String language = article.article().language().code();
        byLanguage.computeIfAbsent(language, l -> new ArrayList<>()).add(brief(article, model, clean).getFirst());
        words.merge(language, (long) article.article().text().split("\\s+", -1).length, Long::sum);
        List<Tokens> twice = brief(article, model, falsified(clean), clean);
        if (twice.size() > 1) {
          repairs.add(twice.get(1));
        }
      }
    } finally {
      model.stop(0);
    }
    List<Tokens> all = byLanguage.values().stream().flatMap(List::stream).toList();
    System.out.printf(
        "Tokens of %d articles of bench/falsify, prompt and schema as sent, draft as its author wrote it, counted by%n"
            + "o200k_base (OpenAI's; another provider's tokenizer may count a fifth more):%n%n",
        all.size());
    System.out.println("| | articles | words | input tokens | output tokens |");
    System.out.println("|---|---|---|---|---|");
    byLanguage.forEach((language, tokens) ->
        row(language.equals("fr") ? "French" : "English", tokens, words.get(language)));
    row("both", all, words.values().stream().mapToLong(Long::longValue).sum());
    row("a repair (" + repairs.size() + " falsified drafts)", repairs, -1);
    table(mean(all), mean(repairs), options);
  }

  private static void row(String name, List<Tokens> tokens, long words) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %,.0f | %,.0f |%n",
        name,
        tokens.size(),
        words < 0 ? "" : Long.toString(words / tokens.size()),
        mean(tokens).in(),
        mean(tokens).out());
  }

  private static void table(Tokens brief, Tokens repair, Map<String, String> options) {
    double articles = number(options, "--articles", 100_000);
    double repaired = number(options, "--repaired", 10) / 100;
    double seconds = number(options, "--seconds", 8);
    double hours = number(options, "--hours", 8);
    double callsEach = 1 + repaired;
    Tokens total = brief.plus(repair.times(repaired)).times(articles);
    System.out.printf(
        Locale.ROOT,
        "%n%,.0f articles, %.0f %% of them repaired: %,.0f calls, %,.0f million tokens in, %,.0f million out. A call takes"
            + " %.0f s.%n%n",
        articles,
        repaired * 100,
        articles * callsEach,
        total.in() / 1e6,
        total.out() / 1e6,
        seconds);
    System.out.println(
        "| $ per million in / out | requests, tokens a minute | model | hours | bound by | calls in flight | batches at once |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Offer offer : offers(options)) {
      double byRequests = articles * callsEach / offer.requestsAMinute();
      double byTokens = (total.in() + total.out()) / offer.tokensAMinute();
      double minutes = Math.max(byRequests, byTokens);
      double inFlight = articles * callsEach / minutes * seconds / 60;
      System.out.printf(
          Locale.ROOT,
          "| %s | %,.0f, %,.0f | $%,.0f | %.1f | %s | %.0f | %d |%n",
          offer.name(),
          offer.requestsAMinute(),
          offer.tokensAMinute(),
          total.in() / 1e6 * offer.inPrice() + total.out() / 1e6 * offer.outPrice(),
          minutes / 60,
          byTokens > byRequests ? "tokens" : "requests",
          Math.ceil(inFlight),
          Math.max(1, (long) Math.floor(inFlight / ITEMS_AT_ONCE)));
    }
    double callsAMinute = articles * callsEach / (hours * 60);
    System.out.printf(
        Locale.ROOT,
        "%nIn %.0f hours: %,.0f requests and %,.0f tokens a minute, %.0f calls in flight, %d batches of %d articles at"
            + " once.%n",
        hours,
        Math.ceil(callsAMinute),
        (total.in() + total.out()) / (hours * 60),
        Math.ceil(callsAMinute * seconds / 60),
        (long) Math.ceil(callsAMinute * seconds / 60 / ITEMS_AT_ONCE),
        ITEMS_AT_ONCE);
    aws(articles, callsEach * seconds);
  }

  private static void aws(double articles, double secondsEach) {
    double batches = articles / ITEMS_PER_BATCH;
    double lambda =
        articles * secondsEach / ITEMS_AT_ONCE * GIGABYTES * GIGABYTE_SECOND + batches * INVOCATION;
    double table = articles * (WRITE_UNITS * WRITE_UNIT + READ_UNITS * READ_UNIT);
    double machine = batches * TRANSITIONS_PER_BATCH * TRANSITION;
    double queues = articles * QUEUE_REQUESTS * QUEUE_REQUEST;
    double logs = articles * LOGGED_BYTES / 1e9 * LOGGED_GIGABYTE;
    System.out.printf(
        Locale.ROOT,
        "%nAWS beside the model: functions $%.2f (1 GB, %d articles at once), table $%.2f, logs $%.2f, and the state machine"
            + " $%.2f%nor the queues $%.2f.%n",
        lambda,
        ITEMS_AT_ONCE,
        table,
        logs,
        machine,
        queues);
  }

  private static List<Offer> offers(Map<String, String> options) {
    if (options.containsKey("--input-price")) {
      double in = number(options, "--input-price", 0);
      double out = number(options, "--output-price", 0);
      return List.of(
          new Offer(
              in + " / " + out,
              in,
              out,
              number(options, "--requests-per-minute", Double.MAX_VALUE),
              number(options, "--tokens-per-minute", Double.MAX_VALUE)));
    }
    return List.of(
        new Offer("0.15 / 0.60", 0.15, 0.60, 500, 200_000),
        new Offer("0.15 / 0.60", 0.15, 0.60, 5_000, 2_000_000),
        new Offer("1 / 5", 1, 5, 1_000, 450_000),
        new Offer("3 / 15", 3, 15, 1_000, 450_000));
  }

  private static double number(Map<String, String> options, String name, double fallback) {
    return options.containsKey(name) ? Double.parseDouble(options.get(name)) : fallback;
  }

  private static Tokens mean(List<Tokens> tokens) {
    return tokens.stream().reduce(new Tokens(0, 0), Tokens::plus).times(1.0 / Math.max(1, tokens.size()));
  }

  private static List<Path> folders(Path corpus) throws IOException {
    try (Stream<Path> entries = Files.list(corpus)) {
      return entries.filter(folder -> Files.exists(folder.resolve("draft-a.json"))).sorted().toList();
    }
  }

  private static Submission article(Path folder) throws IOException {
    byte[] text = Files.readAllBytes(folder.resolve("article.txt"));
    return new Intake().read(new Source(text, Source.Type.PLAIN_TEXT, null, null));
  }

  private static Draft draft(Path file) throws IOException {
    return DraftReader.readForeign(Json.parse(Files.readString(file)));
  }

  /** Returns the clean draft with an amount in it that the article doesn't have. */
  private static Draft falsified(Draft clean) {
    ObjectNode draft = (ObjectNode) DraftJson.of(clean);
    ObjectNode sentence = (ObjectNode) draft.at("/sentences/0");
    sentence.put("fr", sentence.path("fr").textValue() + " Il en coûtera 987 654 321 dollars.");
    sentence.put("en", sentence.path("en").textValue() + " It will cost $987,654,321.");
    return DraftReader.readForeign(draft);
  }

  /** Has an article briefed by a service of its own, and returns the tokens of each call. */
  private List<Tokens> brief(Submission article, HttpServer model, Draft... drafts) {
    answers.clear();
    calls.clear();
    answers.addAll(List.of(drafts));
    Clock clock = Clock.systemUTC();
    Configuration configuration =
        Configuration.from(
            new Variables(
                Map.of(
                    "BREVE_CACHE", "memory",
                    "BREVE_MODEL_PROVIDER", "openai",
                    "BREVE_MODEL_NAME", "double",
                    "BREVE_MODEL_BASE_URL", "http://127.0.0.1:" + model.getAddress().getPort(),
                    "BREVE_MODEL_API_KEY", "none")));
    BriefService service = configuration.service(configuration.store(clock), clock);
    Brief brief = service.brief(article, BriefListener.NONE);
    if (brief.usage().calls() == 0 || calls.isEmpty()) {
      throw new IllegalStateException("the model was not asked: " + brief.checks().reason());
    }
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode request = Json.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    int in = TOKENS_AROUND_A_MESSAGE + encoding.countTokens(request.path("response_format").toString());
    for (JsonNode message : request.path("messages")) {
      in += TOKENS_AROUND_A_MESSAGE + encoding.countTokens(content(message.path("content")));
    }
    Draft draft = answers.size() > 1 ? answers.poll() : answers.peek();
    String answer = DraftJson.of(draft).toString();
    int out = encoding.countTokens(answer);
    calls.add(new Tokens(in, out));
    ObjectNode completion = Json.mapper().createObjectNode();
    completion.put("id", "double").put("object", "chat.completion").put("model", "double");
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", answer);
    completion.putObject("usage").put("prompt_tokens", in).put("completion_tokens", out).put("total_tokens", in + out);
    byte[] body = completion.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String content(JsonNode content) {
    return content.isTextual() ? content.textValue() : content.toString();
  }
}
