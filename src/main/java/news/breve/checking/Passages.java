package news.breve.checking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import news.breve.article.Article;

/** The sentences of an article, folded once to look for quotations in them. */
final class Passages {
  private final List<String> sentences;
  private final String text;

  /** Where each sentence begins in the text. */
  private final NavigableMap<Integer, Integer> numberByStart = new TreeMap<>();

  Passages(Article article) {
    sentences =
        IntStream.rangeClosed(1, article.sentences().size())
            .mapToObj(number -> Verbatim.fold(article.sentence(number)))
            .toList();
    text = String.join(" ", sentences);
    int start = 0;
    for (int number = 1; number <= sentences.size(); number++) {
      numberByStart.put(start, number);
      start += sentences.get(number - 1).length() + 1;
    }
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
