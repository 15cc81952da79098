/**
 * Readers that turn French or English text into values with spans, and back into both languages.
 */
@NullMarked
package news.breve.reading;

import org.jspecify.annotations.NullMarked;
