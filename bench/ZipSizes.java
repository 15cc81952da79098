import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What is in the function's zip, in MB of jars (10⁶ bytes), by whom it is needed. */
final class ZipSizes {
  /**
   * A jar belongs to the first that has a prefix of its name; the rest is Brève and its libraries.
   */
  private static final Map<String, List<String>> OWNERS = new LinkedHashMap<>();

  static {
    OWNERS.put(
        "bedrock",
        List.of(
            "langchain4j-bedrock", "bedrockruntime", "eventstream", "http-auth-aws-eventstream"));
    OWNERS.put("openai, azure-openai", List.of("langchain4j-open-ai", "jtokkit"));
    OWNERS.put("anthropic", List.of("langchain4j-anthropic"));
    OWNERS.put("mistral", List.of("langchain4j-mistral"));
    OWNERS.put("gemini", List.of("langchain4j-google"));
    OWNERS.put("ollama", List.of("langchain4j-ollama"));
    OWNERS.put("any model (LangChain4j)", List.of("langchain4j"));
    OWNERS.put(
        "any AWS service (SDK)",
        List.of(
            "annotations-2",
            "auth-",
            "aws-core",
            "aws-json",
            "checksums",
            "endpoints-spi",
            "http-auth",
            "http-client-spi",
            "identity-spi",
            "json-utils",
            "metrics-spi",
            "profiles",
            "protocol-core",
            "regions",
            "retries",
            "sdk-core",
            "third-party",
            "url-connection",
            "utils-"));
    OWNERS.put("HTTP (Micronaut)", List.of("micronaut", "reactor", "reactive", "jakarta"));
    OWNERS.put("Lambda's own types", List.of("aws-lambda", "joda"));
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    OWNERS.keySet().forEach(owner -> sizes.put(owner, 0L));
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      files.sorted().forEach(jars::add);
    }
    long total = 0;
    for (Path jar : jars) {
      long size = Files.size(jar);
      sizes.merge(owner(jar.getFileName().toString()), size, Long::sum);
      total += size;
    }
    sizes.forEach(
        (owner, size) -> System.out.printf(Locale.ROOT, "%6.2f MB  %s%n", size / 1e6, owner));
    System.out.printf(Locale.ROOT, "%6.2f MB  in %d jars%n", total / 1e6, jars.size());
  }

  private static String owner(String jar) {
    return OWNERS.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(jar::startsWith))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("Brève and its other libraries");
  }
}
