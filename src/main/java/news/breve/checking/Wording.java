package news.breve.checking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.breve.reading.AttributionRelation;
import news.breve.reading.Mention;
import news.breve.reading.Statement;
import news.breve.reading.Value;
import news.breve.reading.Word;

/** Where the words and values of an article stand: told by itself, or given to somebody. */
final class Wording {
  /** So many words or values say what a clause is about. */
  private static final int HEAD = 2;

  /** A figure tells more than a word. */
  private static final int WEIGHT_OF_VALUE = 2;

  /**
   * Somebody who says something in a sentence of the article.
   *
   * @param passage the sentence
   * @param relation who says what
   */
  record Saying(Passage passage, AttributionRelation relation) {
    /** Returns the words that name the source. */
    String source() {
      return relation.source().span().in(passage.statement().text());
    }
  }

  /** What a word or a value is found under: itself, a stem, a concept, a name or an amount. */
  record Key(String kind, Object matter) {}

  /** A word or a value to be looked for, by the keys that it is found under. */
  record Term(Set<Key> keys, int start, int weight) {
    /** Returns if it counts or measures something: no date. */
    private boolean isAmount() {
      return keys.stream()
          .map(Key::matter)
          .anyMatch(value ->
              value instanceof Value.Quantity
                  || value instanceof Value.Money
                  || value instanceof Value.Fraction);
    }
  }

  /** Where a key stands: its sentence, and what is said there, if it is said by somebody. */
  private record Place(int passage, Set<Saying> sayings) {}

  private final List<Passage> passages;
  private final Map<Key, List<Place>> places = new HashMap<>();
  private final Map<Integer, List<Saying>> sayings = new HashMap<>();

  /** Those sentences whose words are among the places: what nobody cites is seldom needed. */
  private final BitSet placed = new BitSet();

  Wording(List<Passage> passages) {
    this.passages = passages;
  }

  private void place(Passage passage) {
    if (placed.get(passage.number())) {
      return;
    }
    placed.set(passage.number());
    List<Saying> all = in(passage);
    for (Term term : terms(passage.statement())) {
      Set<Saying> here = all.isEmpty() ? Set.of() : new LinkedHashSet<>();
      for (Saying saying : all) {
        if (saying.relation().covers(term.start())) {
          here.add(saying);
        }
      }
      Place place = new Place(passage.number(), here);
      for (Key key : term.keys()) {
        add(place, places.computeIfAbsent(key, k -> new ArrayList<>(2)));
      }
    }
  }

  /** The same word again, in the same sentence and said by the same, is no other place. */
  private static void add(Place place, List<Place> places) {
    if (places.isEmpty() || !places.getLast().equals(place)) {
      places.add(place);
    }
  }

  /** Returns who says something in a sentence. */
  List<Saying> in(Passage passage) {
    return sayings.computeIfAbsent(
        passage.number(),
        number ->
            passage.statement().attributions().stream()
                .filter(relation -> relation.kind() != AttributionRelation.Kind.HEARSAY)
                .map(relation -> new Saying(passage, relation))
                .toList());
  }

  /** Returns the first words and values of what is said: what it is about. */
  List<Term> head(Saying saying) {
    return terms(saying.passage().statement()).stream()
        .filter(term -> saying.relation().covers(term.start()))
        .sorted(Comparator.comparingInt(Term::start))
        .limit(HEAD)
        .toList();
  }

  /** Returns the words and the values of a statement as they are looked for. */
  static List<Term> terms(Statement statement) {
    List<Term> terms = new ArrayList<>();
    List<Mention> values = statement.values();
    for (Mention mention : values) {
      terms.add(new Term(keys(mention.value()), mention.start(), WEIGHT_OF_VALUE));
    }
    int next = 0;
    for (Word word : statement.words()) {
      while (next < values.size() && values.get(next).end() <= word.start()) {
        next++;
      }
      boolean inValue =
          next < values.size()
              && values.get(next).start() <= word.start()
              && word.end() <= values.get(next).end();
      if (!inValue) {
        terms.add(new Term(keys(statement, word), word.start(), 1));
      }
    }
    return terms;
  }

  private static Set<Key> keys(Value value) {
    Set<Key> keys = new LinkedHashSet<>();
    keys.add(new Key("value", value));
    if (value instanceof Value.Quantity quantity) {
      keys.add(new Key("amount", quantity.amount().stripTrailingZeros()));
    }
    return keys;
  }

  private static Set<Key> keys(Statement statement, Word word) {
    Set<Key> keys = new LinkedHashSet<>();
    keys.add(new Key(statement.language().code(), word.stem()));
    for (String concept : word.concepts()) {
      keys.add(new Key("concept", concept));
    }
    if (Character.isUpperCase(word.text().codePointAt(0))) {
      keys.add(new Key("name", word.text().toLowerCase(Locale.ROOT)));
    }
    return keys;
  }

  /** How much of some terms stands where. */
  final class Coverage {
    private final List<Term> terms;
    private final Set<Integer> evidence;
    private final int total;
    private final int open;
    private final boolean figureTold;
    private final boolean amountOpen;
    private final Map<Saying, Integer> said = new HashMap<>();
    private final Map<Saying, Integer> saidOnly = new HashMap<>();

    private Coverage(List<Term> terms, Set<Integer> evidence) {
      this.terms = terms;
      this.evidence = evidence;
      evidence.forEach(number -> place(passages.get(number - 1)));
      int sum = 0;
      int free = 0;
      boolean figures = false;
      boolean figuresOpen = false;
      for (Term term : terms) {
        sum += term.weight();
        boolean toldInEvidence = told(term).stream().anyMatch(evidence::contains);
        free += toldInEvidence ? 0 : term.weight();
        boolean figure = term.weight() == WEIGHT_OF_VALUE;
        figures |= toldInEvidence && figure;
        figuresOpen |= !toldInEvidence && figure && term.isAmount();
        for (Saying saying : given(term)) {
          said.merge(saying, term.weight(), Integer::sum);
          if (!toldInEvidence) {
            saidOnly.merge(saying, term.weight(), Integer::sum);
          }
        }
      }
      total = sum;
      open = free;
      figureTold = figures;
      amountOpen = figuresOpen;
    }

    /** Returns if a cited sentence tells a figure of them by itself. */
    boolean isFigureTold() {
      return figureTold;
    }

    /** Returns if it counts or measures what no cited sentence tells by itself. */
    boolean isAmountOpen() {
      return amountOpen;
    }

    /** Returns the sentences that tell something by themselves, of those that are placed. */
    private Set<Integer> told(Term term) {
      Set<Integer> told = new HashSet<>();
      for (Key key : term.keys()) {
        for (Place place : places.getOrDefault(key, List.of())) {
          if (place.sayings().isEmpty()) {
            told.add(place.passage());
          }
        }
      }
      return told;
    }

    /** Returns who says something in a sentence that is placed. */
    private Set<Saying> given(Term term) {
      Set<Saying> given = new HashSet<>();
      for (Key key : term.keys()) {
        for (Place place : places.getOrDefault(key, List.of())) {
          given.addAll(place.sayings());
        }
      }
      return given;
    }

    int total() {
      return total;
    }

    /** Returns how much of them no cited sentence tells by itself. */
    int open() {
      return open;
    }

    /** Returns the most of it that a sentence beside the evidence tells by itself. */
    int toldElsewhere(Saying saying) {
      passages.forEach(Wording.this::place);
      Map<Integer, Integer> also = new HashMap<>();
      for (Term term : terms) {
        Set<Integer> told = told(term);
        if (given(term).contains(saying) && told.stream().noneMatch(evidence::contains)) {
          told.forEach(passage -> also.merge(passage, term.weight(), Integer::sum));
        }
      }
      return also.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    int of(Saying saying) {
      return said.getOrDefault(saying, 0);
    }

    /** Returns how much somebody says that no cited sentence tells by itself. */
    int only(Saying saying) {
      return saidOnly.getOrDefault(saying, 0);
    }
  }

  Coverage coverage(List<Term> terms, Set<Integer> evidence) {
    return new Coverage(terms, evidence);
  }
}
