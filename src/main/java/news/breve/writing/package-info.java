/** Writers of drafts: a model through LangChain4j, or sentences of the article word for word. */
@NullMarked
package news.breve.writing;

import org.jspecify.annotations.NullMarked;
