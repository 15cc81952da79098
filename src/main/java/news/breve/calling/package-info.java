/**
 * How services over the network are called where no library does it: signed as AWS wants it, and
 * tried again after a drawn pause (docs/adr/0020).
 */
@NullMarked
package news.breve.calling;

import org.jspecify.annotations.NullMarked;
