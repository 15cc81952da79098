package news.breve.checking;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.breve.article.Article;
import news.breve.article.Excerpt;
import news.breve.article.Json;
import news.breve.article.Sentence;
import news.breve.article.SentenceSplitter;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.reading.Reader;
import news.breve.reading.Setting;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a brief carries beside its words, held to its own article: its sentences are those of the
 * text, its passages stand where they say, its values are what code reads.
 */
final class CarriedProof {
  private static final String EVIDENCE = "evidence";

  private final Brief brief;
  private final List<Passage> passages;
  private final List<Finding> findings = new ArrayList<>();

  private CarriedProof(Brief brief, List<Passage> passages) {
    this.brief = brief;
    this.passages = passages;
  }

  /**
   * Returns what is not true in it; empty if all is.
   *
   * @param passages the sentences of its article
   */
  static List<Finding> faults(Brief brief, List<Passage> passages) {
    CarriedProof proof = new CarriedProof(brief, passages);
    proof.sentences(brief.article());
    proof.passages("/headline", brief.headline().evidence());
    for (int i = 0; i < brief.sentences().size(); i++) {
      BriefSentence sentence = brief.sentences().get(i);
      proof.passages("/sentences/" + i, sentence.evidence());
    }
    proof.keyFacts();
    return proof.findings;
  }

  /** A warning: a passage cut short can hide a “not”, but another version may cut otherwise. */
  private void sentences(Article article) {
    List<Sentence> carried = article.sentences();
    List<Sentence> ours = new SentenceSplitter().split(article.text(), article.language());
    for (int i = 0; i < Math.max(carried.size(), ours.size()); i++) {
      String there = i < carried.size() ? place(carried.get(i)) : null;
      String here = i < ours.size() ? place(ours.get(i)) : null;
      if (!Objects.equals(there, here)) {
        findings.add(
            Finding.warning(
                    EVIDENCE,
                    "/article/sentences/" + i,
                    "The article's sentences begin or end elsewhere in its text.")
                .with(there, here));
        return;
      }
    }
  }

  private void passages(String path, List<Evidence> evidence) {
    for (Evidence cited : evidence) {
      // A sentence that doesn't exist is what the evidence check finds.
      if (cited.sentence() >= 1 && cited.sentence() <= passages.size()) {
        passage(path + "/" + EVIDENCE, cited);
      }
    }
  }

  private void passage(String path, Evidence cited) {
    Sentence span = brief.article().sentences().get(cited.sentence() - 1);
    String exact = passages.get(cited.sentence() - 1).statement().text();
    if (!cited.exact().equals(exact)) {
      findings.add(
          Finding.error(EVIDENCE, path, "The passage is not the sentence it is said to be.")
              .with(Excerpt.of(cited.exact()), Excerpt.of(exact)));
    } else if (cited.start() != span.start() || cited.end() != span.end()) {
      findings.add(
          Finding.error(EVIDENCE, path, "The passage does not stand at this place of the article.")
              .with(cited.start() + "–" + cited.end(), place(span)));
    }
  }

  private static String place(Sentence span) {
    return span.start() + "–" + span.end();
  }

  private void keyFacts() {
    Article article = brief.article();
    Reader reader = new Reader(article.language(), Setting.of(article));
    for (int i = 0; i < brief.keyFacts().size(); i++) {
      KeyFact fact = brief.keyFacts().get(i);
      String path = "/keyFacts/" + i;
      passages(path, fact.evidence());
      String words = fact.in(article.language());
      Value read = words == null ? null : reader.valueOf(words).orElse(null);
      if (!Objects.equals(read, fact.value())) {
        findings.add(
            Finding.error(
                    check(fact.value(), read),
                    path + "/value",
                    "The value is not what the words of the fact say.")
                .with(json(fact.value()), json(read)));
      }
    }
  }

  /** Returns the check whose matter the value is. */
  private static String check(@Nullable Value carried, @Nullable Value read) {
    if (carried instanceof Value.Money one
        && read instanceof Value.Money other
        && one.amount().compareTo(other.amount()) == 0) {
      return "unit";
    }
    if (carried instanceof Value.Quantity one
        && read instanceof Value.Quantity other
        && one.amount().compareTo(other.amount()) == 0) {
      return "unit";
    }
    return switch (carried == null ? read : carried) {
      case Value.Date date -> "date";
      case Value.Weekday weekday -> "date";
      case Value.RelativeDay day -> "date";
      case Value.Time time -> "date";
      case Value.Place place -> "name";
      case Value.Organization organization -> "name";
      case Value.Person person -> "name";
      case Value.Quote quote -> "quote";
      case null, default -> "number";
    };
  }

  private static String json(@Nullable Value value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every value has a JSON form", e);
    }
  }
}
