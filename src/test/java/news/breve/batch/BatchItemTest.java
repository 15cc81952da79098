package news.breve.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import news.breve.article.Json;
import news.breve.article.Source;
import news.breve.batch.BatchItem.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BatchItemTest {
  private static BatchItem item(String json) {
    return BatchItem.ofJson(json.getBytes(StandardCharsets.UTF_8), "feed.jsonl:7");
  }

  static Stream<Arguments> items() {
    return Stream.of(
        Arguments.of("{\"text\":\"a\"}", "feed.jsonl:7", "{\"text\":\"a\"}"),
        Arguments.of("{\"source\":\"cms/12\",\"text\":\"a\"}", "cms/12", "{\"text\":\"a\"}"),
        Arguments.of("{\"source\":null,\"text\":\"a\"}", "feed.jsonl:7", "{\"text\":\"a\"}"),
        Arguments.of(
            "{\"s3\":{\"bucket\":\"b\",\"key\":\"k/1.txt\"}}", "s3://b/k/1.txt", "b k/1.txt"),
        Arguments.of("{\"source\":\"x\",\"s3\":{\"key\":\"k\",\"bucket\":\"b\"}}", "x", "b k"),
        Arguments.of(
            "{\"@type\":\"NewsArticle\",\"articleBody\":\"a\",\"source\":\"x\"}",
            "x",
            "{\"@type\":\"NewsArticle\",\"articleBody\":\"a\"}"),
        Arguments.of("{\"text\":", "feed.jsonl:7", "invalid-json"),
        Arguments.of("{\"text\":\"a\",\"text\":\"b\"}", "feed.jsonl:7", "invalid-json"),
        Arguments.of("{\"source\":5,\"text\":\"a\"}", "feed.jsonl:7", "invalid-article"),
        Arguments.of("{\"source\":\" \",\"text\":\"a\"}", "feed.jsonl:7", "invalid-article"),
        Arguments.of(
            "{\"source\":\"x\",\"text\":\"a\",\"s3\":{\"bucket\":\"b\",\"key\":\"k\"}}",
            "x",
            "invalid-article"),
        Arguments.of("{\"source\":\"x\",\"s3\":{\"bucket\":\"b\"}}", "x", "invalid-article"),
        Arguments.of("{\"s3\":\"s3://b/k\"}", "feed.jsonl:7", "invalid-article"),
        Arguments.of(
            "{\"s3\":{\"bucket\":\"b\",\"key\":\"\"}}", "feed.jsonl:7", "invalid-article"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("items")
  void ofJson_knowsSourceAndContent(String json, String source, String content) {
    BatchItem item = item(json);
    assertThat(item.source()).isEqualTo(source);
    assertThat(shown(item.content())).isEqualTo(content);
  }

  private static String shown(Content content) {
    return switch (content) {
      case Content.Sent(Source article) -> {
        assertThat(article.type()).isEqualTo(Source.Type.JSON);
        yield new String(article.bytes(), StandardCharsets.UTF_8);
      }
      case Content.Elsewhere(S3Pointer where) -> where.bucket() + " " + where.key();
      case Content.Refused refused -> refused.why().problem().slug();
    };
  }

  @Test
  void ofJson_tree_isTheSame() {
    assertThat(shown(BatchItem.ofJson(Json.parse("{\"text\":\"a\"}"), "n").content()))
        .isEqualTo("{\"text\":\"a\"}");
  }

  @Test
  void ofFile_typeByEnding_andSourceWithinJson() {
    byte[] text = "{\"source\":\"s\",\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(BatchItem.ofFile("a/b.JSON", text).source()).isEqualTo("s");
    assertThat(BatchItem.ofFile("a/b.txt", text).content())
        .isInstanceOfSatisfying(
            Content.Sent.class,
            sent -> assertThat(sent.article().type()).isEqualTo(Source.Type.PLAIN_TEXT));
    assertThat(BatchItem.ofFile("a/b.html", text).content())
        .isInstanceOfSatisfying(
            Content.Sent.class,
            sent -> assertThat(sent.article().type()).isEqualTo(Source.Type.HTML));
    assertThat(shown(BatchItem.ofFile("a.txt", new byte[BatchItem.MAX_BYTES + 1]).content()))
        .isEqualTo("too-large");
  }
}
