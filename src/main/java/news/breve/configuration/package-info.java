/** Environment variables, read once and refused by name when wrong. Knows no other room. */
@NullMarked
package news.breve.configuration;

import org.jspecify.annotations.NullMarked;
