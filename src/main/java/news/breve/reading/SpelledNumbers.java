package news.breve.reading;

import java.util.Optional;
import news.breve.reading.Numerals.Kind;
import news.breve.reading.Numerals.Spelled;

/** Whole numbers below a million in words. */
interface SpelledNumbers {
  /** Returns the longest number in words that begins at a token; a lone un or one is a number. */
  Optional<Spelled> at(Tokens tokens, int i);

  static SpelledNumbers of(Tokens tokens) {
    return tokens.isFrench() ? new French() : new English();
  }

  /**
   * Quatre-vingt-dix-sept, septante et un, deux cent mille; hyphens of the 1990 spelling or none.
   */
  final class French implements SpelledNumbers {
    private static final Numerals WORDS = Numerals.of(news.breve.article.Language.FRENCH);

    @Override
    public Optional<Spelled> at(Tokens tokens, int i) {
      boolean thousandAlone = isThousand(tokens, i);
      Spelled head = thousandAlone ? new Spelled(1, i) : belowThousand(tokens, i);
      if (head == null) {
        return Optional.empty();
      }
      int j = tokens.afterHyphen(head.end());
      if (!isThousand(tokens, j)) {
        return Optional.of(head);
      }
      int next = tokens.afterHyphen(j + 1);
      Spelled rest = belowThousand(tokens, next);
      return Optional.of(
          rest == null
              ? new Spelled(head.value() * 1000, j + 1)
              : new Spelled(head.value() * 1000 + rest.value(), rest.end()));
    }

    private static boolean isThousand(Tokens tokens, int i) {
      return WORDS.at(tokens, i, Kind.THOUSAND).isPresent();
    }

    private static @org.jspecify.annotations.Nullable Spelled belowThousand(Tokens tokens, int i) {
      boolean hundredAlone = isHundred(tokens, i);
      Spelled head = hundredAlone ? new Spelled(1, i) : belowHundred(tokens, i);
      if (head == null) {
        return null;
      }
      int j = tokens.afterHyphen(head.end());
      // "Onze cents", "dix-neuf cent quatorze": hundreds go up to nineteen.
      boolean hundreds = isHundred(tokens, j) && (hundredAlone || head.value() >= 2);
      if (!hundreds || head.value() > 19) {
        return head;
      }
      Spelled rest = belowHundred(tokens, tokens.afterHyphen(j + 1));
      return rest == null
          ? new Spelled(head.value() * 100, j + 1)
          : new Spelled(head.value() * 100 + rest.value(), rest.end());
    }

    private static boolean isHundred(Tokens tokens, int i) {
      return WORDS.at(tokens, i, Kind.HUNDRED).isPresent();
    }

    private static @org.jspecify.annotations.Nullable Spelled belowHundred(Tokens tokens, int i) {
      long unit = WORDS.at(tokens, i, Kind.UNIT, -1);
      int next = tokens.afterHyphen(i + 1);
      if (unit == 4 && WORDS.at(tokens, next, Kind.TEN, -1) == 20) {
        return withRest(tokens, 80, next + 1, 19);
      }
      if (unit == 10) {
        long more = WORDS.at(tokens, next, Kind.UNIT, -1);
        return more >= 7 && more <= 9 ? new Spelled(10 + more, next + 1) : new Spelled(10, i + 1);
      }
      if (unit >= 0) {
        return new Spelled(unit, i + 1);
      }
      long ten = WORDS.at(tokens, i, Kind.TEN, -1);
      return ten < 0 ? null : withRest(tokens, ten, i + 1, ten == 60 ? 19 : 9);
    }

    /** Adds "et un", "et onze", "-deux", "-dix-sept" to a multiple of ten. */
    private static Spelled withRest(Tokens tokens, long ten, int end, int highest) {
      int i = tokens.afterHyphen(end);
      boolean and = tokens.get(i).is("et");
      int at = and ? tokens.afterHyphen(i + 1) : i;
      Spelled rest = WORDS.at(tokens, at, Kind.UNIT).isPresent() ? belowHundred(tokens, at) : null;
      if (rest == null || rest.value() > highest || rest.value() == 0) {
        return new Spelled(ten, end);
      }
      boolean takesAnd = rest.value() == 1 || rest.value() == 11;
      // "vingt, un" and "vingt un" are two numbers; "vingt-un" is a way of writing one;
      // quatre-vingt takes no "et".
      boolean joined = and ? takesAnd : rest.value() != 1 || at != end || ten == 80;
      return joined ? new Spelled(ten + rest.value(), rest.end()) : new Spelled(ten, end);
    }
  }

  /** Ninety-seven, two hundred and five, a hundred, twelve hundred. */
  final class English implements SpelledNumbers {
    private static final Numerals WORDS = Numerals.of(news.breve.article.Language.ENGLISH);

    @Override
    public Optional<Spelled> at(Tokens tokens, int i) {
      Spelled head = belowThousand(tokens, i);
      if (head == null) {
        head = article(tokens, i, Kind.THOUSAND);
      }
      if (head == null) {
        return Optional.empty();
      }
      int j = tokens.afterHyphen(head.end());
      if (WORDS.at(tokens, j, Kind.THOUSAND).isEmpty()) {
        return Optional.of(head);
      }
      return Optional.of(withRest(tokens, head.value() * 1000, j + 1, true));
    }

    /** "A hundred": the article counts as one before a magnitude. */
    private static @org.jspecify.annotations.Nullable Spelled article(
        Tokens tokens, int i, Kind kind) {
      return tokens.get(i).is("a") && WORDS.at(tokens, i + 1, kind).isPresent()
          ? new Spelled(1, i + 1)
          : null;
    }

    private static @org.jspecify.annotations.Nullable Spelled belowThousand(Tokens tokens, int i) {
      Spelled head = belowHundred(tokens, i);
      if (head == null) {
        head = article(tokens, i, Kind.HUNDRED);
      }
      if (head == null || head.value() == 0) {
        return head;
      }
      int j = tokens.afterHyphen(head.end());
      return WORDS.at(tokens, j, Kind.HUNDRED).isEmpty()
          ? head
          : withRest(tokens, head.value() * 100, j + 1, false);
    }

    /** Adds "and five", "five" or, after thousands, ", five hundred". */
    private static Spelled withRest(Tokens tokens, long base, int end, boolean thousands) {
      int i = tokens.afterHyphen(end);
      if (tokens.get(i).is("and")) {
        i++;
      }
      Spelled rest = thousands ? belowThousand(tokens, i) : belowHundred(tokens, i);
      return rest == null || rest.value() == 0 || rest.value() >= 1000
          ? new Spelled(base, end)
          : new Spelled(base + rest.value(), rest.end());
    }

    private static @org.jspecify.annotations.Nullable Spelled belowHundred(Tokens tokens, int i) {
      long unit = WORDS.at(tokens, i, Kind.UNIT, -1);
      if (unit >= 0) {
        return new Spelled(unit, i + 1);
      }
      long ten = WORDS.at(tokens, i, Kind.TEN, -1);
      if (ten < 0) {
        return null;
      }
      int next = tokens.afterHyphen(i + 1);
      long rest = WORDS.at(tokens, next, Kind.UNIT, -1);
      return rest >= 1 && rest <= 9 ? new Spelled(ten + rest, next + 1) : new Spelled(ten, i + 1);
    }
  }
}
