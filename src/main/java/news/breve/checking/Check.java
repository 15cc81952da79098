package news.breve.checking;

import java.util.List;
import news.breve.article.Article;
import news.breve.brief.Draft;
import news.breve.brief.Finding;

/** One rule of proof. Checks need no network and no model. */
public interface Check {
  /** Returns its name in the contract, such as {@code quote}. */
  String name();

  /** Returns what is wrong or doubtful in the draft, in the draft's order; empty if nothing is. */
  List<Finding> check(Draft draft, Article article);
}
