package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Bilingual;
import news.breve.brief.Finding;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Statements;

/**
 * What the article gives to somebody stays given to the same one, in the sentence or in the fact's
 * {@code attribution}. In a headline a missing source is a warning, elsewhere an error.
 */
final class AttributionCheck implements Check {
  static final String NAME = "attribution";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    Wording wording = new Wording(all.passages());
    Sourcing sourcing = new Sourcing(all.passages());
    List<Finding> findings = new ArrayList<>();
    for (Item item : all.items()) {
      Optional<Claim> read = item.claim(all.article().language());
      Claim claim = read.or(() -> item.claims().stream().findFirst()).orElse(null);
      if (claim != null) {
        findings.addAll(findings(claim, wording, sourcing, all.statements()));
      }
    }
    return findings;
  }

  private static List<Finding> findings(
      Claim claim, Wording wording, Sourcing sourcing, Statements statements) {
    CitedSayings sayings = new CitedSayings(claim, wording);
    List<Finding> findings = new ArrayList<>();
    claim
        .item()
        .source()
        .ifPresentOrElse(
            source ->
                findings.addAll(
                    new FactSource(claim, source, sourcing, sayings, statements).findings()),
            () ->
                new SourceDropped(claim, wording, sourcing, sayings)
                    .finding()
                    .ifPresent(findings::add));
    findings.addAll(new Claimant(claim, sourcing, sayings).findings());
    return findings;
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    List<Difference> differences = new ArrayList<>();
    Optional<Bilingual> source = french.item().source();
    if (source.isPresent()) {
      compareSources(source.get()).ifPresent(differences::add);
      return differences;
    }
    SourcesCompared.of(french.statement(), english.statement()).forEach(differences::add);
    return differences;
  }

  private static Optional<Difference> compareSources(Bilingual source) {
    // An extractive fact names its source in the article's language alone: null is not given.
    if (source.fr() == null || source.en() == null) {
      return Optional.empty();
    }
    boolean french = !source.fr().isBlank();
    boolean english = !source.en().isBlank();
    if (french == english) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            Severity.ERROR,
            "Only one language names the source.",
            french ? source.fr() : null,
            english ? source.en() : null));
  }
}
