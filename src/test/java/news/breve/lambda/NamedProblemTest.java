package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import news.breve.article.Problem;
import news.breve.article.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NamedProblemTest {
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "UNSUPPORTED_MEDIA_TYPE",
        "NOT_FOUND",
        "RATE_LIMITED",
        "METHOD_NOT_ALLOWED",
        "NOT_ACCEPTABLE"
      })
  void className_ofAProblem_isItsNameInCamelCaseWithoutPackage(Problem problem) {
    NamedProblem named = NamedProblem.of(new ProblemException(problem, "why"));

    assertThat(named.getClass().getName())
        .isEqualTo(NamedProblem.name(problem))
        .doesNotContain(".", "-");
    assertThat(named).hasMessage("why").hasNoCause();
    assertThat(named.getStackTrace()).isEmpty();
  }

  @Test
  void name_ofAHyphenatedProblem_isCamelCase() {
    assertThat(NamedProblem.name(Problem.MODEL_UNAVAILABLE)).isEqualTo("ModelUnavailable");
  }

  @Test
  void problem_ofHttpOnly_isInternal() {
    NamedProblem named =
        NamedProblem.of(new ProblemException(Problem.NOT_ACCEPTABLE, "no such format"));

    assertThat(named.getClass().getName()).isEqualTo("Internal");
    assertThat(named).hasMessage("not-acceptable: no such format");
  }
}
