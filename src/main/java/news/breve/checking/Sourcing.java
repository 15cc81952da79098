package news.breve.checking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final int LONGEST_NAME = 60;

  private final List<Passage> passages;
  private final Map<String, Set<String>> aliases;
  private final Map<Integer, SourceWords> words = new HashMap<>();

  Sourcing(List<Passage> passages) {
    this.passages = passages;
    this.aliases = aliases(passages);
  }

  /** Returns the words that name a source, where it is named. */
  @Nullable String words(Wording.Saying saying) {
    return saying.relation().source().isNamed() ? saying.source() : null;
  }

  /** Returns if a source that has names is named in a sentence, or in some before it. */
  boolean isNear(SourceWords source, Passage passage, int back) {
    for (int number = passage.number(); number >= Math.max(1, passage.number() - back); number--) {
      if (source.mayBeNamed(words(number))) {
        return true;
      }
    }
    return false;
  }

  private SourceWords words(int number) {
    return words.computeIfAbsent(
        number,
        n -> {
          Statement statement = passages.get(n - 1).statement();
          return of(statement, new Span(0, statement.text().length()));
        });
  }

  /** Returns the words of a source, with the other names that the article has for it. */
  SourceWords of(Statement statement, Span span) {
    SourceWords source = new SourceWords(statement, span);
    for (String name : List.copyOf(source.names())) {
      source.addNames(aliases.getOrDefault(name, Set.of()));
    }
    return source;
  }

  /** "Fisheries and Oceans Canada (DFO)": initials in brackets stand for the names before them. */
  private static Map<String, Set<String>> aliases(List<Passage> passages) {
    Map<String, Set<String>> aliases = new HashMap<>();
    for (Passage passage : passages) {
      String text = passage.statement().text();
      for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
        int close = text.indexOf(')', open);
        String initials = close < 0 ? "" : text.substring(open + 1, close);
        if (initials.length() >= 2 && initials.chars().allMatch(Character::isUpperCase)) {
          Set<String> names =
              new SourceWords(passage.statement(), new Span(startOfName(text, open), open)).names();
          aliases
              .computeIfAbsent(initials.toLowerCase(Locale.ROOT), i -> new HashSet<>())
              .addAll(names);
        }
      }
    }
    return aliases;
  }

  /** A name before brackets begins after the last sign, and is no longer than an office's. */
  private static int startOfName(String text, int open) {
    int start = open;
    while (start > 0 && open - start < LONGEST_NAME && ",.;:—".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
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
    SourceWords given = of(passage.statement(), source.span());
    boolean bothNamed = given.hasNames() && ownLanguage;
    if (bothNamed ? claimed.mayBeNamed(given) : claimed.mayBe(given)) {
      return Optional.empty();
    }
    if (bothNamed) {
      return Optional.of(Severity.ERROR);
    }
    boolean named = isNear(claimed, passage, LOOK_BACK);
    return named ? Optional.empty() : Optional.of(Severity.ERROR);
  }

  /** A pronoun stands for somebody named shortly before; the last one who speaks, most likely. */
  private Optional<Severity> antecedent(SourceWords claimed, Passage passage) {
    boolean protagonist =
        claimed.mayBeNamed(words(1)) || (passages.size() > 1 && claimed.mayBeNamed(words(2)));
    if (!protagonist && !isNear(claimed, passage, LOOK_BACK)) {
      return Optional.of(Severity.ERROR);
    }
    return lastSpeaker(passage)
        .filter(speaker -> speaker.hasNames() && !claimed.mayBeNamed(speaker))
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
    SourceWords first = of(statement, subject);
    return first.names().size() >= 2 ? Optional.of(words(number)) : Optional.empty();
  }
}
