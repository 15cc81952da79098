/** A brief in each of the formats of {@link BriefFormat}. */
@NullMarked
package news.breve.rendering;

import org.jspecify.annotations.NullMarked;
