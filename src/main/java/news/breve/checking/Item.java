package news.breve.checking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import org.jspecify.annotations.Nullable;

/** A headline, a sentence or a key fact of a draft, with what it claims in each language. */
final class Item {
  private final Draft.Located located;
  private final Draft.@Nullable Fact fact;
  private final List<Claim> claims = new ArrayList<>();
  private @Nullable Item speaker;
  private @Nullable List<ValuePairs.Pair> valuePairs;

  Item(Draft.Located located, Draft.@Nullable Fact fact) {
    this.located = located;
    this.fact = fact;
  }

  /**
   * Returns whom a key fact names as its source, as an item of its own; null if it names nobody.
   */
  @Nullable Item speaker() {
    return speaker;
  }

  void speaker(Item item) {
    speaker = item;
  }

  void add(Claim claim) {
    claims.add(claim);
  }

  /** Returns its JSON pointer, such as {@code /keyFacts/2}. */
  String path() {
    return located.path();
  }

  Draft.Item words() {
    return located.item();
  }

  boolean isHeadline() {
    return path().equals("/headline");
  }

  boolean isFact() {
    return fact != null;
  }

  /** Returns if it is a key fact of a type. */
  boolean is(FactType type) {
    return fact != null && fact.type() == type;
  }

  /** Returns whom a key fact names as its source; empty if it names nobody. */
  Optional<Bilingual> source() {
    return Optional.ofNullable(fact == null ? null : fact.attribution())
        .filter(source -> !source.isBlank());
  }

  /**
   * Returns the cited sentence numbers, whether or not there are such; empty if none were given.
   */
  Optional<Collection<Integer>> cited() {
    return Optional.ofNullable(located.item().evidence());
  }

  /** Returns the claims, French first. */
  List<Claim> claims() {
    return claims;
  }

  /** Returns how the values of its two languages pair; empty if it has one language only. */
  List<ValuePairs.Pair> valuePairs() {
    if (valuePairs == null) {
      valuePairs =
          claim(Language.FRENCH)
              .flatMap(
                  french -> claim(Language.ENGLISH).map(english -> ValuePairs.of(french, english)))
              .orElse(List.of());
    }
    return valuePairs;
  }

  Optional<Claim> claim(Language language) {
    for (Claim claim : claims) {
      if (claim.language() == language) {
        return Optional.of(claim);
      }
    }
    return Optional.empty();
  }
}
