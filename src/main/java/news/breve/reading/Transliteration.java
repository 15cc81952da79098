package news.breve.reading;

import java.util.regex.Pattern;
import news.breve.article.Language;

/**
 * How a name sounds that both languages spell after another script: Prigojine is Prigozhin,
 * Guerassimov is Gerasimov and not Gerashchenko. Each language has its letters for a sound; two
 * spellings are one name if their keys are equal.
 */
final class Transliteration {
  /**
   * A spelling and the letters of the key that stand for it; capitals are sounds of two letters.
   */
  private record Rule(Pattern spelling, String key) {
    static Rule of(String spelling, String key) {
      return new Rule(Pattern.compile(spelling), key);
    }
  }

  private static final Rule[] FRENCH = {
    Rule.of("tsch|tch", "C"),
    Rule.of("ch", "S"),
    Rule.of("dj", "J"),
    Rule.of("j", "Z"),
    Rule.of("gu(?=[ei])", "g"),
    Rule.of("ou", "u"),
  };

  private static final Rule[] ENGLISH = {
    Rule.of("tsch|tch|ch", "C"),
    Rule.of("sh", "S"),
    Rule.of("dzh|j", "J"),
    Rule.of("zh", "Z"),
    Rule.of("oo|ou", "u"),
  };

  private static final Rule[] BOTH = {
    Rule.of("ph|(?<!f)f++$", "f"),
    Rule.of("(?<=[oe])f$", "v"),
    Rule.of("kh", "h"),
    Rule.of("ck|q", "k"),
    Rule.of("c(?![eiy])", "k"),
    Rule.of("tz", "ts"),
    Rule.of("y", "i"),
    Rule.of("(?<=[in])ne?$", ""),
    Rule.of("(?<=i)ne$", "n"),
    Rule.of("re$", "er"),
    Rule.of("i+", "i"),
    Rule.of("i(?=[aeou])", ""),
    Rule.of("(?<=.)h$", ""),
    Rule.of("([a-zA-Z])\\1", "$1"),
  };

  private static final Memo<String> FRENCH_KEYS = new Memo<>();
  private static final Memo<String> ENGLISH_KEYS = new Memo<>();

  private Transliteration() {}

  /**
   * Returns the key of a word.
   *
   * @param folded in lower case, without diacritics
   */
  static String key(String folded, Language language) {
    return language == Language.FRENCH
        ? FRENCH_KEYS.of(folded, word -> spell(word, FRENCH))
        : ENGLISH_KEYS.of(folded, word -> spell(word, ENGLISH));
  }

  private static String spell(String folded, Rule[] rules) {
    String key = folded;
    for (Rule rule : rules) {
      key = rule.spelling().matcher(key).replaceAll(rule.key());
    }
    for (Rule rule : BOTH) {
      key = rule.spelling().matcher(key).replaceAll(rule.key());
    }
    return key;
  }
}
