package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.breve.brief.Finding.Severity;
import news.breve.reading.Statement;
import news.breve.reading.Word;

/**
 * A quotation and its translation: the same numbers, as many denials, of the same thing, and words
 * that mean the same as far as the glossary knows.
 */
final class TranslatedQuotation {
  /** So many letters in common at the beginning make two words cognates: remords, remorse. */
  private static final int COGNATE = 5;

  private final Claim french;
  private final Claim english;

  /** Makes a pair of claims that say nothing but what is quoted. */
  TranslatedQuotation(Claim french, Claim english) {
    this.french = french;
    this.english = english;
  }

  /** Returns what the two don't both say. */
  List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    for (ValuePairs.Pair pair : ValuePairs.of(french, english)) {
      boolean wrong = pair.agreement() == Agreement.NONE;
      differences.add(
          pair.difference(
              wrong ? Severity.ERROR : Severity.WARNING,
              "The quotation and its translation don't give the same value."));
    }
    denial().ifPresent(differences::add);
    if (differences.isEmpty()) {
      content().ifPresent(differences::add);
    }
    return differences;
  }

  private Optional<Difference> denial() {
    Denials here = Denials.of(french.statement());
    Denials there = Denials.of(english.statement());
    if (here.count() == there.count()) {
      return here.count() == 1 && denyOtherThings(here, there)
          ? Optional.of(difference(Severity.ERROR, "They deny different things."))
          : Optional.empty();
    }
    if (here.mayBeLexical() || there.mayBeLexical()) {
      return Optional.empty();
    }
    boolean contrary = here.count() == 0 || there.count() == 0;
    return Optional.of(
        contrary
            ? difference(Severity.ERROR, "Only one of the quotation and its translation denies.")
            : difference(
                Severity.WARNING, "The quotation and its translation may deny different things."));
  }

  private boolean denyOtherThings(Denials here, Denials there) {
    Optional<Word> one = here.denied(french.statement());
    Optional<Word> other = there.denied(english.statement());
    return one.isPresent()
        && other.isPresent()
        && hasOtherCounterpart(one.get(), other.get(), english.statement())
        && hasOtherCounterpart(other.get(), one.get(), french.statement());
  }

  private static boolean hasOtherCounterpart(Word word, Word denied, Statement statement) {
    return !mayBeSame(word, denied)
        && statement.words().stream().anyMatch(there -> mayBeSame(word, there));
  }

  private Optional<Difference> content() {
    List<Word> here = unmatched(french.statement(), english.statement());
    List<Word> there = unmatched(english.statement(), french.statement());
    boolean replaced =
        !here.isEmpty()
            && !there.isEmpty()
            && here.stream().noneMatch(word -> word.concepts().isEmpty())
            && there.stream().noneMatch(word -> word.concepts().isEmpty());
    return replaced
        ? Optional.of(
            new Difference(
                Severity.WARNING,
                "The translated quotation may say something else.",
                here.getFirst().text(),
                there.getFirst().text()))
        : Optional.empty();
  }

  private static List<Word> unmatched(Statement statement, Statement other) {
    return statement.words().stream()
        .filter(word -> other.words().stream().noneMatch(there -> mayBeSame(word, there)))
        .toList();
  }

  private static boolean mayBeSame(Word one, Word other) {
    return one.sharesConcept(other) || areCognates(one.text(), other.text());
  }

  private static boolean areCognates(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int common = 0;
    while (common < a.length() && common < b.length() && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    return common >= Math.min(COGNATE, Math.min(a.length(), b.length())) && common >= 3;
  }

  private Difference difference(Severity severity, String message) {
    return new Difference(severity, message, french.text(), english.text());
  }
}
