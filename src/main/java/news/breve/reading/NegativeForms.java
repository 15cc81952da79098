package news.breve.reading;

import java.util.List;
import news.breve.article.Language;

/** Words whose beginning or end denies: unlicensed, homeless, inacceptable. */
final class NegativeForms {
  /** Beginnings of English words whose un- denies nothing. */
  private static final List<String> UN =
      List.of("under", "unit", "uni", "unanim", "until", "unless", "uncle");

  private NegativeForms() {}

  static boolean has(String word, Language language) {
    boolean english = language == Language.ENGLISH && (isNegative(word) || isLess(word));
    return english || isUnable(word);
  }

  /** Unlicensed, homeless; but not under, unit, unless. */
  static boolean isNegative(String word) {
    return word.startsWith("un") && word.length() > 6 && !isUn(word);
  }

  /** Inacceptable, irréversible, inevitable: the same in both languages. */
  private static boolean isUnable(String word) {
    return word.length() > 8
        && (word.endsWith("able")
            || word.endsWith("ible")
            || word.endsWith("ables")
            || word.endsWith("ibles"))
        && (word.startsWith("in") || word.startsWith("im") || word.startsWith("ir"));
  }

  private static boolean isLess(String word) {
    return word.endsWith("less") && word.length() > 6 && !word.equals("nevertheless");
  }

  private static boolean isUn(String word) {
    return UN.stream().anyMatch(word::startsWith);
  }
}
