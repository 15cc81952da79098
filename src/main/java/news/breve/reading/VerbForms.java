package news.breve.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the form of a word says of a verb's time and mood, where there is no dictionary. */
final class VerbForms {
  /** Stems whose imperfect looks like a conditional. */
  private static final Set<String> IMPERFECTS =
      Cells.rows("imperfects.tsv", 1).stream().map(List::getFirst).collect(Collectors.toSet());

  private static final List<String> CONDITIONAL = List.of("raient", "rait");
  private static final List<String> FUTURE = List.of("ront", "ra");
  private static final int SHORTEST = 5;

  private static final Set<String> FRENCH_AUXILIARIES =
      Set.of(
          "a", "ont", "est", "sont", "avait", "avaient", "était", "étaient", "fut", "furent", "été",
          "s'est", "eu", "ayant", "ai", "avons", "eut", "eurent", "sommes", "suis");
  private static final Set<String> ENGLISH_AUXILIARIES =
      Set.of(
          "has", "have", "had", "was", "were", "been", "is", "are", "being", "having", "be", "got");

  /** Forms of irregular verbs that are no present. */
  private static final Set<String> ENGLISH_PASTS =
      Cells.rows("irregular-verbs.tsv", 3).stream()
          .filter(row -> row.getFirst().equals("en"))
          .flatMap(row -> Cells.alternatives(row.get(2)).stream())
          .filter(form -> !form.endsWith("s") && !form.equals("am") && !form.equals("are"))
          .collect(Collectors.toSet());

  /** The infinitives of irregular verbs. */
  private static final Set<String> INFINITIVES =
      Cells.rows("irregular-verbs.tsv", 3).stream()
          .filter(row -> row.getFirst().equals("fr"))
          .map(row -> row.get(1))
          .collect(Collectors.toSet());

  /** Words that end like an infinitive. */
  private static final Set<String> NO_INFINITIVES =
      Set.of(
          "dernier", "premier", "février", "janvier", "policier", "dossier", "papier", "courrier",
          "foyer", "hiver", "ouvrier", "financier", "particulier", "pompier", "plaisir", "avenir",
          "désir", "souvenir", "loyer", "danger", "étranger", "conseiller", "cancer", "leader",
          "hier", "entier", "régulier", "immobilier", "hospitalier", "judiciaire", "cahier",
          "collier", "atelier", "calendrier", "escalier", "millier", "banquier", "clavier",
          "épicier", "sorcier", "pétrolier", "charbonnier", "boulanger", "verger", "passager",
          "léger", "messager", "berger", "élixir", "kiosquier", "prisonnier", "infirmier",
          "sanglier", "fichier", "clocher", "rocher", "boucher", "plancher", "déjeuner", "dîner");

  private VerbForms() {}

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
        && (INFINITIVES.contains(word)
            || (word.length() > 4
                && (word.endsWith("er") || word.endsWith("ir"))
                && !word.endsWith("tier")
                && !NO_INFINITIVES.contains(word)));
  }

  /** Returns the tense that a word shows where it stands. */
  static Predicate.Tense tense(Tokens tokens, int i) {
    return tokens.isFrench() ? frenchTense(tokens, i) : englishTense(tokens, i);
  }

  private static Predicate.Tense frenchTense(Tokens tokens, int i) {
    String word = tokens.get(i).word();
    if (hasAuxiliary(tokens, i, FRENCH_AUXILIARIES)) {
      return Predicate.Tense.PAST;
    }
    Token previous = tokens.get(i - 1);
    if (tokens.get(i).isCapitalised() && i > 0) {
      return Predicate.Tense.NONE;
    }
    if (isNominal(previous)) {
      return Predicate.Tense.NONE;
    }
    if (word.endsWith("èrent") || word.endsWith("irent") || word.endsWith("ait") || word.endsWith("aient")) {
      return Predicate.Tense.PAST;
    }
    boolean open =
        word.endsWith("er") || word.endsWith("ir") || word.endsWith("re") && word.length() > 5
            || word.endsWith("é") || word.endsWith("ée") || word.endsWith("és")
            || word.endsWith("ées") || word.endsWith("ant") || word.endsWith("ion")
            || word.endsWith("s") || word.endsWith("ment") || word.endsWith("eur");
    boolean verbal = word.endsWith("e") || word.endsWith("ent") || word.endsWith("t") || word.endsWith("d");
    return verbal && !open && (isSubject(tokens, i - 1) || opensObject(tokens.get(i + 1)))
        ? Predicate.Tense.PRESENT
        : Predicate.Tense.NONE;
  }

  private static Predicate.Tense englishTense(Tokens tokens, int i) {
    String word = tokens.get(i).word();
    boolean participle = word.endsWith("ed") || ENGLISH_PASTS.contains(word) || word.endsWith("en") || word.endsWith("n");
    Token previous = tokens.get(i - 1);
    if (hasAuxiliary(tokens, i, ENGLISH_AUXILIARIES)) {
      return participle ? Predicate.Tense.PAST : Predicate.Tense.PRESENT;
    }
    if (isNominal(previous) || tokens.get(i).isCapitalised() && i > 0) {
      return Predicate.Tense.NONE;
    }
    if (word.endsWith("ed") || ENGLISH_PASTS.contains(word)) {
      return tokens.get(i + 1).is("by") ? Predicate.Tense.NONE : Predicate.Tense.PAST;
    }
    return word.endsWith("s")
            && !word.endsWith("ss")
            && (isSubject(tokens, i - 1) || opensObject(tokens.get(i + 1)))
        ? Predicate.Tense.PRESENT
        : Predicate.Tense.NONE;
  }

  /** A name or a pronoun before a form makes it a verb. */
  private static boolean isSubject(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return switch (token.word()) {
      case "il", "elle", "ils", "elles", "on", "qui", "se", "s'", "ne", "n'", "he", "she", "it", "they",
          "who", "which" ->
          true;
      default -> token.isCapitalised() && i > 0;
    };
  }

  /** An article after a form makes it a verb: "relance la grève". */
  private static boolean opensObject(Token token) {
    return switch (token.word()) {
      case "le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "leur", "leurs", "the", "a",
          "an", "its", "his", "her", "their" ->
          true;
      default -> false;
    };
  }

  /** After an article, a possessive or a preposition stands a noun, or an infinitive. */
  private static boolean isNominal(Token previous) {
    return switch (previous.word()) {
      case "le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "au", "aux", "à", "ce",
          "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "en", "sans", "pour", "par",
          "sur", "avec", "dans", "the", "a", "an", "its", "his", "her", "their", "of", "to", "for",
          "in", "on", "at", "by", "with", "without", "no", "any", "this", "that", "these", "more",
          "aucun", "aucune", "plus", "from", "and", "et", "ou", "or", "our", "your", "my" -> true;
      default -> previous.isNumber();
    };
  }

  private static boolean hasAuxiliary(Tokens tokens, int i, Set<String> auxiliaries) {
    FunctionWords functions = FunctionWords.of(tokens.language());
    for (int j = i - 1; j >= Math.max(0, i - 4); j--) {
      Token token = tokens.get(j);
      if (auxiliaries.contains(token.word())) {
        return true;
      }
      if (!token.isWord() || isNominal(token) || !(functions.has(token) || isAdverb(token, tokens))) {
        return false;
      }
    }
    return false;
  }

  /** Returns if a word only colours a verb: officially, déjà, récemment. */
  static boolean isAdverb(Token token, Tokens tokens) {
    String word = token.word();
    if (!tokens.isFrench()) {
      return (word.endsWith("ly") && word.length() > 4) || isCommonAdverb(word);
    }
    return isCommonAdverb(word)
        || word.endsWith("emment")
        || word.endsWith("amment")
        || (word.endsWith("ement") && word.length() > 8 && hasAdverbEnding(word));
  }

  private static boolean hasAdverbEnding(String word) {
    return word.endsWith("ellement")
        || word.endsWith("ivement")
        || word.endsWith("quement")
        || word.endsWith("iquement")
        || word.endsWith("ablement")
        || word.endsWith("iblement")
        || word.endsWith("eusement")
        || word.endsWith("ièrement")
        || word.endsWith("alement")
        || word.endsWith("airement")
        || word.endsWith("itement")
        || word.endsWith("rectement")
        || word.endsWith("lètement");
  }

  private static boolean isCommonAdverb(String word) {
    return switch (word) {
      case "yet", "ever", "still", "again", "since", "soon", "once", "immediately", "even",
          "toujours", "encore", "jamais", "toutefois", "vraiment", "rien", "tout", "bien",
          "désormais", "aussitôt", "même", "simplement", "immédiatement", "seulement",
          "pourtant", "notamment", "forcément", "nécessairement", "long", "longer", "trop",
          "assez", "fait", "autant" ->
          true;
      default -> false;
    };
  }
}
