package news.breve.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.reading.ClauseWords.Kind;

/**
 * Reads who does what to whom, around each verb that the glossary knows: the subject before it, the
 * object after it, « par » and "by", relative clauses, appositions between commas. No grammar:
 * where the order of words leaves it open, nobody is named. Linear in the statement.
 */
final class ActReader {
  private final Statement statement;
  private final Tokens tokens;
  private final boolean french;
  private final NounPhrases nouns;
  private final ActVerbs verbs;
  private final Subjects subjects;

  private ActReader(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.french = statement.language() == Language.FRENCH;
    this.nouns = new NounPhrases(statement);
    this.verbs = new ActVerbs(statement, nouns);
    this.subjects = new Subjects(statement, nouns, verbs);
  }

  static List<Act> read(Statement statement) {
    return new ActReader(statement).read();
  }

  private List<Act> read() {
    List<Act> acts = new ArrayList<>();
    for (Word word : statement.words()) {
      int start = tokens.from(word.start());
      int end = tokens.from(word.end());
      if (word.isAct() && !nouns.is(Kind.RECEIVER, start) && verbs.isVerb(start, end)) {
        act(word, start, end).ifPresent(acts::add);
      } else {
        relation(word, start, end).ifPresent(acts::add);
      }
    }
    return acts;
  }

  private Optional<Act> act(Word verb, int start, int end) {
    List<Participant> agents = new ArrayList<>();
    List<Participant> patients = new ArrayList<>();
    Subjects.Left left = subjects.left(start);
    boolean participle = french ? verbs.isFrenchParticiple(start) : nouns.isPast(start);
    int after = verbs.afterAdverbs(end);
    boolean by = nouns.is(Kind.AGENT, after);
    boolean agent = by && !tokens.get(after + 1).isNumber();
    boolean bare = !left.be && !left.have && !left.clitic && !left.reflexive;
    boolean passive = participle && !left.reflexive && (left.be || (agent && bare));
    if (french
        && bare
        && !agent
        && (verbs.isRegularParticiple(start) || (participle && left.afterComma))) {
      return Optional.empty();
    }
    // "Former vice president found guilty" may be done to the one named, or by them.
    if (!french && bare && participle && !agent && !verbs.isSpeech(start) && !hasObject(after)) {
      return Optional.empty();
    }
    if ((nouns.is(Kind.UNDERGO, start) && end == start + 1)
        || nouns.is(Kind.CAUSE, start - 1)
        || tokens.slice(start, end).contains(" vu")) {
      return Optional.empty();
    }
    if (passive) {
      if (!(bare && left.afterComma)) {
        patients.addAll(left.subjects);
      }
      if (agent) {
        agents.addAll(nouns.nounsAfter(after + 1));
      }
    } else {
      agents.addAll(left.subjects);
      patients.addAll(left.objects);
      if (!left.clitic && !left.reflexive && !left.unclear) {
        if (left.inverted) {
          agents.addAll(nouns.nounsAfter(after));
        } else {
          patients.addAll(verbs.isActiveParticiple(start) ? List.of() : objects(after));
        }
      }
    }
    return agents.isEmpty() && patients.isEmpty()
        ? Optional.empty()
        : Optional.of(new Act(verb, agents, patients, kind(start, after, left)));
  }

  /** "Iain Prentice, a former student of Eleanor Marsh": what one is to another. */
  private Optional<Act> relation(Word noun, int start, int end) {
    if (tokens.get(start).isCapitalised() || !nouns.is(Kind.OF, end)) {
      return Optional.empty();
    }
    int first = nouns.startOfNouns(start);
    List<Participant> others = nouns.nounsAfter(end + 1);
    if (!tokens.get(first - 1).is(",") || others.isEmpty() || !others.getFirst().isNamed()) {
      return Optional.empty();
    }
    List<Participant> holders = nouns.nounsBefore(nouns.headEnd(first - 2));
    return holders.isEmpty() || !holders.getFirst().isNamed()
        ? Optional.empty()
        : Optional.of(new Act(noun, holders, others, Act.Kind.RELATION));
  }

  /** To urge somebody, « réclamer une loi », is more than to say so. */
  private Act.Kind kind(int verb, int after, Subjects.Left left) {
    if (!verbs.isSpeech(verb)) {
      return Act.Kind.DEED;
    }
    if (verbs.isCore(verb)) {
      return Act.Kind.SPEECH;
    }
    boolean whom = nouns.is(Kind.OBJECT, after) || nouns.isName(after);
    boolean her = tokens.get(after).is("her") && !nouns.isOfNoun(after + 1);
    boolean what = french && nouns.is(Kind.DETERMINER, after);
    return !left.inverted && !left.unclear && (whom || her || what)
        ? Act.Kind.DEED
        : Act.Kind.SPEECH;
  }

  private boolean hasObject(int at) {
    return nouns.is(Kind.OBJECT, at)
        || nouns.is(Kind.DETERMINER, at)
        || tokens.get(at).isCapitalised();
  }

  /** The object after a verb, and whom it is done to. */
  private List<Participant> objects(int from) {
    int at = from;
    if (nouns.is(Kind.RECEIVER, at)) {
      at++;
    }
    if (nouns.is(Kind.OBJECT, at)) {
      return List.of();
    }
    int next = nouns.endOfComplements(at);
    List<Participant> objects = new ArrayList<>(withApposition(nouns.nounsAfter(at), next));
    if (next > at && nouns.is(Kind.RECEIVER, next)) {
      objects.addAll(nouns.nounsAfter(next + 1));
    }
    return objects;
  }

  /** « Le préfet, Paul Dubé, »: a name between commas belongs to the noun before it. */
  private List<Participant> withApposition(List<Participant> described, int comma) {
    if (!tokens.get(comma).is(",") || described.size() != 1 || described.getFirst().isNamed()) {
      return described;
    }
    int end = nouns.endOfNouns(comma + 1);
    Token after = tokens.get(end);
    boolean closed = after.isNone() || after.kind() == Token.Kind.SIGN;
    List<Participant> names = nouns.nounsAfter(comma + 1);
    return closed && !names.isEmpty() && names.getFirst().isNamed()
        ? NounPhrases.joined(described, names)
        : described;
  }
}
