package news.breve.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Article;
import news.breve.article.Sentence;
import news.breve.reading.Attributions;
import news.breve.reading.ModelAddress;
import news.breve.reading.Quotation;
import news.breve.reading.Quotations;
import news.breve.reading.Reader;
import news.breve.reading.Setting;
import news.breve.writing.Passage.Fitness;

/**
 * An article as passages, and what it is about.
 *
 * @param passages all sentences in order
 * @param frequency in how many of them a topic stands
 * @param titleTopics topics of the title, or of a first line that is a headline
 */
record Story(
    Article article,
    Words words,
    List<Passage> passages,
    Map<String, Integer> frequency,
    Set<String> titleTopics) {
  /**
   * A line without final punctuation that is longer than this is a sentence that lost its point.
   */
  private static final int MAX_HEADING_WORDS = 22;

  private static final int MIN_HEADLINE_WORDS = 3;

  static Story of(Article article, Words words) {
    Reader reader = new Reader(article.language(), Setting.of(article));
    List<Passage> passages = new ArrayList<>();
    Map<String, Integer> frequency = new HashMap<>();
    Lines lines = new Lines(article.text());
    for (int i = 0; i < article.sentences().size(); i++) {
      Sentence span = article.sentences().get(i);
      int from = lines.offset(span.start());
      int to = lines.offset(span.end());
      String text = article.text().substring(from, to);
      Set<String> topics = words.topics(text);
      List<Quotation> quotations = Quotations.read(text);
      Fitness fitness =
          lines.isWhole(from, to) && isHeading(text)
              ? Fitness.NO_SENTENCE
              : fitness(article, words, text, quotations);
      passages.add(new Passage(i + 1, text, fitness, topics, reader.read(text), quotations));
      if (fitness != Fitness.NO_SENTENCE) {
        topics.forEach(topic -> frequency.merge(topic, 1, Integer::sum));
      }
    }
    Story story = new Story(article, words, List.copyOf(passages), Map.copyOf(frequency), Set.of());
    Set<String> titleTopics = story.headline().map(words::topics).orElse(Set.of());
    return new Story(article, words, story.passages, story.frequency, titleTopics);
  }

  /** Returns the title, or the first line where that is a headline; empty if there is neither. */
  Optional<String> headline() {
    String title = article.title();
    if (title != null) {
      return Optional.of(title);
    }
    return hasHeadlineLine() ? Optional.of(passages.getFirst().text()) : Optional.empty();
  }

  /** Returns if a passage is the headline: plain text keeps its headline as the first line. */
  boolean isHeadline(Passage passage) {
    return passage.number() == 1 && hasHeadlineLine();
  }

  /** Returns if the first line is a headline: plain text keeps its headline in the text. */
  boolean hasHeadlineLine() {
    if (passages.size() < 2) {
      return false;
    }
    Passage first = passages.getFirst();
    return first.fitness() == Fitness.NO_SENTENCE
        && !words.namesNoStory(first.text())
        && !isListItem(first.text())
        && !ModelAddress.isIn(first.text(), article.language())
        && Words.split(first.text()).size() >= MIN_HEADLINE_WORDS;
  }

  private static Fitness fitness(
      Article article, Words words, String text, List<Quotation> quotations) {
    if ((words.namesNoStory(text) && Words.split(text).size() <= MAX_HEADING_WORDS)
        || isListItem(text)
        || ModelAddress.isIn(text, article.language())) {
      return Fitness.NO_SENTENCE;
    }
    int quoted = quotations.stream().mapToInt(q -> q.end() - q.start()).sum();
    boolean mostlyQuoted = quoted * 2 > text.length();
    boolean unattributed =
        mostlyQuoted
            && Attributions.of(article.language())
                .of(text, quotations.getFirst())
                .source()
                .isEmpty();
    boolean halfQuotation = opensUnclosed(text) || closesUnopened(text);
    if ((text.contains("?") && quoted == 0) || unattributed || halfQuotation) {
      return Fitness.POOR;
    }
    if (mostlyQuoted || words.opensWithPronoun(text) || words.closesWithPronoun(text)) {
      return Fitness.LEANING;
    }
    return words.opensWithLink(text) ? Fitness.LINKED : Fitness.CLEAN;
  }

  private static boolean isHeading(String text) {
    char last = text.charAt(text.length() - 1);
    boolean ends = ".!?…»”\"’".indexOf(last) >= 0;
    return !ends && Words.split(text).size() <= MAX_HEADING_WORDS;
  }

  private static boolean isListItem(String text) {
    char first = text.charAt(0);
    return "•-–—*▪·→".indexOf(first) >= 0 && text.length() > 1 && text.charAt(1) == ' ';
  }

  private static boolean opensUnclosed(String text) {
    return count(text, '«') > count(text, '»') || count(text, '“') > count(text, '”');
  }

  private static boolean closesUnopened(String text) {
    return count(text, '»') > count(text, '«')
        || count(text, '”') > count(text, '“')
        || count(text, '"') % 2 == 1;
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }

  /** Code point offsets of a text as UTF-16 ones, asked for in rising order; and its lines. */
  private static final class Lines {
    private final String text;
    private int codePoints;
    private int units;

    Lines(String text) {
      this.text = text;
    }

    int offset(int codePoint) {
      units = text.offsetByCodePoints(units, codePoint - codePoints);
      codePoints = codePoint;
      return units;
    }

    boolean isWhole(int from, int to) {
      boolean starts = from == 0 || text.charAt(from - 1) == '\n';
      boolean ends = to == text.length() || text.charAt(to) == '\n';
      return starts && ends;
    }
  }
}
