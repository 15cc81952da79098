package news.breve.http;

import java.util.List;
import news.breve.article.Article;
import news.breve.brief.Finding;
import news.breve.brief.Verdict;

/**
 * What came of checking a draft.
 *
 * @param status what the findings say as a whole
 * @param findings their paths point into the draft
 * @param article the canonical article it was checked against
 */
record Checked(Verdict status, List<Finding> findings, Article article) {
  Checked {
    findings = List.copyOf(findings);
  }
}
