/** The terminal: the command breve. */
@NullMarked
package news.breve.cli;

import org.jspecify.annotations.NullMarked;
