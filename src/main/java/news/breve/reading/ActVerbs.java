package news.breve.reading;

import java.util.HashSet;
import java.util.Set;
import news.breve.article.Language;
import news.breve.reading.ClauseWords.Kind;

/**
 * Tells the verbs of a statement that may be acts from nouns of the same form, by what stands
 * around them.
 */
final class ActVerbs {
  /** French forms that the glossary lists as nouns: « l'offre » is one, « l'accuse » none. */
  private static final PackedTable FRENCH_NOUNS = PackedTables.FRENCH_NOUNS_OF_ACTS.open();

  private final Statement statement;
  private final Tokens tokens;
  private final ClauseWords words;
  private final boolean french;
  private final NounPhrases nouns;

  ActVerbs(Statement statement, NounPhrases nouns) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.words = ClauseWords.of(statement.language());
    this.french = statement.language() == Language.FRENCH;
    this.nouns = nouns;
  }

  static Set<String> frenchNouns() {
    Set<String> nouns = new HashSet<>();
    for (GlossaryRows.Row row : GlossaryRows.ACTS) {
      for (String form : row.forms(Language.FRENCH)) {
        if (!form.contains(" ") && !isInfinitive(form)) {
          nouns.add(form);
        }
      }
    }
    return Set.copyOf(nouns);
  }

  private static boolean isInfinitive(String form) {
    boolean noun = form.endsWith("ure") && !form.endsWith("clure");
    return form.endsWith("er")
        || form.endsWith("ir")
        || (form.endsWith("re") && !noun)
        || form.endsWith("oir");
  }

  boolean isVerb(int start, int end) {
    Token token = tokens.get(start);
    boolean compound = tokens.get(start - 1).isHyphen() && tokens.touchesPrevious(start);
    if (compound || (token.isCapitalised() && !tokens.opensSentence(start))) {
      return false;
    }
    return french ? isFrenchVerb(start) : isEnglishVerb(start, end);
  }

  private boolean isFrenchVerb(int start) {
    boolean determined = nouns.is(Kind.DETERMINER, start - 1) && !nouns.is(Kind.CLITIC, start - 1);
    return !determined && (!isFrenchNoun(start) || followsSubject(start));
  }

  private boolean isFrenchNoun(int i) {
    String word = tokens.get(i).word();
    return FRENCH_NOUNS.has(word)
        || (word.endsWith("s") && FRENCH_NOUNS.has(word.substring(0, word.length() - 1)));
  }

  /** « La maire reproche », « et reproche au préfet »: what may be a noun is a verb there. */
  private boolean followsSubject(int i) {
    Token before = tokens.get(i - 1);
    if (nouns.is(Kind.SUBJECT, i - 1)
        || nouns.is(Kind.WHO, i - 1)
        || nouns.is(Kind.DATIVE, i - 1)
        || before.is("ne")
        || before.is("n'")
        || nouns.is(Kind.AGENT, i + 1)) {
      return true;
    }
    boolean object =
        nouns.is(Kind.DETERMINER, i + 1)
            || nouns.is(Kind.RECEIVER, i + 1)
            || nouns.is(Kind.WHOM, i + 1);
    boolean subject =
        nouns.is(Kind.AND, i - 1)
            || before.is(",")
            || (before.isWord() && !FunctionWords.of(Language.FRENCH).has(before));
    return object && subject;
  }

  private boolean isEnglishVerb(int start, int end) {
    String word = tokens.get(start).word();
    if (nouns.is(Kind.DETERMINER, start - 1) || nouns.isPossessive(start - 1)) {
      return false;
    }
    if (nouns.isPast(start) || word.endsWith("ing")) {
      return true;
    }
    Token before = tokens.get(start - 1);
    if (before.is("to") || nouns.is(Kind.HAVE, start - 1) || nouns.is(Kind.SUBJECT, start - 1)) {
      return true;
    }
    Token after = tokens.get(end);
    // "Ministers accuse", "the minister accuses"; "Hobart coach Rory Delacourt" is no act.
    boolean agrees = before.word().endsWith("s") || word.endsWith("s");
    boolean noun = before.isWord() && !FunctionWords.of(Language.ENGLISH).has(before);
    boolean subject = agrees && (noun || before.is(","));
    boolean object =
        nouns.is(Kind.DETERMINER, end)
            || nouns.is(Kind.OBJECT, end)
            || nouns.is(Kind.RECEIVER, end)
            || after.is("her")
            || after.is("that")
            || after.isCapitalised()
            || after.isNumber();
    return (subject || nouns.is(Kind.WHO, start - 1) || nouns.is(Kind.WHICH, start - 1)) && object;
  }

  /** Accusé, accusée: no other form of a verb ends so. */
  boolean isRegularParticiple(int i) {
    String word = tokens.get(i).word();
    return word.endsWith("é") || word.endsWith("ée") || word.endsWith("és") || word.endsWith("ées");
  }

  boolean isSpeech(int i) {
    return SpeechWords.of(statement.language()).is(SpeechWords.Kind.VERB, tokens, i);
  }

  private static String withoutAgreement(String word) {
    String bare = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return bare.endsWith("e") && bare.length() > 2 ? bare.substring(0, bare.length() - 1) : bare;
  }

  /** « Venu, parti »: what has no object. */
  boolean isActiveParticiple(int i) {
    String bare = withoutAgreement(tokens.get(i).word());
    return words.is(Kind.ACTIVE, bare) || words.is(Kind.ACTIVE, bare + "e");
  }

  boolean isFrenchParticiple(int i) {
    String word = tokens.get(i).word();
    String bare = withoutAgreement(word);
    boolean ending =
        bare.endsWith("é") || bare.endsWith("i") || bare.endsWith("u") || bare.endsWith("t");
    return ending && !word.endsWith("ait") && !word.endsWith("ent") && !isActiveParticiple(i);
  }

  int afterAdverbs(int i) {
    int at = i;
    while (nouns.is(Kind.ADVERB, at) || isAdverb(at) || nouns.isDay(at) || isDayOfMonth(at)) {
      at++;
    }
    return at;
  }

  private boolean isDayOfMonth(int i) {
    return tokens.get(i).isNumber() && (nouns.isDay(i - 1) || nouns.isDay(i + 1));
  }

  /** Returns if a verb is one after which only what is said can follow: say, believe. */
  boolean isCore(int i) {
    SpeechWords speech = SpeechWords.of(statement.language());
    return speech.is(SpeechWords.Kind.CORE, tokens, i)
        && speech.is(SpeechWords.Kind.VERB, tokens, i);
  }

  boolean isAdverb(int i) {
    String word = tokens.get(i).word();
    return !tokens.get(i).isCapitalised()
        && (french ? word.endsWith("ment") && word.length() > 6 : word.endsWith("ly"));
  }
}
