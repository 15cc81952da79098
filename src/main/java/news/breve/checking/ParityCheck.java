package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.brief.Finding;

/**
 * French and English of an item say the same: what one has and the other lacks is a finding, even
 * if it is true. Each check compares its own matter; what it already found wrong in one of the two
 * languages is not told twice.
 */
final class ParityCheck {
  static final String NAME = "parity";

  private final List<Check> checks;

  ParityCheck(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Returns what the languages don't both say, beside what the checks found before. */
  List<Finding> check(Case all, List<Finding> found) {
    List<Finding> findings = new ArrayList<>();
    for (Item item : all.items()) {
      Optional<Claim> french = item.claim(Language.FRENCH);
      Optional<Claim> english = item.claim(Language.ENGLISH);
      if (french.isEmpty() || english.isEmpty()) {
        continue;
      }
      for (Check check : checks) {
        if (found.stream().noneMatch(finding -> isTold(finding, check, item))) {
          for (Difference difference : check.compare(french.get(), english.get())) {
            findings.add(
                new Finding(
                    NAME,
                    difference.severity(),
                    item.path(),
                    difference.message(),
                    difference.english(),
                    difference.french()));
          }
        }
      }
    }
    return findings;
  }

  private static boolean isTold(Finding finding, Check check, Item item) {
    return finding.check().equals(check.name())
        && (finding.path().equals(item.path()) || finding.path().startsWith(item.path() + "/"));
  }
}
