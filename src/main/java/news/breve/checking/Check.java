package news.breve.checking;

import java.util.List;
import news.breve.brief.Finding;

/** One rule of proof. Checks need no network and no model. */
interface Check {
  /** Returns its name in the contract, such as {@code quote}. */
  String name();

  /** Returns what is wrong or doubtful in the draft, in the draft's order; empty if nothing is. */
  List<Finding> check(Case all);

  /**
   * Returns what the two languages of an item don't both say of this check's matter, whether or not
   * either is true; {@link ParityCheck} makes findings of it. Empty if they agree.
   */
  default List<Difference> compare(Claim french, Claim english) {
    return List.of();
  }
}
