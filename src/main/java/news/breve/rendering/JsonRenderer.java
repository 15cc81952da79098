package news.breve.rendering;

import news.breve.brief.Brief;

/** A brief as the JSON of the contract, indented, nulls written out, one line feed at its end. */
public final class JsonRenderer implements BriefRenderer {
  @Override
  public String render(Brief brief) {
    return JsonText.of(brief);
  }
}
