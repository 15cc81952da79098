package news.breve.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence, a headline or a fact says, as far as code can read it. Each reading is made
 * once, when it is first asked for. Not for several threads.
 */
public final class Statement {
  private static final int DENIED_REACH = 6;

  private final Tokens tokens;
  private final Reader reader;
  private @Nullable List<String> stems;
  private @Nullable Set<String> stemSet;
  private @Nullable Set<String> concepts;
  private @Nullable List<Mention> values;
  private @Nullable List<Word> words;
  private @Nullable List<Quotation> quotations;
  private @Nullable Attribution attribution;
  private AttributionReader.@Nullable Attributed attributed;

  Statement(String text, Language language, Reader reader) {
    this.tokens = Tokens.of(text, language);
    this.reader = reader;
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
      Stemmer stemmer = new Stemmer(language());
      List<String> read = new ArrayList<>(tokens.size());
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        read.add(token.isWord() ? stemmer.stem(token.word()) : token.text());
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

  /**
   * Returns what an amount is counted by, such as {@code year}, where a phrase after it says so.
   */
  public Optional<String> rateAfter(Mention mention) {
    return Rates.of(language()).after(tokens, mention.end());
  }

  /** Returns if a word of negation stands shortly before a value. */
  public boolean isDeniedBefore(Mention mention) {
    FunctionWords functionWords = FunctionWords.of(language());
    int i = tokens.from(mention.start());
    for (int j = i - 1; j >= Math.max(0, i - DENIED_REACH) && tokens.get(j).isWord(); j--) {
      if (functionWords.denies(tokens.get(j))) {
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
      Optional<Glossary.Match> match = token.isWord() ? glossary.at(stems(), i) : Optional.empty();
      int end = match.map(Glossary.Match::end).orElse(i + 1);
      boolean phrase = end > i + 1;
      if (token.isWord() && (phrase || !functionWords.has(token))) {
        read.add(
            new Word(
                tokens.slice(i, end),
                String.join(" ", stems().subList(i, end)),
                match.map(Glossary.Match::concepts).orElse(Set.of()),
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
    return word.concepts().stream().anyMatch(concepts()::contains);
  }

  private Set<String> stemSet() {
    if (stemSet == null) {
      stemSet = new HashSet<>(stems());
    }
    return stemSet;
  }

  /** Returns every concept that a word or a phrase of it may stand for. */
  private Set<String> concepts() {
    if (concepts == null) {
      concepts = new HashSet<>();
      for (int i = 0; i < tokens.size(); i++) {
        Glossary.of(language()).collect(stems(), i, concepts);
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

  /** Returns whether what is said is given to somebody, and to whom. */
  public Attribution attribution() {
    if (attribution == null) {
      attribution = Attributions.of(language()).of(text());
    }
    return attribution;
  }

  /** Returns who says what, in the order of the words of saying. */
  public List<AttributionRelation> attributions() {
    return attributed().relations();
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

  /** Returns if a source is somebody's private one: a relative, a lawyer, a friend. */
  public boolean isPrivate(AttributionRelation.Source source) {
    return has(SpeechWords.Kind.PRIVATE, source.span());
  }

  /** Returns if words of a stretch may stand for any source: officials, a spokesman. */
  public boolean isGeneric(AttributionRelation.Span span) {
    return has(SpeechWords.Kind.GENERIC, span);
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

  /** Returns if an article or a preposition stands right before a word, as before a noun. */
  public boolean followsDeterminer(Word word) {
    int before = tokens.from(word.start()) - 1;
    SpeechWords speech = SpeechWords.of(language());
    return speech.is(SpeechWords.Kind.DETERMINER, tokens, before);
  }

  /** Returns the words between a verb of saying and the "that" of what is said. */
  public Optional<AttributionRelation.Span> addressee(AttributionRelation relation) {
    SpeechWords speech = SpeechWords.of(language());
    int after = tokens.from(relation.cue().end());
    for (int i = after; i < tokens.size() && tokens.get(i).start() < clauseEnd(relation); i++) {
      if (speech.is(SpeechWords.Kind.RELATIVE, tokens, i)) {
        return i == after
            ? Optional.empty()
            : Optional.of(
                new AttributionRelation.Span(tokens.get(after).start(), tokens.get(i - 1).end()));
      }
    }
    return Optional.empty();
  }

  private int clauseEnd(AttributionRelation relation) {
    return clauses().stream()
        .filter(clause -> clause.covers(relation.cue().start()))
        .mapToInt(AttributionRelation.Span::end)
        .findFirst()
        .orElse(0);
  }
}
