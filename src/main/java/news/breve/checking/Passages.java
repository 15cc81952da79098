package news.breve.checking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import news.breve.article.Article;
import news.breve.reading.Quotation;
import news.breve.reading.Quotations;
import org.jspecify.annotations.Nullable;

/** The sentences of an article, folded once to look for quotations in them. */
final class Passages {
  private final List<String> sentences;
  private final String text;

  /** All that stands in quotation marks; null where marks don't pair, so that it can't be told. */
  private final @Nullable String quoted;

  /** Where each sentence begins in the text. */
  private final NavigableMap<Integer, Integer> numberByStart = new TreeMap<>();

  Passages(Article article) {
    sentences = article.sentenceTexts().stream().map(Verbatim::fold).toList();
    text = String.join(" ", sentences);
    quoted = quoted(article.text());
    int start = 0;
    for (int number = 1; number <= sentences.size(); number++) {
      numberByStart.put(start, number);
      start += sentences.get(number - 1).length() + 1;
    }
  }

  private static @Nullable String quoted(String text) {
    List<Quotation> quotations = Quotations.read(text);
    StringBuilder rest = new StringBuilder(text);
    StringBuilder words = new StringBuilder();
    for (Quotation quotation : quotations) {
      words.append(Verbatim.fold(quotation.words())).append(' ');
      for (int i = quotation.start(); i < quotation.end(); i++) {
        rest.setCharAt(i, ' ');
      }
    }
    boolean paired = rest.chars().noneMatch(c -> "«»“”\"„".indexOf(c) >= 0);
    return paired ? words.toString() : null;
  }

  /** Returns if the article has words in quotation marks, as far as its marks tell. */
  boolean quotes(Verbatim words) {
    return quoted == null || words.startIn(quoted) >= 0;
  }

  /** Returns if words stand in some sentences; they may run from one into the next. */
  boolean hold(Collection<Integer> numbers, Verbatim words) {
    StringBuilder cited = new StringBuilder();
    int previous = 0;
    for (int number : new TreeSet<>(numbers)) {
      if (number >= 1 && number <= sentences.size()) {
        // A line feed, which no quotation has, keeps sentences apart that don't follow each other.
        cited.append(number == previous + 1 ? ' ' : '\n').append(sentences.get(number - 1));
        previous = number;
      }
    }
    return words.startIn(cited.toString()) >= 0;
  }

  /** Returns the number of the sentence that words begin in, wherever it is; empty if nowhere. */
  Optional<Integer> find(Verbatim words) {
    int start = words.startIn(text);
    return start < 0
        ? Optional.empty()
        : Optional.of(numberByStart.floorEntry(start)).map(Map.Entry::getValue);
  }
}
