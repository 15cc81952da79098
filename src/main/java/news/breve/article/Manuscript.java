package news.breve.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parser finds in an input, before anything is judged.
 *
 * @param title as sent, null if none
 * @param publishedAt ISO 8601 date or date-time with offset; null if none
 * @param language what the input says of its own language; null if nothing
 * @param blocks in the order of the input, those that are no story text included
 */
record Manuscript(
    InputKind kind,
    @Nullable String title,
    @Nullable String publishedAt,
    @Nullable DeclaredLanguage language,
    Options options,
    List<Block> blocks) {
  Manuscript {
    blocks = List.copyOf(blocks);
  }

  /** Returns a manuscript of which nothing but its blocks is known. */
  static Manuscript of(InputKind kind, List<Block> blocks) {
    return new Manuscript(kind, null, null, null, Options.NONE, blocks);
  }

  Manuscript with(List<Block> judged) {
    return new Manuscript(kind, title, publishedAt, language, options, judged);
  }
}
