package news.breve.lambda;

import java.lang.reflect.Constructor;
import news.breve.article.Problem;
import news.breve.article.ProblemException;

/**
 * A problem as an exception whose class bears its name, for {@code ErrorEquals} of a state machine:
 * {@code ModelTimeout} for {@code model-timeout}. The message is the problem's detail, which holds
 * no article text; it has neither stack trace nor cause, for Lambda hands both to the caller.
 */
public abstract class NamedProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  protected NamedProblem(String detail) {
    super(detail, null, false, false);
  }

  /** Returns the exception of a problem; {@code Internal} for one that this door can't have. */
  static NamedProblem of(ProblemException e) {
    return switch (e.problem()) {
      case INVALID_JSON,
          INVALID_ARTICLE,
          UNSUPPORTED_LANGUAGE,
          TOO_LARGE,
          MODEL_FAILED,
          MODEL_UNAVAILABLE,
          MODEL_TIMEOUT,
          BUDGET_EXHAUSTED,
          INTERNAL ->
          make(e.problem(), e.detail());
      case UNSUPPORTED_MEDIA_TYPE, NOT_FOUND, RATE_LIMITED, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE ->
          make(Problem.INTERNAL, e.problem().slug() + ": " + e.detail());
    };
  }

  /** Returns the name in camel case, such as {@code ModelTimeout}. */
  static String name(Problem problem) {
    StringBuilder name = new StringBuilder();
    for (String word : problem.slug().split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }

  /** By reflection: code in a package can't name a class that has none. */
  private static NamedProblem make(Problem problem, String detail) {
    try {
      Constructor<?> constructor =
          Class.forName(name(problem)).getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      return (NamedProblem) constructor.newInstance(detail);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("there is no exception for " + problem.slug(), e);
    }
  }
}
