package news.breve.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence, a headline or a fact says, as far as code can read it. Each reading is made
 * once, when it is first asked for. Not for several threads.
 */
public final class Statement {
  private static final int DENIED_REACH = 6;

  /** Words for the number 0 that are no numeral. */
  private static final Set<String> NOTHING = ContextWords.of("nothing");

  /** Words between which and more than, or less than, there is but a shade. */
  private static final Set<String> BOUNDS = ContextWords.of("past-bound");

  /** So many letters of a stem are shared by the words of a family. */
  private static final int ROOT = 4;

  /** Nobody follows a sentence in which more people speak; it is the same word over and over. */
  private static final int MOST_RELATIONS = 16;

  private final Tokens tokens;
  private final Reader reader;
  private final Stemmer stemmer;
  private @Nullable List<String> stems;
  private @Nullable Set<String> stemSet;
  private @Nullable Set<String> concepts;
  private @Nullable List<Mention> values;
  private @Nullable List<Movements.Movement> movements;

  /** Magnitudes, each with the offset after the first amount that is counted in it. */
  private @Nullable Map<BigDecimal, Integer> magnitudes;

  private @Nullable List<Word> words;
  private @Nullable List<Quotation> quotations;
  private @Nullable Attribution attribution;
  private @Nullable List<ProperName> names;
  private @Nullable List<Role> roles;
  private @Nullable List<NameReader.@Nullable Known> known;
  private @Nullable Vocabulary vocabulary;
  private @Nullable WordFamilies families;
  private @Nullable Cues cues;
  private @Nullable Surroundings surroundings;
  private @Nullable List<Act> acts;
  private @Nullable Set<String> capitals;
  private AttributionReader.@Nullable Attributed attributed;
  private @Nullable List<Segment> segments;
  private @Nullable List<Stretch> stretches;
  private @Nullable List<CausalLink> causalLinks;
  private @Nullable List<ModelAddress> modelAddresses;

  Statement(String text, Language language, Reader reader, Stemmer stemmer) {
    this.tokens = Tokens.of(text, language);
    this.reader = reader;
    this.stemmer = stemmer;
  }

  /** Returns the words themselves. */
  public String text() {
    return tokens.text();
  }

  public Language language() {
    return tokens.language();
  }

  Tokens tokens() {
    return tokens;
  }

  /** Returns the stem of every token, in order; a number or a sign is its own. */
  List<String> stems() {
    if (stems == null) {
      List<String> read = new ArrayList<>(tokens.size());
      for (int i = 0; i < tokens.size(); i++) {
        read.add(tokens.get(i).type().stem(stemmer));
      }
      stems = read;
    }
    return stems;
  }

  /** Returns the values, in order; they don't overlap. */
  public List<Mention> values() {
    if (values == null) {
      values = List.copyOf(reader.read(tokens));
    }
    return values;
  }

  /** Returns the amounts that move, in order. */
  public List<Movements.Movement> movements() {
    if (movements == null) {
      movements = Movements.in(this);
    }
    return movements;
  }

  /**
   * Returns what an amount is counted by, such as {@code year}, where a phrase after it says so.
   */
  public Optional<String> rateAfter(Mention mention) {
    return Rates.of(language()).after(tokens, mention.end());
  }

  /**
   * Returns if an article or the like before a value says that it was spoken of, or goes without
   * saying: les deux, entre deux.
   */
  public boolean isDefinite(Mention mention) {
    int i = tokens.from(mention.start());
    Token before = tokens.get(i - 1);
    boolean between = before.is("entre") || before.is("between");
    return between
        || (FunctionWords.of(language()).determines(before)
            && !before.is("de")
            && !before.is("d'"));
  }

  /** Returns if a time's words don't say which half of the day is meant: 6:30, half past six. */
  public boolean isOfEitherHalf(Mention time) {
    return TimeReader.isOfEitherHalf(time.in(text()), language());
  }

  /**
   * Returns if words that no reader takes for a value may say one: a span of time without its
   * number (a decade, semestriel), a month that may be another word (May, March).
   */
  public boolean maySay(Value value) {
    if (value instanceof Value.Date) {
      for (int i = 0; i < tokens.size(); i++) {
        if (DateReader.mayName(tokens, i, value)) {
          return true;
        }
      }
    }
    return Spans.says(tokens, value) || Ages.say(values(), value) || saysNothing(value);
  }

  /** "By 14 votes to none" is « par 14 voix contre zéro ». */
  private boolean saysNothing(Value value) {
    return value instanceof Value.Quantity quantity
        && quantity.amount().signum() == 0
        && IntStream.range(0, tokens.size())
            .anyMatch(i -> NOTHING.contains(tokens.get(i).folded()));
  }

  /** Returns if a word before a value makes it the end of a span: after 65, past the age of 65. */
  public boolean isBound(Mention mention) {
    int i = tokens.from(mention.start());
    boolean ofAge =
        tokens.get(i - 2).is("age") && (tokens.get(i - 1).is("of") || tokens.get(i - 1).is("de"));
    return ofAge || BOUNDS.contains(tokens.get(i - 1).folded());
  }

  /**
   * Returns how the words before an exact amount let it be understood as well: "winds reaching 155
   * mph" are of up to 155 mph.
   */
  public Optional<Approximation> openBefore(Mention mention) {
    return Approximations.of(tokens).openBefore(tokens, tokens.from(mention.start()));
  }

  /** Returns if words around an amount say that it is somebody's estimate. */
  public boolean isEstimated(Mention mention) {
    return Approximations.of(tokens)
        .isEstimated(tokens, tokens.from(mention.start()), tokens.from(mention.end()));
  }

  /**
   * Returns if the word that qualifies an amount may belong to what stands before it: a sum is
   * "handed over", unemployment is "up to 7.8%".
   */
  public boolean isLooselyQualified(Mention mention) {
    int i = tokens.from(mention.start());
    Approximations approximations = Approximations.of(tokens);
    if (approximations.isParticle(tokens, i) || approximations.isReason(tokens, i)) {
      return true;
    }
    boolean up = tokens.get(i).is("up") && tokens.get(i + 1).is("to");
    int before = tokens.get(i - 1).end();
    return up && words().stream().anyMatch(word -> word.end() == before && !word.isAct());
  }

  /** Returns the magnitudes that amounts before an offset are counted in, such as a million. */
  public List<BigDecimal> magnitudesBefore(int offset) {
    if (magnitudes == null) {
      magnitudes = new LinkedHashMap<>();
      for (Mention mention : values()) {
        int end = tokens.from(mention.end());
        for (int i = tokens.from(mention.start()); i < end; i++) {
          Optional<Long> scale = Numerals.of(language()).at(tokens, i, Numerals.Kind.SCALE);
          if (scale.isPresent()) {
            magnitudes.putIfAbsent(BigDecimal.valueOf(scale.get()), mention.end());
            break;
          }
        }
      }
    }
    return magnitudes.entrySet().stream()
        .filter(magnitude -> magnitude.getValue() <= offset)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns if a word of negation stands shortly before a value. */
  public boolean isDeniedBefore(Mention mention) {
    FunctionWords functionWords = FunctionWords.of(language());
    int i = tokens.from(mention.start());
    // « N'a retenu que » denies nothing, and the « ne » of « pas moins de » is no other denial.
    boolean only = functionWords.denies(tokens.get(i));
    for (int j = i - 1; j >= Math.max(0, i - DENIED_REACH) && tokens.get(j).isWord(); j--) {
      Token token = tokens.get(j);
      only |= token.is("que") || token.is("qu'");
      boolean restricts = only && (token.is("ne") || token.is("n'"));
      if (functionWords.denies(token) && !restricts) {
        return true;
      }
    }
    return false;
  }

  /** Returns the words that carry meaning, in order, and the phrases of the glossary. */
  public List<Word> words() {
    if (words == null) {
      words = readWords();
    }
    return words;
  }

  private List<Word> readWords() {
    List<Word> read = new ArrayList<>();
    Glossary glossary = Glossary.of(language());
    FunctionWords functionWords = FunctionWords.of(language());
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      Glossary.Match match = token.isWord() ? glossary.find(tokens, stems(), i) : null;
      int end = match == null ? i + 1 : match.end();
      boolean phrase = end > i + 1;
      if (token.isWord() && (phrase || !functionWords.has(token))) {
        read.add(
            new Word(
                tokens.slice(i, end),
                phrase ? String.join(" ", stems().subList(i, end)) : stems().get(i),
                match == null ? Set.of() : match.concepts(),
                token.start(),
                tokens.get(end - 1).end()));
      }
      i = end;
    }
    return List.copyOf(read);
  }

  /**
   * Returns if a word of another statement, of whatever language, may be said here, alone or within
   * a phrase.
   */
  public boolean says(Word word, Language language) {
    if (language == language() && stemSet().contains(word.stem())) {
      return true;
    }
    return !word.concepts().isEmpty() && !Collections.disjoint(word.concepts(), concepts());
  }

  /**
   * Returns if a word of the same language, or a word of its phrase, may be said here, or another
   * of its family: signataire where people sign.
   */
  public boolean hints(Word word) {
    if (says(word, language())) {
      return true;
    }
    for (String stem : word.stem().split(" ", -1)) {
      String root = stem.length() > ROOT ? stem.substring(0, ROOT) : stem;
      if (root.length() == ROOT && stemSet().stream().anyMatch(there -> there.startsWith(root))) {
        return true;
      }
    }
    return false;
  }

  /** Returns if a word shows that somebody has a role, though none calls them so. */
  public boolean shows(Role role) {
    return !Collections.disjoint(RoleSigns.of(language()).of(role.roles()), stemSet());
  }

  private Set<String> stemSet() {
    if (stemSet == null) {
      stemSet = new HashSet<>(stems());
    }
    return stemSet;
  }

  /** Returns the concepts of its words and phrases, and of the words inside phrases. */
  public Set<String> concepts() {
    if (concepts == null) {
      concepts = new HashSet<>();
      for (int i = 0; i < tokens.size(); i++) {
        Glossary.of(language()).collect(tokens, stems(), i, concepts);
      }
    }
    return concepts;
  }

  /** Returns the outermost quotations, in order. */
  public List<Quotation> quotations() {
    if (quotations == null) {
      quotations = List.copyOf(Quotations.read(text()));
    }
    return quotations;
  }

  /** Returns who does what to whom, in the order of the verbs. */
  public List<Act> acts() {
    if (acts == null) {
      acts = List.copyOf(ActReader.read(this));
    }
    return acts;
  }

  /** Returns its clauses and phrases, in order. */
  public List<Segment> segments() {
    if (segments == null) {
      segments = Segments.of(this);
    }
    return segments;
  }

  /** Returns its stretches that each speak of the same people, bodies and places, in order. */
  public List<Stretch> stretches() {
    if (stretches == null) {
      stretches = Stretches.of(this);
    }
    return stretches;
  }

  /** Returns what makes one thing the cause or consequence of another, in order. */
  public List<CausalLink> causalLinks() {
    if (causalLinks == null) {
      causalLinks = List.copyOf(CausalLinks.of(language()).in(tokens));
    }
    return causalLinks;
  }

  /** Returns the words with capitals, without diacritics and in lower case. */
  public Set<String> capitals() {
    if (capitals == null) {
      Set<String> read = new HashSet<>();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).isCapitalised()) {
          read.add(tokens.get(i).folded());
        }
      }
      capitals = read;
    }
    return capitals;
  }

  /** Returns where it speaks to a program that reads it; empty if it doesn't. */
  public Optional<ModelAddress> modelAddress() {
    if (modelAddresses == null) {
      modelAddresses = ModelAddress.in(tokens).stream().toList();
    }
    return modelAddresses.stream().findFirst();
  }

  /** Returns the words that are in the other language, outside of names and quotations. */
  public Optional<String> foreignWords() {
    return ForeignWords.in(this);
  }

  /**
   * Returns if something is told in the other language, quoted or not: it has function words of it
   * that no name has, par, while.
   */
  public boolean tellsInOtherLanguage() {
    return ForeignWords.areTold(this);
  }

  /** Returns whether what is said is given to somebody, and to whom. */
  public Attribution attribution() {
    if (attribution == null) {
      attribution = Attributions.of(language()).of(text());
    }
    return attribution;
  }

  /** Returns the proper names, in order, and the demonyms; they don't overlap. */
  public List<ProperName> names() {
    if (names == null) {
      names = NameReader.read(this);
    }
    return names;
  }

  /** Returns what the tables of names know at each token. */
  List<NameReader.@Nullable Known> known() {
    if (known == null) {
      known = NameReader.known(tokens);
    }
    return known;
  }

  /** Returns what people are called by what they do, in order. */
  public List<Role> roles() {
    if (roles == null) {
      roles = RoleReader.read(this);
    }
    return roles;
  }

  /** Returns the words, for a look whether they name something. */
  public Vocabulary vocabulary() {
    if (vocabulary == null) {
      vocabulary = Vocabulary.of(this);
    }
    return vocabulary;
  }

  /** Returns the words, for a look whether one of a family is said. */
  public WordFamilies families() {
    if (families == null) {
      families = new WordFamilies(this);
    }
    return families;
  }

  /** Returns if a pronoun or the like speaks of what another sentence names. */
  public boolean refersBack() {
    return References.of(language()).in(tokens);
  }

  /** Returns the stem of the noun right before a name: « l'armateur Bertrand Quéméneur ». */
  public String epithet(ProperName name) {
    for (int i = 1; i < tokens.size() && tokens.get(i).start() <= name.start(); i++) {
      Token before = tokens.get(i - 1);
      boolean noun = before.isWord() && !FunctionWords.of(language()).has(before);
      if (tokens.get(i).start() == name.start() && noun && tokens.isOneSpaceAfterPrevious(i)) {
        return stems().get(i - 1);
      }
    }
    return "";
  }

  /** Returns a name and those that small words tie to it: Prevention of Cruelty to Animals. */
  public List<ProperName> linked(ProperName name) {
    List<ProperName> linked = new ArrayList<>();
    List<ProperName> all = names();
    int at = all.indexOf(name);
    int first = at;
    while (first > 0 && isTied(all.get(first - 1).end(), all.get(first).start())) {
      first--;
    }
    int last = at;
    while (last + 1 < all.size() && isTied(all.get(last).end(), all.get(last + 1).start())) {
      last++;
    }
    linked.addAll(all.subList(first, last + 1));
    return linked;
  }

  private boolean isTied(int from, int to) {
    boolean tied = false;
    for (int i = 0; i < tokens.size() && tokens.get(i).start() < to; i++) {
      Token token = tokens.get(i);
      if (token.start() >= from) {
        if (!token.isWord() || !FunctionWords.of(language()).has(token)) {
          return false;
        }
        tied = true;
      }
    }
    return tied;
  }

  /** Returns what is denied, how sure it is and which way things go. */
  public Cues cues() {
    if (cues == null) {
      cues = Cues.of(tokens, stems(), words());
    }
    return cues;
  }

  /** Returns what stands around each of its words. */
  public Surroundings surroundings() {
    if (surroundings == null) {
      surroundings = new Surroundings(this);
    }
    return surroundings;
  }

  /** Returns who says what, in the order of the words of saying. */
  public List<AttributionRelation> attributions() {
    List<AttributionRelation> relations = attributed().relations();
    return relations.subList(0, Math.min(relations.size(), MOST_RELATIONS));
  }

  /** Returns what a semicolon or a full stop parts, as far as one source may answer for it. */
  public List<AttributionRelation.Span> clauses() {
    return attributed().clauses();
  }

  private AttributionReader.Attributed attributed() {
    if (attributed == null) {
      attributed = AttributionReader.read(this);
    }
    return attributed;
  }

  /** Returns if words of a stretch name an act of speech: an accusation, regrets. */
  public boolean hasSpeechNoun(AttributionRelation.Span span) {
    return has(SpeechWords.Kind.NOUN, span);
  }

  /**
   * Returns if words of a stretch name an act of speech that others of the same language don't:
   * what stands in both is no saying that only one of them tells of.
   *
   * @param others what may have the same words
   */
  public boolean hasSpeechNounBeyond(AttributionRelation.Span span, List<Statement> others) {
    Set<String> nouns = speechNouns(span);
    for (Statement other : others) {
      if (!nouns.isEmpty() && other.language() == language()) {
        nouns.removeAll(other.speechNouns(new AttributionRelation.Span(0, other.text().length())));
      }
    }
    return !nouns.isEmpty();
  }

  private Set<String> speechNouns(AttributionRelation.Span span) {
    SpeechWords words = SpeechWords.of(language());
    Set<String> nouns = new HashSet<>();
    for (int i = tokens.from(span.start()); i < tokens.from(span.end()); i++) {
      if (words.is(SpeechWords.Kind.NOUN, tokens, i)) {
        nouns.add(stems().get(i));
      }
    }
    return nouns;
  }

  /** Returns if the first word of a stretch stands for somebody or something named before. */
  public boolean opensWithPronoun(AttributionRelation.Span span) {
    return SpeechWords.of(language())
        .is(SpeechWords.Kind.PRONOUN, tokens, tokens.from(span.start()));
  }

  /** Returns if any word outside of quotations may tell what somebody says, thinks or found out. */
  public boolean mayTellView() {
    return mayTellView(new AttributionRelation.Span(0, text().length()));
  }

  /** Returns if a word of a stretch outside of quotations may tell what somebody says or thinks. */
  public boolean mayTellView(AttributionRelation.Span span) {
    SpeechWords speech = SpeechWords.of(language());
    for (int i = tokens.from(span.start()); i < tokens.from(span.end()); i++) {
      int start = tokens.get(i).start();
      boolean tells =
          speech.is(SpeechWords.Kind.CLAIM, tokens, i)
              || speech.is(SpeechWords.Kind.TELLING, tokens, i);
      if (tells && quotations().stream().noneMatch(q -> q.start() <= start && start < q.end())) {
        return true;
      }
    }
    return false;
  }

  /** Returns if a source is somebody's private one: a relative, a lawyer, a friend. */
  public boolean isPrivate(AttributionRelation.Source source) {
    return has(SpeechWords.Kind.PRIVATE, source.span());
  }

  /** Returns if words of a stretch may stand for any source: officials, a spokesman. */
  public boolean isGeneric(AttributionRelation.Span span) {
    return has(SpeechWords.Kind.GENERIC, span);
  }

  /**
   * Returns if words of a stretch may name who or what says something: a name, a body, a report.
   */
  public boolean mayNameSource(AttributionRelation.Span span) {
    return Sayers.mayName(this, span);
  }

  /** Returns the stretch, or what follows its last comma, that may name who says something. */
  public Optional<AttributionRelation.Span> nameOfSource(AttributionRelation.Span span) {
    if (mayNameSource(span)) {
      return Optional.of(span);
    }
    int comma = text().lastIndexOf(", ", span.end() - 1);
    return comma <= span.start()
        ? Optional.empty()
        : Optional.of(new AttributionRelation.Span(comma + 2, span.end()))
            .filter(this::mayNameSource);
  }

  /** Returns if a stretch speaks of somebody by a pronoun or by what they are: the company. */
  public boolean isReference(AttributionRelation.Span span) {
    int from = tokens.from(span.start());
    boolean determined =
        SpeechWords.of(language()).is(SpeechWords.Kind.DETERMINER, tokens, from - 1);
    int start = determined ? tokens.get(from - 1).start() : span.start();
    return References.of(language())
        .opens(Tokens.of(text().substring(start, span.end()), language()));
  }

  /** Returns if a possessive opens a stretch: its chair, sa présidente. */
  public boolean isOwned(AttributionRelation.Span span) {
    return switch (tokens.get(tokens.from(span.start())).word()) {
      case "son", "sa", "ses", "leur", "leurs", "its", "their", "his", "her" -> span.end() > 0;
      default -> false;
    };
  }

  /** Returns if the words of saying deny what another says: deny, dispute, nier, démentir. */
  public boolean isDenial(AttributionRelation relation) {
    return has(SpeechWords.Kind.DENIAL, relation.cue());
  }

  private boolean has(SpeechWords.Kind kind, AttributionRelation.Span span) {
    SpeechWords speech = SpeechWords.of(language());
    for (int i = tokens.from(span.start()); i < tokens.from(span.end()); i++) {
      if (speech.is(kind, tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the words by which a source stays without a name, if there are any. */
  public Optional<String> anonymity() {
    SpeechWords speech = SpeechWords.of(language());
    for (int i = 0; i < tokens.size(); i++) {
      Optional<Integer> end = speech.endOf(SpeechWords.Kind.ANONYMITY, tokens, i);
      if (end.isPresent()) {
        return Optional.of(tokens.slice(i, end.get()));
      }
    }
    return Optional.empty();
  }

  /** Returns the words between a verb of saying and the "that" of what is said. */
  public Optional<AttributionRelation.Span> addressee(AttributionRelation relation) {
    SpeechWords speech = SpeechWords.of(language());
    int after = tokens.from(relation.cue().end());
    boolean isSourceNext =
        relation.source().isNamed() && relation.source().span().start() >= relation.cue().end();
    if (isSourceNext || new SpeechText(this).opensClause(after)) {
      return Optional.empty();
    }
    int end = Math.min(clauseEnd(relation), nextCue(relation));
    for (int i = after; i < tokens.size() && tokens.get(i).start() < end; i++) {
      boolean goesOn =
          speech.is(SpeechWords.Kind.RESUMPTION, tokens, i)
              || speech.is(SpeechWords.Kind.SOURCE, tokens, i)
              || speech.is(SpeechWords.Kind.BY, tokens, i)
              || SpeechText.isQuotationMark(tokens.get(i));
      if (goesOn) {
        return Optional.empty();
      }
      if (speech.is(SpeechWords.Kind.RELATIVE, tokens, i)) {
        return i == after
            ? Optional.empty()
            : Optional.of(
                new AttributionRelation.Span(tokens.get(after).start(), tokens.get(i - 1).end()));
      }
    }
    return Optional.empty();
  }

  /** "He cautioned the firm, while the mayor predicts that …": the second says it. */
  private int nextCue(AttributionRelation relation) {
    return attributions().stream()
        .mapToInt(other -> other.cue().start())
        .filter(start -> start > relation.cue().start())
        .min()
        .orElse(text().length());
  }

  private int clauseEnd(AttributionRelation relation) {
    return clauses().stream()
        .filter(clause -> clause.covers(relation.cue().start()))
        .mapToInt(AttributionRelation.Span::end)
        .findFirst()
        .orElse(0);
  }

  /** Returns if a source is named by what it is: "the MP for Brecon", not "the MP, Ann Roy". */
  public boolean isDescription(AttributionRelation.Span source) {
    int from = tokens.from(source.start());
    int to = tokens.from(source.end());
    SpeechWords speech = SpeechWords.of(language());
    for (int i = from + 1; i < to; i++) {
      if (tokens.get(i).isCapitalised() && tokens.get(i - 1).isCapitalised() && i - 1 > from) {
        return false;
      }
    }
    return (isBareDescription(source) || speech.is(SpeechWords.Kind.DETERMINER, tokens, from))
        && (to - from > 2 || isDemonym(to - 1));
  }

  /** « Le Narbonnais », "the Australian": somebody, by where they are from. */
  private boolean isDemonym(int i) {
    int start = tokens.get(i).start();
    return Vocabulary.endsAsDemonym(tokens.get(i).folded())
        || names().stream()
            .filter(name -> name.start() == start)
            .anyMatch(name -> name.last().demonym());
  }

  /**
   * Returns if a source is put to a name that stands before it: « …, commerçant à Cantley, qui ».
   */
  public boolean isBareDescription(AttributionRelation.Span source) {
    int from = tokens.from(source.start());
    return tokens.get(from - 1).is(",")
        && !tokens.get(from).isCapitalised()
        && !FunctionWords.of(language()).has(tokens.get(from));
  }

  /**
   * Returns if a word that sets one thing against another stands between two places and before, or
   * at, a third.
   */
  public boolean isSetAgainst(int from, int to, int place) {
    SpeechWords speech = SpeechWords.of(language());
    for (int i = tokens.from(from); i < tokens.from(to); i++) {
      if (speech.is(SpeechWords.Kind.TURN, tokens, i) && tokens.get(i).start() <= place) {
        return true;
      }
    }
    return false;
  }

  /** Returns if an article stands right before a word, as before a noun. */
  public boolean followsDeterminer(Word word) {
    int before = tokens.from(word.start()) - 1;
    return SpeechWords.of(language()).is(SpeechWords.Kind.DETERMINER, tokens, before);
  }
}
