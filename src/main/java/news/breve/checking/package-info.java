/** One class per check: does the draft say what its evidence says? */
@NullMarked
package news.breve.checking;

import org.jspecify.annotations.NullMarked;
