package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Brief;
import news.breve.brief.FactType;
import news.breve.brief.Match;
import news.breve.reading.Mention;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;
import news.breve.reading.Quotation;

/** Where the numbers, dates, names and quotations of a brief stand in the passages it cites. */
public final class Matching {
  private final ClaimedValues values;
  private final List<Match> matches = new ArrayList<>();

  private Matching(Case all) {
    values = new ClaimedValues(all.article(), all.passages());
  }

  /** Returns the matches, item by item, French first. */
  public static List<Match> of(Brief brief) {
    Case all = new Case(brief.draft(), brief.article());
    Matching matching = new Matching(all);
    for (Item item : all.items()) {
      if (item.cited().filter(cited -> !cited.isEmpty()).isPresent()) {
        item.claims().forEach(matching::add);
      }
    }
    return List.copyOf(matching.matches);
  }

  private void add(Claim claim) {
    for (Passage passage : claim.evidence()) {
      values(claim, passage);
      names(claim, passage);
      quotations(claim, passage);
    }
  }

  private void values(Claim claim, Passage passage) {
    for (Mention mention : claim.statement().values()) {
      if (!ClaimedValues.compares(mention.value())) {
        continue;
      }
      Match.Kind kind =
          DateComparison.compares(mention.value()) ? Match.Kind.DATE : Match.Kind.NUMBER;
      passage.statement().values().stream()
          .filter(given ->
              values.of(claim.statement(), mention, passage.statement(), given) == Agreement.SAME)
          .findFirst()
          .ifPresent(given ->
              add(
                  kind,
                  claim,
                  mention.start(),
                  mention.end(),
                  passage,
                  given.start(),
                  given.end()));
    }
  }

  private void names(Claim claim, Passage passage) {
    for (ProperName name : claim.statement().names()) {
      passage.statement().names().stream()
          .filter(given -> isSame(name, given, !claim.ownLanguage()))
          .findFirst()
          .ifPresent(given ->
              add(
                  Match.Kind.NAME,
                  claim,
                  name.start(),
                  name.end(),
                  passage,
                  given.start(),
                  given.end()));
    }
  }

  /** A capital that only opens a sentence is no name; a surname is enough of one. */
  private static boolean isSame(ProperName name, ProperName given, boolean across) {
    List<NamePart> told = name.parts().stream().filter(part -> !part.opening()).toList();
    List<NamePart> there = given.parts().stream().filter(part -> !part.opening()).toList();
    List<NamePart> own = told.isEmpty() && !there.isEmpty() ? name.parts() : told;
    if (own.isEmpty()) {
      return false;
    }
    return name.isPerson()
        ? given.parts().stream().anyMatch(part -> own.getLast().isSame(part, across))
        : own.stream()
            .allMatch(part -> given.parts().stream().anyMatch(one -> part.isSame(one, across)));
  }

  /** A translation is matched by its place among the quotations, its original by its words. */
  private void quotations(Claim claim, Passage passage) {
    List<Quotation> own = quotations(claim);
    Optional<Claim> original = claim.ownLanguage() ? Optional.of(claim) : claim.twin().findFirst();
    List<Quotation> originals = original.map(Matching::quotations).orElse(List.of());
    for (int i = 0; i < own.size() && own.size() == originals.size(); i++) {
      Verbatim words = new Verbatim(originals.get(i).words());
      for (Quotation given : passage.statement().quotations()) {
        if (words.startIn(Verbatim.fold(given.words())) >= 0) {
          Quotation quotation = own.get(i);
          add(
              Match.Kind.QUOTE,
              claim,
              quotation.start(),
              quotation.end(),
              passage,
              given.start(),
              given.end());
        }
      }
    }
  }

  /** Returns the quotations of a claim; all of it where a quote's marks were left out. */
  private static List<Quotation> quotations(Claim claim) {
    List<Quotation> quotations = claim.statement().quotations();
    return quotations.isEmpty() && claim.item().is(FactType.QUOTE)
        ? List.of(new Quotation(claim.text(), 0, claim.text().length()))
        : quotations;
  }

  private void add(
      Match.Kind kind, Claim claim, int start, int end, Passage passage, int from, int to) {
    matches.add(new Match(kind, claim.path(), start, end, passage.number(), from, to));
  }
}
