package news.breve.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** An article in HTML: a whole page, or the markup of the story alone. */
final class HtmlArticle {
  private static final Pattern PAGE =
      Pattern.compile("<(?:html|body|head|article|main)\\b", Pattern.CASE_INSENSITIVE);

  /** No more than this of it is ever shown. */
  private static final int ENOUGH_TO_REPORT = 2 * Excerpt.MAX_LENGTH;

  private final PageFurniture furniture = new PageFurniture();
  private final MainText mainText = new MainText(furniture);

  /**
   * Reads a page or a fragment.
   *
   * @param givenTitle the title the sender gave beside it, which wins; null if none
   * @throws ProblemException {@code invalid-article} if it is too deep or has too many tags
   */
  Manuscript read(String markup, @Nullable String givenTitle) {
    MarkupLimits.check(markup);
    Document page = Jsoup.parse(markup);
    PageMetadata metadata = PageMetadata.of(page);
    List<PageText.Found> found =
        PageText.of(page.body(), furniture, HiddenElements.of(page), new StoryHolders(page));
    if (PAGE.matcher(markup).find()) {
      found = mainText.mark(found, page.body());
    }
    String title = givenTitle == null ? metadata.headline() : givenTitle;
    Optional<PageText.Found> headline = headline(found);
    if (title == null) {
      title = headline.map(each -> each.block().text()).orElse(metadata.title());
    }
    List<Block> blocks = withoutHeadline(found, headline, title);
    return new Manuscript(
        InputKind.HTML,
        title,
        metadata.publishedAt(),
        metadata.language() == null ? null : DeclaredLanguage.byPublisher(metadata.language()),
        Options.NONE,
        withHiddenBody(merged(blocks), metadata.body()));
  }

  /** The first {@code h1} with story text after it; a page's logo is often one too. */
  private static Optional<PageText.Found> headline(List<PageText.Found> found) {
    Optional<PageText.Found> last = Optional.empty();
    for (PageText.Found each : found) {
      if (each.isStory() && each.element().normalName().equals("h1")) {
        last = Optional.of(each);
      } else if (each.isStory() && last.isPresent()) {
        return last;
      }
    }
    return last;
  }

  private static List<Block> withoutHeadline(
      List<PageText.Found> found, Optional<PageText.Found> headline, @Nullable String title) {
    List<Block> blocks = new ArrayList<>();
    boolean before = headline.isPresent();
    for (PageText.Found each : found) {
      boolean isHeadline = headline.isPresent() && headline.get().equals(each);
      before &= !isHeadline;
      if (isHeadline) {
        if (!each.block().text().equals(title)) {
          blocks.add(each.block().without(RemovalReason.TITLE));
        }
      } else if (before && each.isStory() && each.element().normalName().equals("h1")) {
        blocks.add(each.block().without(RemovalReason.NAVIGATION));
      } else {
        blocks.add(each.block());
      }
    }
    return blocks;
  }

  /** A menu is one thing that was left out, not twenty. */
  private static List<Block> merged(List<Block> blocks) {
    List<Block> merged = new ArrayList<>();
    for (Block block : blocks) {
      Block last = merged.isEmpty() ? null : merged.getLast();
      RemovalReason reason = block.removed();
      if (reason != null && last != null && last.removed() == reason) {
        if (last.text().length() <= ENOUGH_TO_REPORT) {
          merged.set(merged.size() - 1, Block.removed(reason, last.text() + " " + block.text()));
        }
      } else {
        merged.add(block);
      }
    }
    return merged;
  }

  /**
   * What the page shows is the story. Only where it shows none, or the beginning of it (the rest is
   * written by scripts), is the JSON-LD's body taken, which no reader of the page sees.
   */
  private List<Block> withHiddenBody(List<Block> blocks, @Nullable String body) {
    if (body == null) {
      return blocks;
    }
    int shown = blocks.stream().filter(Block::isStory).mapToInt(b -> b.text().length()).sum();
    List<Block> hiddenBody = ForeignText.blocks(body, this);
    int told = hiddenBody.stream().filter(Block::isStory).mapToInt(b -> b.text().length()).sum();
    if (2 * shown >= told) {
      return blocks;
    }
    String story = hiddenBody.stream().map(Block::text).collect(Collectors.joining(" "));
    List<Block> all = new ArrayList<>(hiddenBody);
    for (Block block : blocks) {
      if (!block.isStory()) {
        all.add(block);
      } else if (!story.contains(block.text())) {
        all.add(block.without(RemovalReason.OUTSIDE_STORY));
      }
    }
    return all;
  }
}
