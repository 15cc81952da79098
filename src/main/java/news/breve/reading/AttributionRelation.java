package news.breve.reading;

import java.util.List;

/**
 * Who says what in a statement: a source, the words of saying and what is said, as the corpora of
 * attribution (PDTB, PARC) call them source, cue and content.
 *
 * @param kind what the words of saying make of the content
 * @param source who says it
 * @param cue the words of saying, without auxiliaries
 * @param clausal whether it can only be a report of what was said, by its form or its verb; not
 *     "she blames the prefect", which other words may say
 * @param content the stretches that the source answers for, in order
 */
public record AttributionRelation(
    Kind kind, Source source, Span cue, boolean clausal, List<Span> content) {
  /** What words of saying make of their content. */
  public enum Kind {
    /** It may not be so: say, deny, accuse, estimate, according to. */
    CLAIM,
    /** Saying makes it so, if the one who says it decides it: announce. */
    ANNOUNCEMENT,
    /** The act is the news: promise, refuse, ask. */
    ACT,
    /** Research shows it: find, establish. */
    FINDING,
    /** Nobody answers for it: reportedly, is said to, présumé, « aurait fui ». */
    HEARSAY
  }

  /** How a source is named. */
  public enum Form {
    /** By words: a name, an office, a body. */
    NAMED,
    /** By a pronoun, or left out because it was named before. */
    PRONOUN,
    /** Not at all. */
    NONE
  }

  /**
   * A stretch of a statement.
   *
   * @param start UTF-16 offset
   * @param end UTF-16 offset after it
   */
  public record Span(int start, int end) {
    static final Span EMPTY = new Span(0, 0);

    /** Returns if a place lies in it. */
    public boolean covers(int offset) {
      return start <= offset && offset < end;
    }

    /** Returns the words that stand there. */
    public String in(String text) {
      return text.substring(start, end);
    }
  }

  /**
   * Who says it.
   *
   * @param form how it is named
   * @param span the words that name it, with what is put to the name; empty if there are none
   */
  public record Source(Form form, Span span) {
    static final Source NONE = new Source(Form.NONE, Span.EMPTY);
    static final Source PRONOUN = new Source(Form.PRONOUN, Span.EMPTY);

    static Source named(Span span) {
      return new Source(Form.NAMED, span);
    }

    public boolean isNamed() {
      return form == Form.NAMED;
    }
  }

  public AttributionRelation {
    content = List.copyOf(content);
  }

  /** Returns if a place is part of what is said. */
  public boolean covers(int offset) {
    for (Span span : content) {
      if (span.covers(offset)) {
        return true;
      }
    }
    return false;
  }

  /** Returns if somebody says it whose words it takes to be true. */
  public boolean isClaim() {
    return kind == Kind.CLAIM && source.form() != Form.NONE;
  }

  /** Returns if what is said follows a verb: "he said that …"; not "according to him, …". */
  public boolean followsVerb() {
    boolean follows = !content.isEmpty() && content.getFirst().start() >= cue.end();
    return follows && !(source.isNamed() && source.span().start() >= cue.end());
  }
}
