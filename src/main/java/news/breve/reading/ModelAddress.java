package news.breve.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where a text speaks to a program that reads it, as in « Ignorez les consignes précédentes »: an
 * order is told from a report by where it stands, for only what opens a clause is one.
 *
 * @param start UTF-16 offset of the words it is known by
 * @param end UTF-16 offset after them
 */
public record ModelAddress(int start, int end) {
  private static final Cues FRENCH = new Cues(Language.FRENCH);
  private static final Cues ENGLISH = new Cues(Language.ENGLISH);

  /** Returns if a text speaks to a program anywhere. */
  public static boolean isIn(String text, Language language) {
    return in(Tokens.of(text, language)).isPresent();
  }

  /** Returns the first such place; empty if a text speaks to nobody but its readers. */
  static Optional<ModelAddress> in(Tokens tokens) {
    return (tokens.isFrench() ? FRENCH : ENGLISH).first(tokens);
  }

  /** The table, for one language. */
  private static final class Cues {
    private static final List<List<String>> ROWS = Cells.rows("model-address.tsv", 3);
    private static final int MATTER_REACH = 8;
    private static final int NAME_REACH = 4;

    private final Phrases<Boolean> verbs;
    private final Phrases<Boolean> matters;
    private final Phrases<Boolean> openings;
    private final Phrases<Boolean> addresses;
    private final Phrases<Boolean> names;
    private final Phrases<Boolean> anywhere;

    /** True where one of the phrases by which such a place is known may begin with a token. */
    private final OfType<Boolean> opens = new OfType<>();

    Cues(Language language) {
      verbs = phrases("verb", language);
      matters = phrases("matter", language);
      openings = phrases("opening", language);
      addresses = phrases("you", language);
      names = phrases("name", language);
      anywhere = phrases("anywhere", language);
    }

    private static Phrases<Boolean> phrases(String kind, Language language) {
      return Cells.phrases(
          ROWS, Phrases.Key.FOLDED, language, row -> row.getFirst().equals(kind), row -> true);
    }

    Optional<ModelAddress> first(Tokens tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        int end = opens.of(tokens.get(i), this::mayOpen) == null ? i : end(tokens, i);
        if (end > i) {
          return Optional.of(new ModelAddress(tokens.get(i).start(), tokens.get(end - 1).end()));
        }
      }
      return Optional.empty();
    }

    private @Nullable Boolean mayOpen(Token token) {
      return Stream.of(anywhere, openings, verbs, addresses).anyMatch(p -> p.mayBegin(token))
          ? true
          : null;
    }

    /** Returns the token after what stands at one; the token itself if nothing does. */
    private int end(Tokens tokens, int i) {
      return anywhere
          .at(tokens, i)
          .or(() -> opensClause(tokens, i) ? openings.at(tokens, i) : Optional.empty())
          .map(Phrases.Match::end)
          .or(() ->
              opensClause(tokens, i)
                  ? followed(verbs, matters, MATTER_REACH, tokens, i)
                  : Optional.empty())
          .or(() -> followed(addresses, names, NAME_REACH, tokens, i))
          .orElse(i);
    }

    private static Optional<Integer> followed(
        Phrases<Boolean> first, Phrases<Boolean> second, int reach, Tokens tokens, int i) {
      return first
          .at(tokens, i)
          .flatMap(match -> {
            for (int j = match.end(); j < match.end() + reach; j++) {
              Optional<Phrases.Match<Boolean>> found = second.at(tokens, j);
              if (found.isPresent()) {
                return found.map(Phrases.Match::end);
              }
            }
            return Optional.empty();
          });
    }

    /** A word of courtesy or of time may stand before an order. */
    private static boolean opensClause(Tokens tokens, int i) {
      int at = i;
      while (isLead(tokens.get(at - 1))) {
        at--;
      }
      Token before = tokens.get(at - 1);
      return before.isNone() || (!before.isWord() && !before.isNumber() && !before.is(","));
    }

    private static boolean isLead(Token token) {
      return switch (token.folded()) {
        case "please",
            "kindly",
            "now",
            "instead",
            "then",
            "also",
            "just",
            "maintenant",
            "plutot",
            "alors" ->
            true;
        default -> false;
      };
    }
  }
}
