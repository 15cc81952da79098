package news.breve.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * What small words make of a statement: what it denies, how sure it is, which way things go.
 *
 * @param predicates every word of {@link Statement#words()}, with what the words around it make of
 *     it
 * @param denials words that deny, in order
 * @param hedges words that say how sure it is, in order
 * @param poles words that have an opposite, in order
 */
public record Cues(
    List<Predicate> predicates, List<Denial> denials, List<Hedge> hedges, List<Pole> poles) {
  public Cues {
    predicates = List.copyOf(predicates);
    denials = List.copyOf(denials);
    hedges = List.copyOf(hedges);
    poles = List.copyOf(poles);
  }

  static Cues of(Tokens tokens, List<String> stems, List<Word> words) {
    Clauses clauses = new Clauses(tokens);
    int[] wordAt = wordAt(tokens, words);
    Negations.Reading denials = Negations.of(tokens.language()).read(tokens, stems, clauses);
    Hedges.Reading hedges = Hedges.of(tokens.language()).read(tokens, stems, clauses);
    List<Pole> poles =
        Opposites.of(tokens.language()).read(tokens, stems, clauses, wordAt, denials);
    return new Cues(
        predicates(tokens, words, wordAt, clauses, denials, hedges),
        denials.denials(),
        hedges.hedges(),
        poles);
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
      for (; i < wordAt.length && wordAt[i] == word; i++) {
        denied |= denials.denied()[i] % 2 == 1;
        certainty = certainty.or(hedges.certainties()[i]);
      }
      predicates.add(
          new Predicate(
              words.get(word), clauses.of(first), denied, certainty, VerbForms.tense(tokens, first)));
    }
    return predicates;
  }
}
