// Lambda reports the name of an exception's class, with its package, as the error's type, which is
// what a state machine matches in ErrorEquals. So that the type is "ModelTimeout", as the contract
// has it, and not where we keep the class, these classes have no package (docs/adr/0008).

import news.breve.lambda.NamedProblem;

@SuppressWarnings("DefaultPackage")
final class InvalidJson extends NamedProblem {
  private static final long serialVersionUID = 1;

  InvalidJson(String detail) {
    super(detail);
  }
}

@SuppressWarnings("DefaultPackage")
final class InvalidArticle extends NamedProblem {
  private static final long serialVersionUID = 1;

  InvalidArticle(String detail) {
    super(detail);
  }
}

@SuppressWarnings("DefaultPackage")
final class UnsupportedLanguage extends NamedProblem {
  private static final long serialVersionUID = 1;

  UnsupportedLanguage(String detail) {
    super(detail);
  }
}

@SuppressWarnings("DefaultPackage")
final class TooLarge extends NamedProblem {
  private static final long serialVersionUID = 1;

  TooLarge(String detail) {
    super(detail);
  }
}

@SuppressWarnings("DefaultPackage")
final class ModelFailed extends NamedProblem {
  private static final long serialVersionUID = 1;

  ModelFailed(String detail) {
    super(detail);
  }
}

@SuppressWarnings("DefaultPackage")
final class ModelUnavailable extends NamedProblem {
  private static final long serialVersionUID = 1;

  ModelUnavailable(String detail) {
    super(detail);
  }
}

@SuppressWarnings("DefaultPackage")
final class ModelTimeout extends NamedProblem {
  private static final long serialVersionUID = 1;

  ModelTimeout(String detail) {
    super(detail);
  }
}

@SuppressWarnings("DefaultPackage")
final class BudgetExhausted extends NamedProblem {
  private static final long serialVersionUID = 1;

  BudgetExhausted(String detail) {
    super(detail);
  }
}

@SuppressWarnings("DefaultPackage")
final class Internal extends NamedProblem {
  private static final long serialVersionUID = 1;

  Internal(String detail) {
    super(detail);
  }
}
