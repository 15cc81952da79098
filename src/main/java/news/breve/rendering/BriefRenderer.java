package news.breve.rendering;

import news.breve.brief.Brief;

/** Writes a brief in one format. */
public interface BriefRenderer {
  /** Returns the whole document, ending in a line feed. */
  String render(Brief brief);
}
