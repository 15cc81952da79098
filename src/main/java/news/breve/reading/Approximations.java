package news.breve.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Words that qualify an amount, from {@code approximations.tsv}: prepositions and verbs before it
 * (près de, sous la barre des, "could top"), and what follows it (or so, -odd, au bas mot).
 */
final class Approximations {
  private static final List<List<String>> ROWS = Cells.rows("approximations.tsv", 4);
  private static final Approximations FRENCH = new Approximations(Language.FRENCH);
  private static final Approximations ENGLISH = new Approximations(Language.ENGLISH);

  /** Between "the" and "mark" stand a sign, a number, its magnitude and its unit. */
  private static final int MARK_REACH = 6;

  /** The longest words before an amount that leave it open: « s'élever à un total de ». */
  private static final int OPEN_REACH = 5;

  /** Between an amount and what follows it stand at most so many words of what it is of. */
  private static final int COUNTED_WORDS = 3;

  /** So many words around an amount may say that it is somebody's estimate. */
  private static final int ESTIMATE_REACH = 8;

  /** How many words before "over" may say for what it gives the reason. */
  private static final int REASON_REACH = 8;

  private static final Set<String> TIES = ContextWords.of("tie");

  /** "Eleven roads closed at least until Tuesday" says how long, not how many. */
  private static final Set<String> UNTIL = Set.of("until", "till", "jusque", "jusqu'");

  private static final Set<String> MODALS = ContextWords.of("modal");

  private final Language language;
  private final Phrases<Approximation> before;
  private final Phrases<Approximation> verbs;
  private final Phrases<Approximation> infinitives;
  private final Phrases<Approximation> beforeMark;
  private final Phrases<Approximation> after;
  private final Phrases<Approximation> suffixes;
  private final Phrases<Approximation> open;
  private final Phrases<Approximation> marks;
  private final Phrases<Approximation> estimates;
  private final Phrases<Approximation> particles;
  private final Phrases<Approximation> reasons;
  private final Phrases<Approximation> adverbs;
  private final Phrases<Approximation> multiples;

  private Approximations(Language language) {
    this.language = language;
    before = phrases("before");
    verbs = phrases("verb");
    infinitives = phrases("infinitive");
    beforeMark = phrases("before-mark");
    after = phrases("after");
    suffixes = phrases("suffix");
    open = phrases("open");
    marks = phrases("mark");
    estimates = phrases("estimate");
    particles = phrases("particle");
    reasons = phrases("reason");
    adverbs = phrases("adverb");
    multiples = phrases("before-multiple");
  }

  private Phrases<Approximation> phrases(String place) {
    return Cells.phrases(
        ROWS,
        Phrases.Key.FOLDED,
        language,
        row -> row.get(0).equals(place),
        row -> Approximation.ofCode(row.get(1)));
  }

  static Approximations of(Tokens tokens) {
    return of(tokens.language());
  }

  static Approximations of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns the words that we write before an amount; none if it is exact. */
  Optional<String> written(Approximation approximation) {
    return ROWS.stream()
        .filter(row -> row.get(0).equals("before") && row.get(1).equals(approximation.code()))
        .map(row -> Cells.alternatives(row.get(language == Language.FRENCH ? 2 : 3)).getFirst())
        .findFirst();
  }

  /** Returns the approximation before a number, or exact and the same place. */
  Phrases.Match<Approximation> before(Tokens tokens, int i) {
    Phrases.Match<Approximation> found = preposition(tokens, i);
    if (found == null) {
      found = verb(tokens, i);
    }
    if (found == null) {
      found = marked(tokens, i);
    }
    return found == null ? new Phrases.Match<>(Approximation.EXACT, i) : found;
  }

  /** Returns false if nothing that stands before an amount begins with a token. */
  boolean mayBegin(Token token) {
    return before.mayBegin(token)
        || verbs.mayBegin(token)
        || infinitives.mayBegin(token)
        || beforeMark.mayBegin(token);
  }

  /** Returns false if nothing that only stands before a multiple begins with a token. */
  boolean mayBeginMultiple(Token token) {
    return multiples.mayBegin(token);
  }

  /** Returns the approximation before how many times as much something is: « plus que doublé ». */
  Phrases.Match<Approximation> beforeMultiple(Tokens tokens, int i) {
    Phrases.Match<Approximation> found = multiples.find(tokens, i);
    return found == null ? before(tokens, i) : found;
  }

  /** "Ticked up to 4.5%" says where it went: longer words that leave the amount open win. */
  private Phrases.@Nullable Match<Approximation> preposition(Tokens tokens, int i) {
    Phrases.Match<Approximation> match = before.find(tokens, i);
    return match == null || isWithinOpen(tokens, i, match.end())
        ? null
        : new Phrases.Match<>(match.value(), afterMark(tokens, match.end()));
  }

  /** « Dépasse les 40 % », "topped the 40 per cent": an article may follow a verb. */
  private Phrases.@Nullable Match<Approximation> verb(Tokens tokens, int i) {
    Phrases.Match<Approximation> match = verbs.find(tokens, i);
    if (match == null) {
      match = infinitives.find(tokens, i);
      if (match == null || !isInfinitive(tokens, i)) {
        return null;
      }
    }
    int end = afterAdverb(tokens, match.end());
    int mark = afterMark(tokens, end);
    Token article = tokens.get(mark);
    boolean follows = mark == end && (article.is("les") || article.is("the"));
    return new Phrases.Match<>(match.value(), follows ? mark + 1 : mark);
  }

  /** « Dépassent désormais 45 % », "now exceeds by far 45 per cent". */
  private int afterAdverb(Tokens tokens, int i) {
    Phrases.Match<Approximation> adverb = adverbs.find(tokens, i);
    if (adverb != null) {
      return adverb.end();
    }
    String word = tokens.get(i).folded();
    boolean derived = word.length() > 5 && word.endsWith(tokens.isFrench() ? "ment" : "ly");
    return derived ? i + 1 : i;
  }

  /** « Franchir la barre des 40 % », "pass the 40 per cent mark": without it nothing is said. */
  private Phrases.@Nullable Match<Approximation> marked(Tokens tokens, int i) {
    Phrases.Match<Approximation> match = beforeMark.find(tokens, i);
    int mark = match == null ? i : afterMark(tokens, match.end());
    return match == null || mark == match.end() ? null : new Phrases.Match<>(match.value(), mark);
  }

  /** Returns the place after « la barre des », or after "the" of "the 40 per cent mark". */
  private int afterMark(Tokens tokens, int i) {
    if (tokens.isFrench()) {
      return marks.at(tokens, i).map(Phrases.Match::end).orElse(i);
    }
    if (!tokens.get(i).is("the")) {
      return i;
    }
    for (int j = i + 2; j <= i + MARK_REACH; j++) {
      if (marks.at(tokens, j).isPresent()) {
        return i + 1;
      }
    }
    return i;
  }

  /** "Could easily top"; "the top five" is no verb. */
  private static boolean isInfinitive(Tokens tokens, int i) {
    boolean adverb = tokens.get(i - 1).word().endsWith("ly") || tokens.get(i - 1).is("not");
    return MODALS.contains(tokens.get(adverb ? i - 2 : i - 1).folded());
  }

  /** Returns the approximation after a number and its unit; the one before it, if any, wins. */
  Phrases.Match<Approximation> after(Tokens tokens, int i, Approximation so) {
    Phrases.Match<Approximation> unchanged = new Phrases.Match<>(so, i);
    return so == Approximation.EXACT
        ? after.at(tokens, i).filter(match -> endsPhrase(tokens, i, match)).orElse(unchanged)
        : unchanged;
  }

  /**
   * Returns how an amount is qualified behind words for what it is of: "10 sitting days or more", «
   * à moitié vide environ », "$1.1 million a kilometre at most".
   */
  Approximation afterCounted(Tokens tokens, int i, Approximation so) {
    FunctionWords light = FunctionWords.of(language);
    int j = i;
    for (int words = 0; words <= COUNTED_WORDS && so == Approximation.EXACT; words++) {
      int from = j;
      Optional<Phrases.Match<Approximation>> match =
          after
              .at(tokens, from)
              .filter(found -> found.value() != Approximation.NEARLY)
              .filter(found -> endsAmount(tokens, from, found));
      if (match.isPresent()) {
        return match.get().value();
      }
      int noun = TIES.contains(tokens.get(j).folded()) ? j + 1 : j;
      if (!tokens.get(noun).isWord() || light.has(tokens.get(noun))) {
        return so;
      }
      j = noun + 1;
    }
    return so;
  }

  private static boolean endsAmount(Tokens tokens, int from, Phrases.Match<Approximation> match) {
    return endsPhrase(tokens, from, match) && !tokens.get(match.end()).isNumber();
  }

  /**
   * « 600 au plus » qualifies; « au plus fort de la crue » goes on to something else. What begins
   * with "or" and what says at least can't: "eight hours or more lost no ground", « dix ou plus
   * précisément neuf ».
   */
  private static boolean endsPhrase(Tokens tokens, int from, Phrases.Match<Approximation> match) {
    Token next = tokens.get(match.end());
    Token first = tokens.get(from);
    boolean alternative =
        first.is("or") || first.is("ou") || match.value() == Approximation.AT_LEAST;
    boolean precises = next.folded().endsWith(tokens.isFrench() ? "ment" : "ly");
    boolean ends =
        !next.isWord()
            || FunctionWords.of(tokens.language()).has(next)
            || (alternative && !precises);
    return ends && !UNTIL.contains(next.folded());
  }

  /** Returns what is tied to a number's end: 300+, 40-odd. */
  Phrases.Match<Approximation> suffix(Tokens tokens, int i, Approximation so) {
    Phrases.Match<Approximation> unchanged = new Phrases.Match<>(so, i);
    return tokens.touchesPrevious(i) ? suffixes.at(tokens, i).orElse(unchanged) : unchanged;
  }

  /**
   * Returns how the words before an exact amount let it be understood as well: "winds reaching 155
   * mph" are of up to 155 mph, damage "put at" so much is about that. Empty if they don't.
   */
  Optional<Approximation> openBefore(Tokens tokens, int i) {
    int end = i;
    while (tokens.get(end - 1).is("les") || tokens.get(end - 1).is("the")) {
      end--;
    }
    return openFrom(Math.max(0, i - OPEN_REACH), tokens, end, i);
  }

  /** Returns if words around an amount in its clause say that it is an estimate. */
  boolean isEstimated(Tokens tokens, int from, int to) {
    for (int i = from - 1; i >= from - ESTIMATE_REACH && !endsClause(tokens.get(i)); i--) {
      if (estimates.at(tokens, i).isPresent()) {
        return true;
      }
    }
    for (int i = to; i < to + ESTIMATE_REACH && !endsClause(tokens.get(i)); i++) {
      if (estimates.at(tokens, i).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsClause(Token token) {
    return token.isNone() || token.is(";") || token.is(".") || token.is(":");
  }

  /** Returns if the word before an approximation makes it a part of a verb: "handed over £2m". */
  boolean isParticle(Tokens tokens, int i) {
    return particles.at(tokens, i - 1).filter(match -> match.end() == i + 1).isPresent();
  }

  /** Returns if an approximation may say why something was done: "quit over $12,800 in claims". */
  boolean isReason(Tokens tokens, int i) {
    if (!tokens.get(i).is("over")) {
      return false;
    }
    for (int j = i - 1; j >= i - REASON_REACH && tokens.get(j).isWord(); j--) {
      if (reasons.find(tokens, j) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithinOpen(Tokens tokens, int from, int end) {
    return (tokens.get(end - 1).is("to") || tokens.get(end - 1).is("a"))
        && openFrom(Math.max(0, from - 1), tokens, end, end)
            .filter(also -> also == Approximation.AT_MOST)
            .isPresent();
  }

  private Optional<Approximation> openFrom(int from, Tokens tokens, int end, int i) {
    for (int start = from; start < end; start++) {
      Optional<Phrases.Match<Approximation>> match = open.at(tokens, start);
      if (match.isPresent()
          && (match.get().end() == end || afterMark(tokens, match.get().end()) == i)) {
        return match.map(Phrases.Match::value);
      }
    }
    return Optional.empty();
  }
}
