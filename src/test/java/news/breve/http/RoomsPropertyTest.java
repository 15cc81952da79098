package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import news.breve.configuration.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoomsPropertyTest {
  @ParameterizedTest
  @CsvSource({
    "BREVE_MODEL_PROVIDER,breve.model.provider",
    "BREVE_MODEL_MAX_OUTPUT_TOKENS,breve.model.max-output-tokens",
    "BREVE_CACHE,breve.cache",
    "BREVE_CACHE_DIR,breve.cache.dir",
    "BREVE_TENANT,breve.tenant"
  })
  void variable_hasAProperty(String variable, String property) {
    assertThat(Rooms.property(variable)).isEqualTo(property);
  }

  @Test
  void property_isReadWhereTheVariableIsUnset() {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .singletons(new ProcessVariables(Map.of("BREVE_CACHE", "memory")))
            .properties(Map.of("breve.cache", "file", "breve.model.max-output-tokens", "700"))
            .start()) {
      Variables variables = context.getBean(Variables.class);
      assertThat(variables.text("BREVE_CACHE")).contains("memory");
      assertThat(variables.text("BREVE_MODEL_MAX_OUTPUT_TOKENS")).contains("700");
      assertThat(variables.text("BREVE_MODEL_NAME")).isEmpty();
    }
  }
}
