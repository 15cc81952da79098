package news.breve.reading;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/** Small words that show who does what to whom, from {@code clause-words.tsv}. */
final class ClauseWords {
  enum Kind {
    DETERMINER,
    /** Begins another clause. */
    BREAK,
    /** May begin another clause: after, before. */
    TIME,
    AND,
    /** Begins another clause, whose subject may be that of the one before. */
    BUT,
    /** Before who does it, in the passive. */
    AGENT,
    /** Before whom it is done to. */
    RECEIVER,
    OF,
    SUBJECT,
    OBJECT,
    /** An object that stands before its verb. */
    CLITIC,
    /** A clitic that is nothing else: « lui ». */
    DATIVE,
    REFLEXIVE,
    /** Stands for a noun with its complement: « celui du Québec ». */
    THAT_OF,
    WHO,
    WHICH,
    WHOM,
    /** Makes a participle passive. */
    BE,
    /** Makes others do what the infinitive after it says: « fait vivre ». */
    CAUSE,
    /** A verb whose subject has something done to it. */
    UNDERGO,
    /** A participle that is not passive after être: « est décédée ». */
    ACTIVE,
    /** Between a subject and its verb. */
    HAVE,
    ADVERB
  }

  private static final List<List<String>> ROWS = Cells.rows("clause-words.tsv", 3);
  private static final ClauseWords FRENCH = new ClauseWords(1);
  private static final ClauseWords ENGLISH = new ClauseWords(2);

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

  /** The kinds that a token is of. */
  private final OfType<Set<Kind>> kinds = new OfType<>();

  private ClauseWords(int column) {
    for (List<String> row : ROWS) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT).replace(' ', '_'));
      words.computeIfAbsent(kind, k -> new HashSet<>()).addAll(Cells.alternatives(row.get(column)));
    }
  }

  static ClauseWords of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  boolean is(Kind kind, Token token) {
    Set<Kind> all = kinds.of(token, this::kinds);
    return all != null && all.contains(kind);
  }

  private @Nullable Set<Kind> kinds(Token token) {
    Set<Kind> all = EnumSet.noneOf(Kind.class);
    words.forEach((kind, ofKind) -> {
      if (ofKind.contains(token.word())) {
        all.add(kind);
      }
    });
    return all.isEmpty() ? null : all;
  }

  boolean is(Kind kind, String word) {
    return Objects.requireNonNull(words.get(kind)).contains(word);
  }
}
