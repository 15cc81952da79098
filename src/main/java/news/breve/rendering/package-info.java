/** A brief as JSON, text or Markdown. */
@NullMarked
package news.breve.rendering;

import org.jspecify.annotations.NullMarked;
