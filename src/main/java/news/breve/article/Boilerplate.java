package news.breve.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Marks what pasted articles and pages carry between the paragraphs of the story. It takes whole
 * blocks only, never a part of one, and none that reads like a sentence of the story: what a line
 * says is in boilerplate.tsv, where it stands is judged here.
 */
final class Boilerplate {
  /** A full paragraph of a story: this long at least, in characters, and ending like a sentence. */
  private static final int FULL_PARAGRAPH = 60;

  private static final int MAX_CAPTION_WORDS = 25;

  /** In the middle of a story a shorter line beside a credit may be a heading. */
  private static final int MIN_CAPTION_WORDS = 7;

  private static final int MAX_SLOGAN_WORDS = 6;

  private final BoilerplateTable table = new BoilerplateTable();
  private final ConsentNotice notices = new ConsentNotice(table);

  /** Returns the manuscript with everything marked that is not its story. */
  Manuscript mark(Manuscript manuscript) {
    return manuscript.with(new Pass(manuscript).run());
  }

  private final class Pass {
    private final @Nullable String title;
    private final List<Block> blocks;
    private int firstFull;
    private int lastFull;

    /** The first line of a text, which stays in it even if it is the headline; -1 if none. */
    private int headline = -1;

    Pass(Manuscript manuscript) {
      this.title = manuscript.title();
      this.blocks = new ArrayList<>(manuscript.blocks());
    }

    List<Block> run() {
      markByWords(false);
      markNotices();
      findEdges();
      markByWords(true);
      headline = nextStory(0);
      markRepeatedTitles();
      markCaptions();
      markSlogan();
      return blocks;
    }

    private void markByWords(boolean atEdge) {
      boolean first = true;
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        if (isOpen(block) && (!atEdge || isAtEdge(i))) {
          var place = new BoilerplateTable.Place(atEdge, first);
          Optional<RemovalReason> reason = table.reason(BoilerplateTable.fold(block.text()), place);
          if (reason.isPresent()) {
            remove(i, reason.get());
          }
        }
        first &= !blocks.get(i).isStory();
      }
    }

    /** A heading or a row of a table is short by nature: its shape says that it is the story's. */
    private boolean isOpen(Block block) {
      return block.isStory()
          && block.shape() != Block.Shape.HEADING
          && block.shape() != Block.Shape.TABLE_ROW;
    }

    /** Banners stand before or after the story: from both ends up to its first full paragraph. */
    private void markNotices() {
      for (int step : new int[] {-1, 1}) {
        int i = step < 0 ? blocks.size() - 1 : 0;
        for (; i >= 0 && i < blocks.size(); i += step) {
          Block block = blocks.get(i);
          if (block.isStory() && notices.isOne(block.text(), this::story)) {
            remove(i, RemovalReason.COOKIE_NOTICE);
          } else if (isFull(block)) {
            break;
          }
        }
      }
    }

    private Stream<String> story() {
      return blocks.stream()
          .filter(block -> isFull(block) && !notices.soundsLikeOne(block.text()))
          .map(Block::text);
    }

    private void findEdges() {
      firstFull = 0;
      while (firstFull < blocks.size() && !isFull(blocks.get(firstFull))) {
        firstFull++;
      }
      lastFull = blocks.size() - 1;
      while (lastFull >= 0 && !isFull(blocks.get(lastFull))) {
        lastFull--;
      }
    }

    private boolean isFull(Block block) {
      return block.isStory()
          && block.text().length() >= FULL_PARAGRAPH
          && Lines.endsSentence(block.text());
    }

    private boolean isAtEdge(int i) {
      return i < firstFull || i > lastFull;
    }

    private void markRepeatedTitles() {
      if (headline < 0) {
        return;
      }
      for (int i = headline + 1; i < firstFull; i++) {
        Block block = blocks.get(i);
        if (block.isStory() && isSame(block.text(), blocks.get(headline).text())) {
          remove(i, RemovalReason.REPEATED_TITLE);
        }
      }
    }

    /** The line beside a credit, unless it is a sentence. */
    private void markCaptions() {
      for (int i = 0; i < blocks.size(); i++) {
        RemovalReason reason = blocks.get(i).removed();
        if (reason != RemovalReason.PHOTO_CREDIT && reason != RemovalReason.CAPTION) {
          continue;
        }
        boolean inHead = i < firstFull;
        if (reason == RemovalReason.PHOTO_CREDIT) {
          markCaption(i - 1, inHead ? 1 : MIN_CAPTION_WORDS);
        }
        if (inHead) {
          markCaption(i + 1, 1);
        }
      }
    }

    private void markCaption(int i, int minWords) {
      if (i < 0 || i >= blocks.size() || i == headline) {
        return;
      }
      Block block = blocks.get(i);
      int words = Lines.words(block.text());
      if (isOpen(block)
          && block.shape() == Block.Shape.PARAGRAPH
          && words >= minWords
          && words <= MAX_CAPTION_WORDS
          && !Lines.endsSentence(block.text())
          && !isSame(block.text(), title)) {
        remove(i, RemovalReason.CAPTION);
      }
    }

    /**
     * One short line without a stop after the last full paragraph, and nothing but notices after
     * it.
     */
    private void markSlogan() {
      int slogan = nextStory(lastFull + 1);
      if (lastFull < 0
          || slogan < 0
          || slogan == blocks.size() - 1
          || nextStory(slogan + 1) >= 0
          || slogan == headline) {
        return;
      }
      Block block = blocks.get(slogan);
      boolean isShort = Lines.words(block.text()) <= MAX_SLOGAN_WORDS;
      boolean isPlain =
          isOpen(block)
              && block.shape() == Block.Shape.PARAGRAPH
              && !Lines.endsSentence(block.text())
              && block.text().chars().noneMatch(Character::isDigit);
      if (isShort && isPlain) {
        remove(slogan, RemovalReason.SITE_SLOGAN);
      }
    }

    private int nextStory(int from) {
      for (int i = from; i < blocks.size(); i++) {
        if (blocks.get(i).isStory()) {
          return i;
        }
      }
      return -1;
    }

    private void remove(int i, RemovalReason reason) {
      blocks.set(i, blocks.get(i).without(reason));
    }
  }

  private static boolean isSame(String line, @Nullable String other) {
    return other != null
        && Stream.of(line, other)
                .map(each -> BoilerplateTable.fold(each).toLowerCase(Locale.ROOT))
                .distinct()
                .count()
            == 1;
  }
}
