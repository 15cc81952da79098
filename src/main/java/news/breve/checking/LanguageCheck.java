package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.brief.Finding;
import news.breve.reading.Setting;
import news.breve.reading.Statements;

/**
 * The French of a brief is French and its English English, to the last clause. Names and quotations
 * are in the language they are in, and a fact may be nothing but a name or a number.
 */
final class LanguageCheck implements Check {
  static final String NAME = "language";

  /** Fewer words of meaning may be a name or a title, the same in both languages. */
  private static final int LEAST_COPIED = 2;

  private final Statements statements = new Statements(Setting.UNKNOWN);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    List<Finding> findings = new ArrayList<>();
    all.claims()
        .filter(claim -> !isNameAlone(claim))
        .forEach(claim ->
            claim
                .statement()
                .foreignWords()
                .filter(words -> !isName(claim, words))
                .map(words -> finding(claim.path(), claim.language(), words))
                .ifPresent(findings::add));
    all.claims()
        .filter(LanguageCheck::isCopied)
        .map(claim -> finding(claim.path(), claim.language(), claim.text()))
        .forEach(findings::add);
    List<Draft.Fact> facts = all.draft().keyFacts();
    for (int i = 0; i < facts.size(); i++) {
      Bilingual source = facts.get(i).attribution();
      for (Language language : Language.values()) {
        String path = "/keyFacts/" + i + "/attribution/" + language.code();
        Optional.ofNullable(source)
            .flatMap(words -> Optional.ofNullable(words.in(language)))
            .flatMap(words -> statements.of(words, language).foreignWords())
            .map(words -> finding(path, language, words))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** A quotation that stands in both languages as it was said is translated in neither. */
  private static boolean isCopied(Claim claim) {
    return !claim.ownLanguage()
        && claim.statement().words().size() >= LEAST_COPIED
        && claim.twin().anyMatch(twin -> letters(twin).equals(letters(claim)))
        && claim.statement().tellsInOtherLanguage();
  }

  private static String letters(Claim claim) {
    return claim
        .text()
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A body without a usual name in the other language keeps its own. */
  private static boolean isNameAlone(Claim claim) {
    return isOfName(claim.item())
        && claim.text().codePoints().noneMatch(LanguageCheck::tellsMore)
        && !claim.statement().tellsInOtherLanguage();
  }

  /** After a comma or a colon something is told of what is named; so does a figure. */
  private static boolean tellsMore(int character) {
    return character == ',' || character == ':' || Character.isDigit(character);
  }

  /** "Rassemblement des maires ruraux: 3,400 communes". */
  private static boolean isName(Claim claim, String words) {
    return isOfName(claim.item()) && claim.text().startsWith(words + ":");
  }

  private static boolean isOfName(Item item) {
    return item.is(FactType.ORGANIZATION) || item.is(FactType.PERSON) || item.is(FactType.PLACE);
  }

  private static Finding finding(String path, Language language, String words) {
    String message =
        language == Language.FRENCH
            ? "These words are English where French is expected."
            : "These words are French where English is expected.";
    return Finding.error(NAME, path, message).with(words, null);
  }
}
