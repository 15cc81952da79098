package news.breve.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import news.breve.article.Language;
import news.breve.article.Table;
import org.tartarus.snowball.SnowballProgram;
import org.tartarus.snowball.ext.englishStemmer;
import org.tartarus.snowball.ext.frenchStemmer;

/** The words of a language as far as the extractive writer needs them, from its tables. */
final class Words {
  private final Language language;
  private final Set<String> stopwords;
  private final Set<String> uncertain;
  private final List<String> pronounOpenings;
  private final List<String> linkOpenings;
  private final List<String> closings;
  private final List<String> notStory;

  Words(Language language) {
    this.language = language;
    stopwords = new HashSet<>(cells("stopwords.tsv", 2, ""));
    uncertain = new HashSet<>(cells("uncertain.tsv", 2, ""));
    pronounOpenings = cells("openings.tsv", 3, "pronoun");
    linkOpenings = cells("openings.tsv", 3, "link");
    closings = cells("openings.tsv", 3, "closing");
    notStory = cells("not-story.tsv", 2, "");
  }

  private List<String> cells(String table, int columns, String kind) {
    int column = columns - (language == Language.FRENCH ? 2 : 1);
    return Table.read(Words.class, table, columns).stream()
        .filter(row -> kind.isEmpty() || row.get(0).equals(kind))
        .flatMap(row -> Arrays.stream(row.get(column).split(";", -1)))
        .map(String::strip)
        .toList();
  }

  /** Returns the stems of the words that carry a topic, each once. */
  Set<String> topics(String text) {
    UnaryOperator<String> stemmer = stemmer();
    Set<String> stems = new LinkedHashSet<>();
    for (String word : split(text)) {
      if (word.length() > 1 && !stopwords.contains(word)) {
        stems.add(stemmer.apply(word));
      }
    }
    return stems;
  }

  /** Returns a stemmer for one thread: the library's keep state. */
  private UnaryOperator<String> stemmer() {
    if (language == Language.FRENCH) {
      frenchStemmer french = new frenchStemmer();
      return word -> stem(french, french::stem, word);
    }
    englishStemmer english = new englishStemmer();
    return word -> stem(english, english::stem, word);
  }

  private static String stem(SnowballProgram program, BooleanSupplier stem, String word) {
    program.setCurrent(word);
    return stem.getAsBoolean() ? program.getCurrent() : word;
  }

  /** Returns the words in lower case; an elision's letter is a word of its own. */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return words;
  }

  /** Returns if a sentence says that something may not be so, or is not. */
  boolean isUncertain(String sentence) {
    String plain = plain(sentence);
    return Arrays.stream(plain.split("[^\\p{L}'-]+"))
        .anyMatch(word ->
            uncertain.contains(word)
                || uncertain.contains(word.substring(0, word.indexOf('\'') + 1)));
  }

  boolean opensWithPronoun(String sentence) {
    return opensWith(sentence, pronounOpenings);
  }

  boolean opensWithLink(String sentence) {
    return opensWith(sentence, linkOpenings);
  }

  /** Returns if the last words before the final punctuation point back to another sentence. */
  boolean closesWithPronoun(String sentence) {
    String plain = plain(sentence);
    int end = plain.length();
    while (end > 0 && !Character.isLetterOrDigit(plain.charAt(end - 1))) {
      end--;
    }
    String words = plain.substring(0, end);
    return closings.stream()
        .anyMatch(phrase ->
            words.endsWith(phrase)
                && words.length() > phrase.length()
                && !isPartOfWord(words.charAt(words.length() - phrase.length() - 1)));
  }

  boolean namesNoStory(String sentence) {
    return opensWith(sentence, notStory) || sentence.indexOf('©') >= 0;
  }

  private static boolean opensWith(String sentence, List<String> phrases) {
    String plain = plain(sentence);
    int start = 0;
    while (start < plain.length()
        && !Character.isLetterOrDigit(plain.charAt(start))
        && plain.charAt(start) != '©') {
      start++;
    }
    String opening = plain.substring(start);
    return phrases.stream()
        .anyMatch(phrase ->
            opening.startsWith(phrase)
                && (opening.length() == phrase.length()
                    || !isPartOfWord(opening.charAt(phrase.length()))));
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '\'';
  }

  private static String plain(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
