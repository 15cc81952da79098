package news.breve.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.reading.ClauseWords.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads who does what to whom, around each verb that the glossary knows: the subject before it, the
 * object after it, « par » and "by", relative clauses, appositions between commas. No grammar:
 * where the order of words leaves it open, nobody is named. Linear in the statement.
 */
final class ActReader {
  /** How many words of a name or a description are looked at. */
  private static final int REACH = 8;

  /** How many words an office has between the name of a body and that of a person. */
  private static final int TITLE = 3;

  /** French forms that the glossary lists as nouns: « l'offre » is one, « l'accuse » none. */
  private static final Set<String> FRENCH_NOUNS = frenchNouns();

  private final Statement statement;
  private final Tokens tokens;
  private final ClauseWords words;
  private final boolean french;

  private ActReader(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.words = ClauseWords.of(statement.language());
    this.french = statement.language() == Language.FRENCH;
  }

  private static Set<String> frenchNouns() {
    Set<String> nouns = new HashSet<>();
    for (List<String> row : Cells.rows("glossary-verbs.tsv", 2)) {
      for (String form : Cells.alternatives(row.get(0))) {
        if (!form.contains(" ") && !isInfinitive(form)) {
          nouns.add(form);
        }
      }
    }
    return Set.copyOf(nouns);
  }

  private static boolean isInfinitive(String form) {
    return form.endsWith("er")
        || form.endsWith("ir")
        || form.endsWith("re")
        || form.endsWith("oir");
  }

  static List<Act> read(Statement statement) {
    return new ActReader(statement).read();
  }

  private List<Act> read() {
    List<Act> acts = new ArrayList<>();
    for (Word word : statement.words()) {
      if (word.isAct()) {
        int start = tokens.from(word.start());
        int end = tokens.from(word.end());
        if (!is(Kind.RECEIVER, start) && isVerb(start, end)) {
          act(word, start, end).ifPresent(acts::add);
          continue;
        }
      }
      relation(word, tokens.from(word.start()), tokens.from(word.end())).ifPresent(acts::add);
    }
    return acts;
  }

  private boolean is(Kind kind, int i) {
    return words.is(kind, tokens.get(i));
  }

  // Verbs and nouns.

  private boolean isVerb(int start, int end) {
    Token token = tokens.get(start);
    boolean compound = tokens.get(start - 1).isHyphen() && tokens.touchesPrevious(start);
    if (compound || (token.isCapitalised() && !tokens.opensSentence(start))) {
      return false;
    }
    return french ? isFrenchVerb(start) : isEnglishVerb(start, end);
  }

  private boolean isFrenchVerb(int start) {
    boolean determined = is(Kind.DETERMINER, start - 1) && !is(Kind.CLITIC, start - 1);
    return !determined && (!isFrenchNoun(start) || followsSubject(start));
  }

  private boolean isFrenchNoun(int i) {
    String word = tokens.get(i).word();
    return FRENCH_NOUNS.contains(word)
        || (word.endsWith("s") && FRENCH_NOUNS.contains(word.substring(0, word.length() - 1)));
  }

  /** « La maire reproche », « et reproche au préfet »: what may be a noun is a verb there. */
  private boolean followsSubject(int i) {
    Token before = tokens.get(i - 1);
    if (is(Kind.SUBJECT, i - 1)
        || is(Kind.WHO, i - 1)
        || before.is("ne")
        || before.is("n'")
        || is(Kind.AGENT, i + 1)) {
      return true;
    }
    boolean object = is(Kind.DETERMINER, i + 1) || is(Kind.RECEIVER, i + 1) || is(Kind.WHOM, i + 1);
    boolean subject =
        is(Kind.AND, i - 1)
            || before.is(",")
            || (before.isWord() && !FunctionWords.of(Language.FRENCH).has(before));
    return object && subject;
  }

  private boolean isEnglishVerb(int start, int end) {
    String word = tokens.get(start).word();
    if (is(Kind.DETERMINER, start - 1) || isPossessive(start - 1)) {
      return false;
    }
    if (isPast(start) || word.endsWith("ing")) {
      return true;
    }
    Token before = tokens.get(start - 1);
    if (before.is("to") || is(Kind.HAVE, start - 1) || is(Kind.SUBJECT, start - 1)) {
      return true;
    }
    Token after = tokens.get(end);
    // "Ministers accuse", "the minister accuses"; "Hobart coach Rory Delacourt" is no act.
    boolean agrees = before.word().endsWith("s") || word.endsWith("s");
    boolean subject = agrees && before.isWord() && !FunctionWords.of(Language.ENGLISH).has(before);
    boolean object =
        is(Kind.DETERMINER, end)
            || is(Kind.OBJECT, end)
            || is(Kind.RECEIVER, end)
            || after.is("her")
            || after.is("that")
            || after.isCapitalised()
            || after.isNumber();
    return (subject || is(Kind.WHO, start - 1) || is(Kind.WHICH, start - 1)) && object;
  }

  private boolean isPast(int i) {
    String word = tokens.get(i).word();
    return !french && (word.endsWith("ed") || Stemmer.isIrregular(word));
  }

  private boolean isPossessive(int i) {
    return tokens.get(i).word().equals("'s") || tokens.get(i).is("'");
  }

  // Acts.

  private Optional<Act> act(Word verb, int start, int end) {
    List<Participant> agents = new ArrayList<>();
    List<Participant> patients = new ArrayList<>();
    Left left = left(start);
    boolean participle = french ? isFrenchParticiple(start) : isPast(start);
    int after = afterAdverbs(end);
    boolean by = is(Kind.AGENT, after);
    boolean agent = by && !tokens.get(after + 1).isNumber();
    boolean bare = !left.be && !left.have && !left.clitic && !left.reflexive;
    boolean passive = participle && !left.reflexive && (left.be || (agent && bare));
    if (french
        && bare
        && !agent
        && (isRegularParticiple(start) || (participle && left.afterComma))) {
      return Optional.empty();
    }
    // "Former vice president found guilty" may be done to the one named, or by them.
    if (!french && bare && participle && !agent && !isSpeech(start) && !hasObject(after)) {
      return Optional.empty();
    }
    if ((is(Kind.UNDERGO, start) && end == start + 1) || tokens.slice(start, end).contains(" vu")) {
      return Optional.empty();
    }
    if (passive) {
      if (!(bare && left.afterComma)) {
        patients.addAll(left.subjects);
      }
      if (agent) {
        agents.addAll(nounsAfter(after + 1));
      }
    } else {
      agents.addAll(left.subjects);
      patients.addAll(left.objects);
      if (!left.clitic && !left.reflexive && !left.unclear) {
        if (left.inverted) {
          agents.addAll(nounsAfter(after));
        } else {
          patients.addAll(objects(after));
        }
      }
    }
    return agents.isEmpty() && patients.isEmpty()
        ? Optional.empty()
        : Optional.of(new Act(verb, agents, patients, kind(start, after, left)));
  }

  /** Accusé, accusée: no other form of a verb ends so. */
  private boolean isRegularParticiple(int i) {
    String word = tokens.get(i).word();
    return word.endsWith("é") || word.endsWith("ée") || word.endsWith("és") || word.endsWith("ées");
  }

  /** "Iain Prentice, a former student of Eleanor Marsh": what one is to another. */
  private Optional<Act> relation(Word noun, int start, int end) {
    if (tokens.get(start).isCapitalised() || !is(Kind.OF, end)) {
      return Optional.empty();
    }
    int first = startOfNouns(start);
    List<Participant> others = nounsAfter(end + 1);
    if (!tokens.get(first - 1).is(",") || others.isEmpty() || !others.getFirst().isNamed()) {
      return Optional.empty();
    }
    List<Participant> holders = nounsBefore(headEnd(first - 2));
    return holders.isEmpty() || !holders.getFirst().isNamed()
        ? Optional.empty()
        : Optional.of(new Act(noun, holders, others, Act.Kind.RELATION));
  }

  private boolean isSpeech(int i) {
    return SpeechWords.of(statement.language()).is(SpeechWords.Kind.VERB, tokens, i);
  }

  /** To urge somebody, « réclamer une loi », is more than to say so. */
  private Act.Kind kind(int verb, int after, Left left) {
    if (!isSpeech(verb)) {
      return Act.Kind.DEED;
    }
    boolean whom = is(Kind.OBJECT, after) || isName(after);
    boolean her = tokens.get(after).is("her") && !isOfNoun(after + 1);
    boolean what = french && is(Kind.DETERMINER, after);
    return !left.inverted && !left.unclear && (whom || her || what)
        ? Act.Kind.DEED
        : Act.Kind.SPEECH;
  }

  private boolean isFrenchParticiple(int i) {
    String word = tokens.get(i).word();
    String bare = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    bare = bare.endsWith("e") && bare.length() > 2 ? bare.substring(0, bare.length() - 1) : bare;
    boolean ending =
        bare.endsWith("é") || bare.endsWith("i") || bare.endsWith("u") || bare.endsWith("t");
    return ending
        && !word.endsWith("ait")
        && !word.endsWith("ent")
        && !words.is(Kind.ACTIVE, bare)
        && !words.is(Kind.ACTIVE, bare + "e");
  }

  private int afterAdverbs(int i) {
    int at = i;
    while (is(Kind.ADVERB, at) || isAdverb(at)) {
      at++;
    }
    return at;
  }

  private boolean isAdverb(int i) {
    String word = tokens.get(i).word();
    return !tokens.get(i).isCapitalised()
        && (french ? word.endsWith("ment") && word.length() > 6 : word.endsWith("ly"));
  }

  private boolean hasObject(int at) {
    return is(Kind.OBJECT, at) || is(Kind.DETERMINER, at) || tokens.get(at).isCapitalised();
  }

  /** The object after a verb, and whom it is done to. */
  private List<Participant> objects(int from) {
    int at = from;
    if (is(Kind.RECEIVER, at)) {
      at++;
    }
    if (is(Kind.OBJECT, at)) {
      return List.of();
    }
    int next = endOfNouns(at);
    List<Participant> objects = new ArrayList<>(withApposition(nounsAfter(at), next));
    while (is(Kind.OF, next) && next > at) {
      next = endOfNouns(next + 1);
    }
    if (next > at && is(Kind.RECEIVER, next)) {
      objects.addAll(nounsAfter(next + 1));
    }
    return objects;
  }

  /** « Le préfet, Paul Dubé, »: a name between commas belongs to the noun before it. */
  private List<Participant> withApposition(List<Participant> nouns, int comma) {
    if (!tokens.get(comma).is(",") || nouns.size() != 1 || nouns.getFirst().isNamed()) {
      return nouns;
    }
    int end = endOfNouns(comma + 1);
    Token after = tokens.get(end);
    boolean closed = after.isNone() || after.kind() == Token.Kind.SIGN;
    List<Participant> names = nounsAfter(comma + 1);
    return closed && !names.isEmpty() && names.getFirst().isNamed() ? joined(nouns, names) : nouns;
  }

  // What stands before a verb.

  /** The subjects before a verb, and what its clause shows of its voice. */
  private static final class Left {
    private final List<Participant> subjects = new ArrayList<>();
    private final List<Participant> objects = new ArrayList<>();
    private boolean be;
    private boolean have;
    private boolean clitic;
    private boolean reflexive;

    /** Whether the subject follows the verb: « que réclame le pédiatre ». */
    private boolean inverted;

    /** Whether a name after a verb of saying may be who says it or whom it is said of. */
    private boolean unclear;

    /** Whether a comma or a conjunction stands before the verb. */
    private boolean afterComma;
  }

  private Left left(int verb) {
    Left left = new Left();
    int i = verb - 1;
    while (isBetween(i, left)) {
      i--;
    }
    if (tokens.get(i).is("to") && !french) {
      // "Brandt to succeed Reyes" is a headline; elsewhere, whose act it is depends on the verb
      // before.
      List<Participant> nouns = nounsBefore(i - 1);
      if (startOfNouns(i - 1) == 0) {
        left.subjects.addAll(nouns);
      }
      return left;
    }
    if (is(Kind.SUBJECT, i)) {
      objectOfRelative(i - 1, left);
      return left;
    }
    if (is(Kind.WHO, i) || is(Kind.WHICH, i)) {
      left.subjects.addAll(antecedents(i - 1));
      return left;
    }
    if (is(Kind.WHOM, i)) {
      left.objects.addAll(antecedents(i - 1));
      left.inverted = french;
      return left;
    }
    if (isSpeech(verb) && endsAside(i) && !isNouns(startOfSegment(i), i) && isName(verb + 1)) {
      left.unclear = true;
      return left;
    }
    if (isSpeech(verb) && tokens.get(i).kind() != Token.Kind.WORD && !endsAside(i)) {
      // ", said the mayor", « …, a dit la mairesse »; "The mayor, 52, said" names its subject.
      left.inverted = !is(Kind.WHOM, verb + 1) && endOfNouns(verb + 1) > verb + 1;
      if (left.inverted) {
        return left;
      }
    }
    if (is(Kind.AND, i) || is(Kind.BUT, i)) {
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

  /** Returns if a comma ends what stands between commas after the nouns it describes. */
  private boolean endsAside(int comma) {
    if (!tokens.get(comma).is(",")) {
      return false;
    }
    int start = startOfSegment(comma);
    return start > 0 && tokens.get(start - 1).is(",") && (isNouns(start, comma) || isAside(start));
  }

  private int startOfSegment(int end) {
    int start = end;
    while (start > 0 && !tokens.get(start - 1).is(",") && !beginsClause(start - 1)) {
      start--;
    }
    return start;
  }

  /** Auxiliaries, adverbs and object pronouns between a subject and its verb. */
  private boolean isBetween(int i, Left left) {
    if (is(Kind.REFLEXIVE, i)) {
      left.reflexive = true;
      return true;
    }
    if (is(Kind.BE, i)) {
      left.be = true;
      return true;
    }
    if (is(Kind.HAVE, i)) {
      left.have = true;
      return true;
    }
    if (is(Kind.CLITIC, i)) {
      left.clitic = true;
      return true;
    }
    return is(Kind.ADVERB, i) || isAdverb(i);
  }

  /** The nouns that end right before a verb, with what they complete and what they stand beside. */
  private void subjectsEnding(int last, Left left) {
    int end = headEnd(last);
    int start = startOfNouns(end);
    if (start > end) {
      return;
    }
    int before = start - 1;
    boolean oblique =
        tokens.get(before).isWord()
            && FunctionWords.of(statement.language()).has(tokens.get(before))
            && !is(Kind.AND, before)
            && !is(Kind.BREAK, before)
            && !is(Kind.TIME, before)
            && !is(Kind.BUT, before)
            && !is(Kind.WHOM, before);
    if (oblique && !is(Kind.WHICH, before)) {
      return;
    }
    left.subjects.addAll(nounsBefore(end));
    if (is(Kind.WHOM, before)) {
      left.objects.addAll(antecedents(before - 1));
    } else if (is(Kind.AND, before)) {
      left.subjects.addAll(nounsBefore(before - 1));
    }
  }

  /** « A décrété et sollicité »: the second participle has the auxiliary of the first. */
  private void takeAuxiliary(int from, Left left) {
    if (left.be || left.have) {
      return;
    }
    for (int i = from - 1; i >= 0 && !beginsClause(i); i--) {
      if (is(Kind.HAVE, i) || is(Kind.BE, i)) {
        left.have = is(Kind.HAVE, i);
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
    while (start > 0 && tokens.get(start - 1).is(",") && (isNouns(start, end) || isAside(start))) {
      if (isNouns(start, end)) {
        described = described.isEmpty() ? nounsAfter(start) : joined(nounsAfter(start), described);
      }
      end = start - 1;
      start = startOfSegment(end);
    }
    if (isAside(start) || isDay(start)) {
      left.subjects.addAll(described);
      return;
    }
    int before = left.subjects.size();
    subjectsEnding(end - 1, left);
    if (left.subjects.size() == before + 1 && !described.isEmpty()) {
      left.subjects.add(joined(List.of(left.subjects.removeLast()), described).getFirst());
    }
  }

  private boolean isDay(int i) {
    Calendar calendar = Calendar.of(statement.language());
    return calendar.at(tokens, i, "weekday").isPresent()
        || calendar.at(tokens, i, "month").isPresent();
  }

  /** Returns if nothing but nouns and what completes them stands between two places. */
  private boolean isNouns(int from, int to) {
    int end = endOfNouns(from);
    while (end > from && end < to && is(Kind.OF, end)) {
      int next = endOfNouns(end + 1);
      if (next == end + 1) {
        return false;
      }
      end = next;
    }
    return end == to && end > from;
  }

  /** What may stand between commas without a subject of its own: a relative clause, an age. */
  private boolean isAside(int first) {
    Token token = tokens.get(first);
    if (is(Kind.HAVE, first) || is(Kind.BE, first)) {
      return false;
    }
    return token.isNumber()
        || is(Kind.WHO, first)
        || is(Kind.WHICH, first)
        || is(Kind.WHOM, first)
        || is(Kind.ADVERB, first)
        || is(Kind.RECEIVER, first)
        || is(Kind.BREAK, first)
        || is(Kind.TIME, first)
        || (token.isWord()
            && !is(Kind.DETERMINER, first)
            && (FunctionWords.of(statement.language()).has(token)
                || isPast(first)
                || isRegularParticiple(first)));
  }

  /** « Qu'il accuse », "against whom she testified": who stands before is the object. */
  private void objectOfRelative(int i, Left left) {
    if (is(Kind.WHOM, i)) {
      int last = is(Kind.RECEIVER, i - 1) ? i - 2 : i - 1;
      left.objects.addAll(is(Kind.AND, last) ? clauseSubjects(last) : antecedents(last));
    }
  }

  /** Whom a relative pronoun stands for: the noun before it, and its apposition. */
  private List<Participant> antecedents(int last) {
    if (tokens.get(last).is(",")) {
      Left left = new Left();
      subjectsBeforeComma(last, left);
      return left.subjects;
    }
    return nounsBefore(headEnd(last));
  }

  /**
   * Returns the last token of what nouns complete: of « la maire » in « la maire de Quimperlé ».
   */
  private int headEnd(int last) {
    int end = last;
    int start = startOfNouns(end);
    while (start <= end && is(Kind.OF, start - 1) && startOfNouns(start - 2) <= start - 2) {
      end = start - 2;
      start = startOfNouns(end);
    }
    return end;
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
      if (is(Kind.WHO, i) || is(Kind.WHICH, i)) {
        return found;
      }
    }
    int end = endOfNouns(start);
    if (end == start || end > last) {
      return found;
    }
    found.addAll(nounsAfter(start));
    while (is(Kind.OF, end)) {
      end = endOfNouns(end + 1);
    }
    if (tokens.get(end).is(",")) {
      int stop = endOfNouns(end + 1);
      int rest = stop;
      while (is(Kind.OF, rest)) {
        rest = endOfNouns(rest + 1);
      }
      if (stop > end + 1 && tokens.get(rest).is(",")) {
        return joined(found, nounsAfter(end + 1));
      }
    }
    return found;
  }

  /** « La maire, Nolwenn Quéméré »: one participant under two descriptions. */
  private static List<Participant> joined(List<Participant> one, List<Participant> other) {
    if (one.size() != 1 || other.size() != 1) {
      return one;
    }
    Participant first = one.getFirst();
    Participant second = other.getFirst();
    return List.of(
        new Participant(
            first.text(),
            first.isNamed() ? first.names() : second.names(),
            first.head().or(second::head).orElse(null),
            Stream.concat(first.complements().stream(), second.complements().stream()).toList()));
  }

  private boolean beginsClause(int i) {
    Token token = tokens.get(i);
    if (token.is(".") && isAbbreviation(i)) {
      return false;
    }
    return switch (token.text()) {
      case ".", ";", ":", "!", "?", "—", "–", "(", ")", "«", "»", "“", "”" -> true;
      default -> is(Kind.BREAK, i);
    };
  }

  /** M., Gov., J. */
  private boolean isAbbreviation(int point) {
    Token before = tokens.get(point - 1);
    return before.isCapitalised()
        && before.text().length() <= 4
        && tokens.get(point + 1).isCapitalised();
  }

  // Nouns.

  private boolean isOfNoun(int i) {
    Token token = tokens.get(i);
    if (token.is("&")) {
      return true;
    }
    if (token.isHyphen()) {
      return tokens.touchesPrevious(i) || tokens.touchesPrevious(i + 1);
    }
    if (!token.isWord() && !token.isNumber()) {
      return false;
    }
    if (token.isCapitalised() && !FunctionWords.of(statement.language()).has(token)) {
      return true;
    }
    return isPossessive(i) || !FunctionWords.of(statement.language()).has(token);
  }

  /** Returns where the nouns begin that end at a token; the token after it if none do. */
  private int startOfNouns(int last) {
    int start = last + 1;
    while (start > 0
        && last - start < REACH
        && isOfNoun(start - 1)
        && !(start <= last && isVerbLike(start - 1))) {
      start--;
    }
    // « Le ministre des Transports »: there, « des » ties two nouns together.
    boolean ties = is(Kind.OF, start - 1) && start >= 2 && isOfNoun(start - 2);
    if (start <= last && is(Kind.DETERMINER, start - 1) && !ties) {
      start--;
    }
    return start;
  }

  /** Returns the place after the nouns that begin at a token. */
  private int endOfNouns(int first) {
    int end = first;
    if (is(Kind.DETERMINER, end)) {
      end++;
    }
    int begin = end;
    // "From Kostopoulos last November": a name without an article ends with its capitals.
    boolean name = !french && begin == first && tokens.get(begin).isCapitalised();
    while (end - begin < REACH
        && isOfNoun(end)
        && !(end > begin && isVerbLike(end))
        && !(name
            && tokens.get(end).isWord()
            && !isPossessive(end)
            && !tokens.get(end).isCapitalised()
            && !isTitleBeforeName(end))) {
      end++;
    }
    return end == begin ? first : end;
  }

  /** "Severn Reach chairman Colin Maddox" is one noun. */
  private boolean isTitleBeforeName(int i) {
    int at = i;
    while (at < i + TITLE
        && isOfNoun(at)
        && tokens.get(at).isWord()
        && !tokens.get(at).isCapitalised()
        && !isVerbLike(at)) {
      at++;
    }
    return at > i && tokens.get(at).isCapitalised() && isName(at);
  }

  /** A verb among nouns ends them; names and French nouns of the glossary are none. */
  private boolean isVerbLike(int i) {
    Token token = tokens.get(i);
    if (!token.isWord() || token.isCapitalised()) {
      return false;
    }
    return french
        ? token.word().endsWith("ait") || token.word().endsWith("aient")
        : isPast(i) && !tokens.get(i + 1).isHyphen() && !tokens.get(i - 1).isHyphen();
  }

  private List<Participant> nounsBefore(int last) {
    int start = startOfNouns(last);
    return start > last ? List.of() : participants(start, last + 1);
  }

  private List<Participant> nounsAfter(int first) {
    int end = endOfNouns(first);
    return end <= first ? List.of() : participants(first, end);
  }

  private List<Participant> participants(int from, int to) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (isName(i)) {
        names.add(token.folded());
      }
    }
    // "A European official" is named by its office, not by Europe.
    if (!french && !names.isEmpty() && !isName(to - 1)) {
      names.clear();
    }
    if (!names.isEmpty() && isName(to - 1) && is(Kind.OF, to)) {
      // Conseil d'Etat, Bank of England.
      int next = is(Kind.DETERMINER, to + 1) ? to + 2 : to + 1;
      if (isName(next)) {
        names.add(tokens.get(next).folded());
      }
    }
    Word noun = head(from, to);
    return names.isEmpty() && noun == null
        ? List.of()
        : List.of(new Participant(tokens.slice(from, to), names, noun, complements(to)));
  }

  /** The names in what completes a noun: of « la présidente de la FVQ », FVQ. */
  private List<String> complements(int end) {
    List<String> names = new ArrayList<>();
    int at = end;
    while (is(Kind.OF, at)) {
      int next = endOfNouns(at + 1);
      for (int i = at + 1; i < next; i++) {
        if (isName(i)) {
          names.add(tokens.get(i).folded());
        }
      }
      at = next;
    }
    return names;
  }

  /** The first noun in French, « le préfet Olivier Castagnet », the last in English. */
  private @Nullable Word head(int from, int to) {
    int start = tokens.get(from).start();
    int end = tokens.get(to - 1).end();
    Word head = null;
    for (Word word : statement.words()) {
      boolean inside = word.start() >= start && word.start() < end;
      if (inside && !isName(tokens.from(word.start())) && (head == null || !french)) {
        head = word;
      }
    }
    return head;
  }

  /** A capital that opens a sentence makes a name only of a word that the glossary doesn't know. */
  private boolean isName(int i) {
    Token token = tokens.get(i);
    if (!token.isCapitalised() || FunctionWords.of(statement.language()).has(token)) {
      return false;
    }
    if (isDay(i)) {
      return false;
    }
    return !tokens.opensSentence(i)
        || !Glossary.of(statement.language()).knows(statement.stems().get(i));
  }
}
