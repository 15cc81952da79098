package news.breve.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/** Finds words that stand at an end of a scale, by {@code opposites.tsv}. */
final class Opposites {
  private static final String NONE = "none";
  private static final String CONVERSE = "converse";

  private static final List<List<String>> ROWS = Cells.rows("opposites.tsv", 5);
  private static final Opposites FRENCH = new Opposites(Language.FRENCH);
  private static final Opposites ENGLISH = new Opposites(Language.ENGLISH);

  private final Lexicon<Optional<Pole.End>> lexicon;

  private Opposites(Language language) {
    lexicon = new Lexicon<>(language);
    int column = language == Language.FRENCH ? 1 : 3;
    int scale = 0;
    for (List<String> row : ROWS) {
      scale++;
      if (row.getFirst().equals(NONE)) {
        lexicon.addAll(row.get(column), Optional.empty());
      } else {
        boolean converse = row.getFirst().equals(CONVERSE);
        lexicon.addAll(row.get(column), Optional.of(new Pole.End(scale, true, converse)));
        lexicon.addAll(row.get(column + 1), Optional.of(new Pole.End(scale, false, converse)));
      }
    }
  }

  static Opposites of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /**
   * Returns the words found, in order.
   *
   * @param wordAt the number of the word that each token belongs to, or −1
   * @param denials what is denied
   */
  List<Pole> read(
      Tokens tokens,
      List<String> stems,
      Clauses clauses,
      int[] wordAt,
      Negations.Reading denials) {
    List<Pole> poles = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Lexicon.Match<Optional<Pole.End>>> match =
          denials.tokens().contains(i) ? Optional.empty() : lexicon.at(tokens, stems, i);
      int end = match.map(Lexicon.Match::end).orElse(i + 1);
      if (match.isPresent()) {
        Set<Pole.End> ends = new LinkedHashSet<>();
        match.get().meanings().forEach(meaning -> meaning.ifPresent(ends::add));
        ends.removeIf(e -> ends.contains(e.opposite()));
        int denied = 0;
        int word = -1;
        for (int j = i; j < end; j++) {
          denied = Math.max(denied, denials.denied()[j]);
          word = Math.max(word, wordAt[j]);
        }
        if (!ends.isEmpty()) {
          poles.add(
              new Pole(
                  tokens.slice(i, end),
                  ends,
                  clauses.of(i),
                  word,
                  denied % 2 == 1,
                  tokens.get(i).start(),
                  tokens.get(end - 1).end()));
        }
      }
      i = end;
    }
    return List.copyOf(poles);
  }
}
