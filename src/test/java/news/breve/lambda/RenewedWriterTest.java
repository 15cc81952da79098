package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.breve.BriefTestData;
import news.breve.article.Article;
import news.breve.brief.Draft;
import news.breve.writing.Allowance;
import news.breve.writing.BriefWriter;
import news.breve.writing.Identity;
import news.breve.writing.Written;
import org.crac.Core;
import org.junit.jupiter.api.Test;

final class RenewedWriterTest {
  @Test
  void writer_afterARestore_hasTheKeyOfThatDay() {
    FunctionEnvironment environment = environment("snap-start");
    RenewedWriter writer =
        (RenewedWriter)
            RenewedWriter.of(writer(environment.atStart()), environment, RenewedWriterTest::writer);
    assertThat(key(writer)).isNotEqualTo("sk-now");

    writer.afterRestore(Core.getGlobalContext());

    assertThat(key(writer)).isEqualTo("sk-now");
  }

  @Test
  void writer_thatIsNeverSnapshotted_isLeftAlone() {
    FunctionEnvironment environment = environment("on-demand");
    BriefWriter writer = writer(environment.atStart());

    assertThat(RenewedWriter.of(writer, environment, RenewedWriterTest::writer)).isSameAs(writer);
    assertThat(key(writer)).isEqualTo("sk-now");
  }

  private static BriefWriter writer(Map<String, String> variables) {
    return new KeyWriter(variables.getOrDefault("BREVE_MODEL_API_KEY", ""));
  }

  private static FunctionEnvironment environment(String initialization) {
    Map<String, String> variables = new HashMap<>();
    variables.put(FunctionEnvironment.SECRET, "breve/key");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
    return new FunctionEnvironment(variables, id -> "sk-now");
  }

  private static String key(BriefWriter writer) {
    return String.valueOf(
        writer.write(BriefTestData.article(), 1, Allowance.none()).draft().headline().en());
  }

  /** Writes the key it was made with. */
  private record KeyWriter(String key) implements BriefWriter {
    @Override
    public Identity identity() {
      return new Identity("mistral", "ministral-8b", "t=0", "p-1");
    }

    @Override
    public Written write(Article article, int sentences, Allowance allowance) {
      Draft draft = new Draft(new Draft.Item(null, key, List.of(1)), List.of(), List.of());
      return new Written(draft, identity());
    }
  }
}
