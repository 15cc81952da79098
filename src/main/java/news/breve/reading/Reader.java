package news.breve.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.breve.article.Language;

/**
 * Reads the values of a text in one language: money, quantities, dates, times, ranks, names. Values
 * don't overlap; at each word the most specific reader comes first. Linear in the text.
 */
public final class Reader {
  private final Language language;
  private final List<ValueReader> readers;

  /** Readers of what no word qualifies as it does an amount. */
  private final List<ValueReader> unqualified;

  /** A reader that is told nothing about whose dollars and francs it reads. */
  public Reader(Language language) {
    this(language, Setting.UNKNOWN);
  }

  public Reader(Language language, Setting setting) {
    this.language = language;
    this.unqualified =
        List.of(
            Idioms.of(language),
            Labels.of(language),
            Names.instance(),
            new DateReader(),
            new TimeReader(),
            new Scores(),
            Ordinals.of(language));
    List<ValueReader> qualified =
        List.of(
            new Durations(),
            new UnitParts(),
            Fractions.of(language),
            Multiples.of(language),
            new AmountReader(setting));
    this.readers = Stream.concat(unqualified.stream(), qualified.stream()).toList();
  }

  /** Returns the values of a text, in its order. */
  public List<Mention> read(String text) {
    return read(Tokens.of(text, language));
  }

  List<Mention> read(Tokens tokens) {
    List<Mention> mentions = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Found> found = first(tokens, i);
      found.ifPresent(f -> mentions.addAll(f.mentions()));
      i = found.map(Found::end).orElse(i + 1);
    }
    return mentions;
  }

  private Optional<Found> first(Tokens tokens, int i) {
    if (isPartOfName(tokens, i)) {
      return Names.instance().at(tokens, i);
    }
    // "About 5:40" is a time, "over the second quarter" a rank: what the qualified words are wins.
    int qualified = Approximations.of(language).before(tokens, i).end();
    if (qualified > i && isNoAmount(tokens, qualified)) {
      return Optional.empty();
    }
    for (ValueReader reader : readers) {
      Optional<Found> found = reader.at(tokens, i);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** « Sept-Îles » is neither seven nor September. */
  private static boolean isPartOfName(Tokens tokens, int i) {
    return tokens.get(i).isCapitalised()
        && tokens.get(i + 1).isHyphen()
        && tokens.touchesPrevious(i + 1)
        && tokens.touchesPrevious(i + 2)
        && tokens.get(i + 2).isCapitalised();
  }

  private boolean isNoAmount(Tokens tokens, int i) {
    return unqualified.stream().anyMatch(reader -> reader.at(tokens, i).isPresent());
  }

  /**
   * Returns the one value that a few words state, such as the words of a key fact: an amount before
   * a date, a date before a name. Empty if they state none, or several of that kind.
   */
  public Optional<Value> valueOf(String words) {
    List<Mention> mentions = read(words);
    return Precedence.ALL.stream()
        .map(kind -> mentions.stream().map(Mention::value).filter(kind).toList())
        .filter(values -> !values.isEmpty())
        .findFirst()
        .flatMap(Reader::only);
  }

  private static Optional<Value> only(List<Value> values) {
    Set<Value> distinct = new LinkedHashSet<>(values);
    return distinct.size() == 1 ? distinct.stream().findFirst() : Optional.empty();
  }

  /** Kinds of values by how much a short phrase is about them. */
  private static final class Precedence {
    private static final List<Predicate<Value>> ALL =
        List.of(
            v ->
                v instanceof Value.Money
                    || v instanceof Value.Quantity
                    || v instanceof Value.Fraction
                    || v instanceof Value.Score,
            v -> v instanceof Value.Date || v instanceof Value.RelativeDay,
            v -> v instanceof Value.Time || v instanceof Value.Weekday,
            v -> v instanceof Value.Organization,
            v -> v instanceof Value.Place);
  }
}
