package news.breve.brief;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key fact is about. */
public enum FactType {
  NUMBER,
  MONEY,
  PERCENTAGE,
  DATE,
  PERSON,
  ORGANIZATION,
  PLACE,
  EVENT,
  QUOTE;

  /** Returns the name of the contract, such as {@code organization}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the type of a name of the contract, if it is one. */
  public static Optional<FactType> ofCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
