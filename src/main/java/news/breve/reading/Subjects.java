package news.breve.reading;

import java.util.ArrayList;
import java.util.List;
import news.breve.article.Language;
import news.breve.reading.ClauseWords.Kind;

/**
 * Finds the subjects of a verb before it: over auxiliaries, relative clauses, appositions between
 * commas and conjunctions.
 */
final class Subjects {
  /** So many tokens in brackets after a name tell its party, its age, its club. */
  private static final int LONGEST_BRACKET = 8;

  /** The subjects before a verb, and what its clause shows of its voice. */
  static final class Left {
    final List<Participant> subjects = new ArrayList<>();
    final List<Participant> objects = new ArrayList<>();
    boolean be;
    boolean have;
    boolean clitic;
    boolean reflexive;

    /** Whether the subject follows the verb: « que réclame le pédiatre ». */
    boolean inverted;

    /** Whether a name after a verb of saying may be who says it or whom it is said of. */
    boolean unclear;

    /** Whether a comma or a conjunction stands before the verb. */
    boolean afterComma;
  }

  private final Statement statement;
  private final Tokens tokens;
  private final boolean french;
  private final NounPhrases nouns;
  private final ActVerbs verbs;

  Subjects(Statement statement, NounPhrases nouns, ActVerbs verbs) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.french = statement.language() == Language.FRENCH;
    this.nouns = nouns;
    this.verbs = verbs;
  }

  Left left(int verb) {
    Left left = new Left();
    int i = verb - 1;
    while (isBetween(i, left)) {
      i--;
    }
    i = beforeBracket(i);
    if (tokens.get(i).is("to") && !french) {
      // "Brandt to succeed Reyes" is a headline; elsewhere, whose act it is depends on the verb
      // before.
      List<Participant> subject = nouns.nounsBefore(i - 1);
      if (nouns.startOfNouns(i - 1) == 0) {
        left.subjects.addAll(subject);
      }
      return left;
    }
    if (nouns.is(Kind.SUBJECT, i)) {
      objectOfRelative(i - 1, left);
      return left;
    }
    if (nouns.is(Kind.WHO, i) || nouns.is(Kind.WHICH, i)) {
      left.subjects.addAll(antecedents(i - 1));
      return left;
    }
    if (nouns.is(Kind.WHOM, i)) {
      left.objects.addAll(antecedents(i - 1));
      left.inverted = french;
      return left;
    }
    if (verbs.isSpeech(verb)
        && endsAside(i)
        && !nouns.isNouns(startOfSegment(i), i)
        && nouns.isName(verb + 1)) {
      left.unclear = true;
      return left;
    }
    if (verbs.isSpeech(verb) && tokens.get(i).kind() != Token.Kind.WORD && !endsAside(i)) {
      // ", said the mayor", « …, a dit la mairesse »; "The mayor, 52, said" names its subject.
      int after = verbs.afterAdverbs(verb + 1);
      left.inverted = !nouns.is(Kind.WHOM, after) && nouns.endOfNouns(after) > after;
      if (left.inverted) {
        return left;
      }
    }
    if (nouns.is(Kind.AND, i) || nouns.is(Kind.BUT, i)) {
      left.afterComma = french;
      left.subjects.addAll(clauseSubjects(i));
      takeAuxiliary(i, left);
      return left;
    }
    if (tokens.get(i).is(",")) {
      left.afterComma = true;
      subjectsBeforeComma(i, left);
      return left;
    }
    subjectsEnding(i, left);
    return left;
  }

  /** « Corinne Roy (PLR) a dit »: steps back over what stands in brackets. */
  private int beforeBracket(int i) {
    if (tokens.get(i).is(")")) {
      for (int open = i - 1; open > 0 && i - open < LONGEST_BRACKET; open--) {
        if (tokens.get(open).is("(")) {
          return open - 1;
        }
      }
    }
    return i;
  }

  /** Returns if a comma ends what stands between commas after the nouns it describes. */
  private boolean endsAside(int comma) {
    if (!tokens.get(comma).is(",")) {
      return false;
    }
    int start = startOfSegment(comma);
    return start > 0
        && tokens.get(start - 1).is(",")
        && (nouns.isNouns(start, comma) || isAside(start));
  }

  private int startOfSegment(int end) {
    int start = end;
    while (start > 0
        && !tokens.get(start - 1).is(",")
        && (!beginsClause(start - 1) || tokens.get(start - 1).is("as"))) {
      start--;
    }
    return start;
  }

  /** Auxiliaries, adverbs and object pronouns between a subject and its verb. */
  private boolean isBetween(int i, Left left) {
    if (nouns.is(Kind.REFLEXIVE, i)) {
      left.reflexive = true;
      return true;
    }
    if (nouns.is(Kind.BE, i)) {
      left.be = true;
      return true;
    }
    if (nouns.is(Kind.HAVE, i)) {
      left.have = true;
      return true;
    }
    if (nouns.is(Kind.CLITIC, i)) {
      left.clitic = true;
      return true;
    }
    if (tokens.get(i).is("abord") && tokens.get(i - 1).is("d'")) {
      return true;
    }
    boolean auxiliary = nouns.is(Kind.HAVE, i - 1) || nouns.is(Kind.BE, i - 1);
    return nouns.is(Kind.ADVERB, i)
        || verbs.isAdverb(i)
        || (french && auxiliary && tokens.get(i).is("alors"))
        || (tokens.get(i).is("d'") && tokens.get(i + 1).is("abord"));
  }

  /** The nouns that end right before a verb, with what they complete and what they stand beside. */
  private void subjectsEnding(int last, Left left) {
    int end = nouns.headEnd(last);
    int start = nouns.startOfNouns(end);
    if (start > end) {
      return;
    }
    int before = start - 1;
    boolean oblique =
        tokens.get(before).isWord()
            && FunctionWords.of(statement.language()).has(tokens.get(before))
            && !nouns.is(Kind.AND, before)
            && !nouns.is(Kind.BREAK, before)
            && !nouns.is(Kind.TIME, before)
            && !nouns.is(Kind.BUT, before)
            && !nouns.is(Kind.WHOM, before);
    if (oblique && !nouns.is(Kind.WHICH, before)) {
      return;
    }
    left.subjects.addAll(nouns.nounsBefore(end));
    if (nouns.is(Kind.WHOM, before)) {
      if (!followsVerb(before)) {
        left.objects.addAll(antecedents(before - 1));
      }
    } else if (nouns.is(Kind.AND, before)) {
      left.subjects.addAll(nouns.nounsBefore(before - 1));
    }
  }

  /** « A décrété et sollicité »: the second participle has the auxiliary of the first. */
  private void takeAuxiliary(int from, Left left) {
    if (left.be || left.have) {
      return;
    }
    for (int i = from - 1; i >= 0 && !beginsClause(i); i--) {
      if (nouns.is(Kind.HAVE, i) || (french && nouns.is(Kind.BE, i))) {
        left.have = nouns.is(Kind.HAVE, i);
        left.be = !left.have;
        return;
      }
    }
  }

  /**
   * "Malcolm Reece, 62, the former director, who pleaded guilty, received": steps back over what
   * stands between commas to the nouns that it describes.
   */
  private void subjectsBeforeComma(int comma, Left left) {
    int end = comma;
    int start = startOfSegment(end);
    List<Participant> described = List.of();
    while (start > 0
        && tokens.get(start - 1).is(",")
        && (nouns.isNouns(start, end) || isAside(start))) {
      if (nouns.is(Kind.WHOM, start) && nouns.isNouns(start + 1, end)) {
        // « … que la ministre, Hélène Roy, n'a pas promise »: the clause's own subject.
        List<Participant> own = nouns.nounsAfter(start + 1);
        left.subjects.addAll(described.isEmpty() ? own : NounPhrases.joined(own, described));
        return;
      }
      if (nouns.isNouns(start, end)) {
        described =
            described.isEmpty()
                ? nouns.nounsAfter(start)
                : NounPhrases.joined(nouns.nounsAfter(start), described);
      }
      end = start - 1;
      start = startOfSegment(end);
    }
    if (isAside(start) || nouns.isDay(start)) {
      left.subjects.addAll(described);
      return;
    }
    int before = left.subjects.size();
    subjectsEnding(beforeBracket(end - 1), left);
    if (left.subjects.size() == before + 1 && !described.isEmpty()) {
      left.subjects.add(
          NounPhrases.joined(List.of(left.subjects.removeLast()), described).getFirst());
    }
  }

  /** « Le fonds Arvane, actionnaire à hauteur de 22 %, »: a noun without an article describes. */
  private boolean isBareNoun(int i) {
    Token token = tokens.get(i);
    return token.isWord()
        && !token.isCapitalised()
        && !FunctionWords.of(statement.language()).has(token)
        && !verbs.isSpeech(i)
        && nouns.endOfNouns(i) > i;
  }

  /** What may stand between commas without a subject of its own: a relative clause, an age. */
  private boolean isAside(int first) {
    Token token = tokens.get(first);
    if (nouns.is(Kind.HAVE, first)
        || nouns.is(Kind.BE, first)
        || nouns.is(Kind.AND, first)
        || nouns.is(Kind.BUT, first)
        || nouns.is(Kind.THAT_OF, first)) {
      return false;
    }
    return token.isNumber()
        || (french && isBareNoun(first))
        || nouns.is(Kind.WHO, first)
        || nouns.is(Kind.WHICH, first)
        || nouns.is(Kind.WHOM, first)
        || nouns.is(Kind.ADVERB, first)
        || nouns.is(Kind.RECEIVER, first)
        || nouns.is(Kind.BREAK, first)
        || nouns.is(Kind.TIME, first)
        || (token.isWord()
            && !nouns.is(Kind.DETERMINER, first)
            && (FunctionWords.of(statement.language()).has(token)
                || nouns.isPast(first)
                || verbs.isRegularParticiple(first)));
  }

  /** « Qu'il accuse », "against whom she testified": who stands before is the object. */
  private void objectOfRelative(int i, Left left) {
    if (nouns.is(Kind.WHOM, i) && !followsVerb(i)) {
      int last = nouns.is(Kind.RECEIVER, i - 1) ? i - 2 : i - 1;
      left.objects.addAll(nouns.is(Kind.AND, last) ? clauseSubjects(last) : antecedents(last));
    }
  }

  /** "He testified that …", « il a dit que … » begin what is said. */
  private boolean followsVerb(int pronoun) {
    int before = pronoun - 1;
    boolean determined = nouns.is(Kind.DETERMINER, before - 1);
    boolean verb =
        french
            ? verbs.isRegularParticiple(before) || verbs.isSpeech(before)
            : nouns.isPast(before) || verbs.isSpeech(before);
    return verb && !determined;
  }

  /** Whom a relative pronoun stands for: the noun before it, and its apposition. */
  private List<Participant> antecedents(int last) {
    if (tokens.get(last).is(",")) {
      Left left = new Left();
      subjectsBeforeComma(last, left);
      return left.subjects;
    }
    return nouns.nounsBefore(nouns.headEnd(last));
  }

  /** The subject of a clause whose second verb follows a conjunction: its first nouns. */
  private List<Participant> clauseSubjects(int last) {
    int start = last;
    while (start > 0 && !beginsClause(start - 1)) {
      start--;
    }
    List<Participant> found = new ArrayList<>();
    // "Denied that a request had been made, but promised": the second verb continues the clause
    // around.
    for (int i = start; i < last; i++) {
      if (nouns.is(Kind.WHO, i) || nouns.is(Kind.WHICH, i)) {
        return found;
      }
    }
    int end = nouns.endOfNouns(start);
    if (end == start || end > last) {
      return found;
    }
    found.addAll(nouns.nounsAfter(start));
    while (nouns.is(Kind.OF, end)) {
      end = nouns.endOfNouns(end + 1);
    }
    if (tokens.get(end).is(",")) {
      int stop = nouns.endOfNouns(end + 1);
      int rest = stop;
      while (nouns.is(Kind.OF, rest)) {
        rest = nouns.endOfNouns(rest + 1);
      }
      if (stop > end + 1 && tokens.get(rest).is(",")) {
        return NounPhrases.joined(found, nouns.nounsAfter(end + 1));
      }
    }
    return found;
  }

  private boolean beginsClause(int i) {
    Token token = tokens.get(i);
    if (token.is(".") && isAbbreviation(i)) {
      return false;
    }
    return switch (token.text()) {
      case ".", ";", ":", "!", "?", "—", "–", "(", ")", "«", "»", "“", "”" -> true;
      default -> nouns.is(Kind.BREAK, i);
    };
  }

  /** M., Gov., J. */
  private boolean isAbbreviation(int point) {
    Token before = tokens.get(point - 1);
    return before.isCapitalised()
        && before.text().length() <= 4
        && tokens.get(point + 1).isCapitalised();
  }
}
