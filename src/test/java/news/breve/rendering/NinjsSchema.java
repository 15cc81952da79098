package news.breve.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.breve.article.Json;

/** IPTC's own schema of ninjs 3.1, read from the disk. */
public final class NinjsSchema {
  /** The schema refers to GeoJSON's, which nothing of ours has: so this one accepts nothing. */
  private static final Map<String, String> OTHERS =
      Map.of("https://geojson.org/schema/GeoJSON.json", "{\"not\": {}}");

  private final JsonSchema schema;

  public NinjsSchema() {
    try (InputStream stream =
        Objects.requireNonNull(NinjsSchema.class.getResourceAsStream("ninjs-schema_3.1.json"))) {
      schema =
          JsonSchemaFactory.getInstance(
                  SpecVersion.VersionFlag.V202012,
                  factory -> factory.schemaLoaders(loaders -> loaders.schemas(OTHERS)))
              .getSchema(
                  Json.mapper().readTree(stream),
                  SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what of an item is not ninjs 3.1. */
  public List<String> faults(JsonNode item) {
    return schema.validate(item).stream().map(ValidationMessage::getMessage).toList();
  }
}
