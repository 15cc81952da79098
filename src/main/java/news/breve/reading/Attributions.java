package news.breve.reading;

import java.util.Optional;
import news.breve.article.Language;
import news.breve.reading.SpeechWords.Kind;

/** Finds who said it: selon X, X a déclaré, a indiqué X; according to X, X said, said X. */
public final class Attributions {
  private static final Statements STATEMENTS = new Statements(Setting.UNKNOWN);
  private static final Attributions FRENCH = new Attributions(Language.FRENCH);
  private static final Attributions ENGLISH = new Attributions(Language.ENGLISH);

  /** A verb farther from its quotation belongs to another clause. */
  private static final int REACH = 14;

  private final Language language;
  private final SpeechWords words;
  private final Sources sources;

  private Attributions(Language language) {
    this.language = language;
    words = SpeechWords.of(language);
    sources = new Sources(words);
  }

  public static Attributions of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns who says what a sentence states, whether or not it quotes. */
  public Attribution of(String sentence) {
    Tokens tokens = Tokens.of(withoutQuotations(sentence), language);
    Attribution found = Attribution.NONE;
    for (int i = 0; i < tokens.size(); i++) {
      Attribution here = at(tokens, i, 0, tokens.size());
      if (here.source().isPresent()) {
        return here;
      }
      found = here.attributed() ? here : found;
    }
    return found.attributed() || !isClaim(sentence) ? found : Attribution.UNNAMED;
  }

  /** « Estimé par les enquêteurs »: somebody says it, if no form of a verb shows whom to name. */
  private boolean isClaim(String sentence) {
    return STATEMENTS.of(sentence, language).attributions().stream()
        .anyMatch(AttributionRelation::isClaim);
  }

  /** Returns who says a quotation of a sentence, by the nearest words of saying around it. */
  public Attribution of(String sentence, Quotation quotation) {
    Tokens tokens = Tokens.of(sentence, language);
    int open = 0;
    while (tokens.get(open).start() < quotation.start() && open < tokens.size()) {
      open++;
    }
    int after = open;
    while (after < tokens.size() && tokens.get(after).end() <= quotation.end()) {
      after++;
    }
    int stop = Math.min(tokens.size(), after + REACH);
    for (int i = after; i < stop && !isQuotationMark(tokens.get(i)); i++) {
      Attribution here = at(tokens, i, after, tokens.size());
      if (here.attributed()) {
        return here;
      }
    }
    for (int i = open - 1; i >= Math.max(0, open - REACH); i--) {
      if (isQuotationMark(tokens.get(i))) {
        break;
      }
      Attribution here = at(tokens, i, 0, open);
      if (here.attributed()) {
        return here;
      }
    }
    return sourceAtStart(tokens, open);
  }

  /** "Selon le ministre, dont … , « … »": the source of a sentence covers all of it. */
  private Attribution sourceAtStart(Tokens tokens, int open) {
    return words
        .endOf(Kind.SOURCE, tokens, 0)
        .filter(end -> end <= open)
        .map(end -> Attribution.to(sources.after(tokens, end, open)))
        .orElse(Attribution.NONE);
  }

  private Attribution at(Tokens tokens, int i, int from, int to) {
    return words
        .endOf(Kind.SOURCE, tokens, i)
        .map(end -> Attribution.to(sources.after(tokens, end, to)))
        .or(() ->
            words
                .endOf(Kind.VERB, tokens, i)
                .filter(end -> !words.is(Kind.ARTICLE, tokens, i - 1))
                .filter(end -> !isPassive(tokens, i))
                .map(end -> aroundVerb(tokens, i, end, from, to)))
        .orElse(Attribution.NONE);
  }

  /** What "will be launched" launches nothing, and says nothing. */
  private boolean isPassive(Tokens tokens, int verb) {
    return words.is(Kind.BEING, tokens, verb - 1);
  }

  private Attribution aroundVerb(Tokens tokens, int verb, int end, int from, int to) {
    // "A-t-il dit", "dit-elle": a pronoun tied by a hyphen is the subject.
    if (sources.hasTiedPronoun(tokens, verb, end)) {
      return Attribution.UNNAMED;
    }
    Optional<String> before = sources.before(tokens, verb, from);
    boolean after = before.isEmpty() && sources.mayFollow(tokens, verb, from);
    return Attribution.to(after ? sources.after(tokens, end, to) : before);
  }

  private static boolean isQuotationMark(Token token) {
    return switch (token.text()) {
      case "«", "»", "“", "”", "\"" -> true;
      default -> false;
    };
  }

  /** Words of saying inside a quotation are the quotation's. Keeps every offset. */
  private static String withoutQuotations(String sentence) {
    StringBuilder text = new StringBuilder(sentence);
    for (Quotation quotation : Quotations.read(sentence)) {
      for (int i = quotation.start(); i < quotation.end(); i++) {
        text.setCharAt(i, i == quotation.start() ? '…' : ' ');
      }
    }
    return text.toString();
  }
}
