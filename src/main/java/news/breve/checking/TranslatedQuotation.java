package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.breve.brief.Finding.Severity;
import news.breve.reading.ExplicitNegation;
import news.breve.reading.Statement;
import news.breve.reading.Word;
import org.jspecify.annotations.Nullable;

/** A quotation and its translation: the same numbers, as many denials, and of the same thing. */
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
      boolean both = pair.french() != null && pair.english() != null;
      if (both || hasDigits(pair.french()) || hasDigits(pair.english())) {
        boolean wrong = pair.agreement() == Agreement.NONE;
        differences.add(
            pair.difference(
                wrong ? Severity.ERROR : Severity.WARNING,
                "The quotation and its translation don't give the same value."));
      }
    }
    denial().ifPresent(differences::add);
    return differences;
  }

  /** "Half a story" need not be read as a fraction in both languages; figures are. */
  private static boolean hasDigits(@Nullable String words) {
    return words != null && words.chars().anyMatch(Character::isDigit);
  }

  private Optional<Difference> denial() {
    ExplicitNegation here = ExplicitNegation.of(french.statement());
    ExplicitNegation there = ExplicitNegation.of(english.statement());
    if (here.count() == there.count()) {
      return here.count() == 1 && denyOtherThings(here, there)
          ? Optional.of(difference(Severity.ERROR, "They deny different things."))
          : Optional.empty();
    }
    if (here.lexical() != there.lexical()) {
      return Optional.empty();
    }
    boolean contrary = here.count() == 0 || there.count() == 0;
    return Optional.of(
        contrary
            ? difference(Severity.ERROR, "Only one of the quotation and its translation denies.")
            : difference(
                Severity.WARNING, "The quotation and its translation may deny different things."));
  }

  /** "No remorse, only resentment" is not « que du remords, aucun ressentiment ». */
  private boolean denyOtherThings(ExplicitNegation here, ExplicitNegation there) {
    List<Word> denied = here.denied(french.statement());
    List<Word> other = there.denied(english.statement());
    boolean shared =
        denied.stream().anyMatch(word -> other.stream().anyMatch(o -> mayBeSame(word, o)));
    return !shared
        && denied.stream().anyMatch(word -> hasCounterpart(word, english.statement()))
        && other.stream().anyMatch(word -> hasCounterpart(word, french.statement()));
  }

  private static boolean hasCounterpart(Word word, Statement statement) {
    return statement.words().stream().anyMatch(there -> mayBeSame(word, there));
  }

  private static boolean mayBeSame(Word one, Word other) {
    return one.sharesConcept(other) || areCognates(one.text(), other.text());
  }

  private static boolean areCognates(String one, String other) {
    String a = withoutDoubles(one);
    String b = withoutDoubles(other);
    int common = 0;
    while (common < a.length() && common < b.length() && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    return common >= Math.min(COGNATE, Math.min(a.length(), b.length())) && common >= 3;
  }

  /** Ressentiment, resentment. */
  private static String withoutDoubles(String word) {
    StringBuilder letters = new StringBuilder();
    for (char letter : word.toLowerCase(Locale.ROOT).toCharArray()) {
      if (letters.isEmpty() || letters.charAt(letters.length() - 1) != letter) {
        letters.append(letter);
      }
    }
    return letters.toString();
  }

  private Difference difference(Severity severity, String message) {
    return new Difference(severity, message, french.text(), english.text());
  }
}
