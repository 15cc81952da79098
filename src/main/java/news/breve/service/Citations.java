package news.breve.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.breve.brief.Draft;
import news.breve.brief.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Cites what a draft says and cites elsewhere: where the checks found the sentence that has a
 * value, no model is needed to name it.
 */
final class Citations {
  private static final String EVIDENCE = "evidence";
  private static final Pattern SENTENCE = Pattern.compile("sentence ([0-9]{1,6})");

  private Citations() {}

  /** Returns a draft with the sentences added that findings name; itself if they name none. */
  static Draft mended(Draft draft, List<Finding> findings) {
    List<Draft.Item> sentences = new ArrayList<>();
    for (int i = 0; i < draft.sentences().size(); i++) {
      sentences.add(mended(draft.sentences().get(i), "/sentences/" + i, findings));
    }
    List<Draft.Fact> facts = new ArrayList<>();
    for (int i = 0; i < draft.keyFacts().size(); i++) {
      Draft.Fact fact = draft.keyFacts().get(i);
      Draft.Item words = mended(fact.words(), "/keyFacts/" + i, findings);
      facts.add(new Draft.Fact(fact.type(), words, fact.attribution()));
    }
    return new Draft(mended(draft.headline(), "/headline", findings), sentences, facts);
  }

  private static Draft.Item mended(Draft.Item item, String path, List<Finding> findings) {
    List<Integer> cited = item.evidence();
    if (cited == null) {
      return item;
    }
    TreeSet<Integer> numbers = new TreeSet<>(cited);
    findings.stream()
        .filter(finding -> finding.check().equals(EVIDENCE) && finding.isError())
        .filter(finding -> finding.path().equals(path + "/" + EVIDENCE))
        .flatMap(finding -> sentence(finding.expected()).stream())
        .forEach(numbers::add);
    return numbers.size() == new TreeSet<>(cited).size()
        ? item
        : new Draft.Item(item.fr(), item.en(), List.copyOf(numbers));
  }

  private static Optional<Integer> sentence(@Nullable String expected) {
    Matcher matcher = SENTENCE.matcher(expected == null ? "" : expected);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
