package news.breve.reading;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import news.breve.article.Language;

/** What the form of a word says of a verb's time and mood, where there is no dictionary. */
final class VerbForms {
  /** Stems whose imperfect looks like a conditional. */
  private static final Set<String> IMPERFECTS =
      Cells.rows("imperfects.tsv", 1).stream().map(List::getFirst).collect(Collectors.toSet());

  private static final List<String> CONDITIONAL = List.of("raient", "rait");
  private static final List<String> FUTURE = List.of("ront", "ra");
  private static final int SHORTEST = 5;

  /** Words between an auxiliary and its participle, itself among them. */
  private static final int AUXILIARY_REACH = 4;

  /** Endings of French pasts, and of presents. */
  private static final List<String> PASTS = List.of("èrent", "irent", "ait", "aient");

  private static final List<String> PRESENTS = List.of("e", "ent", "t", "d");

  /** Endings of French nouns, adjectives and participles that end like a present. */
  private static final List<String> NO_PRESENTS = List.of("ée", "ant", "ment", "que");

  private enum Kind {
    AUXILIARY,
    NOMINAL,
    SUBJECT,
    OBJECT,
    PAST,
    ADVERB,
    ADVERB_ENDING,
    NO_INFINITIVE
  }

  private static final List<List<String>> ROWS = Cells.rows("verb-forms.tsv", 3);
  private static final Map<Kind, Set<String>> FRENCH = words(1);
  private static final Map<Kind, Set<String>> ENGLISH = words(2);

  /** Forms of irregular verbs that are no present. */
  private static final PackedTable ENGLISH_PASTS = PackedTables.ENGLISH_PASTS.open();

  /** The infinitives of irregular verbs. */
  private static final PackedTable INFINITIVES = PackedTables.FRENCH_INFINITIVES.open();

  private VerbForms() {}

  static Set<String> infinitives() {
    Set<String> infinitives = new HashSet<>();
    for (List<String> row : Stemmer.irregularVerbs()) {
      if (row.get(0).equals(Language.FRENCH.code())) {
        infinitives.add(row.get(1));
      }
    }
    return infinitives;
  }

  static Set<String> pasts() {
    Set<String> pasts = new HashSet<>();
    for (List<String> row : Stemmer.irregularVerbs()) {
      if (row.get(0).equals(Language.ENGLISH.code())) {
        for (String form : Cells.alternatives(row.get(2))) {
          if (!form.endsWith("s") && !form.equals("am") && !form.equals("are")) {
            pasts.add(form);
          }
        }
      }
    }
    return pasts;
  }

  private static Map<Kind, Set<String>> words(int column) {
    Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
    for (List<String> row : ROWS) {
      Kind kind = Kind.valueOf(row.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
      words.put(kind, Set.copyOf(Cells.alternatives(row.get(column))));
    }
    return words;
  }

  private static boolean is(Kind kind, Token token, Tokens tokens) {
    return has(kind, token.word(), tokens.isFrench());
  }

  private static boolean has(Kind kind, String word, boolean isFrench) {
    return Objects.requireNonNull((isFrench ? FRENCH : ENGLISH).get(kind)).contains(word);
  }

  /** Returns if a French word is a conditional: signerait, but not tirait, paraît. */
  static boolean isConditional(String word) {
    return endsLike(word, CONDITIONAL, "ait", "aient");
  }

  /** Returns if a French word is a future: signera, signeront, but not tira, opéra. */
  static boolean isFuture(String word) {
    return endsLike(word, FUTURE, "a", "ont") && !word.endsWith("éra");
  }

  private static boolean endsLike(
      String word, List<String> endings, String singular, String plural) {
    for (String ending : endings) {
      if (word.length() >= SHORTEST && word.endsWith(ending)) {
        String person = ending.length() == endings.getFirst().length() ? plural : singular;
        String stem = word.substring(0, word.length() - person.length());
        return !IMPERFECTS.contains(stem) && hasInfinitiveStem(stem);
      }
    }
    return false;
  }

  /** Infinitives less their last letter: signer, finir, prendr(e), and a few stems of their own. */
  private static boolean hasInfinitiveStem(String stem) {
    return stem.endsWith("er")
        || stem.endsWith("ir")
        || stem.endsWith("dr")
        || stem.endsWith("tr")
        || stem.endsWith("vr")
        || stem.endsWith("rr")
        || stem.endsWith("ur")
        || stem.endsWith("pr")
        || stem.endsWith("air")
        || stem.endsWith("cr")
        || stem.endsWith("oir");
  }

  /** Returns if a French word may be an infinitive. */
  static boolean isInfinitive(Token token) {
    String word = token.word();
    return token.isWord()
        && !token.isCapitalised()
        && (INFINITIVES.has(word)
            || word.equals("avoir")
            || word.equals("être")
            || (word.length() > 4
                && (word.endsWith("er") || word.endsWith("ir"))
                && !word.endsWith("tier")
                && !has(Kind.NO_INFINITIVE, word, true)));
  }

  /** Returns the tense that a word shows where it stands. */
  static Predicate.Tense tense(Tokens tokens, int i) {
    return tokens.isFrench() ? frenchTense(tokens, i) : englishTense(tokens, i);
  }

  private static Predicate.Tense frenchTense(Tokens tokens, int i) {
    String word = tokens.get(i).word();
    if (hasAuxiliary(tokens, i)) {
      return Predicate.Tense.PAST;
    }
    if (isNoun(tokens, i) || isConditional(word) || isFuture(word)) {
      return Predicate.Tense.NONE;
    }
    if (endsWithAny(word, PASTS)) {
      return Predicate.Tense.PAST;
    }
    boolean finite =
        endsWithAny(word, PRESENTS) && !endsWithAny(word, NO_PRESENTS) && !INFINITIVES.has(word);
    return finite && isVerbHere(tokens, i) ? Predicate.Tense.PRESENT : Predicate.Tense.NONE;
  }

  private static Predicate.Tense englishTense(Tokens tokens, int i) {
    String word = tokens.get(i).word();
    boolean past =
        word.endsWith("ed")
            || ENGLISH_PASTS.has(word)
            || (i > 0 && is(Kind.PAST, tokens.get(i), tokens));
    // "Escape unscathed".
    past &= !NegativeForms.isNegative(word) || hasAuxiliary(tokens, i);
    if (hasAuxiliary(tokens, i)) {
      return past || word.endsWith("n") ? Predicate.Tense.PAST : Predicate.Tense.PRESENT;
    }
    if (isNoun(tokens, i)) {
      return Predicate.Tense.NONE;
    }
    if (past) {
      return tokens.get(i + 1).is("by") || isCaused(tokens, i)
          ? Predicate.Tense.NONE
          : Predicate.Tense.PAST;
    }
    return word.endsWith("s") && !word.endsWith("ss") && isVerbHere(tokens, i)
        ? Predicate.Tense.PRESENT
        : Predicate.Tense.NONE;
  }

  /** "To have her jailed", "to see the plan dropped": an act wished for, no past. */
  private static boolean isCaused(Tokens tokens, int i) {
    for (int j = i - 2; j >= Math.max(1, i - AUXILIARY_REACH); j--) {
      switch (tokens.get(j).word()) {
        case "have", "get", "see", "keep", "want", "wants", "wanted" -> {
          return true;
        }
        default -> {
          if (!tokens.get(j).isWord()) {
            return false;
          }
        }
      }
    }
    return false;
  }

  /** After an article, a possessive or a preposition stands a noun; a capital makes a name. */
  private static boolean isNoun(Tokens tokens, int i) {
    return isNominal(tokens, i - 1) || (tokens.get(i).isCapitalised() && i > 0);
  }

  private static boolean isNominal(Tokens tokens, int i) {
    return is(Kind.NOMINAL, tokens.get(i), tokens) || tokens.get(i).isNumber();
  }

  /** A name or a pronoun before a form makes it a verb, or an article after it. */
  private static boolean isVerbHere(Tokens tokens, int i) {
    Token subject = tokens.get(i - 1);
    return is(Kind.SUBJECT, subject, tokens)
        || (subject.isCapitalised() && i > 1)
        || is(Kind.OBJECT, tokens.get(i + 1), tokens);
  }

  private static boolean hasAuxiliary(Tokens tokens, int i) {
    FunctionWords functions = FunctionWords.of(tokens.language());
    for (int j = i - 1; j >= Math.max(0, i - AUXILIARY_REACH); j--) {
      Token token = tokens.get(j);
      if (is(Kind.AUXILIARY, token, tokens)) {
        return true;
      }
      if (!token.isWord()
          || isNominal(tokens, j)
          || !(functions.has(token) || isAdverb(token, tokens))) {
        return false;
      }
    }
    return false;
  }

  /** Returns if a word only colours a verb: officially, déjà, récemment. */
  static boolean isAdverb(Token token, Tokens tokens) {
    String word = token.word();
    return is(Kind.ADVERB, token, tokens)
        || (word.length() > SHORTEST
            && endsWithAny(
                word,
                Objects.requireNonNull(
                    (tokens.isFrench() ? FRENCH : ENGLISH).get(Kind.ADVERB_ENDING))));
  }

  private static boolean endsWithAny(String word, Collection<String> endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
