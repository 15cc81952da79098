package news.breve.checking;

import java.util.Optional;
import news.breve.reading.Mention;
import news.breve.reading.Value;
import org.jspecify.annotations.Nullable;

/**
 * A value that a claim states, with what the article has for it.
 *
 * @param claim the claim
 * @param mention the value and where it stands in the claim
 * @param agreement how it stands to the cited value that is nearest to it
 * @param nearest that value in the words of the article, null if there is none of its kind
 * @param elsewhere the sentence that has it though the claim doesn't cite it, null if none has
 */
record ClaimedValue(
    Claim claim,
    Mention mention,
    Agreement agreement,
    @Nullable String nearest,
    @Nullable Integer elsewhere) {
  Value value() {
    return mention.value();
  }

  /** Returns the value in the claim's words. */
  String words() {
    return mention.in(claim.text());
  }

  Optional<Integer> passageElsewhere() {
    return Optional.ofNullable(elsewhere);
  }

  /** Returns if neither the cited sentences nor any other has the value. */
  boolean isNowhere() {
    return agreement == Agreement.NONE && elsewhere == null;
  }
}
