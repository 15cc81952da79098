import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an engineer would write by hand: a Lambda handler without a framework, LangChain4j's OpenAI
 * module, the DynamoDB client. It reads an article out of an API Gateway event, looks its summary up,
 * and has a model write it where there is none. Nothing is checked.
 */
public final class Reference implements RequestStreamHandler {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

  private final ObjectMapper json = new ObjectMapper();
  private final String table = System.getenv("BREVE_CACHE_TABLE");

  private final DynamoDbClient dynamo =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();

  private final ChatModel model =
      OpenAiChatModel.builder()
          .baseUrl(System.getenv("BREVE_MODEL_BASE_URL"))
          .apiKey(System.getenv("BREVE_MODEL_API_KEY"))
          .modelName(System.getenv("BREVE_MODEL_NAME"))
          .temperature(0.0)
          .strictJsonSchema(true)
          .timeout(Duration.ofSeconds(25))
          .maxRetries(0)
          .build();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = json.readTree(input);
    JsonNode article = json.readTree(event.path("body").asText());
    String text = numbered(article.path("text").asText());
    String key = "b1-" + digest(article.path("title").asText() + "\n" + text);
    String summary = kept(key);
    if (summary == null) {
      summary = written(text);
      keep(key, summary);
    }
    ObjectNode answer = json.createObjectNode();
    answer.put("statusCode", 200);
    answer.putObject("headers").put("Content-Type", "application/json").put("ETag", key);
    answer.put("body", summary);
    json.writeValue(output, answer);
  }

  /** One sentence a line, as good as a regular expression splits them. */
  private static String numbered(String text) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (String sentence : SENTENCE_END.split(text)) {
      lines.append('[').append(++number).append("] ").append(sentence.strip()).append('\n');
    }
    return lines.toString();
  }

  private String kept(String key) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(r ->
                r.tableName(table)
                    .key(Map.of("pk", AttributeValue.fromS(key)))
                    .consistentRead(true))
            .item();
    return item.isEmpty() ? null : item.get("summary").s();
  }

  private void keep(String key, String summary) {
    dynamo.putItem(r ->
        r.tableName(table)
            .item(
                Map.of(
                    "pk", AttributeValue.fromS(key), "summary", AttributeValue.fromS(summary))));
  }

  private String written(String text) throws IOException {
    JsonObjectSchema bilingual =
        JsonObjectSchema.builder()
            .addStringProperty("fr")
            .addStringProperty("en")
            .addProperty(
                "evidence", JsonArraySchema.builder().items(new JsonIntegerSchema()).build())
            .required("fr", "en", "evidence")
            .additionalProperties(false)
            .build();
    JsonObjectSchema schema =
        JsonObjectSchema.builder()
            .addProperty("headline", bilingual)
            .addProperty("sentences", JsonArraySchema.builder().items(bilingual).build())
            .required("headline", "sentences")
            .additionalProperties(false)
            .build();
    ChatRequest request =
        ChatRequest.builder()
            .messages(
                SystemMessage.from("Summarise the article in French and in English, as JSON."),
                UserMessage.from(text))
            .responseFormat(
                ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder().name("brief").rootElement(schema).build())
                    .build())
            .build();
    String answer = model.chat(request).aiMessage().text();
    return json.writeValueAsString(json.readTree(answer));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
