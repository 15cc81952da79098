package news.breve.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    NEGATIVE
  }

  private record Entry(Kind kind, int sense) {}

  /** Words that deny, before it is known whether they are denied themselves. */
  private record Found(Kind kind, int sense, int start, int end, Set<Integer> targets) {}

  private static final List<List<String>> ROWS = Cells.rows("negations.tsv", 3);
  private static final Negations FRENCH = new Negations(Language.FRENCH);
  private static final Negations ENGLISH = new Negations(Language.ENGLISH);

  /** Words between « ne » and its second half. */
  private static final int NE_REACH = 10;

  /** Words between a refusal and the act refused, or between prevent and from. */
  private static final int ACT_REACH = 5;

  private static final int PREVENTION_REACH = 9;

  /** Words between neither and nor, or between « aucun » and « ne ». */
  private static final int CORRELATIVE_REACH = 12;

  /** Beginnings of English words whose un- denies nothing. */
  private static final List<String> UN =
      List.of("under", "unit", "uni", "unanim", "until", "unless", "uncle");

  private static final Set<String> NE_SECONDS =
      Set.of("pas", "plus", "jamais", "guère", "nullement", "aucunement", "point");
  private static final Set<String> NE_THINGS = Set.of("aucun", "aucune", "nul", "nulle", "ni");
  private static final Set<String> NE_PRONOUNS = Set.of("rien", "personne");

  /** Verbs that « ne » denies without pas. */
  private static final Set<String> NE_ALONE =
      Set.of(
          "peut", "peuvent", "pouvait", "pouvaient", "pu", "put", "purent", "pourra", "pourront",
          "pourrait", "saurait", "sauraient", "ose", "osent", "osait", "osé", "sait", "savent");

  private final Lexicon<Entry> lexicon;
  private final Language language;

  private Negations(Language language) {
    this.language = language;
    lexicon = new Lexicon<>(language);
    int sense = 0;
    for (List<String> row : ROWS) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      lexicon.addAll(row.get(language == Language.FRENCH ? 1 : 2), new Entry(kind, sense++));
    }
  }

  static Negations of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** The denials of a text, and how often each of its tokens is denied. */
  record Reading(List<Denial> denials, int[] denied, Set<Integer> tokens) {}

  Reading read(Tokens tokens, List<String> stems, Clauses clauses, int[] wordAt) {
    List<Found> found = find(tokens, stems, clauses);
    int[] denied = new int[tokens.size()];
    Set<Integer> own = new HashSet<>();
    boolean[] cancelled = new boolean[found.size()];
    for (int f = 0; f < found.size(); f++) {
      Found outer = found.get(f);
      boolean isOwn = isGrammatical(outer.kind()) || kind(outer.kind()) == Denial.Kind.PRIVATIVE;
      for (int i = outer.start(); i < outer.end() && isOwn; i++) {
        own.add(i);
      }
      for (int g = 0; g < found.size(); g++) {
        Found inner = found.get(g);
        boolean denies = g != f && outer.targets().stream().anyMatch(t -> t >= inner.start() && t < inner.end());
        boolean act = inner.kind() == Kind.REFUSAL || inner.kind() == Kind.PREVENTION;
        if (denies && (act || inner.kind() == Kind.LACK)) {
          cancelled[g] = true;
        }
      }
    }
    List<Denial> denials = new ArrayList<>();
    for (int f = 0; f < found.size(); f++) {
      Found one = found.get(f);
      if (!cancelled[f]) {
        one.targets().stream()
            .filter(target -> !isActOfCancelled(target, one, found, cancelled))
            .forEach(target -> denied[target]++);
      }
      denials.add(
          new Denial(
              kind(one.kind()),
              one.sense(),
              tokens.slice(one.start(), one.end()),
              clauses.of(one.start()),
              tokens.get(one.start()).start(),
              words(one.targets(), wordAt),
              cancelled[f]));
    }
    return new Reading(List.copyOf(denials), denied, own);
  }

  /** « N'exclut pas de saisir »: pas denies exclut alone. */
  private static boolean isActOfCancelled(
      int target, Found outer, List<Found> found, boolean[] cancelled) {
    for (int g = 0; g < found.size(); g++) {
      if (cancelled[g] && found.get(g) != outer && found.get(g).targets().contains(target)) {
        return true;
      }
    }
    return false;
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
      case NOT_THING, WITHOUT, LACK -> Denial.Kind.PRIVATIVE;
      case REFUSAL, PREVENTION -> Denial.Kind.LEXICAL;
      case IDIOM, SOFT, NEGATIVE -> Denial.Kind.WEAK;
    };
  }

  private List<Found> find(Tokens tokens, List<String> stems, Clauses clauses) {
    List<Found> found = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Lexicon.Match<Entry>> match = used.contains(i) ? Optional.empty() : lexicon.at(tokens, stems, i);
      int end = match.map(Lexicon.Match::end).orElse(i + 1);
      if (match.isPresent()) {
        int begin = i;
        match.get().meanings().stream()
            .filter(entry -> entry.kind() != Kind.IDIOM)
            .map(entry ->
                entry.kind() == Kind.PARTICLE
                    ? particle(tokens, begin, end, clauses)
                    : of(entry, tokens, begin, end, clauses))
            .filter(one -> !isNumero(tokens, one))
            .forEach(one -> add(one, tokens, found));
      } else if (isNe(tokens.get(i))) {
        ne(tokens, i, clauses, used).ifPresent(one -> add(one, tokens, found));
      } else if (language == Language.ENGLISH && isContraction(tokens.get(i))) {
        add(particle(tokens, i, i + 1, clauses), tokens, found);
      } else if (isUnable(tokens.get(i).word()) || language == Language.ENGLISH && (isNegative(tokens.get(i).word()) || isLess(tokens.get(i).word()))) {
        found.add(new Found(Kind.NEGATIVE, -3, i, i + 1, Set.of()));
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
      found.set(
          last, new Found(first.kind(), first.sense(), first.start(), first.end(), targets));
    } else {
      found.add(one);
    }
  }

  private static boolean continues(Found one, Found before, Tokens tokens) {
    String word = tokens.get(one.start()).word();
    boolean correlative =
        word.equals("ni")
            || word.equals("nor")
            || (isNe(tokens.get(one.start())) && one.end() == one.start() + 1);
    return one.start() <= before.end() + 1
        || (correlative && one.start() - before.end() <= CORRELATIVE_REACH);
  }

  /** « No. 5 », "No 5". */
  private static boolean isNumero(Tokens tokens, Found one) {
    Token next = tokens.get(one.end());
    return one.end() == one.start() + 1
        && tokens.get(one.start()).is("no")
        && (next.isNumber() || next.is(".") && tokens.get(one.end() + 1).isNumber());
  }

  /** Unlicensed, homeless; but not under, unit, unless. */
  static boolean isNegative(String word) {
    return word.startsWith("un") && word.length() > 6 && !isUn(word);
  }

  /** Inacceptable, irréversible, inevitable: the same in both languages. */
  private static boolean isUnable(String word) {
    return word.length() > 8
        && (word.endsWith("able") || word.endsWith("ible") || word.endsWith("ables") || word.endsWith("ibles"))
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

  private Found particle(Tokens tokens, int start, int end, Clauses clauses) {
    if (has(tokens, start, clauses, "since")) {
      return new Found(Kind.SOFT, -2, start, end, Set.of());
    }
    String word = tokens.get(start).word();
    boolean verb =
        language == Language.FRENCH
            ? !word.equals("pas")
            : !word.equals("not") || FunctionWords.of(language).has(tokens.get(start - 1));
    return new Found(
        verb ? Kind.PARTICLE : Kind.NOT_THING, -1, start, end, verbFrom(tokens, end, clauses));
  }

  private Found of(Entry entry, Tokens tokens, int start, int end, Clauses clauses) {
    Set<Integer> targets =
        switch (entry.kind()) {
          case PARTICLE -> verbFrom(tokens, end, clauses);
          case NONE -> thingAndVerb(tokens, end, clauses);
          case NOBODY -> verbFrom(tokens, end, clauses);
          case NOT_THING, WITHOUT, LACK -> thing(tokens, end, clauses);
          case REFUSAL -> act(tokens, end, ACT_REACH, clauses);
          case PREVENTION -> act(tokens, end, PREVENTION_REACH, clauses);
          case IDIOM, SOFT, NEGATIVE -> Set.of();
        };
    return new Found(entry.kind(), entry.sense(), start, end, targets);
  }

  /** Reads « ne » with its second half. */
  private Optional<Found> ne(
      Tokens tokens,
      int ne,
      Clauses clauses,
      Set<Integer> used) {
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
    boolean complete = second < Math.min(tokens.size(), ne + NE_REACH) && clauses.isSame(ne, second);
    if (complete) {
      String word = tokens.get(second).word();
      boolean only = que || (word.equals("plus") && isQue(tokens, second + 1, ne, clauses));
      used.add(second);
      only |= word.equals("pas") && tokens.get(second + 1).word().equals("plus");
      boolean since = word.equals("plus") && has(tokens, second, clauses, "depuis");
      if (only || since) {
        return Optional.of(new Found(Kind.SOFT, -2, ne, ne + 1, Set.of()));
      }
      Set<Integer> targets = new HashSet<>(between(tokens, ne + 1, second));
      if (targets.isEmpty()) {
        targets.addAll(verbFrom(tokens, second + 1, clauses));
      } else {
        targets.addAll(infinitiveAfter(tokens, second + 1, clauses));
      }
      if (NE_THINGS.contains(word)) {
        targets.addAll(thing(tokens, second + 1, clauses));
      }
      Token after = tokens.get(second + 1);
      if (after.word().equals("de") || after.word().equals("d'")) {
        targets.addAll(thing(tokens, second + 2, clauses));
      }
      return Optional.of(new Found(Kind.PARTICLE, -1, ne, second + 1, targets));
    }
    boolean alone =
        NE_ALONE.contains(tokens.get(ne + 1).word()) || NE_ALONE.contains(tokens.get(ne + 2).word());
    boolean subject = false;
    for (int i = ne - 1; i >= 0 && clauses.isSame(ne, i); i--) {
      String word = tokens.get(i).word();
      subject |=
          NE_THINGS.contains(word) || NE_PRONOUNS.contains(word) || word.equals("jamais");
    }
    if (alone || subject) {
      return Optional.of(new Found(Kind.PARTICLE, -1, ne, ne + 1, verbFrom(tokens, ne + 1, clauses)));
    }
    return Optional.empty();
  }

  /** « N'a plus que deux sièges »: que within three words after plus. */
  private static boolean isQue(Tokens tokens, int i, int ne, Clauses clauses) {
    for (int j = i; j < i + 2 && clauses.isSame(ne, j); j++) {
      String word = tokens.get(j).word();
      if (word.equals("que") || word.equals("qu'")) {
        return true;
      }
    }
    return false;
  }

  private boolean isContent(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return token.isWord() && !FunctionWords.of(language).has(token);
  }

  private Set<Integer> between(Tokens tokens, int from, int to) {
    Set<Integer> targets = new HashSet<>();
    for (int i = from; i < to; i++) {
      if (isContent(tokens, i) && !VerbForms.isAdverb(tokens.get(i), tokens)) {
        targets.add(i);
      }
    }
    return targets;
  }

  /** The first word of meaning from a place, adverbs passed over, and an infinitive tied to it. */
  private Set<Integer> verbFrom(Tokens tokens, int from, Clauses clauses) {
    if (from == 0 || from >= tokens.size()) {
      return Set.of();
    }
    Set<Integer> targets = new HashSet<>();
    for (int i = from; i < from + 6 && clauses.isSame(from - 1, i); i++) {
      if (isContent(tokens, i) && !VerbForms.isAdverb(tokens.get(i), tokens)) {
        targets.add(i);
        targets.addAll(infinitiveAfter(tokens, i + 1, clauses));
        break;
      }
    }
    return targets;
  }

  /** "Allowed to sign", « autorisée à parler », « veut signer ». */
  private Set<Integer> infinitiveAfter(Tokens tokens, int from, Clauses clauses) {
    if (from >= tokens.size() || !clauses.isSame(from - 1, from)) {
      return Set.of();
    }
    int i = from;
    if (language == Language.ENGLISH) {
      return tokens.get(i).is("to") && isContent(tokens, i + 1) ? Set.of(i + 1) : Set.of();
    }
    while (i < from + 3 && tokens.get(i).isWord() && !isContent(tokens, i) && !VerbForms.isInfinitive(tokens.get(i))) {
      i++;
    }
    return isContent(tokens, i) && VerbForms.isInfinitive(tokens.get(i)) && clauses.isSame(from - 1, i) ? Set.of(i) : Set.of();
  }

  /** The words of meaning that follow each other from a place: "no price increases". */
  private Set<Integer> thing(Tokens tokens, int from, Clauses clauses) {
    Set<Integer> targets = new HashSet<>();
    int i = from;
    while (i < from + 3 && from > 0 && clauses.isSame(from - 1, i) && !isContent(tokens, i)) {
      i++;
    }
    while (i < from + 6 && from > 0 && clauses.isSame(from - 1, i) && isContent(tokens, i)) {
      targets.add(i++);
    }
    return targets;
  }

  private Set<Integer> thingAndVerb(Tokens tokens, int from, Clauses clauses) {
    Set<Integer> targets = new HashSet<>(thing(tokens, from, clauses));
    int last = targets.stream().mapToInt(t -> t).max().orElse(-1);
    if (language == Language.ENGLISH && last >= 0 && tokens.get(last + 1).isWord() && isBe(tokens.get(last + 1))) {
      targets.addAll(verbFrom(tokens, last + 1, clauses));
    }
    return targets;
  }

  private static boolean isBe(Token token) {
    return switch (token.word()) {
      case "was", "were", "is", "are", "has", "have", "had", "will", "would", "be", "having",
          "being" ->
          true;
      default -> false;
    };
  }

  /** The act that an infinitive names, or -ing; what follows as a noun is none. */
  private Set<Integer> act(Tokens tokens, int from, int reach, Clauses clauses) {
    boolean english = language == Language.ENGLISH;
    boolean marked = english && tokens.get(from - 1).is("to");
    for (int i = from; i < from + reach && clauses.isSame(from - 1, i); i++) {
      Token token = tokens.get(i);
      boolean content = isContent(tokens, i);
      boolean act =
          english
              ? token.word().endsWith("ing") && token.word().length() > 4
              : VerbForms.isInfinitive(token);
      if (content && (marked || act)) {
        return english && token.isCapitalised() ? Set.of() : Set.of(i);
      }
      if (english && reach == ACT_REACH && marked && !isBe(token)) {
        return Set.of();
      }
      if (english && reach == ACT_REACH && !marked && !act && !token.is("to")) {
        return Set.of();
      }
      marked |= english ? token.is("to") || act : act;
      if (content && reach == ACT_REACH) {
        return Set.of();
      }
    }
    return Set.of();
  }
}
