package news.breve.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/**
 * Reads the French « ne »: with pas, plus, jamais and so on it denies, with que it means only,
 * alone it mostly means nothing.
 */
final class FrenchNe {
  /** Words between « ne » and its second half. */
  static final int REACH = 10;

  private static final Set<String> SECONDS =
      Set.of("pas", "plus", "jamais", "guère", "nullement", "aucunement", "point");
  private static final Set<String> NARROWING = Set.of("seulement", "uniquement", "simplement");
  private static final int NARROWING_REACH = 3;
  private static final Set<String> THINGS = Set.of("aucun", "aucune", "nul", "nulle", "ni");
  private static final Set<String> PRONOUNS = Set.of("rien", "personne");

  /** Verbs that « ne » denies without pas. */
  private static final Set<String> ALONE =
      Set.of(
          "peut",
          "peuvent",
          "pouvait",
          "pouvaient",
          "pu",
          "put",
          "purent",
          "pourra",
          "pourront",
          "pourrait",
          "saurait",
          "sauraient",
          "ose",
          "osent",
          "osait",
          "osé",
          "sait",
          "savent");

  private final Scope scope = new Scope(Language.FRENCH);
  private final Tokens tokens;
  private final List<String> stems;
  private final Clauses clauses;
  private final DenialLimits limits;

  FrenchNe(Tokens tokens, List<String> stems, Clauses clauses, DenialLimits limits) {
    this.tokens = tokens;
    this.stems = stems;
    this.clauses = clauses;
    this.limits = limits;
  }

  static boolean is(Token token) {
    return token.word().equals("ne") || token.word().equals("n'");
  }

  /**
   * Reads what a « ne » denies.
   *
   * @param used the tokens that are read with another, to which its second half is added
   */
  Optional<DenyingWords> read(int ne, Set<Integer> used) {
    int second = second(ne);
    if (second < 0) {
      return alone(ne);
    }
    used.add(second);
    boolean plus = tokens.get(second).word().equals("plus");
    if (plus && limits.isSinceAfter(second)) {
      Set<Integer> limited = new HashSet<>(scope.between(tokens, ne + 1, second));
      limited.addAll(scope.verbFrom(tokens, second + 1, clauses));
      return Optional.of(DenyingWords.soft(ne, ne + 1, limited));
    }
    return Optional.of(
        isOnly(ne, second)
            ? DenyingWords.soft(ne, ne + 1, Set.of())
            : new DenyingWords(
                DenyingWords.Kind.PARTICLE, DenyingWords.NOT, ne, second + 1, targets(ne, second)));
  }

  /** Returns the place of what completes a « ne »; −1 if nothing does. */
  private int second(int ne) {
    for (int i = ne + 1; i < Math.min(tokens.size(), ne + REACH) && clauses.isSame(ne, i); i++) {
      String word = tokens.get(i).word();
      if (SECONDS.contains(word)
          || THINGS.contains(word)
          || PRONOUNS.contains(word)
          || isQue(tokens.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isOnly(int ne, int second) {
    String word = tokens.get(second).word();
    return isQue(tokens.get(second))
        || (word.equals("plus") && isQueAfter(second + 1, ne))
        || (word.equals("pas") && tokens.get(second + 1).word().equals("plus"))
        || isNarrowed(second + 1)
        || isIdiom(second)
        || limits.isRecord(second);
  }

  private Set<Integer> targets(int ne, int second) {
    Set<Integer> targets = new HashSet<>(scope.between(tokens, ne + 1, second));
    targets.addAll(
        targets.isEmpty()
            ? scope.verbFrom(tokens, second + 1, clauses)
            : scope.infinitiveAfter(tokens, second + 1, clauses));
    if (THINGS.contains(tokens.get(second).word())) {
      targets.addAll(scope.thing(tokens, second + 1, clauses));
    }
    String after = tokens.get(second + 1).word();
    if (after.equals("de") || after.equals("d'")) {
      targets.addAll(scope.thing(tokens, second + 2, clauses));
    }
    return targets;
  }

  /** « Il n'a pu venir », « aucun n'est venu ». */
  private Optional<DenyingWords> alone(int ne) {
    boolean subject = false;
    boolean record = false;
    for (int i = ne - 1; i >= 0 && clauses.isSame(ne, i); i--) {
      String word = tokens.get(i).word();
      subject |= THINGS.contains(word) || PRONOUNS.contains(word) || word.equals("jamais");
      record |= limits.isRecord(i);
    }
    if (subject && (limits.isSince(ne) || record)) {
      return Optional.of(DenyingWords.soft(ne, ne + 1, Set.of()));
    }
    boolean denies =
        subject
            || ALONE.contains(tokens.get(ne + 1).word())
            || ALONE.contains(tokens.get(ne + 2).word());
    return denies
        ? Optional.of(
            new DenyingWords(
                DenyingWords.Kind.PARTICLE,
                DenyingWords.NOT,
                ne,
                ne + 1,
                scope.verbFrom(tokens, ne + 1, clauses)))
        : Optional.empty();
  }

  /** « N'est pas hostile à » opposes nothing. */
  private boolean isIdiom(int pas) {
    return DenialTable.of(Language.FRENCH)
        .words()
        .at(tokens, stems, pas)
        .filter(match -> match.end() > pas + 1)
        .filter(match ->
            match.meanings().stream().anyMatch(one -> one.kind() == DenyingWords.Kind.IDIOM))
        .isPresent();
  }

  /** « Ne soigne pas seulement », « n'est pas toujours »: not all, rather than nothing. */
  private boolean isNarrowed(int from) {
    for (int i = from; i < from + NARROWING_REACH; i++) {
      if (NARROWING.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQue(Token token) {
    return token.word().equals("que") || token.word().equals("qu'");
  }

  /**
   * « N'a plus que deux sièges », « ne compte plus produire cette année que de 9 à 10 tonnes »: que
   * at once, or before a figure or a preposition.
   */
  private boolean isQueAfter(int from, int ne) {
    for (int i = from; i < from + REACH && clauses.isSame(ne, i); i++) {
      if (isQue(tokens.get(i))) {
        return i < from + 2 || tokens.get(i + 1).isNumber() || isPreposition(tokens.get(i + 1));
      }
    }
    return false;
  }

  private static boolean isPreposition(Token token) {
    return switch (token.word()) {
      case "de", "d'", "à", "dans", "sur", "pour", "par", "en", "chez", "avec", "entre" -> true;
      default -> false;
    };
  }
}
