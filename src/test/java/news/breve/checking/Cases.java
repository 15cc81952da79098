package news.breve.checking;

import java.util.List;
import java.util.stream.IntStream;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Source;
import news.breve.brief.Draft;
import news.breve.brief.Finding;

/** Makes small cases for the tests of checks. */
final class Cases {
  private static final String FRENCH_PADDING =
      " Le reste de la dépêche ne parle que de la vie du village et de ses habitants.";
  private static final String ENGLISH_PADDING =
      " The rest of the report is only about the life of the village and of those who live there.";

  private Cases() {}

  /** Returns an article of these sentences and one more, whose language can't be mistaken. */
  static Article article(String language, String... sentences) {
    String padding = language.equals("fr") ? FRENCH_PADDING : ENGLISH_PADDING;
    byte[] text =
        (String.join(" ", sentences) + padding).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Intake().read(new Source(text, Source.Type.PLAIN_TEXT, null, language)).article();
  }

  /** Returns what a check finds in a draft whose only sentence cites all but the padding. */
  static List<Finding> findings(Check check, Article article, String claimed, String words) {
    List<Integer> evidence = IntStream.range(1, article.sentences().size()).boxed().toList();
    Draft.Item item =
        claimed.equals("fr")
            ? new Draft.Item(words, null, evidence)
            : new Draft.Item(null, words, evidence);
    return findings(check, new Draft(item, List.of(), List.of()), article);
  }

  /** Returns what a check finds in a draft, and what it finds between its languages. */
  static List<Finding> findings(Check check, Draft draft, Article article) {
    Case all = new Case(draft, article);
    List<Finding> found = new java.util.ArrayList<>(check.check(all));
    found.addAll(new ParityCheck(List.of(check)).check(all, found));
    return found;
  }
}
