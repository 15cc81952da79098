package news.breve.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.breve.article.Json;

/**
 * The HTTP API as the page for developers shows it, read from its OpenAPI description.
 *
 * @param description paragraphs on the whole
 * @param operations its calls
 * @param schemas its objects
 */
record ApiView(List<String> description, List<Operation> operations, List<Schema> schemas) {
  /**
   * A call.
   *
   * @param anchor an id for it in the page
   */
  record Operation(
      String anchor,
      String method,
      String path,
      String description,
      List<Field> parameters,
      List<Example> examples,
      List<Field> answers) {}

  /** Something with a name: a parameter, a field of an object, an answer by its status. */
  record Field(String name, String type, String description) {}

  /** A body that may be sent. */
  record Example(String name, String mediaType, String body) {}

  /** An object, or a word of a fixed list. */
  record Schema(String name, String description, List<Field> fields) {}

  /** A stretch of a description. */
  record Piece(String text, boolean code) {}

  /** Returns the stretches of a description, whose code stands between backticks. */
  static List<Piece> pieces(String description) {
    List<Piece> pieces = new ArrayList<>();
    String[] parts = description.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        pieces.add(new Piece(parts[i], i % 2 == 1));
      }
    }
    return pieces;
  }

  /** Reads a description: OpenAPI 3.0, as the compiler writes it. */
  static ApiView of(JsonNode api) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
      }
    }
    List<Schema> schemas = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema : api.at("/components/schemas").properties()) {
      schemas.add(schema(schema.getKey(), schema.getValue()));
    }
    List<String> paragraphs = List.of(api.at("/info/description").asText().split("\n\n", -1));
    return new ApiView(paragraphs, operations, schemas);
  }

  private static Operation operation(String path, String method, JsonNode operation) {
    List<Field> parameters = new ArrayList<>();
    operation
        .path("parameters")
        .forEach(parameter ->
            parameters.add(
                new Field(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    parameter.path("description").asText())));
    List<Example> examples = new ArrayList<>();
    for (Map.Entry<String, JsonNode> body : operation.at("/requestBody/content").properties()) {
      for (Map.Entry<String, JsonNode> example : body.getValue().path("examples").properties()) {
        JsonNode value = example.getValue().path("value");
        String text = value.isTextual() ? value.asText() : indented(value);
        examples.add(new Example(example.getKey(), body.getKey(), text));
      }
    }
    List<Field> answers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
      List<String> types = new ArrayList<>();
      answer
          .getValue()
          .path("content")
          .fieldNames()
          .forEachRemaining(type -> {
            if (!type.contains("*")) {
              types.add(type);
            }
          });
      answers.add(
          new Field(
              answer.getKey(),
              String.join(", ", types),
              answer.getValue().path("description").asText()));
    }
    answers.sort((one, other) -> one.name().compareTo(other.name()));
    return new Operation(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        operation.path("description").asText(),
        parameters,
        examples,
        answers);
  }

  private static String indented(JsonNode value) {
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree has a JSON form", e);
    }
  }

  private static Schema schema(String name, JsonNode schema) {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      fields.add(
          new Field(
              field.getKey(),
              type(field.getValue()),
              field.getValue().path("description").asText()));
    }
    schema.path("enum").forEach(word -> fields.add(new Field(word.asText(), "", "")));
    return new Schema(name, schema.path("description").asText(), fields);
  }

  private static String type(JsonNode schema) {
    String or = schema.path("nullable").asBoolean() ? " | null" : "";
    if (schema.has("$ref")) {
      return name(schema) + or;
    }
    if (schema.path("type").asText().equals("array")) {
      return type(schema.path("items")) + "[]" + or;
    }
    for (String choice : List.of("allOf", "oneOf", "anyOf")) {
      if (schema.has(choice)) {
        List<String> names = new ArrayList<>();
        schema.path(choice).forEach(one -> names.add(type(one)));
        return String.join(" | ", names) + or;
      }
    }
    return schema.path("type").asText("any") + or;
  }

  private static String name(JsonNode reference) {
    String target = reference.path("$ref").asText();
    return target.substring(target.lastIndexOf('/') + 1);
  }
}
