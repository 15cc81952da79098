package news.breve.brief;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key fact is about. */
public enum FactType {
  @JsonProperty("number")
  NUMBER,
  @JsonProperty("money")
  MONEY,
  @JsonProperty("percentage")
  PERCENTAGE,
  @JsonProperty("date")
  DATE,
  @JsonProperty("person")
  PERSON,
  @JsonProperty("organization")
  ORGANIZATION,
  @JsonProperty("place")
  PLACE,
  @JsonProperty("event")
  EVENT,
  @JsonProperty("quote")
  QUOTE;

  /** Returns the name of the contract, such as {@code organization}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the type of a name of the contract, if it is one. */
  public static Optional<FactType> ofCode(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
