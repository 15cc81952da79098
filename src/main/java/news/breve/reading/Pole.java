package news.breve.reading;

import java.util.BitSet;

/** A word that stands at an end of one scale or several, such as rise and fall. */
public final class Pole {
  private final String text;
  private final int word;
  private final boolean denied;
  private final int start;
  private final int end;

  /** The scales of whose upper end it is, and of whose lower. */
  private final BitSet upper;

  private final BitSet lower;

  private final Sides sides;

  /**
   * The scales whose two ends may both be true.
   *
   * @param converse once the parts are exchanged: before, after
   * @param party of people of either side, who may both have a part: buyer, seller
   * @param loose of one event told from two sides, or at two times: arrive, leave; pay, receive
   */
  record Sides(BitSet converse, BitSet party, BitSet loose) {}

  Pole(
      String text,
      int word,
      boolean denied,
      int start,
      int end,
      BitSet upper,
      BitSet lower,
      Sides sides) {
    this.text = text;
    this.word = word;
    this.denied = denied;
    this.start = start;
    this.end = end;
    this.upper = upper;
    this.lower = lower;
    this.sides = sides;
  }

  /** Returns the word or phrase. */
  public String text() {
    return text;
  }

  /** Returns the number of its last word among {@link Statement#words()}; −1 if it is none. */
  public int word() {
    return word;
  }

  /** Returns whether it is denied: "did not rise". */
  public boolean denied() {
    return denied;
  }

  /** Returns its UTF-16 offset in the statement. */
  public int start() {
    return start;
  }

  /** Returns the UTF-16 offset after it. */
  public int end() {
    return end;
  }

  /** Returns if two words stand at the same end of a scale, denied or not. */
  public boolean sharesEnd(Pole other) {
    return upper.intersects(other.upper) || lower.intersects(other.lower);
  }

  /** Returns if two words may point the same way: "not open" and "closed" do. */
  public boolean agreesWith(Pole other) {
    return denied == other.denied
        ? upper.intersects(other.upper) || lower.intersects(other.lower)
        : upper.intersects(other.lower) || lower.intersects(other.upper);
  }

  /**
   * Returns if two words point in opposite ways, and in no meaning the same. A word and its own
   * denial don't: that is for negation to tell. Nor do words of which both may be said of one
   * event: some leave, the others stay.
   */
  public boolean opposes(Pole other) {
    return denied == other.denied
        && !upper.intersects(other.upper)
        && !lower.intersects(other.lower)
        && !isOnlyOn(sides.loose(), other);
  }

  /**
   * Returns if two opposites are such on scales alone whose ends hold both once the parts are
   * exchanged: A before B, B after A.
   */
  public boolean isConverseOf(Pole other) {
    return isOnlyOn(sides.converse(), other);
  }

  /** Returns if two opposites are such as people are, who may both have a part: buyer, seller. */
  public boolean isOtherPartyOf(Pole other) {
    return isOnlyOn(sides.party(), other);
  }

  private boolean isOnlyOn(BitSet kind, Pole other) {
    BitSet scales = (BitSet) upper.clone();
    scales.and(other.lower);
    BitSet others = (BitSet) lower.clone();
    others.and(other.upper);
    scales.or(others);
    scales.andNot(kind);
    return scales.isEmpty();
  }
}
