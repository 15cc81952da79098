package news.breve.rendering;

import news.breve.article.Problem;
import news.breve.article.ProblemException;

/**
 * Why there is no brief, as RFC 9457 writes it.
 *
 * @param type {@code urn:breve:problem:NAME}, or {@code about:blank} where the status says it all
 * @param title the kind of problem in a few words, always the same for a type
 * @param status the HTTP status that carries it
 * @param detail what is wrong this time; never article text, a key or a provider's answer
 */
public record ProblemDocument(String type, String title, int status, String detail) {
  /** Returns the document of a problem. */
  public static ProblemDocument of(ProblemException e) {
    return of(e.problem(), e.detail());
  }

  /** Returns the document of a problem. */
  public static ProblemDocument of(Problem problem, String detail) {
    return new ProblemDocument(problem.type(), title(problem), problem.httpStatus(), detail);
  }

  private static String title(Problem problem) {
    return switch (problem) {
      case INVALID_JSON -> "The JSON can't be read";
      case INVALID_ARTICLE -> "The article can't be used";
      case UNSUPPORTED_LANGUAGE -> "The article is in neither French nor English";
      case UNSUPPORTED_MEDIA_TYPE -> "The body is of a kind that is not read here";
      case TOO_LARGE -> "The body is too large";
      case NOT_FOUND -> "There is nothing here";
      case RATE_LIMITED -> "Too many requests";
      case METHOD_NOT_ALLOWED -> "The method is not allowed here";
      case NOT_ACCEPTABLE -> "No format that is accepted";
      case MODEL_FAILED -> "The model gave no usable answer";
      case MODEL_UNAVAILABLE -> "The model can't answer now";
      case MODEL_TIMEOUT -> "The model took too long";
      case BUDGET_EXHAUSTED -> "The budget is spent";
      case INTERNAL -> "A fault of ours";
    };
  }
}
