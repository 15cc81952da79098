package news.breve.writing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.brief.Draft;
import org.jspecify.annotations.Nullable;

/**
 * Writes a brief without a model: sentences of the article word for word in its own language, key
 * facts in both. The same article gives the same draft.
 */
public final class ExtractiveWriter implements BriefWriter {
  /** Part of every id: another number whenever the rules or their tables choose otherwise. */
  private static final Identity IDENTITY = new Identity(null, null, "", "extractive-6");

  private final Map<Language, Words> words = new ConcurrentHashMap<>();
  private final KeyFactRules rules = KeyFactRules.load();

  @Override
  public Identity identity() {
    return IDENTITY;
  }

  /** Takes nothing of the allowance. */
  @Override
  public Written write(Article article, int sentences, Allowance allowance) {
    Story story = Story.of(article, words.computeIfAbsent(article.language(), Words::new));
    Selection selection = new Selection(story);
    Optional<Passage> headline = headline(article, story, selection);
    List<Passage> taken = headline.map(List::of).orElse(List.of());
    List<Passage> chosen = selection.choose(sentences, taken);
    if (chosen.isEmpty()) {
      chosen = taken;
    }
    Draft draft =
        new Draft(
            headline.map(p -> item(article, p)).orElseGet(() -> title(article)),
            chosen.stream().map(p -> item(article, p)).toList(),
            new KeyFacts(story, selection, chosen, rules).list());
    return new Written(draft, IDENTITY);
  }

  /** Returns the passage that serves as headline; none if a title was given. */
  private static Optional<Passage> headline(Article article, Story story, Selection selection) {
    if (hasTitle(article)) {
      return Optional.empty();
    }
    return story.hasHeadlineLine() ? Optional.of(story.passages().getFirst()) : selection.best();
  }

  private static boolean hasTitle(Article article) {
    String title = article.title();
    return title != null && !title.isBlank();
  }

  private static Draft.Item title(Article article) {
    return item(article.language(), article.title(), List.of());
  }

  private static Draft.Item item(Article article, Passage passage) {
    return item(article.language(), passage.text(), List.of(passage.number()));
  }

  private static Draft.Item item(Language language, @Nullable String text, List<Integer> evidence) {
    return language == Language.FRENCH
        ? new Draft.Item(text, null, evidence)
        : new Draft.Item(null, text, evidence);
  }
}
