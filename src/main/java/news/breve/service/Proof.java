package news.breve.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import news.breve.article.Article;
import news.breve.article.CanonicalText;
import news.breve.article.Excerpt;
import news.breve.brief.Brief.Dropped;
import news.breve.brief.BriefSentence;
import news.breve.brief.Draft;
import news.breve.brief.Evidence;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.brief.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a draft once it was checked: an item with an error is dropped and listed, the
 * rest is bound to its passages.
 *
 * @param headline empty if it was dropped
 * @param sentences those that stand
 * @param keyFacts those that stand
 * @param findings the warnings on what stands; their paths point into the brief
 * @param dropped what was not supported; the paths of its findings point into the draft
 */
record Proof(
    Optional<BriefSentence> headline,
    List<BriefSentence> sentences,
    List<KeyFact> keyFacts,
    List<Finding> findings,
    List<Dropped> dropped) {

  /** Returns if enough is left to be a brief. */
  boolean isBrief() {
    return headline.isPresent() && !sentences.isEmpty();
  }

  /** Returns if something of the draft had to be dropped. */
  boolean lostSomething() {
    return !dropped.isEmpty();
  }

  /** Returns if it makes as good a brief as another proof of the same article. */
  boolean isAsGoodAs(Proof other) {
    return Comparator.comparing(Proof::isBrief)
            .thenComparingInt(proof -> proof.sentences().size())
            .thenComparingInt(proof -> proof.keyFacts().size())
            .compare(this, other)
        >= 0;
  }

  /** Returns the status of a brief that a model wrote. */
  Status status() {
    return findings.isEmpty() && dropped.isEmpty() ? Status.VERIFIED : Status.REVIEW;
  }

  /**
   * Sorts a draft by its findings.
   *
   * @param facts binds a fact that stands to its passages
   */
  static Proof of(
      Draft draft, List<Finding> findings, Article article, Function<Draft.Fact, KeyFact> facts) {
    Sorting sorting = new Sorting(findings, article);
    Optional<BriefSentence> headline =
        sorting.keep("/headline", "/headline", draft.headline()).map(item -> bind(item, article));
    List<BriefSentence> sentences = new ArrayList<>();
    for (int i = 0; i < draft.sentences().size(); i++) {
      sorting
          .keep("/sentences/" + i, "/sentences/" + sentences.size(), draft.sentences().get(i))
          .ifPresent(item -> sentences.add(bind(item, article)));
    }
    List<KeyFact> keyFacts = new ArrayList<>();
    for (int i = 0; i < draft.keyFacts().size(); i++) {
      Draft.Fact fact = draft.keyFacts().get(i);
      sorting
          .keep("/keyFacts/" + i, "/keyFacts/" + keyFacts.size(), fact.words())
          .ifPresent(item -> keyFacts.add(facts.apply(fact)));
    }
    return new Proof(headline, sentences, keyFacts, sorting.remaining, sorting.dropped);
  }

  /** Returns an item with its passages in the order of the article, each once. */
  static BriefSentence bind(Draft.Item item, Article article) {
    return new BriefSentence(item.fr(), item.en(), passages(item.evidence(), article));
  }

  static List<Evidence> passages(@Nullable Collection<Integer> numbers, Article article) {
    return numbers == null
        ? List.of()
        : new TreeSet<>(numbers)
            .stream()
                .filter(number -> number >= 1 && number <= article.sentences().size())
                .map(number -> Evidence.of(article, number))
                .toList();
  }

  /** Deals each finding to the item it is about. */
  private static final class Sorting {
    private final List<Finding> findings;
    private final Article article;
    private final List<Finding> remaining = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();

    Sorting(List<Finding> findings, Article article) {
      this.findings = findings;
      this.article = article;
    }

    Optional<Draft.Item> keep(String path, String pathInBrief, Draft.Item item) {
      List<Finding> own = findings.stream().filter(finding -> isAt(finding, path)).toList();
      if (own.stream().anyMatch(Finding::isError)) {
        dropped.add(
            new Dropped(excerpt(bind(item, article)), own.stream().map(Proof::excerpt).toList()));
        return Optional.empty();
      }
      own.forEach(finding -> remaining.add(moved(finding, path, pathInBrief)));
      return Optional.of(item);
    }

    private static boolean isAt(Finding finding, String path) {
      return finding.path().equals(path) || finding.path().startsWith(path + "/");
    }

    private static Finding moved(Finding finding, String from, String to) {
      return new Finding(
          finding.check(),
          finding.severity(),
          to + finding.path().substring(from.length()),
          finding.message(),
          finding.found(),
          finding.expected());
    }
  }

  private static BriefSentence excerpt(BriefSentence sentence) {
    return new BriefSentence(excerpt(sentence.fr()), excerpt(sentence.en()), sentence.evidence());
  }

  private static Finding excerpt(Finding finding) {
    return finding.with(excerpt(finding.found()), excerpt(finding.expected()));
  }

  /** What was dropped may have been dropped for its invisible characters. */
  private static @Nullable String excerpt(@Nullable String text) {
    return text == null ? null : Excerpt.of(CanonicalText.line(text));
  }
}
