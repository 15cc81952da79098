package news.breve.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;

/**
 * Finds words that say how sure something is, and what they bear on: by {@code certainty.tsv}, and
 * the French future and conditional.
 */
final class Hedges {
  /** What words bear on. */
  private enum Bearing {
    NONE,
    VERB,
    ACT,
    CLAUSE,
    THING,
    BROAD,
    /** An act that somebody asks for. */
    REQUEST,
    /** The verb that follows, which also the form of another verb could show: would, to be. */
    MOOD
  }

  private record Entry(Certainty certainty, Bearing bearing) {}

  /** How participles end that agree with a feminine or with several. */
  private static final List<String> AGREEING =
      List.of("ée", "ées", "és", "ie", "ies", "ue", "ues", "ise", "ises", "ite", "ites");

  private static final List<List<String>> ROWS = Cells.rows("certainty.tsv", 4);
  private static final Hedges FRENCH = new Hedges(Language.FRENCH);
  private static final Hedges ENGLISH = new Hedges(Language.ENGLISH);
  private static final int REACH = 6;

  /** Words that commas part from a verb and its auxiliary: ", according to the mayor,". */
  private static final int LONGEST_ASIDE = 10;

  private final Lexicon<Entry> lexicon;
  private final Language language;

  private Hedges(Language language) {
    this.language = language;
    lexicon = new Lexicon<>(language);
    for (List<String> row : ROWS) {
      Bearing bearing = Bearing.valueOf(row.get(1).toUpperCase(Locale.ROOT));
      lexicon.addAll(
          row.get(language == Language.FRENCH ? 2 : 3),
          new Entry(certainty(row.getFirst()), bearing));
    }
  }

  private static Certainty certainty(String name) {
    return switch (name) {
      case "will" -> Certainty.COMING;
      case "intended" -> Certainty.INTENDED;
      case "possible" -> Certainty.POSSIBLE;
      case "alleged" -> Certainty.ALLEGED;
      case "none", "sure" -> Certainty.STATED;
      default -> throw new IllegalStateException("certainty.tsv: no degree " + name);
    };
  }

  static Hedges of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** The hedges of a text, and how sure each of its tokens is. */
  record Reading(List<Hedge> hedges, List<Certainty> certainties) {}

  Reading read(Tokens tokens, List<String> stems, Clauses clauses) {
    List<Certainty> certainties =
        new ArrayList<>(Collections.nCopies(tokens.size(), Certainty.STATED));
    List<Hedge> hedges = new ArrayList<>();
    boolean reported = false;
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      boolean turns = token.is("alors") || token.is("tandis") || token.is(";");
      reported = (reported || isThat(token)) && !token.is(".") && !turns && !isTurn(tokens, i);
      Optional<Lexicon.Match<Entry>> match =
          isMonth(tokens, i) ? Optional.empty() : lexicon.at(tokens, stems, i);
      int end = match.map(Lexicon.Match::end).orElse(i + 1);
      if (match.isPresent()) {
        for (Entry entry : match.get().meanings()) {
          if (entry.bearing() != Bearing.NONE
              && !isName(entry, tokens, i)
              && !isPurpose(entry, tokens, i)) {
            add(entry, tokens, i, end, clauses, certainties, hedges);
          }
        }
      } else if (token.isWord()) {
        byForm(tokens, i, reported, clauses, certainties, hedges);
      }
      i = end;
    }
    return new Reading(List.copyOf(hedges), certainties);
  }

  /** « Tandis que » begins no report. */
  private boolean isTurn(Tokens tokens, int i) {
    return isThat(tokens.get(i))
        && (tokens.get(i - 1).is("alors") || tokens.get(i - 1).is("tandis"));
  }

  /** "In May", "May 12"; "may" is none. */
  private boolean isMonth(Tokens tokens, int i) {
    return language == Language.ENGLISH && tokens.get(i).text().equals("May");
  }

  /** Halewood Risk is a firm. */
  private static boolean isName(Entry entry, Tokens tokens, int i) {
    boolean noun = entry.bearing() == Bearing.THING || entry.bearing() == Bearing.BROAD;
    return noun && tokens.get(i).isCapitalised() && tokens.get(i - 1).isCapitalised();
  }

  /** "So that the boat could leave", « pour que le bateau puisse partir »: what an act is for. */
  private boolean isPurpose(Entry entry, Tokens tokens, int i) {
    if (entry.bearing() != Bearing.VERB || entry.certainty() != Certainty.POSSIBLE) {
      return false;
    }
    for (int j = i - 1; j > 0 && j > i - REACH && tokens.get(j).isWord(); j--) {
      if (tokens.get(j).is("so")) {
        return true;
      }
      if (isThat(tokens.get(j))) {
        Token before = tokens.get(j - 1);
        return before.is("so") || before.is("order") || before.is("pour") || before.is("afin");
      }
    }
    return false;
  }

  private boolean isThat(Token token) {
    return language == Language.FRENCH
        ? token.word().equals("que") || token.word().equals("qu'")
        : token.is("that");
  }

  private void byForm(
      Tokens tokens,
      int i,
      boolean reported,
      Clauses clauses,
      List<Certainty> certainties,
      List<Hedge> hedges) {
    String word = tokens.get(i).word();
    if (language == Language.ENGLISH) {
      if (word.endsWith("'ll") || word.endsWith("'d")) {
        add(
            new Entry(Certainty.COMING, Bearing.VERB),
            tokens,
            i,
            i + 1,
            clauses,
            certainties,
            hedges);
      }
      return;
    }
    boolean name = tokens.get(i).isCapitalised() && !tokens.opensSentence(i);
    boolean conditional = VerbForms.isConditional(word);
    if (name || !(conditional || VerbForms.isFuture(word))) {
      return;
    }
    // "Il a dit qu'il viendrait": what was to come, seen from then; not « qu'aurait imposé la loi
    // ».
    boolean relative = (i > 0 && isThat(tokens.get(i - 1))) || agreesWithObject(tokens, i);
    Certainty certainty =
        conditional && (!reported || relative) ? Certainty.ALLEGED : Certainty.COMING;
    if (isAuxiliary(word)) {
      add(new Entry(certainty, Bearing.VERB), tokens, i, i + 1, clauses, certainties, hedges);
    } else {
      certainties.set(i, certainties.get(i).or(certainty));
      hedges.add(
          new Hedge(
              certainty,
              tokens.get(i).text(),
              clauses.of(i),
              tokens.get(i).start(),
              Hedge.Kind.GRAMMATICAL));
    }
  }

  /**
   * « La somme qu'il aurait versée »: after avoir, only what stands before the verb is agreed with,
   * the noun of a relative clause.
   */
  private static boolean agreesWithObject(Tokens tokens, int i) {
    if (!tokens.get(i).word().startsWith("aur")) {
      return false;
    }
    int adverb = tokens.get(i + 1).word().endsWith("ment") ? 1 : 0;
    String participle = tokens.get(i + 1 + adverb).word();
    return AGREEING.stream().anyMatch(participle::endsWith);
  }

  private static boolean isAuxiliary(String word) {
    return switch (word) {
      case "aurait", "auraient", "serait", "seraient", "aura", "auront", "sera", "seront" -> true;
      default -> false;
    };
  }

  private void add(
      Entry entry,
      Tokens tokens,
      int start,
      int end,
      Clauses clauses,
      List<Certainty> certainties,
      List<Hedge> hedges) {
    Set<Integer> targets =
        switch (entry.bearing()) {
          case VERB, MOOD -> verb(tokens, end, clauses);
          case ACT, REQUEST -> act(tokens, end, clauses);
          case CLAUSE -> rest(tokens, end, clauses);
          case THING, BROAD, NONE -> Set.of();
        };
    for (int target : targets) {
      certainties.set(target, certainties.get(target).or(entry.certainty()));
    }
    hedges.add(
        new Hedge(
            entry.certainty(),
            tokens.slice(start, end),
            clauses.of(start),
            tokens.get(start).start(),
            kind(entry, !targets.isEmpty() || tokens.get(end).is(","))));
  }

  private static Hedge.Kind kind(Entry entry, boolean bearing) {
    return switch (entry.bearing()) {
      case REQUEST -> Hedge.Kind.REQUEST;
      case CLAUSE ->
          bearing && entry.certainty() != Certainty.INTENDED
              ? Hedge.Kind.GRAMMATICAL
              : Hedge.Kind.LOOSE;
      case VERB -> bearing ? Hedge.Kind.GRAMMATICAL : Hedge.Kind.LOOSE;
      case ACT -> bearing ? Hedge.Kind.LEXICAL : Hedge.Kind.LOOSE;
      case BROAD ->
          switch (entry.certainty()) {
            case ALLEGED -> Hedge.Kind.ATTRIBUTION;
            case STATED -> Hedge.Kind.ASSURANCE;
            default -> Hedge.Kind.LOOSE;
          };
      case MOOD -> Hedge.Kind.MOOD;
      case THING, NONE -> Hedge.Kind.LOOSE;
    };
  }

  private boolean isContent(Tokens tokens, int i) {
    Token token = tokens.get(i);
    return token.isWord() && !FunctionWords.of(language).has(token);
  }

  /** The first word of meaning from a place, and one that "and" joins to it. */
  private Set<Integer> verb(Tokens tokens, int from, Clauses clauses) {
    Set<Integer> targets = new HashSet<>();
    int start = afterAside(tokens, from);
    // "All she could to help": the verb itself is left out.
    if (start >= tokens.size() || (language == Language.ENGLISH && tokens.get(start).is("to"))) {
      return targets;
    }
    int here = start == from ? from - 1 : start;
    for (int i = start; i < start + REACH && clauses.isSame(here, i); i++) {
      if (isContent(tokens, i) && !VerbForms.isAdverb(tokens.get(i), tokens)) {
        targets.add(i);
        if (VerbForms.isInfinitive(tokens.get(i))
            && isContent(tokens, i + 1)
            && VerbForms.isInfinitive(tokens.get(i + 1))) {
          targets.add(i + 1);
        }
        break;
      }
    }
    return targets;
  }

  /** "Could, in his view, cost", « pourrait, selon lui, priver »: the verb follows the aside. */
  private static int afterAside(Tokens tokens, int from) {
    if (!tokens.get(from).is(",")) {
      return from;
    }
    for (int i = from + 1; i <= from + LONGEST_ASIDE; i++) {
      if (tokens.get(i).is(",")) {
        return i + 1;
      }
    }
    return from;
  }

  /** The act that an infinitive names after these words, close to them. */
  private Set<Integer> act(Tokens tokens, int from, Clauses clauses) {
    boolean english = language == Language.ENGLISH;
    Token last = tokens.get(from - 1);
    boolean marked = english && (last.is("to") || last.word().endsWith("ing"));
    for (int i = from; i < from + REACH && clauses.isSame(from - 1, i); i++) {
      Token token = tokens.get(i);
      boolean act = english ? isGerund(token) : VerbForms.isInfinitive(token);
      if (isContent(tokens, i) && (marked || act) && !VerbForms.isAdverb(token, tokens)) {
        return Set.of(i);
      }
      // "Accused of having stolen": the auxiliary shows the act that follows.
      marked |= english ? token.is("to") || act : act;
    }
    return Set.of();
  }

  private static boolean isGerund(Token token) {
    return token.word().endsWith("ing") && token.word().length() > 4;
  }

  private Set<Integer> rest(Tokens tokens, int from, Clauses clauses) {
    Set<Integer> targets = new HashSet<>();
    for (int i = from; i < tokens.size() && clauses.isSame(from - 1, i); i++) {
      // "Allegedly flew a drone that grounded two planes": what the thing did is told of itself.
      FunctionWords small = FunctionWords.of(language);
      boolean noun = small.determines(tokens.get(i - 2)) || small.determines(tokens.get(i - 3));
      if (tokens.get(i).is("that") && noun && isContent(tokens, i + 1)) {
        break;
      }
      if (isContent(tokens, i)) {
        targets.add(i);
      }
    }
    return targets;
  }
}
