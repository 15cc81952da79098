/** The records every room speaks in: brief, draft, evidence, finding. */
@NullMarked
package news.breve.brief;

import org.jspecify.annotations.NullMarked;
