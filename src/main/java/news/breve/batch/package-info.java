/**
 * Many articles: an item comes in, its record goes out, whatever brought it: a line of a file, a
 * message of a queue, an item of a state machine.
 */
@NullMarked
package news.breve.batch;

import org.jspecify.annotations.NullMarked;
