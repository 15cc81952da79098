package news.breve.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brief as the page shows it, in one language of its own words. Items have a number, from 0: the
 * headline, the sentences, then the facts; the style sheet lights passage and item by it.
 *
 * @param id of the brief
 * @param status {@code verified}, {@code review} or {@code extractive}
 * @param tally what there is of each, in a few words each
 * @param lookAt the items with findings
 * @param cost what writing it cost, in a few words each
 * @param reason why no model wrote it, null if one did
 * @param reasonDetail what is told of it in its own words, null if nothing more
 * @param disclosure who wrote it
 * @param items headline and sentences
 * @param languages the languages it is in
 * @param facts the key facts
 * @param dropped what was not proven
 * @param article what it rests on
 */
record BriefView(
    String id,
    String status,
    List<String> tally,
    List<Place> lookAt,
    List<String> cost,
    @Nullable String reason,
    @Nullable String reasonDetail,
    Disclosure disclosure,
    List<Item> items,
    List<String> languages,
    List<Fact> facts,
    List<Dropped> dropped,
    ArticleView article) {
  /** An item that something was found on. */
  record Place(int number, String label) {}

  /**
   * Who wrote the brief.
   *
   * @param generated whether a model did
   * @param text for people
   * @param edited for people, once a person has changed something; null if no model wrote it
   * @param json for machines: schema.org JSON-LD, escaped to stand in a script element
   */
  record Disclosure(boolean generated, String text, @Nullable String edited, String json) {}

  /**
   * A headline or a sentence.
   *
   * @param number from 0, through items and facts
   * @param path JSON pointer
   * @param label its name
   * @param sides its words, French first
   * @param cited numbers of the passages, in order
   * @param findings on the item as a whole
   */
  record Item(
      int number,
      String path,
      String label,
      boolean headline,
      List<Side> sides,
      List<Integer> cited,
      List<FindingView> findings) {}

  /**
   * One language of an item.
   *
   * @param language {@code fr} or {@code en}
   * @param path JSON pointer to the words
   * @param findings on these words
   */
  record Side(String language, String path, List<Segment> segments, List<FindingView> findings) {}

  /**
   * A key fact.
   *
   * @param number from 0, through items and facts
   * @param type of the contract
   * @param label the type in the reader's language
   * @param sides its words, French first; a missing language has no segments
   * @param read the value as code read it, null if none
   * @param sources whom the article names, by language; empty where it states the fact itself
   * @param passages what it rests on
   * @param findings on the fact, not on one of its languages
   */
  record Fact(
      int number,
      String path,
      String type,
      String label,
      List<Side> sides,
      @Nullable String read,
      List<Source> sources,
      List<Quoted> passages,
      List<FindingView> findings) {}

  /** Whom the article names as the source, in one language. */
  record Source(String language, String text) {}

  /** A passage, or the part of it around what was matched. */
  record Quoted(int sentence, List<Segment> segments) {}

  /**
   * A finding, for a person.
   *
   * @param severity {@code error} or {@code warning}
   * @param head how much it weighs, and which check found it
   * @param message what is found, in the reader's language
   * @param compared what stands where and what should, each with its label
   * @param passage the number of the passage to look at, null if none
   */
  record FindingView(
      String severity,
      String head,
      String message,
      List<Compared> compared,
      @Nullable Integer passage) {}

  /** Words of a finding, and what they are. */
  record Compared(String label, String text) {}

  /** A statement that was dropped, by language, and why. */
  record Dropped(List<Source> words, List<FindingView> findings) {}

  /**
   * The article.
   *
   * @param language {@code fr} or {@code en}
   * @param title null if none was given
   * @param published null if unknown
   * @param paragraphs its sentences
   */
  record ArticleView(
      String language,
      @Nullable String title,
      @Nullable String published,
      List<List<Passage>> paragraphs,
      List<RemovedView> removed) {}

  /**
   * A sentence of the article.
   *
   * @param number from 1
   * @param items numbers of the items that rest on it
   */
  record Passage(int number, List<Integer> items, List<Segment> segments) {
    /** Returns the classes that light it with its items. */
    String classes() {
      StringBuilder classes = new StringBuilder(items.isEmpty() ? "s" : "s cited");
      items.forEach(item -> classes.append(" by").append(item));
      return classes.toString();
    }
  }

  /** A piece that was left out, and why in the reader's language. */
  record RemovedView(String reason, String text) {}
}
