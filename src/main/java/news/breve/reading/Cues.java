package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.breve.article.Language;

/** What small words make of a statement: what it denies, how sure it is, which way things go. */
public final class Cues {
  /** No sentence has a word more often; where one does, more of them tell nothing more. */
  private static final int MOST_ALIKE = 32;

  private final List<Predicate> predicates;
  private final List<Denial> denials;
  private final List<Hedge> hedges;
  private final List<Pole> poles;
  private final boolean denies;

  private final boolean isEnglish;

  /** Predicates by their stem, and by each of their concepts; filled when first asked for. */
  private final Map<String, List<Predicate>> byStem = new HashMap<>();

  private final Map<String, List<Predicate>> byConcept = new HashMap<>();

  private Cues(
      List<Predicate> predicates,
      List<Denial> denials,
      List<Hedge> hedges,
      List<Pole> poles,
      boolean isEnglish) {
    this.predicates = List.copyOf(predicates);
    this.denials = List.copyOf(denials);
    this.hedges = List.copyOf(hedges);
    this.poles = List.copyOf(poles);
    this.isEnglish = isEnglish;
    this.denies =
        predicates.stream().anyMatch(predicate -> predicate.denied() || isNegative(predicate));
  }

  private boolean isNegative(Predicate predicate) {
    return isEnglish && NegativeForms.isNegative(predicate.word().text());
  }

  private void index() {
    if (!byStem.isEmpty()) {
      return;
    }
    for (Predicate predicate : predicates) {
      Word word = predicate.word();
      add(byStem, word.stem(), predicate);
      if (isNegative(predicate)) {
        String positive = new Stemmer(Language.ENGLISH).stem(word.text().substring("un".length()));
        add(byStem, positive, predicate.opposite());
      }
      for (String concept : word.concepts()) {
        add(byConcept, concept, predicate);
      }
    }
  }

  private static void add(
      Map<String, List<Predicate>> predicates, String key, Predicate predicate) {
    List<Predicate> like = predicates.computeIfAbsent(key, k -> new ArrayList<>());
    if (like.size() < MOST_ALIKE) {
      like.add(predicate);
    }
  }

  static Cues of(Tokens tokens, List<String> stems, List<Word> words) {
    Clauses clauses = new Clauses(tokens);
    int[] wordAt = wordAt(tokens, words);
    Negations.Reading denials = Negations.read(tokens, stems, clauses, wordAt);
    Hedges.Reading hedges = Hedges.of(tokens.language()).read(tokens, stems, clauses);
    List<Pole> poles = Opposites.of(tokens.language()).read(tokens, stems, wordAt, denials);
    return new Cues(
        predicates(tokens, words, wordAt, clauses, denials, hedges),
        denials.denials(),
        held(hedges.hedges(), tokens, denials),
        poles,
        !tokens.isFrench());
  }

  /** "Did not want to confirm" leaves nothing open: it refuses. */
  private static List<Hedge> held(List<Hedge> hedges, Tokens tokens, Negations.Reading denials) {
    return hedges.stream()
        .filter(hedge ->
            hedge.certainty() != Certainty.INTENDED
                || hedge.kind() == Hedge.Kind.GRAMMATICAL
                || !denials.denied().contains(tokens.from(hedge.start())))
        .toList();
  }

  private static int[] wordAt(Tokens tokens, List<Word> words) {
    int[] wordAt = new int[tokens.size()];
    int word = 0;
    for (int i = 0; i < wordAt.length; i++) {
      int start = tokens.get(i).start();
      while (word < words.size() && words.get(word).end() <= start) {
        word++;
      }
      wordAt[i] = word < words.size() && words.get(word).start() <= start ? word : -1;
    }
    return wordAt;
  }

  private static List<Predicate> predicates(
      Tokens tokens,
      List<Word> words,
      int[] wordAt,
      Clauses clauses,
      Negations.Reading denials,
      Hedges.Reading hedges) {
    List<Predicate> predicates = new ArrayList<>(words.size());
    int i = 0;
    for (int word = 0; word < words.size(); word++) {
      while (wordAt[i] != word) {
        i++;
      }
      int first = i;
      boolean denied = false;
      Certainty certainty = Certainty.STATED;
      Predicate.Tense tense = Predicate.Tense.NONE;
      boolean denies = false;
      for (; i < wordAt.length && wordAt[i] == word; i++) {
        denies |= denials.tokens().contains(i);
        denied |= denials.denied().contains(i);
        certainty = certainty.or(hedges.certainties().get(i));
        if (tense == Predicate.Tense.NONE) {
          tense = VerbForms.tense(tokens, i);
        }
      }
      // "Not guilty" is a word of its own that denies: nothing denies it.
      boolean whole = denies && i > first + 1;
      predicates.add(
          new Predicate(words.get(word), clauses.of(first), denied && !whole, certainty, tense));
    }
    return predicates;
  }

  /** Returns every word of {@link Statement#words()} with what the words around it make of it. */
  public List<Predicate> predicates() {
    return predicates;
  }

  /** Returns if a word is denied, by others or by its own prefix. */
  public boolean denies() {
    return denies;
  }

  /** Returns the words that deny, in order. */
  public List<Denial> denials() {
    return denials;
  }

  /** Returns the words that say how sure it is, in order. */
  public List<Hedge> hedges() {
    return hedges;
  }

  /** Returns the words that have an opposite, in order. */
  public List<Pole> poles() {
    return poles;
  }

  /** Returns if it denies what another says by its opposite: "does not rise" and "falls". */
  public boolean deniesOpposite(Cues other) {
    return poles.stream()
        .filter(Pole::denied)
        .anyMatch(pole ->
            other.poles.stream()
                .anyMatch(opposite -> !opposite.denied() && pole.agreesWith(opposite)));
  }

  /**
   * Returns the predicates that may say the same as a word of another statement; where no word is
   * like it, those that stand at the same end of a scale.
   */
  public Set<Predicate> like(Cues other, Predicate predicate, boolean sameLanguage) {
    Set<Predicate> like = like(predicate.word(), sameLanguage);
    if (!like.isEmpty() || predicate.tense() == Predicate.Tense.NONE) {
      return like;
    }
    for (Pole pole : other.poles) {
      if (pole.start() >= predicate.word().start() && pole.end() <= predicate.word().end()) {
        poles.stream()
            .filter(mine -> mine.word() >= 0 && mine.sharesEnd(pole))
            .forEach(mine -> like.add(predicates.get(mine.word())));
      }
    }
    return like;
  }

  /**
   * Returns the predicates that may say the same as a word.
   *
   * @param sameLanguage whether the word is of the same language, so that stems can be compared
   */
  public Set<Predicate> like(Word word, boolean sameLanguage) {
    index();
    Set<Predicate> like = new LinkedHashSet<>();
    if (sameLanguage) {
      like.addAll(byStem.getOrDefault(word.stem(), List.of()));
    }
    for (String concept : word.concepts()) {
      like.addAll(byConcept.getOrDefault(concept, List.of()));
    }
    return like;
  }
}
