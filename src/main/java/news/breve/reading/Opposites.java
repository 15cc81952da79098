package news.breve.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;

/** Finds words that stand at an end of a scale, by {@code opposites.tsv}. */
final class Opposites {
  private enum End {
    UPPER,
    LOWER,
    /** Words that hold such a word and don't mean it. */
    NONE
  }

  private record Entry(int scale, End end) {}

  private static final List<List<String>> ROWS = Cells.rows("opposites.tsv", 5);
  private static final Pole.Sides SIDES =
      new Pole.Sides(scales("converse"), scales("party"), scales("loose"));
  private static final Opposites FRENCH = new Opposites(Language.FRENCH);
  private static final Opposites ENGLISH = new Opposites(Language.ENGLISH);

  private final Lexicon<Entry> lexicon;

  private Opposites(Language language) {
    lexicon = new Lexicon<>(language);
    int column = language == Language.FRENCH ? 1 : 3;
    for (int scale = 0; scale < ROWS.size(); scale++) {
      List<String> row = ROWS.get(scale);
      boolean none = row.getFirst().equals("none");
      lexicon.addAll(row.get(column), new Entry(scale, none ? End.NONE : End.UPPER));
      lexicon.addAll(row.get(column + 1), new Entry(scale, none ? End.NONE : End.LOWER));
    }
  }

  private static BitSet scales(String kind) {
    BitSet scales = new BitSet();
    for (int scale = 0; scale < ROWS.size(); scale++) {
      scales.set(scale, ROWS.get(scale).getFirst().equals(kind));
    }
    return scales;
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
  List<Pole> read(Tokens tokens, List<String> stems, int[] wordAt, Negations.Reading denials) {
    List<Pole> poles = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Lexicon.Match<Entry>> match =
          denials.tokens().contains(i) || isName(tokens, i) || isParticle(tokens, i)
              ? Optional.empty()
              : lexicon.allAt(tokens, stems, i);
      int end = match.map(Lexicon.Match::end).orElse(i + 1);
      if (match.isPresent()) {
        boolean none = match.get().meanings().stream().anyMatch(entry -> entry.end() == End.NONE);
        BitSet upper = scales(match.get().meanings(), End.UPPER);
        BitSet lower = scales(match.get().meanings(), End.LOWER);
        BitSet both = (BitSet) upper.clone();
        both.and(lower);
        upper.andNot(both);
        lower.andNot(both);
        boolean denied = false;
        boolean limited = isLessened(tokens, i) || isQuantifierOfDenial(tokens, i, denials);
        int word = -1;
        for (int j = i; j < end; j++) {
          limited |= denials.limited().contains(j);
          denied |=
              denials.denied().contains(j)
                  && isDeniedFromOutside(wordAt[j], tokens.get(i).start(), denials.denials());
          word = Math.max(word, wordAt[j]);
        }
        if (!none && !limited && (!upper.isEmpty() || !lower.isEmpty())) {
          poles.add(
              new Pole(
                  tokens.slice(i, end),
                  word,
                  denied,
                  tokens.get(i).start(),
                  tokens.get(end - 1).end(),
                  upper,
                  lower,
                  SIDES));
        }
      }
      i = end;
    }
    return List.copyOf(poles);
  }

  /** The words that deny may be its own: "refuse to sign". */
  private static boolean isDeniedFromOutside(int word, int start, List<Denial> denials) {
    return denials.stream()
        .anyMatch(denial -> denial.words().contains(word) && denial.start() != start);
  }

  /** « L'absence de toute aide », "not all": the denial says how many, not this word. */
  private static boolean isQuantifierOfDenial(Tokens tokens, int i, Negations.Reading denials) {
    return denials.tokens().contains(i - 1)
        && FunctionWords.of(tokens.language()).has(tokens.get(i));
  }

  /** Grand Narrows, the Upper House. */
  private static boolean isName(Tokens tokens, int i) {
    return tokens.get(i).isCapitalised() && !tokens.opensSentence(i);
  }

  /** "Bear down on", "hand down": after another verb than be, it says how far only by a figure. */
  private static boolean isParticle(Tokens tokens, int i) {
    boolean particle = i > 0 && (tokens.get(i).is("up") || tokens.get(i).is("down"));
    if (!particle || tokens.isFrench()) {
      return false;
    }
    Token verb = tokens.get(i - 1);
    Token after = tokens.get(i + 1);
    boolean measured = after.isNumber() || !after.isWord() || after.is("by") || after.is("from");
    return !measured
        && !FunctionWords.of(Language.ENGLISH).has(verb)
        && (verb.word().endsWith("ing") || VerbForms.tense(tokens, i - 1) != Predicate.Tense.NONE);
  }

  /** « Peu sûr », "less expensive": which end it stands at then is another word's to say. */
  private static boolean isLessened(Tokens tokens, int i) {
    return i > 0
        && switch (tokens.get(i - 1).word()) {
          case "peu", "moins", "less", "least", "little" -> true;
          default -> false;
        };
  }

  private static BitSet scales(List<Entry> entries, End end) {
    BitSet scales = new BitSet();
    entries.stream()
        .filter(entry -> entry.end() == end)
        .forEach(entry -> scales.set(entry.scale()));
    return scales;
  }
}
