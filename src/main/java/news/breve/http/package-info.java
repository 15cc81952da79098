/** The door for other programs: the same controllers on Netty and behind API Gateway. */
@NullMarked
package news.breve.http;

import org.jspecify.annotations.NullMarked;
