package news.breve.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What code reads in a text, independent of its language. Written to JSON as it stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Value.Money.class), @JsonSubTypes.Type(Value.Quantity.class)})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Value {
  /**
   * An amount of money.
   *
   * @param amount in units of the currency: 2190000000 for 2,19 milliards
   * @param currency ISO 4217 code
   */
  record Money(BigDecimal amount, String currency) implements Value {}

  /**
   * A number of something.
   *
   * @param amount the number itself
   * @param unit what is counted; null if it is a bare number
   */
  record Quantity(BigDecimal amount, @Nullable String unit) implements Value {}
}
