package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds answers to /openapi.yml: their status, content type and, of JSON, every key. */
final class ApiContract {
  private final JsonNode description;
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  ApiContract() {
    try (InputStream stream =
        Objects.requireNonNull(
            ApiContract.class.getResourceAsStream("/META-INF/swagger/openapi.yml"))) {
      description = new YAMLMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    strict(description.path("components").path("schemas"));
  }

  /** Fails if the description doesn't have this answer; addresses it doesn't have are passed. */
  void verify(Exchange.Request request, Exchange.Response response) {
    Optional<JsonNode> operation = operation(request);
    if (operation.isEmpty()) {
      return;
    }
    JsonNode described =
        operation.get().path("responses").path(Integer.toString(response.status()));
    assertThat(described.isMissingNode())
        .as("%s %s: status %d is described", request.method(), request.path(), response.status())
        .isFalse();
    described
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> assertThat(response.header(name)).as(name).isPresent());
    if (response.body().length == 0) {
      return;
    }
    String type = response.header("Content-Type").orElseThrow().split(";", 2)[0];
    JsonNode content = described.path("content").path(type);
    assertThat(content.isMissingNode())
        .as(
            "%s %s: %d as %s is described",
            request.method(), request.path(), response.status(), type)
        .isFalse();
    if (content.path("schema").has("$ref")) {
      assertThat(schema(content.path("schema").path("$ref").asText()).validate(response.json()))
          .as("%s against %s", response.text(), content)
          .isEmpty();
    }
  }

  private Optional<JsonNode> operation(Exchange.Request request) {
    String path = request.path().split("\\?", 2)[0];
    for (Map.Entry<String, JsonNode> described : description.path("paths").properties()) {
      if (path.matches(described.getKey().replace("{id}", "[^/]+"))) {
        JsonNode operation = described.getValue().path(request.method().toLowerCase(Locale.ROOT));
        return operation.isMissingNode() ? Optional.empty() : Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  private JsonSchema schema(String reference) {
    return schemas.computeIfAbsent(
        reference,
        ref -> {
          ObjectNode root = new YAMLMapper().createObjectNode();
          root.putArray("allOf").addObject().put("$ref", ref);
          root.set("components", description.path("components"));
          return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
        });
  }

  /** Turns OpenAPI 3.0 schemas into JSON Schema ones that know no other keys than those named. */
  private static void strict(JsonNode node) {
    node.forEach(ApiContract::strict);
    if (!(node instanceof ObjectNode schema)) {
      return;
    }
    if (schema.path("type").isTextual() && schema.has("properties")) {
      schema.put("additionalProperties", false);
    }
    if (schema.path("nullable").asBoolean()) {
      schema.remove("nullable");
      if (schema.has("type")) {
        ArrayNode types = schema.arrayNode().add(schema.get("type").textValue()).add("null");
        schema.set("type", types);
      } else {
        ObjectNode value = schema.deepCopy();
        schema.removeAll();
        schema.putArray("anyOf").add(value).addObject().put("type", "null");
      }
    }
  }
}
