package news.breve.article;

import java.util.Locale;

/** Why no brief was made; the names are part of the contract. */
public enum Problem {
  INVALID_JSON(400),
  INVALID_ARTICLE(422),
  UNSUPPORTED_LANGUAGE(422),
  UNSUPPORTED_MEDIA_TYPE(415),
  TOO_LARGE(413),
  NOT_FOUND(404),
  RATE_LIMITED(429),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  /** The model's answer is bad, refused, cut off or filtered, or the provider refused the call. */
  MODEL_FAILED(502),
  /** The provider can't answer now; the same call may succeed later. */
  MODEL_UNAVAILABLE(503),
  MODEL_TIMEOUT(504),
  BUDGET_EXHAUSTED(503),
  INTERNAL(500);

  private final int httpStatus;

  Problem(int httpStatus) {
    this.httpStatus = httpStatus;
  }

  /** Returns the HTTP status that carries it. */
  public int httpStatus() {
    return httpStatus;
  }

  /** Returns the name of the contract, such as {@code invalid-article}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the RFC 9457 type, such as {@code urn:breve:problem:invalid-article}. */
  public String type() {
    return "urn:breve:problem:" + slug();
  }

  /** Returns if it is the model, not the request, that has no answer. */
  public boolean isModels() {
    return this == MODEL_FAILED || this == MODEL_UNAVAILABLE || this == MODEL_TIMEOUT;
  }

  /** Returns if the same request may succeed another time; if not, the problem is final. */
  public boolean mayPass() {
    return switch (this) {
      case MODEL_UNAVAILABLE, MODEL_TIMEOUT, RATE_LIMITED, BUDGET_EXHAUSTED, INTERNAL -> true;
      default -> false;
    };
  }
}
