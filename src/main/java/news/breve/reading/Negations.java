package news.breve.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.breve.article.Language;

/**
 * Finds words that deny and what they deny, by {@code negations.tsv} and the French « ne »: with
 * pas, plus, jamais and so on it denies, with que it means only, alone it mostly means nothing.
 */
final class Negations {
  private enum Kind {
    IDIOM,
    SOFT,
    PARTICLE,
    NONE,
    NOBODY,
    /** Not or « pas » without a verb: "though not her sentence". */
    NOT_THING,
    WITHOUT,
    REFUSAL,
    PREVENTION,
    LACK,
    NEGATIVE,
    /** Homeless, undeclared, inacceptable: a word that holds its denial. */
    AFFIX,
    IMPLICIT,
    /** Verbs with whose denial their object is denied: "awarded no damages", « pas muni de ». */
    LIGHT
  }

  private record Entry(Kind kind, int sense) {}

  /** Words that deny, before it is known whether they are denied themselves. */
  private record Found(Kind kind, int sense, int start, int end, Set<Integer> targets) {}

  private static final List<List<String>> ROWS = Cells.rows("negations.tsv", 3);
  private static final Negations FRENCH = new Negations(Language.FRENCH);
  private static final Negations ENGLISH = new Negations(Language.ENGLISH);

  /** Words between « ne » and its second half. */
  private static final int NE_REACH = 10;

  /** Words between neither and nor, or between « aucun » and « ne ». */
  private static final int CORRELATIVE_REACH = 24;

  /** Beginnings of English words whose un- denies nothing. */
  private static final List<String> UN =
      List.of("under", "unit", "uni", "unanim", "until", "unless", "uncle");

  private static final Set<String> NE_SECONDS =
      Set.of("pas", "plus", "jamais", "guère", "nullement", "aucunement", "point");
  private static final Set<String> NARROWING = Set.of("seulement", "uniquement", "simplement");
  private static final int NARROWING_REACH = 3;
  private static final Set<String> NE_THINGS = Set.of("aucun", "aucune", "nul", "nulle", "ni");
  private static final Set<String> NE_PRONOUNS = Set.of("rien", "personne");

  /** Verbs that « ne » denies without pas. */
  private static final Set<String> NE_ALONE =
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

  private final Lexicon<Entry> lexicon;
  private final Lexicon<Kind> light;
  private final Language language;
  private final Scope scope;

  private Negations(Language language) {
    this.language = language;
    lexicon = new Lexicon<>(language);
    light = new Lexicon<>(language);
    scope = new Scope(language);
    int sense = 0;
    for (List<String> row : ROWS) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      String cell = row.get(language == Language.FRENCH ? 1 : 2);
      if (kind == Kind.LIGHT) {
        light.addAll(cell, kind);
      } else {
        lexicon.addAll(cell, new Entry(kind, sense++));
      }
    }
  }

  static Negations of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /**
   * What a text denies.
   *
   * @param denials the words that deny, in order
   * @param denied the tokens that are denied
   * @param limited the tokens that are denied in part, or from some time on
   * @param tokens the tokens of the words that only deny: not, « ne … pas », without
   */
  record Reading(
      List<Denial> denials, Set<Integer> denied, Set<Integer> limited, Set<Integer> tokens) {}

  Reading read(Tokens tokens, List<String> stems, Clauses clauses, int[] wordAt) {
    List<Found> found =
        withoutDoubles(find(tokens, stems, clauses), clauses).stream()
            .map(one -> withObjects(one, tokens, stems, clauses))
            .toList();
    Set<Integer> cancelled = cancelled(found);
    Set<Integer> acts = new HashSet<>();
    cancelled.forEach(i -> acts.addAll(found.get(i).targets()));
    List<Denial> denials = new ArrayList<>();
    Set<Integer> denied = new HashSet<>();
    Set<Integer> limited = new HashSet<>();
    Set<Integer> own = new HashSet<>();
    for (int f = 0; f < found.size(); f++) {
      Found one = found.get(f);
      if (isGrammatical(one.kind()) || one.kind() == Kind.WITHOUT || one.kind() == Kind.NOT_THING) {
        IntStream.range(one.start(), one.end()).forEach(own::add);
      }
      Set<Integer> targets = new HashSet<>(one.targets());
      targets.removeAll(acts);
      if (one.kind() == Kind.SOFT) {
        limited.addAll(targets);
      } else if (!cancelled.contains(f)) {
        denied.addAll(targets);
      }
      // "Does not rule out selling" denies nothing: one denial takes the other back.
      boolean takesBack = cancelled.stream().map(found::get).anyMatch(inner -> denies(one, inner));
      denials.add(
          new Denial(
              kind(one.kind()),
              one.sense(),
              tokens.slice(one.start(), one.end()),
              clauses.of(one.start()),
              tokens.get(one.start()).start(),
              words(one.targets(), wordAt),
              cancelled.contains(f)
                  ? Denial.Standing.DENIED
                  : takesBack ? Denial.Standing.TAKES_BACK : Denial.Standing.HOLDS,
              isBounded(one, tokens, clauses)));
    }
    return new Reading(
        List.copyOf(denials), Set.copyOf(denied), Set.copyOf(limited), Set.copyOf(own));
  }

  /** "No payment before summer", « pas avant lundi »: what is denied may come then. */
  private static boolean isBounded(Found one, Tokens tokens, Clauses clauses) {
    String[] bounds =
        tokens.isFrench() ? new String[] {"avant", "tant"} : new String[] {"before", "until"};
    for (int i = one.start() - 1; i >= Math.max(0, one.start() - CORRELATIVE_REACH); i--) {
      if (tokens.get(i).is("tant")) {
        return true;
      }
    }
    return has(tokens, one.start(), clauses, bounds[0])
        || has(tokens, one.start(), clauses, bounds[1]);
  }

  private Found withObjects(Found one, Tokens tokens, List<String> stems, Clauses clauses) {
    Set<Integer> targets = new HashSet<>(one.targets());
    boolean act = isGrammatical(one.kind()) || one.kind() == Kind.REFUSAL;
    for (int target : act ? one.targets() : Set.<Integer>of()) {
      light
          .at(tokens, stems, target)
          .filter(match -> scope.opensObject(tokens, match.end()))
          .ifPresent(match -> targets.addAll(scope.thing(tokens, match.end(), clauses)));
    }
    return new Found(one.kind(), one.sense(), one.start(), one.end(), targets);
  }

  /** « Ne pas venir sans avoir appelé »: who denies twice states it, on a condition. */
  private static List<Found> withoutDoubles(List<Found> found, Clauses clauses) {
    List<Found> all = new ArrayList<>(found);
    for (int i = 1; i < all.size(); i++) {
      Found one = all.get(i);
      Found before = all.get(i - 1);
      if (one.kind() == Kind.WITHOUT
          && before.kind() == Kind.PARTICLE
          && clauses.isSame(before.start(), one.start())) {
        all.set(i, new Found(Kind.SOFT, -2, one.start(), one.end(), Set.of()));
        all.set(i - 1, new Found(Kind.SOFT, -2, before.start(), before.end(), Set.of()));
      }
    }
    return all;
  }

  /** Returns the numbers of the acts of denying that are denied themselves: « n'exclut pas ». */
  private static Set<Integer> cancelled(List<Found> found) {
    Set<Integer> cancelled = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      Found inner = found.get(i);
      boolean act =
          switch (inner.kind()) {
            case REFUSAL, PREVENTION, LACK -> true;
            default -> false;
          };
      if (act && found.stream().anyMatch(outer -> denies(outer, inner))) {
        cancelled.add(i);
      }
    }
    return cancelled;
  }

  private static boolean denies(Found outer, Found inner) {
    return !outer.equals(inner)
        && outer.targets().stream().anyMatch(t -> t >= inner.start() && t < inner.end());
  }

  private static Set<Integer> words(Set<Integer> tokens, int[] wordAt) {
    return tokens.stream()
        .map(token -> wordAt[token])
        .filter(word -> word >= 0)
        .collect(Collectors.toSet());
  }

  private static boolean isGrammatical(Kind kind) {
    return kind(kind) == Denial.Kind.GRAMMATICAL;
  }

  private static Denial.Kind kind(Kind kind) {
    return switch (kind) {
      case PARTICLE, NONE, NOBODY -> Denial.Kind.GRAMMATICAL;
      case NOT_THING, WITHOUT, AFFIX -> Denial.Kind.PRIVATIVE;
      case REFUSAL, PREVENTION, LACK -> Denial.Kind.LEXICAL;
      case SOFT, NEGATIVE -> Denial.Kind.WEAK;
      // « Sans frais » denies nothing, though "without charge" may say so.
      case IDIOM, IMPLICIT, LIGHT -> Denial.Kind.IMPLICIT;
    };
  }

  private List<Found> find(Tokens tokens, List<String> stems, Clauses clauses) {
    List<Found> found = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Lexicon.Match<Entry>> match =
          used.contains(i) ? Optional.empty() : lexicon.at(tokens, stems, i);
      int end = match.map(Lexicon.Match::end).orElse(i + 1);
      if (match.isPresent()) {
        int begin = i;
        match.get().meanings().stream()
            .map(entry ->
                entry.kind() == Kind.PARTICLE
                    ? particle(tokens, begin, end, clauses)
                    : of(entry, tokens, begin, end, clauses))
            .filter(one -> !isNumero(tokens, one))
            .forEach(one -> add(one, tokens, found));
      } else if (isNe(tokens.get(i))) {
        ne(tokens, stems, i, clauses, used).ifPresent(one -> add(one, tokens, found));
      } else if (language == Language.ENGLISH && isContraction(tokens.get(i))) {
        add(particle(tokens, i, i + 1, clauses), tokens, found);
      } else if (isNegativeForm(tokens.get(i).word())) {
        found.add(new Found(Kind.AFFIX, -3, i, i + 1, Set.of()));
      }
      i = end;
    }
    return found;
  }

  /**
   * Adds what denies, or joins it to what it belongs to: « aucun … ne », « ni … ni », "neither …
   * nor" and « sans aucun » deny once.
   */
  private static void add(Found one, Tokens tokens, List<Found> found) {
    int last = -1;
    for (int i = 0; i < found.size(); i++) {
      boolean negation = isGrammatical(found.get(i).kind()) || found.get(i).kind() == Kind.WITHOUT;
      last = negation ? i : last;
    }
    if (last >= 0 && isGrammatical(one.kind()) && continues(one, found.get(last), tokens)) {
      Found first = found.get(last);
      Set<Integer> targets = new HashSet<>(first.targets());
      targets.addAll(one.targets());
      found.set(last, new Found(first.kind(), first.sense(), first.start(), first.end(), targets));
    } else {
      found.add(one);
    }
  }

  private static boolean continues(Found one, Found before, Tokens tokens) {
    String word = tokens.get(one.start()).word();
    // "No training and no harness".
    boolean listed =
        one.kind() == Kind.NONE
            && before.kind() == Kind.NONE
            && switch (tokens.get(one.start() - 1).word()) {
              case "and", "or", "et", "ou", "ni", "," -> true;
              default -> false;
            };
    boolean alone = one.end() == one.start() + 1;
    boolean correlative =
        word.equals("ni")
            || word.equals("nor")
            || (isNe(tokens.get(one.start()))
                && before.kind() != Kind.WITHOUT
                && (alone || tokens.get(before.start()).is("ni")));
    return one.start() <= before.end() + 1
        || (listed && one.start() - before.end() <= NE_REACH)
        || (correlative
            && one.start() - before.end() <= CORRELATIVE_REACH
            && IntStream.range(before.end(), one.start()).noneMatch(i -> tokens.get(i).is(";")));
  }

  private boolean isNegativeForm(String word) {
    boolean english = language == Language.ENGLISH && (isNegative(word) || isLess(word));
    return english || isUnable(word);
  }

  /** « No. 5 », "No 5", "no-fly". */
  private static boolean isNumero(Tokens tokens, Found one) {
    Token next = tokens.get(one.end());
    return one.end() == one.start() + 1
        && tokens.get(one.start()).is("no")
        && (next.isNumber()
            || next.isHyphen()
            || (next.is(".") && tokens.get(one.end() + 1).isNumber()));
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

  private static boolean has(Tokens tokens, int from, Clauses clauses, String word) {
    for (int i = from; i < tokens.size() && clauses.isSame(from, i); i++) {
      if (tokens.get(i).is(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isContraction(Token token) {
    return token.word().endsWith("n't");
  }

  private static boolean isNe(Token token) {
    return token.word().equals("ne") || token.word().equals("n'");
  }

  /** "No flood had killed since 2014": the last that did was then. */
  private static boolean isSince(Tokens tokens, int place, Clauses clauses) {
    int from = place;
    while (from > 0 && clauses.isSame(place, from - 1)) {
      from--;
    }
    return has(tokens, from, clauses, tokens.isFrench() ? "depuis" : "since");
  }

  /** « Jamais le pays n'avait connu un foyer aussi grave », "never so high": a record. */
  private static boolean isRecord(Tokens tokens, int from, Clauses clauses) {
    for (int i = from; i < tokens.size() && clauses.isSame(from, i); i++) {
      switch (tokens.get(i).word()) {
        case "aussi", "autant", "tel", "telle", "pareil", "pareille" -> {
          return tokens.isFrench();
        }
        case "so", "such", "before" -> {
          return !tokens.isFrench();
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isNever(Token token) {
    return token.is("never") || token.is("jamais");
  }

  private Found particle(Tokens tokens, int start, int end, Clauses clauses) {
    if (isNever(tokens.get(start)) && isRecord(tokens, end, clauses)) {
      return new Found(Kind.SOFT, -2, start, end, Set.of());
    }
    if (isSince(tokens, start, clauses)) {
      return new Found(Kind.SOFT, -2, start, end, scope.verbFrom(tokens, end, clauses));
    }
    String word = tokens.get(start).word();
    if (word.equals("jamais") && isEver(tokens, start, clauses)) {
      return new Found(Kind.SOFT, -2, start, end, Set.of());
    }
    boolean verb =
        language == Language.FRENCH
            ? !word.equals("pas")
            : !word.equals("not")
                || tokens.get(end).is("to")
                || FunctionWords.of(language).has(tokens.get(start - 1));
    return new Found(
        verb ? Kind.PARTICLE : Kind.NOT_THING,
        -1,
        start,
        end,
        scope.verbFrom(tokens, end, clauses));
  }

  /** « Le plus grand jamais construit » : jamais without « ne » may mean ever. */
  private static boolean isEver(Tokens tokens, int jamais, Clauses clauses) {
    for (int i = jamais - 1; i >= 0 && clauses.isSame(jamais, i); i--) {
      switch (tokens.get(i).word()) {
        case "plus", "moins", "premier", "première", "seul", "meilleur", "pire", "record", "si" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private Found of(Entry entry, Tokens tokens, int start, int end, Clauses clauses) {
    if (isGrammatical(entry.kind()) && isSince(tokens, end, clauses)) {
      return new Found(Kind.SOFT, -2, start, end, Set.of());
    }
    Set<Integer> targets =
        switch (entry.kind()) {
          case PARTICLE -> scope.verbFrom(tokens, end, clauses);
          case NONE -> scope.thingAndVerb(tokens, start, end, clauses);
          case NOBODY -> scope.predicateFrom(tokens, end, clauses);
          case NOT_THING, WITHOUT -> scope.thing(tokens, end, clauses);
          // "Just short of 60 per cent" says how much.
          case LACK -> tokens.get(end).isNumber() ? Set.of() : scope.thing(tokens, end, clauses);
          case REFUSAL -> scope.act(tokens, end, Scope.NEAR, clauses);
          case PREVENTION -> scope.act(tokens, end, Scope.FAR, clauses);
          case IDIOM, SOFT, NEGATIVE, AFFIX, IMPLICIT, LIGHT -> Set.of();
        };
    return new Found(entry.kind(), entry.sense(), start, end, targets);
  }

  /** Reads « ne » with its second half. */
  private Optional<Found> ne(
      Tokens tokens, List<String> stems, int ne, Clauses clauses, Set<Integer> used) {
    int second = ne + 1;
    boolean que = false;
    while (second < Math.min(tokens.size(), ne + NE_REACH) && clauses.isSame(ne, second)) {
      String word = tokens.get(second).word();
      if (NE_SECONDS.contains(word) || NE_THINGS.contains(word) || NE_PRONOUNS.contains(word)) {
        break;
      }
      if (word.equals("que") || word.equals("qu'")) {
        que = true;
        break;
      }
      second++;
    }
    boolean complete =
        second < Math.min(tokens.size(), ne + NE_REACH) && clauses.isSame(ne, second);
    if (complete) {
      String word = tokens.get(second).word();
      boolean only = que || (word.equals("plus") && isQue(tokens, second + 1, ne, clauses));
      used.add(second);
      only |= word.equals("pas") && tokens.get(second + 1).word().equals("plus");
      only |= isNarrowed(tokens, second + 1) || isIdiom(tokens, stems, second);
      only |= isNever(tokens.get(second)) && isRecord(tokens, second, clauses);
      boolean since = word.equals("plus") && has(tokens, second, clauses, "depuis");
      if (only || since) {
        Set<Integer> limited = new HashSet<>();
        if (since) {
          limited.addAll(scope.between(tokens, ne + 1, second));
          limited.addAll(scope.verbFrom(tokens, second + 1, clauses));
        }
        return Optional.of(new Found(Kind.SOFT, -2, ne, ne + 1, limited));
      }
      Set<Integer> targets = new HashSet<>(scope.between(tokens, ne + 1, second));
      if (targets.isEmpty()) {
        targets.addAll(scope.verbFrom(tokens, second + 1, clauses));
      } else {
        targets.addAll(scope.infinitiveAfter(tokens, second + 1, clauses));
      }
      if (NE_THINGS.contains(word)) {
        targets.addAll(scope.thing(tokens, second + 1, clauses));
      }
      Token after = tokens.get(second + 1);
      if (after.word().equals("de") || after.word().equals("d'")) {
        targets.addAll(scope.thing(tokens, second + 2, clauses));
      }
      return Optional.of(new Found(Kind.PARTICLE, -1, ne, second + 1, targets));
    }
    boolean alone =
        NE_ALONE.contains(tokens.get(ne + 1).word())
            || NE_ALONE.contains(tokens.get(ne + 2).word());
    boolean subject = false;
    for (int i = ne - 1; i >= 0 && clauses.isSame(ne, i); i--) {
      String word = tokens.get(i).word();
      subject |= NE_THINGS.contains(word) || NE_PRONOUNS.contains(word) || word.equals("jamais");
    }
    if (subject && (isSince(tokens, ne, clauses) || isRecord(tokens, ne, clauses))) {
      return Optional.of(new Found(Kind.SOFT, -2, ne, ne + 1, Set.of()));
    }
    if (alone || subject) {
      return Optional.of(
          new Found(Kind.PARTICLE, -1, ne, ne + 1, scope.verbFrom(tokens, ne + 1, clauses)));
    }
    return Optional.empty();
  }

  /** « N'est pas hostile à » opposes nothing. */
  private boolean isIdiom(Tokens tokens, List<String> stems, int pas) {
    return lexicon
        .at(tokens, stems, pas)
        .filter(match -> match.end() > pas + 1)
        .filter(match -> match.meanings().stream().anyMatch(one -> one.kind() == Kind.IDIOM))
        .isPresent();
  }

  /** « Ne soigne pas seulement », « n'est pas toujours »: not all, rather than nothing. */
  private static boolean isNarrowed(Tokens tokens, int from) {
    for (int i = from; i < from + NARROWING_REACH; i++) {
      if (NARROWING.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  /**
   * « N'a plus que deux sièges », « ne compte plus produire cette année que de 9 à 10 tonnes »: que
   * at once, or before a figure or a preposition.
   */
  private static boolean isQue(Tokens tokens, int from, int ne, Clauses clauses) {
    for (int i = from; i < from + NE_REACH && clauses.isSame(ne, i); i++) {
      String word = tokens.get(i).word();
      if (word.equals("que") || word.equals("qu'")) {
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
