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

  /** "He also", « il n'a toutefois pas »: a pronoun with what stands before its verb. */
  private static final int MAX_PRONOUN = 4;

  /** Longer than what commas put to a name without a verb. */
  private static final int MAX_ASIDE = 10;

  private static final List<String> PARTICIPLES =
      List.of("é", "ée", "és", "ées", "enue", "onnue", "évue", "enus", "onnus", "évus");

  private final Statement statement;
  private final Tokens tokens;
  private final SpeechWords words;
  private final Sources sources;
  private final boolean[] quoted;
  private final List<AttributionRelation> relations = new ArrayList<>();

  private AttributionReader(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.words = SpeechWords.of(statement.language());
    this.sources = new Sources(words);
    this.quoted = quoted();
  }

  static Attributed read(Statement statement) {
    AttributionReader reader = new AttributionReader(statement);
    List<Span> clauses = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= reader.tokens.size(); i++) {
      if (i == reader.tokens.size() || reader.endsClause(i)) {
        if (i > start) {
          clauses.add(reader.span(start, i));
          reader.readClause(start, i);
        }
        start = i + 1;
      }
    }
    return new Attributed(List.copyOf(clauses), List.copyOf(reader.relations));
  }

  /** The clauses of a statement, and who says what in them. */
  record Attributed(List<Span> clauses, List<AttributionRelation> relations) {}

  /** Words of saying inside a quotation are the quotation's. */
  private boolean[] quoted() {
    boolean[] marked = new boolean[tokens.size()];
    for (Quotation quotation : statement.quotations()) {
      int end = tokens.from(quotation.end());
      for (int i = tokens.from(quotation.start()); i < end; i++) {
        marked[i] = true;
      }
    }
    return marked;
  }

  private boolean isQuoted(int i) {
    return i >= 0 && i < quoted.length && quoted[i];
  }

  /** A full stop after an abbreviation or an initial ends nothing. */
  private boolean endsClause(int i) {
    Token token = tokens.get(i);
    if (isQuoted(i)) {
      return false;
    }
    if (token.is(";")) {
      return true;
    }
    boolean stop = token.is(".") || token.is("!") || token.is("?");
    Token before = tokens.get(i - 1);
    Token after = tokens.get(i + 1);
    boolean abbreviation =
        before.isWord()
            && before.text().length() <= 4
            && tokens.touchesPrevious(i)
            && (before.isCapitalised() || !after.isCapitalised());
    return stop && !(abbreviation && (after.isWord() || after.isNumber()));
  }

  private void readClause(int start, int end) {
    for (int i = start; i < end; i++) {
      if (isQuoted(i) || !words.mayBeginCue(tokens.get(i))) {
        continue;
      }
      int place = i;
      Optional<Integer> source = words.endOf(SpeechWords.Kind.SOURCE, tokens, i);
      Optional<Integer> hearsay = words.endOf(SpeechWords.Kind.HEARSAY, tokens, i);
      if (source.isPresent()) {
        accordingTo(i, source.get(), start, end);
      } else if (i == start && isViewpoint(i, end)) {
        accordingTo(i, i + 1, start, end);
      } else if (hearsay.isPresent() && !isStatement(i)) {
        hearsay(i, hearsay.get(), start, end);
      } else {
        words
            .endOf(SpeechWords.Kind.VIEW, tokens, i)
            .filter(e -> isOwned(place, start))
            .ifPresent(e -> inView(place, e, start, end));
        verb(i).ifPresent(kind -> verb(kind, place, start, end));
        conditional(i, start, end);
      }
    }
  }

  /** "He alleged that …" is no hearsay: he says it. */
  private boolean isStatement(int i) {
    return verb(i).isPresent()
        && words.is(SpeechWords.Kind.RELATIVE, tokens, i + 1)
        && !words.is(SpeechWords.Kind.BEING, tokens, i - 1);
  }

  /** Returns what kind of verb of saying stands at a place: the longest form wins. */
  private Optional<Kind> verb(int i) {
    Kind found = null;
    int longest = i;
    for (Kind kind : List.of(Kind.CLAIM, Kind.ANNOUNCEMENT, Kind.ACT, Kind.FINDING)) {
      int end = words.endOf(SpeechWords.Kind.valueOf(kind.name()), tokens, i).orElse(i);
      if (end > longest) {
        found = kind;
        longest = end;
      }
    }
    return Optional.ofNullable(found);
  }

  // According to X, …

  private void accordingTo(int cue, int begin, int start, int end) {
    int stop = begin;
    while (stop < end && !endsName(stop, begin) && stop - begin < MAX_SOURCE) {
      stop++;
    }
    boolean opens = cue == start;
    int after = afterAside(stop, opens ? lastComma(stop, end) + 1 : end);
    Source source =
        words.is(SpeechWords.Kind.PRONOUN, tokens, begin) && stop - begin <= 1
            ? Source.PRONOUN
            : stop > begin ? Source.named(span(begin, endBefore(stop, after))) : Source.NONE;
    List<Span> content = new ArrayList<>();
    if (!opens) {
      content.add(span(start, cue));
    }
    boolean turns = !opens && after < end && isTurn(after);
    if (after < end && !turns) {
      content.add(span(after, end));
    }
    add(Kind.CLAIM, source, cue, begin, true, content);
  }

  /** "Marie Roy, présidente du comité," and "Carl Burrows, who led the inquiry," are one source. */
  private int withApposition(int stop, int end) {
    int after = afterAside(stop, end);
    return endBefore(stop, after);
  }

  private int endBefore(int stop, int after) {
    return after > stop && tokens.get(after - 1).is(",") ? after - 1 : after;
  }

  /** Returns where what commas put to a name ends, its comma; or the place itself. */
  private int asideEnd(int comma, int end) {
    int first = comma + 1;
    int close = next(first, end, ",");
    boolean relative = words.is(SpeechWords.Kind.RELATIVE_PRONOUN, tokens, first);
    boolean age = tokens.get(first).isNumber() && close - first <= 2;
    boolean described =
        close - first <= MAX_ASIDE
            && tokens.get(first).isWord()
            && !isTurn(first)
            && !words.is(SpeechWords.Kind.PRONOUN, tokens, first)
            && !isConjunction(first)
            && isPlain(first, close);
    return relative || age || described ? close : comma;
  }

  /** An aside that is no clause of its own has no auxiliary and counts nothing. */
  private boolean isPlain(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isNumber() || words.is(SpeechWords.Kind.AUXILIARY_VERB, tokens, i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns where the sentence goes on after a name and what commas put to it. */
  private int afterAside(int stop, int end) {
    int i = stop;
    if (words.is(SpeechWords.Kind.RELATIVE_PRONOUN, tokens, i)) {
      i = next(i, end, ",");
    }
    while (i < end && tokens.get(i).is(",")) {
      int close = asideEnd(i, end);
      if (close == i) {
        return i + 1;
      }
      i = close;
    }
    return i;
  }

  private int next(int from, int end, String sign) {
    int i = from;
    while (i < end && !tokens.get(i).is(sign)) {
      i++;
    }
    return i;
  }

  /** "…, selon X, alors que …": what follows need not be the source's. */
  private boolean isTurn(int i) {
    return words.is(SpeechWords.Kind.TURN, tokens, i);
  }

  private boolean endsName(int i, int begin) {
    Token token = tokens.get(i);
    boolean sign =
        token.kind() == Token.Kind.SIGN
            && !token.isHyphen()
            && !(token.is(".")
                && tokens.get(i - 1).isCapitalised()
                && tokens.get(i - 1).text().length() <= 4)
            && !token.is("(")
            && !token.is(")")
            && !isQuotationMark(token);
    return sign
        || (i > begin
            && (words.is(SpeechWords.Kind.RELATIVE_PRONOUN, tokens, i)
                || words.is(SpeechWords.Kind.AUXILIARY_VERB, tokens, i)));
  }

  private static boolean isQuotationMark(Token token) {
    return switch (token.text()) {
      case "«", "»", "“", "”", "\"" -> true;
      default -> false;
    };
  }

  /** « Pour Marie Roy, … » is a view; « Pour 2025, … », « Pour le moment, … » are none. */
  private boolean isViewpoint(int i, int end) {
    if (!words.is(SpeechWords.Kind.VIEWPOINT, tokens, i)) {
      return false;
    }
    int comma = next(i, end, ",");
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
        && !words.is(SpeechWords.Kind.PREPOSITION, tokens, begin)
        && tokens.get(begin).kind() != Token.Kind.SIGN) {
      begin--;
    }
    if (words.is(SpeechWords.Kind.PREPOSITION, tokens, begin)) {
      add(
          Kind.CLAIM,
          Source.named(span(begin + 1, noun - 1)),
          noun,
          after,
          true,
          List.of(span(start, begin), span(after, end)));
    }
  }

  // Reportedly

  private void hearsay(int cue, int after, int start, int end) {
    add(Kind.HEARSAY, Source.NONE, cue, after, false, List.of(span(start, end)));
  }

  /** « Aurait fui »: the conditional of hearsay, with its participle. */
  private void conditional(int i, int start, int end) {
    words
        .endOf(SpeechWords.Kind.CONDITIONAL, tokens, i)
        .ifPresent(
            after -> add(Kind.HEARSAY, Source.NONE, i, after, false, List.of(span(start, end))));
  }

  // X says that …; …, says X

  private void verb(Kind kind, int verb, int start, int end) {
    int after = endOf(kind, verb);
    boolean passiveBy = by(after, end) >= 0 && isPassive(verb, start);
    if (passiveBy) {
      int begin = by(after, end) + 1;
      int stop = endOfName(begin, end);
      add(
          kind,
          Source.named(span(begin, withApposition(stop, end))),
          verb,
          after,
          false,
          List.of(span(start, verb), span(Math.min(stop, end), end)));
      return;
    }
    if (words.is(SpeechWords.Kind.IMPRESSION, tokens, verb)) {
      List<Span> content = List.of(span(start, verb), span(after, end));
      add(kind, Source.PRONOUN, verb, after, true, content);
      return;
    }
    if (sources.hasTiedPronoun(tokens, verb, after)) {
      add(kind, Source.PRONOUN, verb, after, true, around(verb, after, start, end));
      return;
    }
    if (isNoun(verb) || isPassive(verb, start)) {
      return;
    }
    int begin = Math.max(start, sources.withAuxiliaries(tokens, verb, start));
    int next = afterCircumstance(after, end);
    boolean ends = next >= end || (tokens.get(next).is(",") && !opensSpeech(next + 1));
    Optional<Span> inverted = inverted(verb, begin, next, start, end);
    if (inverted.isPresent()) {
      int stop = tokens.from(inverted.get().end());
      List<Span> content = new ArrayList<>(List.of(span(start, begin)));
      if (opensSpeech(stop) || isQuoted(stop + 1)) {
        content.add(span(stop, end));
      }
      add(kind, Source.named(inverted.get()), verb, after, true, content);
      return;
    }
    Source source = before(begin, start, ends);
    if (!isSaying(verb, after, source, next, ends) || isCounted(source)) {
      return;
    }
    boolean belief = words.is(SpeechWords.Kind.BELIEF, tokens, verb);
    Kind said = isDenied(begin, verb) && !belief ? Kind.ACT : kind;
    List<Span> content = new ArrayList<>();
    if (ends) {
      int from = source.isNamed() ? tokens.from(source.span().start()) : begin - 1;
      content.add(span(start, Math.min(from, begin)));
      if (next + 1 < end && isConjunction(next + 1) && !isTurn(next + 1)) {
        content.add(span(next + 1, end));
      }
    } else {
      content.add(span(next, endOfObject(verb, next, end)));
      quotationBefore(source, begin, start).ifPresent(content::add);
    }
    boolean clausal = ends || opensSpeech(next) || words.is(SpeechWords.Kind.CORE, tokens, verb);
    add(said, source, verb, after, clausal, content);
  }

  /** « Conteste la mesure devant la cour, où … »: a clause about the object is the article's. */
  private int endOfObject(int verb, int next, int end) {
    boolean clause =
        opensSpeech(next)
            || (!tokens.isFrench() && words.is(SpeechWords.Kind.INVERTING, tokens, verb));
    if (clause) {
      return end;
    }
    for (int i = next; i < end; i++) {
      if (tokens.get(i).is(",") && words.is(SpeechWords.Kind.RELATIVE_PRONOUN, tokens, i + 1)) {
        return i;
      }
    }
    return end;
  }

  /** "Red alert maintained", « l'Espagne soutient le Portugal »: the verb says something else. */
  private boolean isSaying(int verb, int after, Source source, int next, boolean ends) {
    boolean clausal = words.is(SpeechWords.Kind.CLAUSAL, tokens, verb);
    if (clausal && !ends && !opensSpeech(next)) {
      return false;
    }
    if (words.is(SpeechWords.Kind.VALUING, tokens, verb) && !isValued(after)) {
      return false;
    }
    boolean past =
        !tokens.isFrench() && tokens.get(verb).word().endsWith("ed") && after == verb + 1;
    if (!past || !source.isNamed()) {
      return true;
    }
    Token before = tokens.get(tokens.from(source.span().start()) - 1);
    boolean parted = before.kind() == Token.Kind.SIGN;
    boolean bare =
        ends
            || words.is(SpeechWords.Kind.PREPOSITION, tokens, next)
            || words.is(SpeechWords.Kind.BY, tokens, next);
    return parted || !bare || words.is(SpeechWords.Kind.HAVING, tokens, verb - 1);
  }

  /** "Puts the damage at $5 million". */
  private boolean isValued(int from) {
    for (int i = from; i < from + MAX_ASIDE; i++) {
      if (tokens.get(i).is("at")) {
        return true;
      }
    }
    return false;
  }

  /** "47 confirmed cases": a number says nothing. */
  private boolean isCounted(Source source) {
    return source.isNamed() && tokens.get(tokens.from(source.span().end()) - 1).isNumber();
  }

  /** What somebody does not say, or would not confirm, is no statement. */
  private boolean isDenied(int begin, int verb) {
    for (int i = begin - 1; i < verb; i++) {
      if (words.is(SpeechWords.Kind.NEGATION, tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private int endOf(Kind kind, int i) {
    return words.endOf(SpeechWords.Kind.valueOf(kind.name()), tokens, i).orElse(i + 1);
  }

  /** « …, a-t-il dit, … »: what stands before, and what follows in quotation marks. */
  private List<Span> around(int verb, int after, int start, int end) {
    List<Span> content = new ArrayList<>();
    int begin = verb;
    while (begin > start
        && (tokens.get(begin - 1).isHyphen()
            || tokens.touchesPrevious(begin)
            || words.is(SpeechWords.Kind.AUXILIARY, tokens, begin - 1)
            || words.is(SpeechWords.Kind.PRONOUN, tokens, begin - 1))
        && !tokens.get(begin - 1).is(",")) {
      begin--;
    }
    if (begin > start) {
      content.add(span(start, begin));
    }
    int next = after;
    while (next < end
        && (tokens.get(next).isHyphen() || words.is(SpeechWords.Kind.PRONOUN, tokens, next))) {
      next++;
    }
    next = afterCircumstance(next, end);
    if (next < end && (opensSpeech(next) || opensSpeech(next + 1))) {
      content.add(span(next, end));
    }
    return content;
  }

  private boolean opensSpeech(int i) {
    return words.is(SpeechWords.Kind.RELATIVE, tokens, i)
        || tokens.get(i).is(":")
        || isQuotationMark(tokens.get(i));
  }

  private int by(int after, int end) {
    for (int i = after; i <= after + 2 && i < end; i++) {
      if (words.is(SpeechWords.Kind.BY, tokens, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns if a participle stands with "to be", or with nothing: estimé par, was announced. */
  private boolean isPassive(int verb, int start) {
    String word = tokens.get(verb).word();
    if (isGerund(verb)) {
      return false;
    }
    for (int i = verb - 1; i >= Math.max(start, verb - 4); i--) {
      if (words.is(SpeechWords.Kind.BEING, tokens, i)) {
        return true;
      }
      if (words.is(SpeechWords.Kind.HAVING, tokens, i)) {
        return false;
      }
      if (!words.is(SpeechWords.Kind.AUXILIARY, tokens, i)
          && !words.is(SpeechWords.Kind.NEGATION, tokens, i)) {
        break;
      }
    }
    // A French participle without an auxiliary is an adjective; an English one may be a past tense.
    return tokens.isFrench() && isParticiple(word);
  }

  private static boolean isParticiple(String word) {
    return PARTICIPLES.stream().anyMatch(word::endsWith);
  }

  private boolean isNoun(int verb) {
    int before = verb - 1;
    boolean elided = tokens.get(before).is("l'");
    boolean opens =
        tokens.get(before - 1).kind() != Token.Kind.WORD
            || tokens.get(verb + 1).is("de")
            || tokens.get(verb + 1).is("du")
            || tokens.get(verb + 1).is("des")
            || words.is(SpeechWords.Kind.PREPOSITION, tokens, before - 1);
    if (tokens.get(before).isHyphen() || (elided && opens)) {
      return true;
    }
    if (words.is(SpeechWords.Kind.HAVING, tokens, before) || isConjunction(before)) {
      return false;
    }
    boolean participle = isGerund(verb);
    return words.is(SpeechWords.Kind.ARTICLE, tokens, before)
        || (words.is(SpeechWords.Kind.PREPOSITION, tokens, before) && !participle)
        || (!tokens.isFrench() && verb(before).isPresent() && !participle)
        || (words.is(SpeechWords.Kind.BASE, tokens, verb) && !mayPrecedeBase(before));
  }

  /** "Officials say", "does not expect": a form without an ending is a verb only after these. */
  private boolean mayPrecedeBase(int i) {
    Token token = tokens.get(i);
    return token.word().endsWith("s")
        || words.is(SpeechWords.Kind.PLURAL, tokens, i)
        || words.is(SpeechWords.Kind.PRONOUN, tokens, i)
        || words.is(SpeechWords.Kind.AUXILIARY, tokens, i)
        || words.is(SpeechWords.Kind.AUXILIARY_VERB, tokens, i)
        || words.is(SpeechWords.Kind.NEGATION, tokens, i);
  }

  private boolean isGerund(int i) {
    String word = tokens.get(i).word();
    return word.endsWith("ing") || word.endsWith("ant");
  }

  private boolean isConjunction(int i) {
    return words.is(SpeechWords.Kind.CONJUNCTION, tokens, i);
  }

  /** "On Tuesday", « mardi », "reporters", « à la presse », "in a statement" after a verb. */
  private int afterCircumstance(int from, int end) {
    int i = from;
    boolean moved = true;
    while (moved && i < end) {
      int next = sources.afterCircumstance(tokens, i, end);
      if (next == i && tokens.get(i).is(",")) {
        int close = next(i + 1, Math.min(end, i + 4), ",");
        boolean aside = tokens.get(close).is(",") && opensSpeech(close + 1);
        next = aside ? close + 1 : i;
      }
      moved = next > i;
      i = next;
    }
    return i;
  }

  private int endOfName(int begin, int end) {
    int stop = begin;
    while (stop < end
        && !endsName(stop, begin)
        && stop - begin < MAX_SOURCE
        && !(stop > begin && words.is(SpeechWords.Kind.ENDS, tokens, stop))) {
      stop++;
    }
    return stop;
  }

  /** Returns the source that follows its verb: ", said the mayor", « a indiqué mardi la maire ». */
  private Optional<Span> inverted(int verb, int begin, int next, int start, int end) {
    Token previous = tokens.get(begin - 1);
    boolean comes =
        begin == start
            || (previous.kind() == Token.Kind.SIGN && !previous.isHyphen())
            || words.is(SpeechWords.Kind.RELATIVE, tokens, begin - 1);
    boolean finite = !isGerund(verb);
    if (!words.is(SpeechWords.Kind.INVERTING, tokens, verb)) {
      return Optional.empty();
    }
    if (!comes || !finite || next >= end || begin == 0) {
      return Optional.empty();
    }
    int stop = endOfName(next, end);
    boolean opens =
        hasCapital(next, stop)
            || words.is(SpeechWords.Kind.DETERMINER, tokens, next)
            || (!tokens.isFrench() && isQuotationMark(previous));
    if (!opens
        || words.is(SpeechWords.Kind.PRONOUN, tokens, next)
        || (words.is(SpeechWords.Kind.PREPOSITION, tokens, next) && !isQuotationMark(previous))
        || followsAside(begin, start)) {
      return Optional.empty();
    }
    boolean clause = stop < end && words.is(SpeechWords.Kind.AUXILIARY_VERB, tokens, stop);
    return clause || stop == next
        ? Optional.empty()
        : Optional.of(span(next, withApposition(stop, end)));
  }

  private boolean hasCapital(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isCapitalised()) {
        return true;
      }
    }
    return false;
  }

  /**
   * « Le ministre, Jean Roy, a annoncé une enveloppe »: a name in commas, an age or a clause with
   * qui right before a verb is its subject's.
   */
  private boolean followsAside(int begin, int start) {
    if (!tokens.get(begin - 1).is(",")) {
      return false;
    }
    int from = begin - 1;
    while (from > start && !tokens.get(from - 1).is(",")) {
      from--;
    }
    boolean parted = from > start && tokens.get(from - 1).is(",");
    if (!parted || isQuoted(begin - 2)) {
      return false;
    }
    boolean age = tokens.get(from).isNumber() && begin - 1 - from <= 2;
    boolean relative = words.is(SpeechWords.Kind.RELATIVE_PRONOUN, tokens, from);
    return age || relative || isProperName(from, begin - 1);
  }

  private boolean isProperName(int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean particle = token.isWord() && token.text().length() <= 3;
      if (!token.isCapitalised() && !token.isHyphen() && !token.is(".") && !particle) {
        return false;
      }
    }
    return to - from >= 2 && tokens.get(from).isCapitalised();
  }

  /** Returns the source before a verb, with what commas put to its name. */
  private Source before(int begin, int start, boolean last) {
    if (begin == start) {
      return Source.NONE;
    }
    if (isConjunction(begin - 1) || (tokens.get(begin - 1).is(",") && isGerund(begin))) {
      return sourceBefore(start, begin - 1);
    }
    int to = words.is(SpeechWords.Kind.RELATIVE_PRONOUN, tokens, begin - 1) ? begin - 1 : begin;
    boolean antecedent = to < begin;
    if (antecedent && tokens.get(to - 1).is(",")) {
      to--;
    }
    int from = to;
    boolean aside = false;
    while (from > start && to - from < MAX_SOURCE && !beginsSource(from - 1, start)) {
      boolean comma = tokens.get(from - 1).is(",");
      boolean inName = tokens.get(from - 2).isCapitalised() && tokens.get(from).isCapitalised();
      boolean joined =
          (isConjunction(from - 1) && !inName)
              || words.is(SpeechWords.Kind.RELATIVE, tokens, from - 1);
      if ((comma && from < to && (last || antecedent)) || (joined && !aside)) {
        break;
      }
      aside |= comma;
      from--;
    }
    while (from < to && (tokens.get(from).is(",") || isConjunction(from) || isTurn(from))) {
      from++;
    }
    while (to > from && isHelper(to - 1)) {
      to--;
    }
    int comma = lastComma(from, to);
    if (comma > from && !isPlainName(from, comma)) {
      from = comma + 1;
    }
    boolean preposition =
        words.is(SpeechWords.Kind.PREPOSITION, tokens, from)
            || words.is(SpeechWords.Kind.BY, tokens, from);
    if (to - from == 1 && preposition) {
      return Source.PRONOUN;
    }
    if (from >= to) {
      return sourceBefore(start, start);
    }
    boolean pronoun =
        (words.is(SpeechWords.Kind.PRONOUN, tokens, from) && to - from <= MAX_PRONOUN)
            || words.is(SpeechWords.Kind.PRONOUN, tokens, to - 1);
    return pronoun ? Source.PRONOUN : Source.named(span(from, to));
  }

  private boolean isHelper(int i) {
    return words.is(SpeechWords.Kind.NEGATION, tokens, i)
        || words.is(SpeechWords.Kind.HAVING, tokens, i)
        || words.is(SpeechWords.Kind.AUXILIARY_VERB, tokens, i);
  }

  private int lastComma(int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (tokens.get(i).is(",")) {
        return i;
      }
    }
    return from;
  }

  /** "She was jailed for stealing money, money the judge said …": a clause is no name. */
  private boolean isPlainName(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.is(SpeechWords.Kind.RELATIVE_PRONOUN, tokens, i)) {
        return true;
      }
      if (words.is(SpeechWords.Kind.AUXILIARY_VERB, tokens, i)) {
        return false;
      }
    }
    return true;
  }

  /** "X denied it and said …": the source is the one before. */
  private Source sourceBefore(int start, int before) {
    if (!relations.isEmpty()) {
      AttributionRelation previous = relations.getLast();
      if (previous.cue().start() >= tokens.get(start).start() && previous.source().isNamed()) {
        return previous.source();
      }
      return Source.PRONOUN;
    }
    boolean pronoun = words.is(SpeechWords.Kind.PRONOUN, tokens, start) || before <= start;
    return pronoun ? Source.PRONOUN : Source.named(span(start, before));
  }

  private boolean beginsSource(int i, int start) {
    Token token = tokens.get(i);
    boolean sign = token.is(":") || token.is("—") || token.is("–");
    boolean source =
        words.endOf(SpeechWords.Kind.SOURCE, tokens, i).isPresent()
            || (i > start
                && words
                    .endOf(SpeechWords.Kind.SOURCE, tokens, i - 1)
                    .filter(e -> e > i)
                    .isPresent());
    return isQuoted(i) || sign || isTurn(i) || source;
  }

  /** “…,” Judge Roy told the court: the quotation before the source is what it says. */
  private Optional<Span> quotationBefore(Source source, int begin, int start) {
    int from = source.isNamed() ? tokens.from(source.span().start()) : begin - 1;
    int mark = from - 1;
    while (mark > start && tokens.get(mark).is(",")) {
      mark--;
    }
    return isQuoted(mark) ? Optional.of(span(start, mark + 1)) : Optional.empty();
  }

  private void add(
      Kind kind, Source source, int cue, int after, boolean clausal, List<Span> content) {
    relations.add(
        new AttributionRelation(
            kind,
            source,
            span(cue, after),
            clausal,
            content.stream().filter(span -> span.end() > span.start()).toList()));
  }

  private Span span(int from, int to) {
    return from >= to ? Span.EMPTY : new Span(tokens.get(from).start(), tokens.get(to - 1).end());
  }
}
