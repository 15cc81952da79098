package news.breve.service;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import news.breve.article.Article;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.article.Submission;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.Brief.Ai;
import news.breve.brief.Brief.Usage;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.brief.Status;
import news.breve.checking.Checker;
import news.breve.reading.Reader;
import news.breve.reading.Setting;
import news.breve.writing.Allowance;
import news.breve.writing.BriefWriter;
import news.breve.writing.Identity;
import news.breve.writing.Written;
import org.jspecify.annotations.Nullable;

/**
 * Makes a brief of an article, and keeps none: a draft is written, checked, repaired once, and what
 * is still unsupported dropped.
 */
final class BriefMaker {
  /** A sentence that is cited anew may name a value that stands in a third one. */
  private static final int MAX_CITATIONS = 3;

  /** No model answers in less; the time is better spent on the answer that there is. */
  private static final Duration SHORTEST_REPAIR = Duration.ofMillis(500);

  private final BriefWriter writer;
  private final BriefWriter extractive;
  private final BriefDefaults defaults;
  private final Clock clock;
  private volatile @Nullable Checker checker;

  BriefMaker(BriefWriter writer, BriefWriter extractive, BriefDefaults defaults, Clock clock) {
    this.writer = writer;
    this.extractive = extractive;
    this.defaults = defaults;
    this.clock = clock;
  }

  /**
   * A draft as it was proven.
   *
   * @param errors what is wrong with it
   * @param proof what is left of it
   * @param repaired if the model was asked a second time
   */
  record Version(Written written, List<Finding> errors, Proof proof, boolean repaired) {
    Version asRepaired() {
      return new Version(written, errors, proof, true);
    }
  }

  /**
   * Has a brief written and proven: the errors that are found go back to the model once.
   *
   * @throws ProblemException if the model gives no draft
   */
  Version write(Submission submission, Allowance allowance) {
    Article article = submission.article();
    Written written = writer.write(article, defaults.sentences(submission.options()), allowance);
    return improved(version(written, article), submission, allowance);
  }

  /** Returns the brief that a version is. */
  Brief brief(String id, Article article, Version version, Usage usage) {
    Proof proof = version.proof();
    return brief(
        id,
        article,
        proof,
        proof.status(),
        version.repaired(),
        null,
        disclosure(version.written().writer()),
        usage);
  }

  /** Cites the sentences that the checks name, as long as that leads to more of them. */
  private Version version(Written written, Article article) {
    Draft draft = Typesetting.set(written.draft());
    List<Finding> findings = checker().check(draft, article);
    for (int round = 0; round < MAX_CITATIONS; round++) {
      Draft mended = Citations.mended(draft, findings);
      if (mended.equals(draft)) {
        break;
      }
      draft = mended;
      findings = checker().check(draft, article);
    }
    return new Version(
        new Written(draft, written.writer()),
        findings.stream().filter(Finding::isError).toList(),
        proof(draft, findings, article),
        false);
  }

  /** The errors go back to the model once; a second draft that is no better is left aside. */
  private Version improved(Version first, Submission submission, Allowance allowance) {
    if (first.errors().isEmpty()
        || !allowance.permitsCall()
        || !allowance.deadline().leaves(SHORTEST_REPAIR)) {
      return first;
    }
    Article article = submission.article();
    try {
      Optional<Written> again =
          writer.repair(
              article,
              defaults.sentences(submission.options()),
              first.written(),
              first.errors(),
              allowance);
      if (again.isEmpty()) {
        return first;
      }
      Version second = version(again.get(), article);
      return (second.proof().isAsGoodAs(first.proof()) ? second : first).asRepaired();
    } catch (ProblemException e) {
      // What stands of the first draft still stands. Past the budget, no model was asked.
      return e.problem() == Problem.BUDGET_EXHAUSTED ? first : first.asRepaired();
    }
  }

  /**
   * Returns the extractive brief.
   *
   * @param reason why no model wrote it
   * @throws ProblemException {@code invalid-article} if no sentence of it can be quoted
   */
  Brief extract(String id, Submission submission, String reason, Usage usage) {
    Article article = submission.article();
    int sentences = defaults.sentences(submission.options());
    Draft draft = extractive.write(article, sentences, Allowance.none()).draft();
    Proof proof = proof(draft, checker().check(draft, article), article);
    if (!proof.isBrief()) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE, "the article has no sentence that can be quoted as plain text");
    }
    return brief(
        id,
        article,
        proof,
        Status.EXTRACTIVE,
        false,
        reason,
        new Ai(false, null, null, null, null, now()),
        usage);
  }

  /** What is kept was checked: a process that only finds briefs needs no check and no table. */
  private Checker checker() {
    Checker made = checker;
    if (made == null) {
      made = new Checker();
      checker = made;
    }
    return made;
  }

  private Proof proof(Draft draft, List<Finding> findings, Article article) {
    Reader reader = new Reader(article.language(), Setting.of(article));
    return Proof.of(draft, findings, article, fact -> bind(fact, article, reader));
  }

  private static KeyFact bind(Draft.Fact fact, Article article, Reader reader) {
    Draft.Item words = fact.words();
    String inArticlesLanguage = words.in(article.language());
    return new KeyFact(
        fact.type(),
        words.fr(),
        words.en(),
        inArticlesLanguage == null ? null : reader.valueOf(inArticlesLanguage).orElse(null),
        stated(fact.attribution()),
        Proof.passages(words.evidence(), article));
  }

  /** A draft says with empty strings that the article states the fact itself. */
  private static @Nullable Bilingual stated(@Nullable Bilingual attribution) {
    return attribution == null || attribution.isBlank() ? null : attribution;
  }

  private Brief brief(
      String id,
      Article article,
      Proof proof,
      Status status,
      boolean repaired,
      @Nullable String reason,
      Ai ai,
      Usage usage) {
    return new Brief(
        id,
        status,
        Brief.SCHEMA_VERSION,
        article,
        proof.headline().orElseThrow(),
        proof.sentences(),
        proof.keyFacts(),
        new Brief.Checks(checker().names(), proof.findings(), proof.dropped(), repaired, reason),
        ai,
        usage,
        new Brief.Cache(false));
  }

  private Ai disclosure(Identity by) {
    return new Ai(
        true, Ai.TRAINED_ALGORITHMIC_MEDIA, by.provider(), by.model(), by.promptVersion(), now());
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
