/** Intake: any accepted input becomes one canonical article. Knows no other room. */
@NullMarked
package news.breve.article;

import org.jspecify.annotations.NullMarked;
