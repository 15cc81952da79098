package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.brief.Draft;
import news.breve.reading.Setting;
import news.breve.reading.Statements;
import org.jspecify.annotations.Nullable;

/**
 * All that the checks judge from: a draft and the article it is to rest on, each read once. Not for
 * several threads.
 */
final class Case {
  /** An attempt to steer a model is a few sentences; the rest of a long paragraph is the story. */
  private static final int BESIDE = 3;

  private final Article article;
  private final Statements statements;
  private final Draft draft;
  private final List<Passage> passages;
  private final List<Item> items = new ArrayList<>();
  private @Nullable ClaimedValues claimedValues;
  private @Nullable List<ClaimedValue> values;
  private @Nullable List<JoinedValues.Misjoined> misjoined;

  Case(Draft draft, Article article) {
    this.draft = draft;
    this.article = article;
    this.statements = new Statements(Setting.of(article));
    this.passages = read();
    for (Draft.Located located : draft.items()) {
      items.add(item(located));
    }
  }

  private List<Passage> read() {
    List<Passage> passages = new ArrayList<>(article.sentences().size());
    for (String sentence : article.sentenceTexts()) {
      passages.add(new Passage(passages.size() + 1, statements.of(sentence, article.language())));
    }
    return List.copyOf(passages);
  }

  private Item item(Draft.Located located) {
    Item item = new Item(located, fact(located));
    if (isGivenTitle(located)) {
      return item;
    }
    List<Passage> evidence =
        item.cited()
            .map(numbers ->
                new TreeSet<>(numbers)
                    .stream()
                        .filter(number -> number >= 1 && number <= passages.size())
                        .map(number -> passages.get(number - 1))
                        .toList())
            .orElseGet(this::citable);
    addClaims(item, evidence);
    item.source()
        .ifPresent(source -> {
          Item speaker =
              new Item(
                  new Draft.Located(
                      located.path() + "/attribution",
                      new Draft.Item(
                          unlessBlank(source.fr()),
                          unlessBlank(source.en()),
                          located.item().evidence())),
                  null);
          addClaims(speaker, evidence);
          item.speaker(speaker);
        });
    return item;
  }

  private static @Nullable String unlessBlank(@Nullable String words) {
    return words == null || words.isBlank() ? null : words;
  }

  private void addClaims(Item item, List<Passage> evidence) {
    for (Language language : Language.values()) {
      String words = item.words().in(language);
      if (words != null) {
        item.add(
            new Claim(
                item,
                language,
                statements.of(words, language),
                evidence,
                language == article.language()));
      }
    }
  }

  /** Returns if a sentence of the same paragraph, not far away, speaks to a model. */
  boolean isBesideModelAddress(Passage passage) {
    return isAfterModelAddress(passage, -1) || isAfterModelAddress(passage, 1);
  }

  private boolean isAfterModelAddress(Passage passage, int step) {
    int here = passage.number();
    for (int i = 0; i < BESIDE; i++) {
      int next = here + step;
      if (next < 1 || next > passages.size() || isParagraphBetween(here, next)) {
        return false;
      }
      if (passages.get(next - 1).statement().modelAddress().isPresent()) {
        return true;
      }
      here = next;
    }
    return false;
  }

  private boolean isParagraphBetween(int one, int other) {
    int from = article.sentences().get(Math.min(one, other) - 1).end();
    int to = article.sentences().get(Math.max(one, other) - 1).start();
    return article.slice(from, to).contains("\n");
  }

  /** Returns the sentences that may prove something: none that speak to a model. */
  private List<Passage> citable() {
    return passages.stream()
        .filter(passage -> passage.statement().modelAddress().isEmpty())
        .toList();
  }

  private Draft.@Nullable Fact fact(Draft.Located located) {
    String prefix = "/keyFacts/";
    return located.path().startsWith(prefix)
        ? draft.keyFacts().get(Integer.parseInt(located.path().substring(prefix.length())))
        : null;
  }

  /**
   * Returns if an item is the headline that is the article's own title: it was given, not written,
   * so it cites nothing and claims nothing.
   */
  boolean isGivenTitle(Draft.Located located) {
    String title = article.title();
    return located.path().equals("/headline")
        && title != null
        && title.equals(located.item().in(article.language()))
        && located.item().in(article.language().other()) == null;
  }

  Article article() {
    return article;
  }

  /** Returns what reads more texts of this case. */
  Statements statements() {
    return statements;
  }

  Draft draft() {
    return draft;
  }

  /** Returns every sentence of the article, in order. */
  List<Passage> passages() {
    return passages;
  }

  /** Returns headline, sentences and key facts, in that order. */
  List<Item> items() {
    return items;
  }

  /** Returns every number and date that the draft states, claim by claim. */
  List<ClaimedValue> values() {
    if (values == null) {
      values = claims().flatMap(claim -> claimedValues().of(claim).stream()).toList();
    }
    return values;
  }

  private ClaimedValues claimedValues() {
    if (claimedValues == null) {
      claimedValues = new ClaimedValues(article, passages);
    }
    return claimedValues;
  }

  /** Returns every value that the evidence joins to something else, claim by claim. */
  List<JoinedValues.Misjoined> misjoined() {
    if (misjoined == null) {
      JoinedValues joined = new JoinedValues(claimedValues());
      misjoined = claims().flatMap(claim -> joined.in(claim).stream()).toList();
    }
    return misjoined;
  }

  /** Returns every claim, item by item, French first. */
  Stream<Claim> claims() {
    return items.stream().flatMap(item -> item.claims().stream());
  }
}
