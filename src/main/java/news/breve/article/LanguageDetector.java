package news.breve.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells French from English and both from the rest by their function words and letters, from {@code
 * function-words.tsv}. The language that most of the text is written in wins, whatever it quotes;
 * in doubt the answer is that it is in doubt. Linear in the length of the text.
 */
public final class LanguageDetector {
  /** Three words are never enough. */
  private static final int FEWEST_WORDS = 4;

  /**
   * In a text as long as this, the lack of known function words says that the language is another.
   */
  private static final int LONG_TEXT = 25;

  /** The share of function words below which a long text is in an unknown language. */
  private static final double LEAST_SHARE = 0.1;

  /** What a language must have over each other one: about a function word. */
  private static final double LEAST_EVIDENCE = 0.9;

  /** How far ahead of the second a language must be in a sentence, and in a long text. */
  private static final double CLEAR_LEAD = 1.5;

  private static final double CLEAR_LEAD_LONG = 1.25;

  /** Names make a short French or English sentence look foreign: there, it takes twice as much. */
  private static final double FOREIGN = 2;

  /** A letter tells less than a word. */
  private static final double LETTER_WEIGHT = 0.35;

  /** Letters before it, those of ASCII, are everybody's. */
  private static final int FIRST_TELLING = 0x80;

  /** The sets of languages that have a word or a letter in common: a hundred at most. */
  private final List<Set<String>> shared;

  /** What they have, and which of the sets. */
  private final Map<String, Integer> words;

  private final Map<String, Integer> letters;

  public LanguageDetector() {
    Map<String, Set<String>> words = new HashMap<>();
    Map<String, Set<String>> letters = new HashMap<>();
    for (List<String> row : Table.read(LanguageDetector.class, "function-words.tsv", 3)) {
      Map<String, Set<String>> kind = row.get(1).equals("letters") ? letters : words;
      for (String item : row.get(2).split(" ", -1)) {
        kind.computeIfAbsent(item, key -> new HashSet<>()).add(row.getFirst());
      }
    }
    Map<Set<String>, Integer> numbers = new LinkedHashMap<>();
    this.words = numbered(words, numbers);
    this.letters = numbered(letters, numbers);
    shared = List.copyOf(numbers.keySet());
  }

  private static Map<String, Integer> numbered(
      Map<String, Set<String>> items, Map<Set<String>, Integer> numbers) {
    Map<String, Integer> numbered = HashMap.newHashMap(items.size());
    for (Map.Entry<String, Set<String>> item : items.entrySet()) {
      Integer next = numbers.size();
      Integer known = numbers.putIfAbsent(item.getValue(), next);
      numbered.put(item.getKey(), known == null ? next : known);
    }
    return numbered;
  }

  /**
   * Returns the language most of the text is written in; a sentence of five words may be enough.
   */
  public Detection detect(String text) {
    Count count = new Count(shared);
    read(text, count);
    if (count.foreignLetters > count.latinLetters && count.foreignLetters >= FEWEST_WORDS) {
      return Detection.OTHER;
    }
    if (count.words < FEWEST_WORDS) {
      return Detection.TOO_SHORT;
    }
    return judge(count);
  }

  /** The language that covers most of the words must beat each other one where the two differ. */
  private static Detection judge(Count count) {
    String best = "";
    double most = 0;
    for (String language : languages(count)) {
      double covered = count.evidence(language, "");
      if (covered > most) {
        most = covered;
        best = language;
      }
    }
    boolean isLong = count.words >= LONG_TEXT;
    if (isLong && most < LEAST_SHARE * count.words) {
      return Detection.OTHER;
    }
    if (most < LEAST_EVIDENCE) {
      return Detection.UNSURE;
    }
    double lead = isLong ? CLEAR_LEAD_LONG : CLEAR_LEAD;
    boolean ours = best.equals("fr") || best.equals("en");
    double caution = ours || isLong ? 1 : FOREIGN;
    for (String rival : ours ? languages(count) : Set.of("fr", "en")) {
      double evidence = count.evidence(best, rival) / caution;
      if (!rival.equals(best)
          && (evidence < LEAST_EVIDENCE || evidence < lead * count.evidence(rival, best))) {
        return Detection.UNSURE;
      }
    }
    return switch (best) {
      case "fr" -> Detection.FRENCH;
      case "en" -> Detection.ENGLISH;
      default -> Detection.OTHER;
    };
  }

  private static Set<String> languages(Count count) {
    Set<String> languages = new TreeSet<>();
    for (int i = 0; i < count.weights.length; i++) {
      if (count.weights[i] > 0) {
        languages.addAll(count.shared.get(i));
      }
    }
    return languages;
  }

  private void read(String text, Count count) {
    int i = 0;
    while (i < text.length()) {
      int start = i;
      // Zoé and Müller are Zoé and Müller in every language.
      boolean capital = Character.isUpperCase(text.codePointAt(i));
      while (i < text.length() && Character.isLetter(text.codePointAt(i))) {
        int c = text.codePointAt(i);
        i += Character.charCount(c);
        count.letter(c);
        if (!capital && c >= FIRST_TELLING) {
          count.add(letters.get(Character.toString(c)), LETTER_WEIGHT);
        }
      }
      if (i == start) {
        i += Character.charCount(text.codePointAt(i));
        continue;
      }
      boolean elided = i < text.length() && (text.charAt(i) == '\'' || text.charAt(i) == '’');
      String word = text.substring(start, i).toLowerCase(Locale.ROOT) + (elided ? "'" : "");
      count.words++;
      count.add(words.get(word), 1);
    }
  }

  /** The evidence of one text. */
  private static final class Count {
    private final List<Set<String>> shared;

    /** Of each of the sets of languages. */
    private final double[] weights;

    private int words;
    private int latinLetters;
    private int foreignLetters;

    Count(List<Set<String>> shared) {
      this.shared = shared;
      this.weights = new double[shared.size()];
    }

    void letter(int c) {
      if (c < FIRST_TELLING || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
        latinLetters++;
      } else {
        foreignLetters++;
      }
    }

    void add(@Nullable Integer languages, double weight) {
      if (languages != null) {
        weights[languages] += weight;
      }
    }

    /** Returns the weight of what one language has and another has not. */
    double evidence(String language, String rival) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0 && shared.get(i).contains(language) && !shared.get(i).contains(rival)) {
          sum += weights[i];
        }
      }
      return sum;
    }
  }
}
