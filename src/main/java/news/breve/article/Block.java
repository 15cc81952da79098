package news.breve.article;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the input that stands on its own: a paragraph, a heading, a row.
 *
 * @param text on one line, folded by {@link CanonicalText#line}
 * @param removed why it is not part of the story; null if it is
 */
record Block(Shape shape, String text, @Nullable RemovalReason removed) {
  enum Shape {
    PARAGRAPH,
    HEADING,
    LIST_ITEM,
    TABLE_ROW
  }

  static Block of(Shape shape, String text) {
    return new Block(shape, text, null);
  }

  static Block removed(RemovalReason reason, String text) {
    return new Block(Shape.PARAGRAPH, text, reason);
  }

  Block without(RemovalReason reason) {
    return new Block(shape, text, reason);
  }

  boolean isStory() {
    return removed == null;
  }
}
