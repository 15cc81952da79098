package news.breve.checking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.brief.Finding;
import news.breve.reading.Measures;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import news.breve.reading.Word;
import org.jspecify.annotations.Nullable;

/**
 * Finds true values that are joined to the wrong thing: of two shares, each given to the other's
 * year. In the article, what stands around a value belongs to it; a claim that puts those words
 * nearer to another value of the kind wants a look. Proves nothing: a warning.
 */
final class JoinedValues {
  /** A sentence that one reads has fewer values of a kind; all pairs of more take long. */
  private static final int MOST_VALUES = 40;

  /** How many words a comma, and how many the beginning of another clause, keep things apart. */
  private static final int COMMA = 2;

  private static final int CLAUSE = 6;

  private static final List<String> FRENCH =
      List.of("et", "mais", "tandis", "alors", "contre", "puis");
  private static final List<String> ENGLISH =
      List.of("and", "but", "while", "whereas", "against", "then", "versus");

  /** What stands farther from a value than this many words belongs to the whole sentence. */
  private static final int REACH = 8;

  /** "80 of its 100 seats": a part and its whole, with few words between. */
  private static final int RATIO_WORDS = 3;

  /** So few words have fewer characters. */
  private static final int LONGEST_PHRASE = 100;

  private static final List<String> RATIOS =
      List.of(" of ", " des ", " de ses ", " sur ", " in ", " out of ");

  /** "From 30 to 120": what belongs to one end of a span belongs to the other. */
  private static final int SPAN = 6;

  /** What only one of its kind is called weighs more than a common word. */
  private static final int NAME = 2;

  private static final int WORD = 1;

  /** How much more must speak against a place than for it. */
  private static final int LEAST = 2;

  /**
   * A value at the wrong place.
   *
   * @param claim the claim that has it there
   * @param mention the value in the claim
   * @param expected the value that the article has there, null if several may be meant
   */
  record Misjoined(Claim claim, Mention mention, @Nullable String expected) {
    Value value() {
      return mention.value();
    }

    /** Asks a person to look at it. */
    Finding warning(String check, String message) {
      return Finding.warning(check, claim.path(), message).with(mention.in(claim.text()), expected);
    }
  }

  /** Kinds of values that may be taken for one another. */
  private enum Kind {
    MONEY,
    SHARE,
    NUMBER,
    DAY,
    TIME;

    static Optional<Kind> of(Value value) {
      return switch (value) {
        case Value.Money _ -> Optional.of(MONEY);
        case Value.Quantity quantity ->
            Optional.of(quantity.isPercentage() ? SHARE : quantity.isMoney() ? MONEY : NUMBER);
        case Value.Fraction _ -> Optional.of(SHARE);
        case Value.Date _, Value.Weekday _, Value.RelativeDay _ -> Optional.of(DAY);
        case Value.Time _ -> Optional.of(TIME);
        default -> Optional.empty();
      };
    }
  }

  /** Something that may stand near a value: a word, or a value of another kind. */
  private record Anchor(int start, int end, Optional<Word> word, Optional<Mention> value) {
    static Anchor of(Word word) {
      return new Anchor(word.start(), word.end(), Optional.of(word), Optional.empty());
    }

    static Anchor of(Mention mention) {
      return new Anchor(mention.start(), mention.end(), Optional.empty(), Optional.of(mention));
    }

    boolean isName() {
      return value.isPresent() || word.filter(JoinedValues::isCapitalised).isPresent();
    }
  }

  private final ClaimedValues values;
  private final IdentityHashMap<Statement, Map<Kind, List<Anchor>>> anchors =
      new IdentityHashMap<>();
  private final IdentityHashMap<Statement, List<Anchor>> words = new IdentityHashMap<>();
  private final IdentityHashMap<Statement, Map<Kind, List<Mention>>> mentions =
      new IdentityHashMap<>();

  JoinedValues(ClaimedValues values) {
    this.values = values;
  }

  /** Returns the pairs of values of a claim that the evidence has at each other's place. */
  List<Misjoined> in(Claim judged) {
    Statement claim = judged.statement();
    List<Statement> evidence = judged.evidence().stream().map(Passage::statement).toList();
    List<Misjoined> found = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Mention> claimed = ofKind(claim, kind);
      if (claimed.size() > MOST_VALUES) {
        continue;
      }
      if (claimed.size() == 1 && isAlone(claim, claimed.getFirst(), evidence, kind)) {
        found.add(new Misjoined(judged, claimed.getFirst(), null));
      }
      for (int i = 0; i < claimed.size(); i++) {
        for (int j = i + 1; j < claimed.size(); j++) {
          Mention one = claimed.get(i);
          Mention other = claimed.get(j);
          if (isSwapped(claim, one, other, evidence, kind)) {
            found.add(new Misjoined(judged, one, other.in(claim.text())));
          }
        }
      }
    }
    return found;
  }

  /** The only value of its kind in a claim, whose words the evidence all joins to another one. */
  private boolean isAlone(Statement claim, Mention mention, List<Statement> evidence, Kind kind) {
    if (kind == Kind.NUMBER ? !isOfKnownUnit(mention.value()) : hasBare(claim, evidence, kind)) {
      return false;
    }
    List<Candidates> candidates = new ArrayList<>();
    for (Statement statement : evidence) {
      candidates.add(candidates(claim, mention, statement, kind));
    }
    if (candidates.stream().noneMatch(Candidates::mayHaveOther)) {
      return false;
    }
    int against = 0;
    for (Anchor anchor : anchors(claim, kind)) {
      int vote = loneVote(claim, anchor, mention, candidates, kind);
      if (vote > 0) {
        return false;
      }
      against += vote < 0 ? (anchor.isName() ? NAME : WORD) : 0;
    }
    return against >= LEAST;
  }

  /**
   * The values of a statement that may be taken for one of a claim, and whether it is among them.
   */
  private record Candidates(Statement statement, List<Mention> given, boolean here) {
    /** Returns if words may stand nearer to another value than to the one of the claim. */
    boolean mayHaveOther() {
      return here && given.size() > 1;
    }
  }

  private Candidates candidates(Statement claim, Mention mention, Statement statement, Kind kind) {
    List<Mention> given =
        ofKind(statement, kind).stream()
            .filter(m -> mayBeTaken(mention.value(), m.value()))
            .toList();
    return new Candidates(
        statement, given, given.stream().anyMatch(m -> isSame(claim, mention, statement, m)));
  }

  /** "£115,000, after losing 48,000": the second is of the kind too. */
  private boolean hasBare(Statement claim, List<Statement> evidence, Kind kind) {
    return ofKind(claim, Kind.NUMBER).stream()
        .filter(mention -> !isOfKnownUnit(mention.value()))
        .anyMatch(bare ->
            evidence.stream()
                .anyMatch(statement ->
                    ofKind(statement, kind).stream()
                        .anyMatch(given -> isSame(claim, bare, statement, given))));
  }

  private static boolean isOfKnownUnit(Value value) {
    return value instanceof Value.Quantity quantity && quantity.unit() != null;
  }

  private int loneVote(
      Statement claim, Anchor anchor, Mention mention, List<Candidates> candidates, Kind kind) {
    int vote = 0;
    for (Candidates candidate : candidates) {
      Statement statement = candidate.statement();
      for (Anchor there : anchors(statement, kind)) {
        if (isSame(claim, anchor, statement, there)) {
          Optional<Mention> joined =
              nearest(statement, there, candidate.given(), Integer.MAX_VALUE);
          boolean own = joined.filter(m -> isSame(claim, mention, statement, m)).isPresent();
          if (own || candidate.given().isEmpty()) {
            return 1;
          }
          vote = candidate.here() ? -1 : vote;
        }
      }
    }
    return vote;
  }

  /** A swap gives each of two values words that the evidence gives to the other. */
  private boolean isSwapped(
      Statement claim, Mention one, Mention other, List<Statement> evidence, Kind kind) {
    if (isOnePhrase(claim, one, other)
        || !mayBeTaken(one.value(), other.value())
        || isSame(claim, one, claim, other)) {
      return false;
    }
    Map<Statement, List<Mention>> given = new LinkedHashMap<>();
    for (Statement statement : evidence) {
      List<Mention> same =
          ofKind(statement, kind).stream()
              .filter(m -> isSame(claim, one, statement, m) || isSame(claim, other, statement, m))
              .toList();
      if (!same.isEmpty()
          && (same.size() != 2 || !isOnePhrase(statement, same.getFirst(), same.getLast()))) {
        given.put(statement, same);
      }
    }
    if (given.isEmpty()) {
      return false;
    }
    List<Mention> pair = List.of(one, other);
    int balance = 0;
    boolean againstOne = false;
    boolean againstOther = false;
    for (Anchor anchor : anchors(claim, kind)) {
      Optional<Mention> near = nearest(claim, anchor, pair, REACH);
      if (near.isEmpty()) {
        continue;
      }
      int vote = vote(claim, anchor, near.get(), given, kind);
      int weight = anchor.isName() ? NAME : WORD;
      balance += vote * weight;
      againstOne |= vote < 0 && near.get().equals(one);
      againstOther |= vote < 0 && near.get().equals(other);
    }
    return againstOne && againstOther && balance <= -LEAST;
  }

  /**
   * "From 18 to 27", "86 votes to 77", "80 of its 100 seats": what belongs to one, to the other.
   */
  private static boolean isOnePhrase(Statement statement, Mention one, Mention other) {
    String text = statement.text();
    int from = Math.min(one.end(), other.end());
    int to = Math.max(one.start(), other.start());
    if (to - from <= SPAN) {
      return true;
    }
    if (to - from > LONGEST_PHRASE) {
      return false;
    }
    String between = text.substring(from, to);
    long words = between.strip().chars().filter(c -> c == ' ').count() + 1;
    return words == 1
        || (words <= RATIO_WORDS && RATIOS.stream().anyMatch(ratio -> between.startsWith(ratio)));
  }

  private static boolean isPoints(Value value) {
    return value instanceof Value.Quantity quantity
        && Value.Quantity.PERCENTAGE_POINT.equals(quantity.unit());
  }

  private static boolean mayBeTaken(Value one, Value other) {
    if (Kind.of(one).filter(Kind.SHARE::equals).isPresent()) {
      return isPoints(one) == isPoints(other);
    }
    if (one instanceof Value.Quantity a && other instanceof Value.Quantity b) {
      // "Six bodies in one town and three in another": the second noun may be left out.
      boolean count = !Measures.isMeasure(a.unit()) && !Measures.isMeasure(b.unit());
      if (Measures.OCCASION.equals(a.unit()) || Measures.OCCASION.equals(b.unit())) {
        return false;
      }
      boolean bothSaid = (a.unit() == null) == (b.unit() == null);
      return (count || bothSaid) && Measures.mayBeSame(a.unit(), b.unit());
    }
    return one.getClass() == other.getClass();
  }

  /**
   * Returns 1 if the evidence joins an anchor to the value near it, −1 if to the other, else 0.
   *
   * @param given where the evidence has the two values
   */
  private int vote(
      Statement claim,
      Anchor anchor,
      Mention near,
      Map<Statement, List<Mention>> given,
      Kind kind) {
    int vote = 0;
    for (Map.Entry<Statement, List<Mention>> entry : given.entrySet()) {
      Statement statement = entry.getKey();
      for (Anchor there : anchors(statement, kind)) {
        if (isSame(claim, anchor, statement, there)) {
          Optional<Mention> joined = nearest(statement, there, entry.getValue(), REACH);
          if (joined.isPresent()) {
            if (isSame(claim, near, statement, joined.get())) {
              return 1;
            }
            vote = -1;
          }
        }
      }
    }
    return vote;
  }

  private List<Mention> ofKind(Statement statement, Kind kind) {
    return mentions.computeIfAbsent(statement, JoinedValues::byKind).getOrDefault(kind, List.of());
  }

  private static Map<Kind, List<Mention>> byKind(Statement statement) {
    Map<Kind, List<Mention>> byKind = new EnumMap<>(Kind.class);
    for (Mention mention : statement.values()) {
      if (ClaimedValues.isBoth(statement, mention)) {
        continue;
      }
      Kind.of(mention.value())
          .ifPresent(kind -> byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(mention));
    }
    return byKind;
  }

  private boolean isSame(Statement one, Mention mention, Statement other, Mention given) {
    return values.of(one, mention, other, given) == Agreement.SAME;
  }

  /** Words outside of values, and values of other kinds. */
  private List<Anchor> anchors(Statement statement, Kind kind) {
    return anchors
        .computeIfAbsent(statement, s -> new EnumMap<>(Kind.class))
        .computeIfAbsent(kind, k -> readAnchors(statement, k));
  }

  private List<Anchor> readAnchors(Statement statement, Kind kind) {
    List<Anchor> anchors =
        new ArrayList<>(words.computeIfAbsent(statement, JoinedValues::wordsOutsideValues));
    statement.values().stream()
        .filter(mention -> Kind.of(mention.value()).filter(kind::equals).isEmpty())
        .map(Anchor::of)
        .forEach(anchors::add);
    return anchors;
  }

  private static List<Anchor> wordsOutsideValues(Statement statement) {
    List<Anchor> words = new ArrayList<>();
    List<Mention> values = statement.values();
    int next = 0;
    for (Word word : statement.words()) {
      while (next < values.size() && values.get(next).end() <= word.start()) {
        next++;
      }
      if (next == values.size() || values.get(next).start() >= word.end()) {
        words.add(Anchor.of(word));
      }
    }
    return words;
  }

  private boolean isSame(Statement one, Anchor anchor, Statement other, Anchor there) {
    if (anchor.value().isPresent() && there.value().isPresent()) {
      Mention mention = anchor.value().get();
      Mention given = there.value().get();
      return mention.value().equals(given.value()) || isSame(one, mention, other, given);
    }
    if (anchor.word().isPresent() && there.word().isPresent()) {
      Word word = anchor.word().get();
      Word given = there.word().get();
      boolean name = isCapitalised(word) && word.text().equals(given.text());
      return name
          || (one.language() == other.language() ? word.isLike(given) : word.sharesConcept(given));
    }
    return false;
  }

  private static boolean isCapitalised(Word word) {
    return Character.isUpperCase(word.text().codePointAt(0));
  }

  /** Returns the value that stands nearest to an anchor; none if two are as near. */
  private static Optional<Mention> nearest(
      Statement statement, Anchor anchor, List<Mention> mentions, int reach) {
    Mention nearest = null;
    int least = Integer.MAX_VALUE;
    for (Mention mention : mentions) {
      int from = Math.min(anchor.end(), mention.end());
      int to = Math.max(anchor.start(), mention.start());
      int distance = from > to ? 0 : distance(statement, from, to);
      if (distance < least) {
        least = distance;
        nearest = mention;
      } else if (distance == least) {
        nearest = null;
      }
    }
    return Optional.ofNullable(least > reach ? null : nearest);
  }

  /** How far apart two places are, in words. */
  private static int distance(Statement statement, int from, int to) {
    int distance = 0;
    String text = statement.text();
    int word = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\u00a0' || c == '\u202f') {
        distance += 1 + (isConjunction(text, word, i, statement.language()) ? CLAUSE : 0);
        word = i + 1;
      } else if (c == ',') {
        distance += COMMA;
      } else if (c == ';' || c == ':' || c == '–' || c == '—' || c == '(' || c == ')') {
        distance += CLAUSE;
      }
    }
    return distance;
  }

  private static boolean isConjunction(String text, int from, int to, Language language) {
    List<String> conjunctions = language == Language.FRENCH ? FRENCH : ENGLISH;
    for (String conjunction : conjunctions) {
      if (conjunction.length() == to - from && text.startsWith(conjunction, from)) {
        return true;
      }
    }
    return false;
  }
}
