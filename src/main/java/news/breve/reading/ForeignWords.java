package news.breve.reading;

import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/**
 * Finds a stretch of a statement that is written in the other of the two languages, by words that
 * only one of them has: function words, letters with diacritics, words of the glossary. Quotations
 * and names may be in any language. Linear in the text.
 */
final class ForeignWords {
  /** What a stretch must have over what speaks for the right language: two words and a trace. */
  private static final double CLEAR = 2.5;

  /** What a text must have that has no function word of the right language at all. */
  private static final double CLEAR_ALONE = 2;

  private static final double FUNCTION_WORD = 1;
  private static final double OWN_FUNCTION_WORD = -2;
  private static final double KNOWN_WORD = 0.5;
  private static final double OWN_KNOWN_WORD = -0.75;
  private static final double DIACRITIC = 0.5;

  /** Letters of French that English words don't have, but for a few loans. */
  private static final String FRENCH_LETTERS = "éèêëàâçîïôùûœ";

  /** What ties the words of a French name together: Fédération des villages du Québec. */
  private static final Set<String> IN_NAMES = ContextWords.of("in-name");

  private final Statement statement;
  private final Tokens tokens;
  private final FunctionWords own;
  private final FunctionWords other;
  private final Glossary glossary;
  private final Glossary otherGlossary;
  private final Stemmer stemmer;
  private final Stemmer otherStemmer;
  private final boolean toFrench;

  private ForeignWords(Statement statement) {
    Language language = statement.language();
    this.statement = statement;
    this.tokens = statement.tokens();
    this.own = FunctionWords.of(language);
    this.other = FunctionWords.of(language.other());
    this.glossary = Glossary.of(language);
    this.otherGlossary = Glossary.of(language.other());
    this.stemmer = new Stemmer(language);
    this.otherStemmer = new Stemmer(language.other());
    this.toFrench = language == Language.ENGLISH;
  }

  /** Returns the words of a statement that are in the other language; empty if there are none. */
  static Optional<String> in(Statement statement) {
    ForeignWords words = new ForeignWords(statement);
    return words.hasTrace() ? words.find() : Optional.empty();
  }

  /** Returns if a statement has function words of the other language that tie no name together. */
  static boolean areTold(Statement statement) {
    ForeignWords words = new ForeignWords(statement);
    for (int i = 0; i < words.tokens.size(); i++) {
      Token token = words.tokens.get(i);
      if (token.isWord()
          && !token.isCapitalised()
          && words.other.has(token)
          && !words.own.has(token)
          && !IN_NAMES.contains(token.word())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Most texts have function words, and none of the other language: nothing more is to be read. A
   * key fact may have none at all.
   */
  private boolean hasTrace() {
    boolean hasOwn = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isWord()) {
        boolean here = own.has(token);
        if (isElided(token) || (other.has(token.word()) && !here)) {
          return true;
        }
        hasOwn |= here;
      }
    }
    return !hasOwn;
  }

  private Optional<String> find() {
    double sum = 0;
    double best = 0;
    double own = 0;
    int start = 0;
    int bestStart = 0;
    int bestEnd = 0;
    boolean name = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (isQuoted(token)) {
        continue;
      }
      name = isInName(i, name);
      double weight = name ? 0 : weight(token);
      own += weight < 0 ? -weight : 0;
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum += weight;
      if (sum > best) {
        best = sum;
        bestStart = start;
        bestEnd = i + 1;
      }
    }
    return best >= CLEAR || (own == 0 && best >= CLEAR_ALONE)
        ? Optional.of(tokens.slice(bestStart, bestEnd))
        : Optional.empty();
  }

  private boolean isQuoted(Token token) {
    return statement.quotations().stream()
        .anyMatch(
            quotation -> quotation.start() <= token.start() && token.end() <= quotation.end());
  }

  /** A name goes on with small words: « Cour d'appel », Fédération des villages du Québec. */
  private boolean isInName(int i, boolean before) {
    Token token = tokens.get(i);
    if (!token.isWord()) {
      return before && token.isHyphen();
    }
    if (token.isCapitalised()) {
      return !tokens.opensSentence(i) || opensName(i);
    }
    return before
        && (IN_NAMES.contains(token.word())
            || isElidedName(token)
            || (!own.has(token) && !other.has(token)));
  }

  /**
   * Returns if a first word, whose capital means nothing, begins a name: another capital follows,
   * with nothing between but what ties names together and one small word.
   */
  private boolean opensName(int i) {
    int small = 0;
    int next = i + 1;
    while ((tokens.get(next).isWord() || tokens.afterHyphen(next) > next)
        && !isNameWord(tokens.get(next))
        && small <= 1) {
      small += !tokens.get(next).isWord() || IN_NAMES.contains(tokens.get(next).word()) ? 0 : 1;
      next++;
    }
    return small <= 1 && isNameWord(tokens.get(next)) && !isCommon(tokens.get(i));
  }

  private boolean isNameWord(Token token) {
    return token.isCapitalised() || isElidedName(token);
  }

  /** Théâtre de l'Anse, Château-d'Oex: in an English text, the elision is part of the word. */
  private boolean isElidedName(Token token) {
    int apostrophe = token.text().indexOf('\'');
    return isElided(token) && Character.isUpperCase(token.text().codePointAt(apostrophe + 1));
  }

  /** A common word begins no name, unless names of bodies begin with it: Fédération. */
  private boolean isCommon(Token token) {
    if (own.has(token) || other.has(token)) {
      return true;
    }
    String stem = stemmer.stem(token.word());
    String otherStem = otherStemmer.stem(token.word());
    Language language = statement.language();
    return (glossary.knows(stem) || otherGlossary.knows(otherStem))
        && !Glossary.ofNames(language).knows(stem)
        && !Glossary.ofNames(language.other()).knows(otherStem);
  }

  private double weight(Token token) {
    return token.isWord() && token.text().length() > 1 ? weightOfWord(token) : 0;
  }

  private double weightOfWord(Token token) {
    if (isElided(token)) {
      return FUNCTION_WORD + diacritics(token);
    }
    boolean here = own.has(token);
    boolean there = other.has(token);
    if (here || there) {
      return here && there ? 0 : there ? FUNCTION_WORD : OWN_FUNCTION_WORD;
    }
    boolean known = glossary.knows(stemmer.stem(token.word()));
    boolean knownThere = otherGlossary.knows(otherStemmer.stem(token.word()));
    double weight = known == knownThere ? 0 : knownThere ? KNOWN_WORD : OWN_KNOWN_WORD;
    return weight + diacritics(token);
  }

  /** « D'équipage », « n'est »: in an English text, no word ends at the apostrophe. */
  private boolean isElided(Token token) {
    int apostrophe = toFrench ? token.word().indexOf('\'') : -1;
    return apostrophe > 0
        && apostrophe < token.word().length() - 1
        && FunctionWords.of(Language.FRENCH).has(token.word().substring(0, apostrophe + 1));
  }

  private double diacritics(Token token) {
    boolean french = token.word().chars().anyMatch(c -> FRENCH_LETTERS.indexOf(c) >= 0);
    return french ? (toFrench ? DIACRITIC : -DIACRITIC) : 0;
  }
}
