package news.breve.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * A word, a number or a sign as such, wherever it stands: linguists' type, of which tokens are the
 * occurrences. It keeps what was made of it, its stem and what tables have that begins with it: the
 * same words come again and again, in one article and in the next. Threads share it without a lock;
 * those that race for something make the same.
 */
final class TokenType {
  private static final Memo<TokenType> FRENCH = new Memo<>();
  private static final Memo<TokenType> ENGLISH = new Memo<>();

  static final TokenType NONE = new TokenType(Token.Kind.NONE, "");

  private final Token.Kind kind;
  private final String text;
  private final String word;
  private final String folded;
  private final String name;
  private @Nullable String stem;

  /** What {@link OfType} keeps for it, each at its place; null where nobody looked yet. */
  private @Nullable Object[] kept = {};

  /** A bit for each place where there is nothing to be kept: most tables lack most words. */
  private long[] lacking = {};

  /** Makes a type of what is written so, which nothing else shares. */
  TokenType(Token.Kind kind, String raw) {
    this.kind = kind;
    this.text = raw.replace('’', '\'');
    this.word = text.toLowerCase(Locale.ROOT);
    this.name = Folding.fold(text);
    this.folded = name.toLowerCase(Locale.ROOT);
  }

  /** Returns what makes types that all texts of a language share. */
  static BiFunction<Token.Kind, String, TokenType> shared(Language language) {
    Memo<TokenType> known = language == Language.FRENCH ? FRENCH : ENGLISH;
    return (kind, raw) -> known.of(raw, written -> new TokenType(kind, written));
  }

  Token.Kind kind() {
    return kind;
  }

  String text() {
    return text;
  }

  String word() {
    return word;
  }

  String folded() {
    return folded;
  }

  String name() {
    return name;
  }

  /** Returns the stem of a word; a number or a sign is its own. */
  String stem(Stemmer stemmer) {
    String made = stem;
    if (made == null) {
      made = kind == Token.Kind.WORD ? stemmer.stem(word) : text;
      stem = made;
    }
    return made;
  }

  /** Returns what is kept at a place, null if nothing is. */
  @Nullable Object kept(int place) {
    @Nullable Object[] all = kept;
    return place < all.length ? all[place] : null;
  }

  /** Keeps something at a place: a thing whose fields are final, since threads share it. */
  void keep(int place, Object thing) {
    @Nullable Object[] all = kept;
    if (place >= all.length) {
      all = Arrays.copyOf(all, OfType.count());
      kept = all;
    }
    all[place] = thing;
  }

  /** Returns if there is known to be nothing to be kept at a place. */
  boolean lacks(int place) {
    long[] all = lacking;
    return place >>> 6 < all.length && (all[place >>> 6] & 1L << place) != 0;
  }

  /** Remembers that there is nothing to be kept at a place. */
  void lack(int place) {
    long[] all = lacking;
    if (place >>> 6 >= all.length) {
      all = Arrays.copyOf(all, (OfType.count() + Long.SIZE - 1) / Long.SIZE);
      lacking = all;
    }
    all[place >>> 6] |= 1L << place;
  }
}
