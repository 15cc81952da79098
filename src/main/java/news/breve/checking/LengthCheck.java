package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.brief.Finding;
import news.breve.reading.Statement;

/**
 * A brief is brief: each item has words, and no more of them than an editor would print.
 *
 * <p>The limits leave room beyond what style guides advise, because French runs a fifth longer than
 * English: a headline of 110 characters is the longest that schema.org's NewsArticle was long
 * allowed by search engines; sentences of more than 35 to 40 words are split by wire style, and one
 * that joins two passages may take half as many again; a key fact fits two lines of a phone. What
 * is three times too long is not the thing it is called.
 */
final class LengthCheck implements Check {
  private static final String NAME = "length";

  private static final int ABSURD = 3;

  /** The longest that items of a kind should be. */
  private enum Limit {
    HEADLINE(160, 28),
    SENTENCE(420, 65),
    FACT(180, 30);

    private final int characters;
    private final int words;

    Limit(int characters, int words) {
      this.characters = characters;
      this.words = words;
    }

    static Limit of(Item item) {
      return item.isHeadline() ? HEADLINE : item.isFact() ? FACT : SENTENCE;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    all.claims().forEach(claim -> fault(claim).ifPresent(findings::add));
    return findings;
  }

  private static Optional<Finding> fault(Claim claim) {
    String text = claim.text();
    if (text.codePoints().noneMatch(Character::isLetterOrDigit) || saysNothing(claim)) {
      return Optional.of(Finding.error(NAME, claim.path(), "There are no words here."));
    }
    Limit limit = Limit.of(claim.item());
    int characters = text.codePointCount(0, text.length());
    int words = words(text);
    if (characters > ABSURD * limit.characters || words > ABSURD * limit.words) {
      return Optional.of(
          Finding.error(NAME, claim.path(), "This is several times too long for its place.")
              .with(size(characters, words), size(limit.characters, limit.words)));
    }
    if (characters > limit.characters || words > limit.words) {
      return Optional.of(
          Finding.warning(NAME, claim.path(), "This is longer than an editor would print.")
              .with(size(characters, words), size(limit.characters, limit.words)));
    }
    return Optional.empty();
  }

  /** Returns if a headline or a sentence has no word but such as "of" and « de ». */
  private static boolean saysNothing(Claim claim) {
    Statement statement = claim.statement();
    return !claim.item().isFact()
        && statement.words().isEmpty()
        && statement.values().isEmpty()
        && statement.names().isEmpty();
  }

  private static String size(int characters, int words) {
    return characters + " characters, " + words + " words";
  }

  /** Letters and digits between spaces, of whatever width; a lone sign is no word. */
  private static int words(String text) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
        inWord = false;
      } else if (!inWord && Character.isLetterOrDigit(c)) {
        words++;
        inWord = true;
      }
    }
    return words;
  }
}
