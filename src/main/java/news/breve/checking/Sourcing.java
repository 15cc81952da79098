package news.breve.checking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.breve.brief.Finding.Severity;
import news.breve.reading.AttributionRelation;
import news.breve.reading.AttributionRelation.Span;
import news.breve.reading.Statement;
import org.jspecify.annotations.Nullable;

/** Who the sources of an article are: those that a pronoun stands for, too. */
final class Sourcing {
  /** A pronoun speaks of somebody named at most so many sentences before. */
  private static final int LOOK_BACK = 4;

  /** A subject takes about so many letters. */
  private static final int SUBJECT = 40;

  private final List<Passage> passages;
  private final Map<Integer, SourceWords> words = new HashMap<>();

  Sourcing(List<Passage> passages) {
    this.passages = passages;
  }

  /** Returns the words that name a source, where it is named. */
  @Nullable String words(Wording.Saying saying) {
    return saying.relation().source().isNamed() ? saying.source() : null;
  }

  /** Returns if a source that has names is named in a sentence, or in some before it. */
  boolean isNear(SourceWords source, Passage passage, int back) {
    for (int number = passage.number(); number >= Math.max(1, passage.number() - back); number--) {
      if (source.mayBe(words(number))) {
        return true;
      }
    }
    return false;
  }

  private SourceWords words(int number) {
    return words.computeIfAbsent(
        number, n -> SourceWords.of(passages.get(n - 1).statement()));
  }

  /** Returns how surely a source is another than the one that says something in the article. */
  Optional<Severity> conflict(
      SourceWords claimed, Wording.Saying saying, boolean ownLanguage) {
    if (!claimed.hasNames()) {
      return Optional.empty();
    }
    AttributionRelation.Source source = saying.relation().source();
    Passage passage = saying.passage();
    if (!source.isNamed()) {
      return antecedent(claimed, passage);
    }
    SourceWords given = new SourceWords(passage.statement(), source.span());
    if (claimed.mayBe(given)) {
      return Optional.empty();
    }
    if (given.hasNames() && ownLanguage) {
      return Optional.of(Severity.ERROR);
    }
    boolean named = isNear(claimed, passage, LOOK_BACK);
    return named ? Optional.empty() : Optional.of(Severity.ERROR);
  }

  /** A pronoun stands for somebody named shortly before; the last one who speaks, most likely. */
  private Optional<Severity> antecedent(SourceWords claimed, Passage passage) {
    boolean protagonist = claimed.mayBe(words(1)) || passages.size() > 1 && claimed.mayBe(words(2));
    if (protagonist) {
      return Optional.empty();
    }
    if (!isNear(claimed, passage, LOOK_BACK)) {
      return Optional.of(Severity.ERROR);
    }
    return lastSpeaker(passage)
        .filter(speaker -> speaker.hasNames() && !claimed.mayBe(speaker))
        .map(speaker -> Severity.WARNING);
  }

  /** Returns the last one before a sentence who says something or is its first name. */
  private Optional<SourceWords> lastSpeaker(Passage passage) {
    int number = passage.number() - 1;
    if (number < 1) {
      return Optional.empty();
    }
    Statement statement = passages.get(number - 1).statement();
    int comma = statement.text().indexOf(',');
    Span subject = new Span(0, comma < 0 ? Math.min(SUBJECT, statement.text().length()) : comma);
    SourceWords first = new SourceWords(statement, subject);
    return first.names().size() >= 2 ? Optional.of(words(number)) : Optional.empty();
  }
}
