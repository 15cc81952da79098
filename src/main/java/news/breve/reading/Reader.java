package news.breve.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a text in one language: money, quantities, dates, times, ranks, names. Values
 * don't overlap; at each word the most specific reader comes first. Linear in the text.
 */
public final class Reader {
  /** Which readers' values may begin with a token, as bits by their place, and one bit more. */
  private static final OfType<Integer> OPENINGS = new OfType<>();

  /** The bit of words that may qualify an amount. */
  private static final int QUALIFIES = 1 << 30;

  private final Language language;
  private final List<ValueReader> readers;

  /** So many readers, of what no word qualifies as it does an amount, come first. */
  private final int unqualified;

  /** A reader that is told nothing about whose dollars and francs it reads. */
  public Reader(Language language) {
    this(language, Setting.UNKNOWN);
  }

  public Reader(Language language, Setting setting) {
    this.language = language;
    List<ValueReader> ofWords =
        List.of(
            Idioms.of(language),
            Labels.of(language),
            Names.instance(),
            Ages.of(language),
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
    this.unqualified = ofWords.size();
    this.readers = new ArrayList<>(ofWords);
    this.readers.addAll(qualified);
  }

  /** Returns what reads each kind, for tests of each: the most specific first. */
  List<ValueReader> readers() {
    return List.copyOf(readers);
  }

  /** Returns the values of a text, in its order. */
  public List<Mention> read(String text) {
    return read(Tokens.of(text, language));
  }

  List<Mention> read(Tokens tokens) {
    List<Mention> mentions = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Found found = first(tokens, i);
      if (found == null) {
        i++;
      } else {
        mentions.addAll(found.mentions());
        i = found.end();
      }
    }
    return mentions;
  }

  private @Nullable Found first(Tokens tokens, int i) {
    if (isPartOfName(tokens, i)) {
      return Names.instance().at(tokens, i).orElse(null);
    }
    int openings = openings(tokens.get(i));
    if (openings == 0) {
      return null;
    }
    int qualified =
        (openings & QUALIFIES) == 0 ? i : Approximations.of(language).before(tokens, i).end();
    if (qualified == i) {
      return first(tokens, i, openings, readers.size());
    }
    // "About 5:40" is a time, "over the second quarter" a rank: what the qualified words are wins.
    if (first(tokens, qualified, openings(tokens.get(qualified)), unqualified) != null) {
      return null;
    }
    return first(tokens, i, openings | allFrom(unqualified), readers.size());
  }

  /** Returns what the first of the readers up to a place finds, of those whose bits are set. */
  private @Nullable Found first(Tokens tokens, int i, int openings, int to) {
    for (int reader = 0; reader < to; reader++) {
      if ((openings & 1 << reader) != 0) {
        Optional<Found> found = readers.get(reader).at(tokens, i);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return null;
  }

  /** Most words begin no value: whether one does is asked of each reader once a type. */
  private int openings(Token token) {
    Integer openings = OPENINGS.of(token, this::readOpenings);
    return openings == null ? 0 : openings;
  }

  private @Nullable Integer readOpenings(Token token) {
    int openings = Approximations.of(language).mayBegin(token) ? QUALIFIES : 0;
    for (int reader = 0; reader < readers.size(); reader++) {
      openings |= readers.get(reader).mayBegin(token, language) ? 1 << reader : 0;
    }
    return openings == 0 ? null : openings;
  }

  private int allFrom(int reader) {
    return (1 << readers.size()) - (1 << reader);
  }

  /** « Sept-Îles » is neither seven nor September. */
  private static boolean isPartOfName(Tokens tokens, int i) {
    return tokens.get(i).isCapitalised()
        && tokens.get(i + 1).isHyphen()
        && tokens.touchesPrevious(i + 1)
        && tokens.touchesPrevious(i + 2)
        && tokens.get(i + 2).isCapitalised();
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
