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
import news.breve.reading.Word;
import org.jspecify.annotations.Nullable;

/** Who the sources of an article are: those that a pronoun stands for, too. */
final class Sourcing {
  /** A pronoun speaks of somebody named at most so many sentences before. */
  private static final int LOOK_BACK = 4;

  /** An article says whom it is about in so many sentences. */
  private static final int BEGINNING = 2;

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

  /** Returns if a source is named where an article begins: a pronoun anywhere may stand for it. */
  boolean isProtagonist(SourceWords source) {
    for (int number = 1; number <= Math.min(BEGINNING, passages.size()); number++) {
      if (source.mayBeNamed(words(number))) {
        return true;
      }
    }
    return false;
  }

  /** Returns if a source is named in any sentence. */
  boolean isAnywhere(SourceWords source) {
    return passages.stream().anyMatch(passage -> source.sharesName(words(passage.number())));
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
    while (start > 0
        && open - start < LONGEST_NAME
        && ",.;:—".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  /**
   * Returns how surely a source is another than the one that says something in the article.
   *
   * @param claimed the words that the draft names it by
   * @param generic whether these may stand for anybody: officials
   */
  Optional<Severity> conflict(
      SourceWords claimed,
      boolean generic,
      Wording.Saying saying,
      List<Passage> evidence,
      boolean ownLanguage) {
    AttributionRelation.Source source = saying.relation().source();
    Statement statement = saying.passage().statement();
    if (!claimed.hasNames()) {
      boolean found =
          generic
              || !ownLanguage
              || evidence.stream().anyMatch(passage -> isNearby(claimed, passage, 0))
              || evidence.stream().anyMatch(passage -> claimed.hasKin(passage.statement()))
              || (!source.isNamed() && isNearby(claimed, saying.passage(), LOOK_BACK));
      return found ? Optional.empty() : Optional.of(Severity.WARNING);
    }
    if (claimed.isPlace()
        && evidence.stream().anyMatch(passage -> claimed.mayBeNamed(words(passage.number())))) {
      return Optional.empty();
    }
    if (!source.isNamed() || !statement.mayNameSource(source.span())) {
      return antecedent(claimed, saying.passage(), evidence);
    }
    SourceWords given = of(statement, source.span());
    boolean bothNamed =
        given.hasNames() && ownLanguage && !generic && !statement.isDescription(source.span());
    if (bothNamed ? claimed.mayBeNamed(given) : claimed.mayBe(given)) {
      return Optional.empty();
    }
    if (bothNamed) {
      return Optional.of(Severity.ERROR);
    }
    if (isCalled(claimed, given, saying.passage())) {
      return Optional.empty();
    }
    if (claimed.mayBeNamed(words(saying.passage().number()))) {
      return Optional.of(Severity.WARNING);
    }
    boolean cited = evidence.stream().anyMatch(p -> claimed.mayBeNamed(words(p.number())));
    boolean near = isNear(claimed, saying.passage(), LOOK_BACK);
    return cited ? Optional.empty() : Optional.of(near ? Severity.WARNING : Severity.ERROR);
  }

  /** Returns if the article calls somebody by what another sentence names a source by. */
  private boolean isCalled(SourceWords named, SourceWords described, Passage but) {
    for (Passage passage : passages) {
      if (passage.number() == but.number()) {
        continue;
      }
      String text = passage.statement().text();
      for (Word word : passage.statement().words()) {
        if (named.isName(word)) {
          Span around =
              new Span(
                  Math.max(0, word.start() - SUBJECT),
                  Math.min(text.length(), word.end() + SUBJECT));
          if (described.mayBe(new SourceWords(passage.statement(), around))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isNearby(SourceWords source, Passage passage, int back) {
    for (int number = passage.number(); number >= Math.max(1, passage.number() - back); number--) {
      if (source.mayBe(words(number))) {
        return true;
      }
    }
    return false;
  }

  /** A pronoun stands for somebody named shortly before; the last one who speaks, most likely. */
  private Optional<Severity> antecedent(
      SourceWords claimed, Passage passage, List<Passage> evidence) {
    boolean protagonist = isProtagonist(claimed);
    boolean cited = evidence.stream().anyMatch(p -> claimed.mayBeNamed(words(p.number())));
    if (claimed.mayBeNamed(words(passage.number()))) {
      return Optional.empty();
    }
    if (!isToldBefore(claimed, passage)
        && speakerBefore(claimed, passage, evidence).filter(s -> !claimed.mayBe(s)).isPresent()) {
      return Optional.of(Severity.WARNING);
    }
    if (protagonist) {
      return Optional.empty();
    }
    if (!cited && !isNear(claimed, passage, LOOK_BACK)) {
      return Optional.of(Severity.ERROR);
    }
    boolean others =
        !cited
            && evidence.stream()
                .filter(p -> p.number() < passage.number())
                .anyMatch(p -> words(p.number()).names().size() >= 2);
    return lastSpeaker(passage)
                .filter(speaker -> speaker.hasNames() && !claimed.mayBeNamed(speaker))
                .isPresent()
            || others
        ? Optional.of(Severity.WARNING)
        : Optional.empty();
  }

  /** "Tuohy told Scanlan that she …": the "he" of the next sentence may be whom it is told to. */
  private boolean isToldBefore(SourceWords claimed, Passage passage) {
    if (passage.number() < 2) {
      return false;
    }
    Statement before = passages.get(passage.number() - 2).statement();
    return before.attributions().stream()
        .flatMap(relation -> before.addressee(relation).stream())
        .anyMatch(span -> claimed.mayBeNamed(of(before, span)));
  }

  /**
   * Returns who opens the cited sentence right before and says something in it, unless another says
   * something there too: the pronoun may be either's.
   */
  private Optional<SourceWords> speakerBefore(
      SourceWords claimed, Passage passage, List<Passage> evidence) {
    return evidence.stream()
        .filter(before -> before.number() == passage.number() - 1)
        .filter(before -> !speaks(claimed, before.statement()))
        .flatMap(before ->
            before.statement().attributions().stream()
                .filter(AttributionRelation::isClaim)
                .filter(said -> said.source().isNamed() && said.source().span().start() == 0)
                .map(said -> of(before.statement(), said.source().span())))
        .filter(SourceWords::hasNames)
        .findFirst();
  }

  private boolean speaks(SourceWords claimed, Statement statement) {
    return statement.attributions().stream()
        .filter(said -> said.isClaim() && said.source().isNamed())
        .anyMatch(said -> claimed.mayBeNamed(of(statement, said.source().span())));
  }

  /** Returns the last one before a sentence who says something or is its first name. */
  private Optional<SourceWords> lastSpeaker(Passage passage) {
    int number = passage.number() - 1;
    if (number < 1) {
      return Optional.empty();
    }
    Statement statement = passages.get(number - 1).statement();
    if (statement.opensWithPronoun(new Span(0, 0))) {
      return Optional.empty();
    }
    int comma = statement.text().indexOf(',');
    Span subject = new Span(0, comma < 0 ? Math.min(SUBJECT, statement.text().length()) : comma);
    SourceWords first = of(statement, subject);
    return first.names().size() >= 2 ? Optional.of(words(number)) : Optional.empty();
  }
}
