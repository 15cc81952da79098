package news.breve.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  /** A word or a value to be looked for, by the keys that it is found under. */
  record Term(Set<String> keys, int start, int weight) {}

  /** Where a key stands: its sentence, and what is said there, if it is said by somebody. */
  private record Place(int passage, Set<Saying> sayings) {}

  private final Map<String, List<Place>> places = new HashMap<>();
  private final Map<Integer, List<Saying>> sayings = new HashMap<>();

  Wording(List<Passage> passages) {
    passages.forEach(this::add);
  }

  private void add(Passage passage) {
    Statement statement = passage.statement();
    List<Saying> all =
        statement.attributions().stream()
            .filter(relation -> relation.kind() != AttributionRelation.Kind.HEARSAY)
            .map(relation -> new Saying(passage, relation))
            .toList();
    sayings.put(passage.number(), all);
    for (Term term : terms(statement)) {
      Set<Saying> here = new LinkedHashSet<>();
      for (Saying saying : all) {
        if (saying.relation().covers(term.start())) {
          here.add(saying);
        }
      }
      Place place = new Place(passage.number(), here);
      term.keys().forEach(key -> add(place, places.computeIfAbsent(key, k -> new ArrayList<>())));
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
    return sayings.getOrDefault(passage.number(), List.of());
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
    for (Word word : statement.words()) {
      boolean inValue =
          values.stream()
              .anyMatch(value -> value.start() <= word.start() && word.end() <= value.end());
      if (!inValue) {
        terms.add(new Term(keys(statement, word), word.start(), 1));
      }
    }
    return terms;
  }

  private static Set<String> keys(Value value) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add("value " + value);
    if (value instanceof Value.Quantity quantity) {
      keys.add("amount " + quantity.amount().stripTrailingZeros().toPlainString());
    }
    return keys;
  }

  private static Set<String> keys(Statement statement, Word word) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(statement.language().code() + " " + word.stem());
    word.concepts().forEach(concept -> keys.add("concept " + concept));
    if (Character.isUpperCase(word.text().codePointAt(0))) {
      keys.add("name " + word.text().toLowerCase(Locale.ROOT));
    }
    return keys;
  }

  /** How much of some terms stands where. */
  final class Coverage {
    private final int total;
    private final Map<Saying, Integer> said = new HashMap<>();
    private final Map<Saying, Integer> saidOnly = new HashMap<>();
    private final Map<Saying, Map<Integer, Integer>> alsoTold = new HashMap<>();

    private Coverage(List<Term> terms, Set<Integer> evidence) {
      int sum = 0;
      for (Term term : terms) {
        sum += term.weight();
        Set<Integer> told = new LinkedHashSet<>();
        Set<Saying> given = new LinkedHashSet<>();
        for (String key : term.keys()) {
          for (Place place : places.getOrDefault(key, List.of())) {
            if (place.sayings().isEmpty()) {
              told.add(place.passage());
            } else {
              given.addAll(place.sayings());
            }
          }
        }
        boolean toldInEvidence = told.stream().anyMatch(evidence::contains);
        for (Saying saying : given) {
          said.merge(saying, term.weight(), Integer::sum);
          if (!toldInEvidence) {
            saidOnly.merge(saying, term.weight(), Integer::sum);
            Map<Integer, Integer> also = alsoTold.computeIfAbsent(saying, s -> new HashMap<>());
            told.forEach(passage -> also.merge(passage, term.weight(), Integer::sum));
          }
        }
      }
      total = sum;
    }

    int total() {
      return total;
    }

    /** Returns the most of it that a sentence beside the evidence tells by itself. */
    int toldElsewhere(Saying saying) {
      return alsoTold.getOrDefault(saying, Map.of()).values().stream()
          .mapToInt(Integer::intValue)
          .max()
          .orElse(0);
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
