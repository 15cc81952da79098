package news.breve.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.breve.article.Language;

/**
 * Finds what makes one thing the cause or consequence of another, from {@code causal-links.tsv}.
 */
final class CausalLinks {
  private static final List<List<String>> ROWS = Cells.rows("causal-links.tsv", 3);
  private static final CausalLinks FRENCH = new CausalLinks(Language.FRENCH);
  private static final CausalLinks ENGLISH = new CausalLinks(Language.ENGLISH);

  private final Phrases<CausalLink.Kind> phrases;

  private CausalLinks(Language language) {
    phrases =
        Cells.phrases(
            ROWS,
            Phrases.Key.EXACT,
            language,
            row -> true,
            row -> CausalLink.Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)));
  }

  static CausalLinks of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns the links of a text, in order. */
  List<CausalLink> in(Tokens tokens) {
    List<CausalLink> links = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Phrases.Match<CausalLink.Kind>> match = phrases.at(tokens, i);
      if (match.isPresent() && !isPlan(tokens, i)) {
        int end = match.get().end();
        links.add(
            new CausalLink(
                match.get().value(),
                tokens.slice(i, end),
                tokens.get(i).start(),
                tokens.get(end - 1).end()));
        i = end;
      } else {
        i++;
      }
    }
    return links;
  }

  /** "Is due to speak" tells a plan. */
  private static boolean isPlan(Tokens tokens, int i) {
    return tokens.get(i).is("due")
        && ClauseWords.of(tokens.language()).is(ClauseWords.Kind.BE, tokens.get(i - 1));
  }
}
