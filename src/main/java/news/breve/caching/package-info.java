/** Where briefs are kept, and the key that decides when two requests are the same. */
@NullMarked
package news.breve.caching;

import org.jspecify.annotations.NullMarked;
