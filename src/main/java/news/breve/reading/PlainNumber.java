package news.breve.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes an amount without an exponent. */
final class PlainNumber extends JsonSerializer<BigDecimal> {
  @Override
  public void serialize(BigDecimal amount, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeNumber(amount.toPlainString());
  }
}
