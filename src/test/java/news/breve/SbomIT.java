package news.breve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import news.breve.article.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code target/breve-sbom/bom.json} against what is shipped, byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SbomIT {
  private static final Path SBOM = Path.of("target/breve-sbom/bom.json");
  private static final Path ZIP = Path.of("target/breve-lambda.zip");
  private static final Path LIB = Path.of("target/breve-local/lib");
  private static final String OURS = "breve-";

  private JsonNode sbom;

  /** The names of the components by the SHA-256 of their jars. */
  private final Map<String, String> listed = new TreeMap<>();

  /** The names of the jars by their SHA-256, without our own. */
  private final Map<String, String> zipped = new TreeMap<>();

  private final Map<String, String> local = new TreeMap<>();

  @BeforeAll
  void read() throws Exception {
    sbom = Objects.requireNonNull(Json.mapper().readTree(SBOM.toFile()));
    for (JsonNode component : sbom.path("components")) {
      for (JsonNode hash : component.path("hashes")) {
        if (hash.path("alg").asText().equals("SHA-256")) {
          listed.put(hash.path("content").asText(), component.path("purl").asText());
        }
      }
    }
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream jar = zip.getInputStream(entry)) {
          add(zipped, Path.of(entry.getName()), jar.readAllBytes());
        }
      }
    }
    try (Stream<Path> jars = Files.list(LIB)) {
      for (Path jar : jars.toList()) {
        add(local, jar, Files.readAllBytes(jar));
      }
    }
  }

  private static void add(Map<String, String> jars, Path file, byte[] bytes) throws Exception {
    String name = file.getFileName().toString();
    if (!name.startsWith(OURS)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      jars.put(HexFormat.of().formatHex(digest), name);
    }
  }

  @Test
  void sbom_isCycloneDx_ofBreve_andTheSameEachTime() {
    assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(sbom.at("/metadata/component/purl").asText()).startsWith("pkg:maven/news.breve/");
    assertThat(sbom.has("serialNumber")).isFalse();
    assertThat(sbom.at("/metadata").has("timestamp")).isFalse();
  }

  @Test
  void everyJar_ofTheFunctionsAndTheTerminal_isListedByItsDigest() {
    assertThat(zipped).hasSizeGreaterThan(50);
    assertThat(local).hasSizeGreaterThan(50);
    assertThat(listed)
        .containsOnlyKeys(union(zipped, local))
        .hasSize(sbom.path("components").size());
  }

  private static String[] union(Map<String, String> a, Map<String, String> b) {
    TreeSet<String> digests = new TreeSet<>(a.keySet());
    digests.addAll(b.keySet());
    return digests.toArray(String[]::new);
  }

  @Test
  void everyComponent_saysItsLicence_andNoneIsATool() throws IOException {
    assertThat(sbom.path("components"))
        .allSatisfy(component -> {
          assertThat(component.path("licenses")).as(component.path("purl").asText()).isNotEmpty();
          assertThat(component.path("type").asText()).isEqualTo("library");
        });
    assertThat(listed.values())
        .noneMatch(purl -> purl.contains("junit") || purl.contains("DynamoDBLocal"));
  }
}
