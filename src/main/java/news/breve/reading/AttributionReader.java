package news.breve.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.reading.AttributionRelation.Kind;
import news.breve.reading.AttributionRelation.Source;
import news.breve.reading.AttributionRelation.Span;

/**
 * Reads who says what: selon X, …; X dit que …; …, a indiqué X; « … », dit-il; X accuse Y de …;
 * estimé par X. A semicolon or a full stop ends what a source answers for.
 */
final class AttributionReader {
  /** Longer than any office with its holder and what is put to the name. */
  private static final int MAX_SOURCE = 24;

  /** How French participles end that hardly another word ends like. */
  private static final List<String> PARTICIPLES =
      List.of("é", "ée", "és", "ées", "it", "ite", "its", "ites", "ue", "ues");

  private final SpeechText text;
  private final Tokens tokens;
  private final Sources sources;
  private final SpeechVerbs verbs;
  private final FollowingSources following;
  private final PrecedingSources preceding;
  private final List<AttributionRelation> relations = new ArrayList<>();

  private AttributionReader(Statement statement) {
    this.text = new SpeechText(statement);
    this.tokens = statement.tokens();
    this.sources = new Sources(SpeechWords.of(statement.language()));
    this.verbs = new SpeechVerbs(text);
    this.following = new FollowingSources(text, sources);
    this.preceding = new PrecedingSources(text, relations);
  }

  static Attributed read(Statement statement) {
    AttributionReader reader = new AttributionReader(statement);
    List<Span> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= reader.tokens.size(); i++) {
      if (i == reader.tokens.size() || reader.endsClause(i)) {
        if (i > start) {
          clauses.add(reader.text.span(start, i));
          reader.readClause(start, i);
        }
        start = i + 1;
      }
    }
    return new Attributed(List.copyOf(clauses), List.copyOf(reader.relations));
  }

  /** The clauses of a statement, and who says what in them. */
  record Attributed(List<Span> clauses, List<AttributionRelation> relations) {}

  /** A full stop after an abbreviation or an initial ends nothing. */
  private boolean endsClause(int i) {
    Token token = tokens.get(i);
    if (text.isQuoted(i)) {
      return false;
    }
    if (token.is(";")) {
      return true;
    }
    boolean stop = token.is(".") || token.is("!") || token.is("?");
    Token before = tokens.get(i - 1);
    Token after = tokens.get(i + 1);
    // "9:52 p.m. Sunday".
    boolean letters = before.text().length() == 1 && tokens.get(i - 2).is(".");
    boolean abbreviation =
        before.isWord()
            && before.text().length() <= 4
            && tokens.touchesPrevious(i)
            && (letters || before.isCapitalised() || !after.isCapitalised());
    return stop && !(abbreviation && (after.isWord() || after.isNumber() || after.is(",")));
  }

  private void readClause(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.isQuoted(i) || !text.mayBeginCue(i)) {
        continue;
      }
      int place = i;
      Optional<Integer> source = text.endOf(SpeechWords.Kind.SOURCE, i);
      Optional<Integer> hearsay = text.endOf(SpeechWords.Kind.HEARSAY, i);
      if (source.isPresent()) {
        accordingTo(Kind.CLAIM, i, source.get(), opens(i) ? i : start, end);
      } else if (i == start && following.isTerms(i, end)) {
        accordingTo(Kind.ANNOUNCEMENT, i, i + 1, start, end);
      } else if (i == start && isViewpoint(i, end)) {
        accordingTo(Kind.CLAIM, i, i + 1, start, end);
      } else if (hearsay.isPresent() && !verbs.isStatement(i)) {
        hearsay(i, hearsay.get(), start, end);
      } else {
        text.endOf(SpeechWords.Kind.VIEW, i)
            .filter(e -> isOwned(place, start))
            .ifPresent(e -> inView(place, e, start, end));
        if (!isName(i) && !isReflexive(i)) {
          verbs.kind(i).ifPresent(kind -> verb(kind, place, start, end));
        }
        conditional(i, start, end);
      }
    }
  }

  /** "He blamed the referee: according to him, …": a colon opens another statement. */
  private boolean opens(int cue) {
    return tokens.get(cue - 1).is(":");
  }

  /** The United States says nothing. */
  private boolean isName(int i) {
    return tokens.get(i).isCapitalised() && !tokens.opensSentence(i);
  }

  /** « Se croit championne », « se montre prudent »: another verb than « croit », « montre ». */
  private boolean isReflexive(int i) {
    return tokens.isFrench() && (tokens.get(i - 1).is("se") || tokens.get(i - 1).is("s'"));
  }

  // According to X, …

  private void accordingTo(Kind kind, int cue, int begin, int start, int end) {
    int stop = begin;
    while (stop < end && !following.endsName(stop, begin) && stop - begin < MAX_SOURCE) {
      stop++;
    }
    boolean opens = cue == start;
    boolean pronoun = text.is(SpeechWords.Kind.PRONOUN, begin) && stop - begin <= 1;
    int last = opens ? text.lastComma(stop, end) + 1 : end;
    int after = pronoun ? following.afterComma(stop, end) : following.afterAside(stop, last);
    Source source =
        pronoun
            ? Source.PRONOUN
            : stop > begin
                ? Source.named(text.span(begin, following.endBefore(stop, after)))
                : Source.NONE;
    List<Span> content = new ArrayList<>();
    if (!opens) {
      content.add(
          text.span(isGiven(start) ? text.lastComma(start, cue - 1) : said(start, cue), cue));
    }
    boolean turns =
        !opens
            && after < end
            && (text.isTurn(after)
                || text.isConjunction(after)
                || text.is(SpeechWords.Kind.RESUMPTION, after));
    if (after < end && !turns) {
      content.add(text.span(after, end));
    }
    add(kind, source, cue, begin, kind == Kind.CLAIM, content);
  }

  /**
   * "He made 87, an innings he played hurt, according to …", « un massif où 160 sont morts, selon …
   * »: a clause put to a thing is said. "Insured for so much, they would fetch, according to …":
   * what is put before the subject is not.
   */
  private int said(int start, int cue) {
    int comma = tokens.get(cue - 1).is(",") ? cue - 1 : cue;
    int from = text.lastComma(start, comma - 1);
    boolean relative = from > start && text.is(SpeechWords.Kind.RELATIVE_PRONOUN, from + 1);
    if (relative && hasVerb(from + 2, comma)) {
      return from;
    }
    if (opensWithParticiple(start)) {
      return text.next(start, cue, ",") < comma ? text.next(start, cue, ",") : start;
    }
    boolean apposition = from > start && isIndefinite(tokens.get(from + 1));
    return apposition && hasVerb(from + 3, comma) ? from : start;
  }

  private boolean hasVerb(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.isFinite(i)
          || text.is(SpeechWords.Kind.PRONOUN, i)
          || VerbForms.tense(tokens, i) == Predicate.Tense.PAST) {
        return true;
      }
    }
    return false;
  }

  /** "Insured for", « assurées pour »: no subject stands before it. */
  private boolean opensWithParticiple(int start) {
    String word = tokens.get(start).word();
    return tokens.isFrench()
        ? PARTICIPLES.stream().anyMatch(word::endsWith)
        : VerbForms.tense(tokens, start) == Predicate.Tense.PAST;
  }

  private static boolean isIndefinite(Token token) {
    return token.is("a") || token.is("an") || token.is("un") || token.is("une");
  }

  /** "She fears for 450 jobs at the plant, where half of the lines are old, according to …". */
  private boolean isGiven(int start) {
    return relations.stream()
        .anyMatch(relation ->
            relation.isClaim()
                && relation.source().isNamed()
                && relation.cue().start() >= tokens.get(start).start());
  }

  /** « Pour Marie Roy, … », « Pour la ministre, … » are views; « Pour le moment, … » is none. */
  private boolean isViewpoint(int i, int end) {
    if (!text.is(SpeechWords.Kind.VIEWPOINT, i)) {
      return false;
    }
    int comma = text.next(i, end, ",");
    if (comma < end && comma - i <= 8 && text.isVoice(i + 1, comma)) {
      return true;
    }
    int capitals = 0;
    for (int j = i + 1; j < comma; j++) {
      capitals += tokens.get(j).isCapitalised() ? 1 : 0;
      if (tokens.get(j).word().endsWith("er") && j == i + 1) {
        return false;
      }
    }
    return comma < end && comma - i <= 8 && (capitals >= 2 || (capitals == 1 && comma - i <= 4));
  }

  private boolean isOwned(int i, int start) {
    Token before = tokens.get(i - 1);
    return i > start && (before.is("'s") || before.is("'"));
  }

  /** "In the minister's view, …". */
  private void inView(int noun, int after, int start, int end) {
    int begin = noun - 1;
    while (begin > start
        && noun - begin < 8
        && !text.is(SpeechWords.Kind.PREPOSITION, begin)
        && tokens.get(begin).kind() != Token.Kind.SIGN) {
      begin--;
    }
    if (text.is(SpeechWords.Kind.PREPOSITION, begin)) {
      add(
          Kind.CLAIM,
          Source.named(text.span(begin + 1, noun - 1)),
          noun,
          after,
          true,
          List.of(text.span(start, begin), text.span(after, end)));
    }
  }

  // Reportedly

  private void hearsay(int cue, int after, int start, int end) {
    add(Kind.HEARSAY, Source.NONE, cue, after, false, List.of(text.span(start, end)));
  }

  /** « Aurait fui »: the conditional of hearsay, with its participle. */
  private void conditional(int i, int start, int end) {
    text.endOf(SpeechWords.Kind.CONDITIONAL, i)
        .ifPresent(after ->
            add(Kind.HEARSAY, Source.NONE, i, after, false, List.of(text.span(start, end))));
  }

  // X says that …; …, says X

  private void verb(Kind kind, int verb, int start, int end) {
    int after = verbs.endOf(kind, verb);
    if (isBy(verbs.by(after, end), end) && verbs.isPassive(verb, start)) {
      passive(kind, verb, start, end);
    } else if (text.is(SpeechWords.Kind.IMPRESSION, verb)) {
      List<Span> content = List.of(text.span(start, verb), text.span(after, end));
      add(kind, Source.PRONOUN, verb, after, true, content);
    } else if (sources.hasTiedPronoun(tokens, verb, after)) {
      add(kind, Source.PRONOUN, verb, after, true, around(verb, after, start, end));
    } else if (!verbs.isNoun(verb) && !verbs.isPassive(verb, start)) {
      int begin = Math.max(start, sources.withAuxiliaries(tokens, verb, start));
      int next = following.afterCircumstance(after, end);
      following
          .inverted(verb, begin, next, start, end)
          .ifPresentOrElse(
              source -> inverted(kind, verb, source, start, begin, end),
              () -> active(kind, verb, start, begin, next, end));
    }
  }

  /** "By investigators", "by Ann Roy"; not "by midday", "by Thursday". */
  private boolean isBy(int by, int end) {
    if (by < 0 || following.afterCircumstance(by + 1, end) > by + 1) {
      return false;
    }
    int stop = following.endOfName(by + 1, end);
    return text.hasCapital(by + 1, stop)
        || text.is(SpeechWords.Kind.DETERMINER, by + 1)
        || tokens.get(stop - 1).word().endsWith("s")
        || text.is(SpeechWords.Kind.PLURAL, stop - 1);
  }

  /** « Estimé par les enquêteurs à 14 millions ». */
  private void passive(Kind kind, int verb, int start, int end) {
    int after = verbs.endOf(kind, verb);
    int begin = verbs.by(after, end) + 1;
    int stop = following.endOfName(begin, end);
    Source source = Source.named(text.span(begin, following.withApposition(stop, end)));
    int from = Math.max(start, text.lastComma(start, verb));
    List<Span> content = List.of(text.span(from, verb), text.span(Math.min(stop, end), end));
    add(kind, source, verb, after, false, content);
  }

  /** « …, a indiqué la mairesse »: what stands before, and a quotation after. */
  private void inverted(Kind kind, int verb, Span source, int start, int begin, int end) {
    int stop = tokens.from(source.end());
    List<Span> content = new ArrayList<>(List.of(text.span(beginOfSaid(start, begin), begin)));
    if (isRelative(begin - 1, start)) {
      content.set(0, text.span(text.lastComma(start, begin), begin));
    }
    if (text.opensSpeech(stop) || text.isQuoted(stop + 1) || goesOn(stop, end)) {
      content.add(text.span(stop, end));
    }
    add(kind, Source.named(source), verb, verbs.endOf(kind, verb), true, content);
  }

  /** « Les onze postes que prévoit le plan »: the plan says no more than what it is put to. */
  private boolean isRelative(int i, int start) {
    return tokens.isFrench()
        && i > start + 1
        && (tokens.get(i).is("que") || tokens.get(i).is("qu'"))
        && !tokens.get(i - 1).is("ce")
        && tokens.get(i - 1).kind() != Token.Kind.SIGN;
  }

  /** "The mayor said that …", or "…, the mayor said". */
  private void active(Kind kind, int verb, int start, int begin, int next, int end) {
    int after = verbs.endOf(kind, verb);
    boolean ends = next >= end || (tokens.get(next).is(",") && !text.opensSpeech(next + 1));
    if (isPrior(begin - 1)) {
      return;
    }
    Source source = preceding.before(begin, start, ends);
    if (!verbs.isSaying(verb, after, source, next, ends) || verbs.isCounted(source)) {
      return;
    }
    List<Span> content = new ArrayList<>();
    if (ends) {
      int from = source.isNamed() ? tokens.from(source.span().start()) : begin - 1;
      int said = Math.min(from, begin);
      content.add(text.span(beginOfSaid(start, said), said));
      boolean joined = text.isConjunction(next + 1) && !text.isTurn(next + 1);
      if (next + 1 < end && (joined || goesOn(next, end))) {
        content.add(text.span(next + 1, end));
      }
    } else {
      int close = isAside(begin) ? text.next(next, end, ",") : end;
      content.add(text.span(next, endOfSaid(next, verbs.endOfObject(verb, next, close))));
      preceding.quotationBefore(source, begin, start).ifPresent(content::add);
    }
    boolean belief = text.is(SpeechWords.Kind.BELIEF, verb);
    Kind said = verbs.isDenied(begin, verb) && !belief ? Kind.ACT : kind;
    boolean clausal =
        ends
            || text.opensSpeech(next)
            || text.opensClause(next)
            || text.is(SpeechWords.Kind.CORE, verb);
    add(said, source, verb, after, clausal, content);
  }

  /** "Owners, who accuse him of overpaying, go to trial": what they say ends with the aside. */
  private boolean isAside(int begin) {
    return text.is(SpeechWords.Kind.RELATIVE_PRONOUN, begin - 1) && tokens.get(begin - 2).is(",");
  }

  /** « Après avoir appris que », "after having learned that": what came before the news. */
  private boolean isPrior(int i) {
    Token token = tokens.get(i);
    boolean perfect =
        tokens.isFrench() ? token.is("avoir") || token.is("être") : token.is("having");
    return perfect && text.is(SpeechWords.Kind.PREPOSITION, i - 1);
  }

  /** "Said he may go, but would not promise it": a second verb of saying is the source's own. */
  private int endOfSaid(int from, int end) {
    for (int i = from + 1; i < end; i++) {
      if (text.isTurn(i) && !text.isQuoted(i)) {
        // « Y voit « un recul », tandis que … »: what is quoted is what is said.
        if (text.isQuoted(from) && tokens.get(i - 1).is(",")) {
          return i - 1;
        }
        int verb = i + 1;
        while (verb < end && (isHelper(verb) || tokens.get(verb).is("n'"))) {
          verb++;
        }
        boolean would = tokens.get(i + 1).is("would") && tokens.get(i + 2).is("not");
        if (verb > i + 1 && verb < end && (would || verbs.kind(verb).isPresent())) {
          return i;
        }
      }
    }
    return end;
  }

  private boolean isHelper(int i) {
    return text.is(SpeechWords.Kind.AUXILIARY_VERB, i) || text.is(SpeechWords.Kind.NEGATION, i);
  }

  /** "Moving it, he said, would cost …": the verb of what is said follows. */
  private boolean goesOn(int comma, int end) {
    return comma + 1 < end && tokens.get(comma).is(",") && text.isFinite(comma + 1);
  }

  /** "He was sent off for a lunge at Roy, who, said the coach, was not touched". */
  private int beginOfSaid(int start, int end) {
    boolean relative =
        end > start + 1
            && tokens.get(end - 1).is(",")
            && text.is(SpeechWords.Kind.RELATIVE_PRONOUN, end - 2);
    return relative ? end - 2 : start;
  }

  /** « …, a-t-il dit, … »: what stands before, and what follows in quotation marks. */
  private List<Span> around(int verb, int after, int start, int end) {
    List<Span> content = new ArrayList<>();
    int begin = verb;
    while (begin > start
        && (tokens.get(begin - 1).isHyphen()
            || tokens.touchesPrevious(begin)
            || text.is(SpeechWords.Kind.AUXILIARY, begin - 1)
            || text.is(SpeechWords.Kind.PRONOUN, begin - 1))
        && !tokens.get(begin - 1).is(",")) {
      begin--;
    }
    if (begin > start) {
      content.add(text.span(start, begin));
    }
    int next = after;
    while (next < end && (tokens.get(next).isHyphen() || text.is(SpeechWords.Kind.PRONOUN, next))) {
      next++;
    }
    next = following.afterCircumstance(next, end);
    if (next < end && (text.opensSpeech(next) || text.opensSpeech(next + 1))) {
      content.add(text.span(next, end));
    }
    return content;
  }

  private void add(
      Kind kind, Source source, int cue, int after, boolean clausal, List<Span> content) {
    relations.add(
        new AttributionRelation(
            kind,
            source,
            text.span(cue, after),
            clausal,
            content.stream().flatMap(span -> withoutAsides(span).stream()).toList()));
  }

  /**
   * ", which touched down on 4 March," and ", due on 11 February," inside what is said is the
   * article's own, and so is what a figure is set against: ", up from 198 million last year".
   */
  private List<Span> withoutAsides(Span span) {
    List<Span> parts = new ArrayList<>();
    int from = tokens.from(span.start());
    int to = tokens.from(span.end());
    int start = from;
    for (int i = from; i < to; i++) {
      int close = tokens.get(i).is(",") && !text.isQuoted(i) ? asideEnd(i + 1, to) : i;
      if (close > i) {
        parts.add(text.span(start, i));
        start = close + 1;
        i = close;
      }
    }
    parts.add(text.span(start, to));
    return parts.stream().filter(part -> part.end() > part.start()).toList();
  }

  /** Returns the comma after an aside that begins at a place, or 0. */
  private int asideEnd(int first, int to) {
    boolean baseline = text.is(SpeechWords.Kind.BASELINE, first);
    boolean aside =
        text.is(SpeechWords.Kind.RELATIVE_PRONOUN, first) || text.is(SpeechWords.Kind.ASIDE, first);
    int close = baseline || aside ? text.next(first, to, ",") : to;
    return baseline || close < to - 1 ? close : 0;
  }
}
