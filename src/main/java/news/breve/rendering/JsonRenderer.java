package news.breve.rendering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import news.breve.article.Json;
import news.breve.brief.Brief;

/** A brief as the JSON of the contract, indented, nulls written out, one line feed at its end. */
public final class JsonRenderer implements BriefRenderer {
  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  @Override
  public String render(Brief brief) {
    try {
      return Json.mapper().writer(INDENTED).writeValueAsString(brief) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every brief has a JSON form", e);
    }
  }
}
