package news.breve.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.breve.article.Language;

/**
 * The small words that deny something in a statement: not, no, never; ne … pas, aucun, sans.
 *
 * @param places from what opens each denial to the end of what completes it, in order
 * @param lexical how many words deny by what they mean or how they begin: fail, impossible,
 *     unverified
 */
public record ExplicitNegation(List<AttributionRelation.Span> places, int lexical) {
  private enum Kind {
    NONE,
    CLITIC,
    WORD,
    COMPLETES,
    PRONOUN,
    PRIVATIVE,
    EVER,
    ONLY,
    LEXICAL
  }

  /** What completes a denial stands so near to what opens it. */
  private static final int REACH = 7;

  private static final List<List<String>> ROWS = Cells.rows("explicit-negations.tsv", 3);
  private static final Map<Kind, Phrases<Kind>> FRENCH = phrases(Language.FRENCH);
  private static final Map<Kind, Phrases<Kind>> ENGLISH = phrases(Language.ENGLISH);

  public ExplicitNegation {
    places = List.copyOf(places);
  }

  private static Map<Kind, Phrases<Kind>> phrases(Language language) {
    Map<Kind, Phrases<Kind>> phrases = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      phrases.put(
          kind,
          Cells.phrases(
              ROWS, Phrases.Key.EXACT, language, row -> row.get(0).equals(name), row -> kind));
    }
    return phrases;
  }

  /** Returns what a statement denies by small words. */
  public static ExplicitNegation of(Statement statement) {
    Tokens tokens = statement.tokens();
    List<AttributionRelation.Span> places = new ArrayList<>();
    int lexical = 0;
    int i = 0;
    while (i < tokens.size()) {
      boolean means =
          end(tokens, i, Kind.LEXICAL).isPresent()
              || NegativeForms.has(tokens.get(i).word(), statement.language());
      lexical += means ? 1 : 0;
      Optional<Integer> none = end(tokens, i, Kind.NONE);
      Optional<Integer> clitic = end(tokens, i, Kind.CLITIC);
      Optional<Integer> word = end(tokens, i, Kind.WORD);
      if (none.isPresent()) {
        i = none.get();
      } else if (clitic.isPresent()) {
        i = completed(tokens, i, clitic.get(), places, false);
      } else if (end(tokens, i, Kind.PRIVATIVE).isPresent()) {
        i = completed(tokens, i, i + 1, places, true);
      } else if (word.isPresent()) {
        i = word.get();
        i = withClitic(tokens, i - 1, places, i);
      } else {
        i++;
      }
    }
    return new ExplicitNegation(places, lexical);
  }

  /** Returns the words of a quotation with the « ne » that stands before it: n'est « plus … ». */
  public static String completed(Statement statement, String quoted) {
    int start = statement.text().indexOf(quoted);
    Tokens tokens = statement.tokens();
    int i = start < 0 ? 0 : tokens.from(start + quoted.length() - quoted.stripLeading().length());
    boolean completes =
        end(tokens, i, Kind.WORD).isPresent() || end(tokens, i, Kind.COMPLETES).isPresent();
    for (int j = i - 1; completes && j >= Math.max(0, i - REACH); j--) {
      if (end(tokens, j, Kind.CLITIC).isPresent()) {
        return "ne " + quoted.strip();
      }
    }
    return quoted;
  }

  /** « Ne … pas » is one denial, « ne … que » a limit; « ne » alone denies little. */
  private static int completed(
      Tokens tokens,
      int opening,
      int from,
      List<AttributionRelation.Span> places,
      boolean privative) {
    for (int i = from; i < Math.min(tokens.size(), from + REACH); i++) {
      boolean parted = tokens.get(i).kind() == Token.Kind.SIGN;
      if (privative && (parted || end(tokens, i, Kind.CLITIC).isPresent())) {
        break;
      }
      boolean completes =
          end(tokens, i, Kind.WORD).isPresent() || end(tokens, i, Kind.COMPLETES).isPresent();
      if (completes) {
        int last = withMore(tokens, i + 1);
        places.add(
            new AttributionRelation.Span(tokens.get(opening).start(), tokens.get(last - 1).end()));
        return last;
      }
      if (end(tokens, i, Kind.ONLY).isPresent()) {
        return i + 1;
      }
    }
    if (privative) {
      places.add(
          new AttributionRelation.Span(tokens.get(opening).start(), tokens.get(opening).end()));
    }
    return from;
  }

  /** « Jamais rien », « plus aucun »: words of denial side by side are one denial. */
  private static int withMore(Tokens tokens, int from) {
    int i = from;
    while (end(tokens, i, Kind.WORD).isPresent() || end(tokens, i, Kind.COMPLETES).isPresent()) {
      i++;
    }
    return i;
  }

  /** « Personne n'a … »: a word that its clitic follows is one denial with it. */
  private static int withClitic(
      Tokens tokens, int word, List<AttributionRelation.Span> places, int after) {
    boolean ever = word > 0 && end(tokens, word, Kind.EVER).isPresent();
    AttributionRelation.Span place =
        new AttributionRelation.Span(tokens.get(word).start(), tokens.get(word).end());
    if (!ever) {
      places.add(place);
    }
    for (int i = after; i < Math.min(tokens.size(), after + REACH); i++) {
      if (tokens.get(i).kind() == Token.Kind.SIGN || end(tokens, i, Kind.WORD).isPresent()) {
        break;
      }
      Optional<Integer> clitic = end(tokens, i, Kind.CLITIC);
      if (clitic.isPresent()) {
        if (ever) {
          places.add(place);
        }
        return clitic.get();
      }
    }
    return after;
  }

  /** « N'avons pas trouvé d'autre source » says that there is none. */
  private static boolean takesObject(Tokens tokens, Word verb) {
    Token after = tokens.get(tokens.from(verb.end()));
    return tokens.isFrench() ? after.is("de") || after.is("d'") : after.is("any");
  }

  /** "We stole nothing": what a pronoun denies stands before it. */
  private static boolean isPronoun(Statement statement, AttributionRelation.Span place) {
    Tokens tokens = statement.tokens();
    return end(tokens, tokens.from(place.start()), Kind.PRONOUN).isPresent();
  }

  private static Optional<Integer> end(Tokens tokens, int i, Kind kind) {
    Map<Kind, Phrases<Kind>> phrases = tokens.isFrench() ? FRENCH : ENGLISH;
    return Objects.requireNonNull(phrases.get(kind)).at(tokens, i).map(Phrases.Match::end);
  }

  /** Returns how many denials there are. */
  public int count() {
    return places.size();
  }

  /**
   * Returns what the first denial may deny: the words that carry meaning between what opens and
   * what completes it, and the first one after.
   */
  public List<Word> denied(Statement statement) {
    if (places.isEmpty()) {
      return List.of();
    }
    AttributionRelation.Span place = places.getFirst();
    List<Word> denied = new ArrayList<>();
    boolean pronoun = isPronoun(statement, place);
    for (Word word : statement.words()) {
      if (pronoun && word.end() <= place.start()) {
        denied.clear();
        denied.add(word);
      } else if (place.covers(word.start())) {
        denied.add(word);
      } else if (word.start() >= place.end()) {
        denied.add(word);
        if (!takesObject(statement.tokens(), word)) {
          break;
        }
      }
    }
    return denied;
  }
}
