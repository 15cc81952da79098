/** The way of an article: intake, cache, writing, checking, rendering, in one readable class. */
@NullMarked
package news.breve.service;

import org.jspecify.annotations.NullMarked;
