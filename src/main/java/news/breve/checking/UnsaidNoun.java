package news.breve.checking;

import java.util.List;
import java.util.stream.Stream;
import news.breve.reading.Measures;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import news.breve.reading.Word;

/**
 * What a number of a claim counts, in the article's own language, where the evidence counts as many
 * and doesn't call them so.
 */
record UnsaidNoun(Claim claim, Counted counted) {
  private static final List<String> PARTICIPLES = List.of("ed", "é", "ée", "és", "ées");

  /**
   * Returns if the evidence counts as many of something else, and nowhere says what the claim
   * counts: not by another word that the glossary knows, and not by one of the twin's. People may
   * be counted by a wider word.
   */
  boolean isUnsaid() {
    if (!(counted.mention().value() instanceof Value.Quantity quantity)
        || !claim.ownLanguage()
        || Counted.PEOPLE.equals(quantity.unit())
        || counted.isOfCasualties()
        || Measures.isDuration(quantity.unit())
        || quantity.isPercentage()
        || quantity.isMoney()) {
      return false;
    }
    // "Some 9,000 were waiting still": behind a verb stands no noun that is counted.
    List<Word> nouns =
        counted.words().stream()
            .takeWhile(word -> !Counted.isVerb(word))
            .filter(this::mayBeCounted)
            .filter(noun -> !counted.isGeneral(noun))
            .toList();
    if (nouns.isEmpty() || counted.isOfGeneral() || nouns.stream().anyMatch(this::isHinted)) {
      return false;
    }
    List<Counted> given = equals(claim.evidence().stream().map(Passage::statement));
    return given.stream().anyMatch(UnsaidNoun::saysNoun)
        && !isSaidAsMultiple(quantity)
        && given.stream()
            .noneMatch(there -> there.isOfGeneral() || there.isKindOf(counted) || mayBeMeant(there))
        && equals(claim.twin().map(Claim::statement)).stream()
            .noneMatch(twin -> given.stream().anyMatch(twin::isOfOneThing));
  }

  private boolean isHinted(Word noun) {
    return claim.evidence().stream().anyMatch(passage -> passage.statement().hints(noun));
  }

  /** What the same number counts in other statements. */
  private List<Counted> equals(Stream<Statement> statements) {
    return statements
        .flatMap(other ->
            other.values().stream()
                .filter(there -> there.value() instanceof Value.Quantity)
                .filter(there -> {
                  Agreement agreement =
                      AmountComparison.of(counted.mention().value(), there.value());
                  return agreement == Agreement.SAME || agreement == Agreement.UNIT;
                })
                .map(there -> Counted.of(other, there)))
        .toList();
  }

  /** A word after a number that can't be but a thing, or that nothing shows to be none. */
  private boolean mayBeCounted(Word word) {
    boolean follows = word.start() >= counted.mention().end();
    if (isUnit(word)) {
      return true;
    }
    boolean unknown = word.concepts().isEmpty() || (word.isAct() && word.text().endsWith("s"));
    return word.isNothingButThing()
        || (follows
            && (word.isThing() || unknown)
            && !isParticiple(word)
            && !Counted.isVerb(word)
            && !word.isAdverb());
  }

  /** The noun of the tables that the number is read with. */
  private boolean isUnit(Word word) {
    return counted.unit().filter(unit -> !Measures.isMeasure(unit)).isPresent()
        && word.end() == counted.mention().end();
  }

  private static boolean isParticiple(Word word) {
    return PARTICIPLES.stream().anyMatch(word.text()::endsWith);
  }

  /** "Eleven go on show": what the evidence counts must be said right there, to be another. */
  private static boolean saysNoun(Counted given) {
    if (given.words().isEmpty() || given.isOfAnything()) {
      return false;
    }
    Word noun = given.words().getFirst();
    return !isParticiple(noun) && (noun.isThing() || !noun.isAct() || noun.text().endsWith("s"));
  }

  /**
   * Employees are people, kilometres an hour are km/h: the tables know that better than words. "Six
   * of the dead", « dix voix »: who is counted goes without saying.
   */
  private boolean mayBeMeant(Counted given) {
    boolean unsaid =
        given.words().isEmpty()
            && counted.unit().filter(noun -> Measures.mayBeSame(noun, Counted.PEOPLE)).isPresent();
    return unsaid || counted.haveOneUnit(given);
  }

  /** Two goals are « un doublé », two reports are "reported twice". */
  private boolean isSaidAsMultiple(Value.Quantity quantity) {
    Value times =
        new Value.Quantity(quantity.amount(), Measures.OCCASION, quantity.approximation());
    return claim.evidence().stream()
        .flatMap(passage -> passage.statement().values().stream())
        .anyMatch(there -> there.value().equals(times));
  }
}
