package news.breve.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import news.breve.article.Language;

/** Finds the words of a text that deny, and joins those that deny together: "neither … nor". */
final class DenialFinder {
  /** Words between the parts of a list: "no training and no harness". */
  private static final int LIST_REACH = 10;

  /** Words between neither and nor, or between « aucun » and « ne ». */
  private static final int CORRELATIVE_REACH = 24;

  private final Tokens tokens;
  private final List<String> stems;
  private final Clauses clauses;
  private final Language language;
  private final Scope scope;
  private final DenialLimits limits;
  private final List<DenyingWords> found = new ArrayList<>();

  private DenialFinder(Tokens tokens, List<String> stems, Clauses clauses) {
    this.tokens = tokens;
    this.stems = stems;
    this.clauses = clauses;
    this.language = tokens.language();
    this.scope = new Scope(language);
    this.limits = new DenialLimits(tokens, clauses);
  }

  /** Returns the words that deny, in order. */
  static List<DenyingWords> find(Tokens tokens, List<String> stems, Clauses clauses) {
    DenialFinder finder = new DenialFinder(tokens, stems, clauses);
    finder.find();
    return finder.found;
  }

  private void find() {
    Lexicon<DenialTable.Entry> lexicon = DenialTable.of(language).words();
    FrenchNe ne = new FrenchNe(tokens, stems, clauses, limits);
    Set<Integer> used = new HashSet<>();
    int i = 0;
    while (i < tokens.size()) {
      Optional<Lexicon.Match<DenialTable.Entry>> match =
          used.contains(i) ? Optional.empty() : lexicon.at(tokens, stems, i);
      int end = match.map(Lexicon.Match::end).orElse(i + 1);
      if (match.isPresent()) {
        for (DenialTable.Entry entry : match.get().meanings()) {
          DenyingWords one =
              entry.kind() == DenyingWords.Kind.PARTICLE ? particle(i, end) : of(entry, i, end);
          if (!isNumero(one)) {
            add(one);
          }
        }
      } else if (FrenchNe.is(tokens.get(i))) {
        ne.read(i, used).ifPresent(this::add);
      } else if (language == Language.ENGLISH && tokens.get(i).word().endsWith("n't")) {
        add(particle(i, i + 1));
      } else if (NegativeForms.has(tokens.get(i).word(), language)) {
        found.add(DenyingWords.affix(i));
      }
      i = end;
    }
  }

  /**
   * Adds what denies, or joins it to what it belongs to: « aucun … ne », « ni … ni », "neither …
   * nor" and « sans aucun » deny once.
   */
  private void add(DenyingWords one) {
    int last = -1;
    for (int i = 0; i < found.size(); i++) {
      boolean negation =
          found.get(i).isGrammatical() || found.get(i).kind() == DenyingWords.Kind.WITHOUT;
      last = negation ? i : last;
    }
    if (last >= 0 && one.isGrammatical() && continues(one, found.get(last))) {
      found.set(last, found.get(last).with(one.targets()));
    } else {
      found.add(one);
    }
  }

  private boolean continues(DenyingWords one, DenyingWords before) {
    String word = tokens.get(one.start()).word();
    // "No training and no harness".
    boolean listed =
        one.kind() == DenyingWords.Kind.NONE
            && before.kind() == DenyingWords.Kind.NONE
            && switch (tokens.get(one.start() - 1).word()) {
              case "and", "or", "et", "ou", "ni", "," -> true;
              default -> false;
            };
    boolean alone = one.end() == one.start() + 1;
    boolean correlative =
        word.equals("ni")
            || word.equals("nor")
            || (FrenchNe.is(tokens.get(one.start()))
                && before.kind() != DenyingWords.Kind.WITHOUT
                && (alone || tokens.get(before.start()).is("ni")));
    return one.start() <= before.end() + 1
        || (listed && one.start() - before.end() <= LIST_REACH)
        || (correlative
            && one.start() - before.end() <= CORRELATIVE_REACH
            && IntStream.range(before.end(), one.start()).noneMatch(i -> tokens.get(i).is(";")));
  }

  /** « No. 5 », "No 5", "no-fly". */
  private boolean isNumero(DenyingWords one) {
    Token next = tokens.get(one.end());
    return one.end() == one.start() + 1
        && tokens.get(one.start()).is("no")
        && (next.isNumber()
            || next.isHyphen()
            || (next.is(".") && tokens.get(one.end() + 1).isNumber()));
  }

  private DenyingWords particle(int start, int end) {
    if (limits.isRecord(start)) {
      return DenyingWords.soft(start, end, Set.of());
    }
    Set<Integer> targets = scope.verbFrom(tokens, end, clauses);
    if (limits.isSince(start)) {
      return DenyingWords.soft(start, end, targets);
    }
    String word = tokens.get(start).word();
    if (word.equals("jamais") && limits.isEver(start)) {
      return DenyingWords.soft(start, end, Set.of());
    }
    boolean verb =
        language == Language.FRENCH
            ? !word.equals("pas")
            : !word.equals("not")
                || tokens.get(end).is("to")
                || FunctionWords.of(language).has(tokens.get(start - 1));
    return new DenyingWords(
        verb ? DenyingWords.Kind.PARTICLE : DenyingWords.Kind.NOT_THING,
        DenyingWords.NOT,
        start,
        end,
        targets);
  }

  private DenyingWords of(DenialTable.Entry entry, int start, int end) {
    DenyingWords one =
        new DenyingWords(
            entry.kind(), entry.sense(), start, end, targets(entry.kind(), start, end));
    return one.isGrammatical() && limits.isSince(end)
        ? DenyingWords.soft(start, end, Set.of())
        : one;
  }

  private Set<Integer> targets(DenyingWords.Kind kind, int start, int end) {
    return switch (kind) {
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
  }
}
