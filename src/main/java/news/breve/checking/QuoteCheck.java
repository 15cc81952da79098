package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import news.breve.reading.ExplicitNegation;
import news.breve.reading.Quotation;
import news.breve.reading.Quotations;
import news.breve.reading.Setting;
import news.breve.reading.Statement;
import news.breve.reading.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Quotation marks promise somebody's very words. In the article's language they must stand in the
 * cited sentences, cuts marked by an ellipsis or a bracket; in the other language they translate,
 * and need their original beside them.
 */
final class QuoteCheck implements Check {
  private static final String NAME = "quote";
  private static final String EVIDENCE = "evidence";
  private static final int SHORT = 3;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    Draft draft = all.draft();
    Article article = all.article();
    List<Finding> findings = new ArrayList<>();
    List<Draft.Located> written =
        draft.items().stream().filter(located -> !all.isGivenTitle(located)).toList();
    if (written.stream().noneMatch(located -> hasQuotes(draft, located))) {
      return findings;
    }
    Passages passages = new Passages(article);
    for (Draft.Located located : written) {
      boolean isQuote = isQuoteFact(draft, located);
      Language original = article.language();
      List<String> quotes = quotes(located.item().in(original), isQuote);
      quotes.forEach(
          quote -> original(quote, located, original, passages).ifPresent(findings::add));
      for (String quote : quotes(located.item().in(original.other()), false)) {
        translated(quote, located, original, quotes, passages).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static boolean hasQuotes(Draft draft, Draft.Located located) {
    return isQuoteFact(draft, located)
        || !quotes(located.item().fr(), false).isEmpty()
        || !quotes(located.item().en(), false).isEmpty();
  }

  private static boolean isQuoteFact(Draft draft, Draft.Located located) {
    return IntStream.range(0, draft.keyFacts().size())
        .anyMatch(i ->
            located.path().equals("/keyFacts/" + i)
                && draft.keyFacts().get(i).type() == FactType.QUOTE);
  }

  /** Returns the quotations of a text; all of it where a quote's marks were left out. */
  private static List<String> quotes(@Nullable String text, boolean isQuote) {
    if (text == null) {
      return List.of();
    }
    List<String> quotes = Quotations.read(text).stream().map(Quotation::words).toList();
    return quotes.isEmpty() && isQuote ? List.of(text) : quotes;
  }

  private static Optional<Finding> original(
      String quote, Draft.Located located, Language language, Passages passages) {
    String path = located.path() + "/" + language.code();
    List<Integer> evidence = located.item().evidence();
    Verbatim words = new Verbatim(quote);
    if (evidence != null && passages.hold(evidence, words)) {
      return isLong(quote) && !passages.quotes(words)
          ? Optional.of(
              Finding.error(NAME, path, "The article says this in its own words; nobody is quoted.")
                  .with(quote, null))
          : Optional.empty();
    }
    Optional<Integer> elsewhere = passages.find(words);
    if (elsewhere.isEmpty()) {
      return Optional.of(
          Finding.error(NAME, path, "These words are not in the article.").with(quote, null));
    }
    return evidence == null
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                    EVIDENCE,
                    located.path() + "/evidence",
                    "The quotation stands in a sentence that is not cited.")
                .with(quote, "sentence " + elsewhere.get()));
  }

  /** A word or two may be a title, or a word held at arm's length. */
  private static boolean isLong(String quote) {
    return quote.strip().split(" ", -1).length > SHORT;
  }

  private static Optional<Finding> translated(
      String quote,
      Draft.Located located,
      Language original,
      List<String> originals,
      Passages passages) {
    if (!originals.isEmpty() || passages.find(new Verbatim(quote)).isPresent()) {
      return Optional.empty();
    }
    String path = located.path() + "/" + original.other().code();
    boolean alone = located.item().in(original) == null;
    return Optional.of(
        (alone
                ? Finding.warning(
                    NAME, path, "A translated quotation can't be proven without its original.")
                : Finding.error(
                    NAME, path, "A translated quotation needs its original in the other language."))
            .with(quote, null));
  }

  /** Each quotation of one language has its translation in the other, in the same order or not. */
  @Override
  public List<Difference> compare(Claim french, Claim english) {
    List<String> originals = compared(french);
    List<String> translations = compared(english);
    if (originals.size() != translations.size()) {
      return originals.isEmpty() || translations.isEmpty()
          ? List.of()
          : List.of(
              new Difference(
                  Finding.Severity.WARNING,
                  "The two languages don't quote as often.",
                  String.join(" … ", originals),
                  String.join(" … ", translations)));
    }
    Statements statements = new Statements(Setting.UNKNOWN);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < originals.size(); i++) {
      // A title that is not translated.
      if (Verbatim.fold(originals.get(i))
          .strip()
          .equals(Verbatim.fold(translations.get(i)).strip())) {
        continue;
      }
      differences.addAll(
          new TranslatedQuotation(
                  quoted(french, originals.get(i), statements),
                  quoted(english, translations.get(i), statements))
              .differences());
    }
    return differences;
  }

  private static List<String> compared(Claim claim) {
    return quotes(claim.text(), claim.item().is(FactType.QUOTE));
  }

  private static Claim quoted(Claim claim, String words, Statements statements) {
    Statement statement =
        statements.of(ExplicitNegation.completed(claim.statement(), words), claim.language());
    return new Claim(
        claim.item(), claim.language(), statement, claim.evidence(), claim.ownLanguage());
  }
}
