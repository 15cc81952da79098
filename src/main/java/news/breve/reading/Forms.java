package news.breve.reading;

import java.math.BigDecimal;
import news.breve.article.Language;

/** The singular and the plural of a noun. */
record Forms(String one, String many) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Returns the form after an amount: French is plural from two on, English for all but one. */
  String after(BigDecimal amount, Language language) {
    BigDecimal size = amount.abs();
    boolean singular =
        language == Language.FRENCH ? size.compareTo(TWO) < 0 : size.compareTo(BigDecimal.ONE) == 0;
    return singular ? one : many;
  }
}
