package news.breve.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads which way amounts move, by {@code movements.tsv}: "down 12 points", « 12 % de plus », "from
 * 38 to 56", "25,000, up from 40,000".
 */
public final class Movements {
  private enum Kind {
    UP,
    DOWN,
    MORE,
    LESS,
    BETWEEN,
    FROM,
    TO,
    OLD,
    PART,
    UP_FROM,
    DOWN_FROM
  }

  /** Words between which way and how much: "fell by just over 12 points". */
  private static final int BETWEEN = 5;

  private static final List<List<String>> ROWS = Cells.rows("movements.tsv", 3);
  private static final Lexicon<Kind> FRENCH = lexicon(Language.FRENCH, 1);
  private static final Lexicon<Kind> ENGLISH = lexicon(Language.ENGLISH, 2);

  private final Statement statement;
  private final Tokens tokens;
  private final Lexicon<Kind> lexicon;

  private Movements(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.lexicon = statement.language() == Language.FRENCH ? FRENCH : ENGLISH;
  }

  private static Lexicon<Kind> lexicon(Language language, int column) {
    Lexicon<Kind> lexicon = new Lexicon<>(language);
    for (List<String> row : ROWS) {
      lexicon.addAll(
          row.get(column), Kind.valueOf(row.getFirst().toUpperCase(Locale.ROOT).replace(' ', '_')));
    }
    return lexicon;
  }

  /**
   * An amount that moves.
   *
   * @param from by how much, or the old amount where the new one is told
   * @param to the new amount; null where the text tells by how much it moves
   * @param up whether it rises; null where only the amounts tell
   * @param compared whether the amounts may be two parties' as well: "51 against 48"
   * @param text the words that say so
   */
  public record Movement(
      BigDecimal from,
      @Nullable BigDecimal to,
      @Nullable Boolean up,
      boolean compared,
      String text) {
    /** Returns if another goes the other way, by the same amount or between the same ones. */
    public boolean reverses(Movement other) {
      if (to == null || other.to == null) {
        return to == null
            && other.to == null
            && isSame(from, other.from)
            && up != null
            && other.up != null
            && !up.equals(other.up);
      }
      return !isSame(from, to)
          && !(compared && other.compared)
          && isSame(from, other.to)
          && isSame(to, other.from);
    }

    /** Returns if another goes the same way, by the same amount or between the same ones. */
    public boolean agreesWith(Movement other) {
      return isSame(from, other.from)
          && (to == null
              ? other.to == null && up != null && up.equals(other.up)
              : isSame(to, other.to));
    }

    private static boolean isSame(BigDecimal one, @Nullable BigDecimal other) {
      return other != null && one.compareTo(other) == 0;
    }

    /** Returns if its words say up and its amounts down, or the reverse. */
    public boolean contradictsItself() {
      return to != null && up != null && !isSame(from, to) && up != (to.compareTo(from) > 0);
    }
  }

  /** Returns the amounts of a statement that move, in order. */
  static List<Movement> in(Statement statement) {
    return new Movements(statement).read();
  }

  private List<Movement> read() {
    List<Movement> movements = new ArrayList<>();
    Mention before = null;
    for (Mention mention : statement.values()) {
      BigDecimal amount = amount(mention.value());
      if (amount == null) {
        continue;
      }
      by(mention, amount).ifPresent(movements::add);
      BigDecimal old = before == null ? null : amount(before.value());
      if (before != null && old != null) {
        between(before, old, mention, amount).ifPresent(movements::add);
      }
      // "74 of 163 seats, down from 97": it is the 74 that moves.
      before = before != null && isPart(before, mention) ? before : mention;
    }
    return List.copyOf(movements);
  }

  private static @Nullable BigDecimal amount(Value value) {
    return switch (value) {
      case Value.Money money -> money.amount().stripTrailingZeros();
      case Value.Quantity quantity -> quantity.amount().stripTrailingZeros();
      case Value.Ordinal ordinal -> BigDecimal.valueOf(ordinal.ordinal());
      default -> null;
    };
  }

  private Optional<Movement> by(Mention mention, BigDecimal amount) {
    int start = tokens.from(mention.start());
    int after = tokens.from(mention.end());
    for (int last = start - 1; last >= Math.max(0, start - BETWEEN); last--) {
      // "Gave up 12 points": the phrase, not its last word.
      int i = last > 0 && end(last - 1) > last ? last - 1 : last;
      if (is(Kind.UP, i) || is(Kind.DOWN, i)) {
        return Optional.of(
            new Movement(
                amount,
                null,
                is(Kind.UP, i),
                false,
                statement.text().substring(at(i), mention.end())));
      }
      if (!is(Kind.BETWEEN, last)) {
        break;
      }
    }
    boolean more = is(Kind.MORE, after);
    return more || is(Kind.LESS, after)
        ? Optional.of(
            new Movement(
                amount,
                null,
                more,
                false,
                statement.text().substring(mention.start(), tokens.get(end(after) - 1).end())))
        : Optional.empty();
  }

  private Optional<Movement> between(
      Mention one, BigDecimal amount, Mention other, BigDecimal otherAmount) {
    int first = tokens.from(one.start());
    int from = tokens.from(one.end());
    int to = tokens.from(other.start());
    String text = statement.text().substring(one.start(), other.end());
    if (from < to && first > 0 && is(Kind.FROM, first - 1) && is(Kind.TO, to - 1)) {
      return Optional.of(new Movement(amount, otherAmount, null, false, text));
    }
    for (int i = from; i < Math.min(to, from + 1 + BETWEEN); i++) {
      if (end(i) == to && (is(Kind.OLD, i) || is(Kind.UP_FROM, i) || is(Kind.DOWN_FROM, i))) {
        Boolean up = is(Kind.UP_FROM, i) ? Boolean.TRUE : is(Kind.OLD, i) ? null : Boolean.FALSE;
        return Optional.of(
            new Movement(otherAmount, amount, up, up == null && !is(Kind.FROM, i), text));
      }
    }
    return Optional.empty();
  }

  private boolean isPart(Mention part, Mention whole) {
    int i = tokens.from(part.end());
    return is(Kind.PART, i) && end(i) == tokens.from(whole.start());
  }

  private int at(int token) {
    return tokens.get(token).start();
  }

  private boolean is(Kind kind, int i) {
    return i >= 0
        && i < tokens.size()
        && lexicon
            .allAt(tokens, statement.stems(), i)
            .filter(match -> match.meanings().contains(kind))
            .isPresent();
  }

  private int end(int i) {
    return lexicon.allAt(tokens, statement.stems(), i).map(Lexicon.Match::end).orElse(i + 1);
  }
}
