package news.breve.brief;

import java.math.BigDecimal;
import java.util.List;
import news.breve.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * What Brève returns: a brief that carries its own proof.
 *
 * @param id {@code b1-} and the base64url SHA-256 of everything that can change the brief
 * @param status how far it is proven
 * @param schemaVersion version of this shape
 * @param article what it was written from
 * @param headline its headline
 * @param sentences in reading order
 * @param keyFacts may be empty
 * @param checks what was checked and what came of it
 * @param ai disclosure of the model that wrote it
 * @param usage what writing it cost; the same on a hit
 * @param cache whether this answer cost nothing
 */
public record Brief(
    String id,
    Status status,
    int schemaVersion,
    Article article,
    BriefSentence headline,
    List<BriefSentence> sentences,
    List<KeyFact> keyFacts,
    Checks checks,
    Ai ai,
    Usage usage,
    Cache cache) {
  /** The version of the JSON shape, part of every id. */
  public static final int SCHEMA_VERSION = 1;

  public Brief {
    sentences = List.copyOf(sentences);
    keyFacts = List.copyOf(keyFacts);
  }

  /** Returns what was written: the words, and the numbers of the sentences they cite. */
  public Draft draft() {
    return new Draft(
        item(headline.fr(), headline.en(), headline.evidence()),
        sentences.stream()
            .map(sentence -> item(sentence.fr(), sentence.en(), sentence.evidence()))
            .toList(),
        keyFacts.stream()
            .map(fact ->
                new Draft.Fact(
                    fact.type(), item(fact.fr(), fact.en(), fact.evidence()), fact.attribution()))
            .toList());
  }

  private static Draft.Item item(
      @Nullable String fr, @Nullable String en, List<Evidence> evidence) {
    return new Draft.Item(fr, en, evidence.stream().map(Evidence::sentence).toList());
  }

  /** Returns this brief as an answer that cost nothing, or did. */
  public Brief withCacheHit(boolean hit) {
    return new Brief(
        id,
        status,
        schemaVersion,
        article,
        headline,
        sentences,
        keyFacts,
        checks,
        ai,
        usage,
        new Cache(hit));
  }

  /**
   * What was checked and what came of it.
   *
   * @param run names of the checks that ran
   * @param findings what remains to be looked at; empty if verified
   * @param dropped what was not supported and is not shown
   * @param repaired whether the model was called a second time
   * @param reason why no model wrote the brief, null if one did
   */
  public record Checks(
      List<String> run,
      List<Finding> findings,
      List<Dropped> dropped,
      boolean repaired,
      @Nullable String reason) {
    public Checks {
      run = List.copyOf(run);
      findings = List.copyOf(findings);
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * A statement that was dropped.
   *
   * @param sentence its words, each capped, and the evidence it had
   * @param findings why; their paths point into the draft
   */
  public record Dropped(BriefSentence sentence, List<Finding> findings) {
    public Dropped {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Disclosure (EU AI Act, article 50; IPTC digital source type).
   *
   * @param generated whether a model wrote the brief
   * @param digitalSourceType IPTC NewsCodes URI, null if no model wrote it
   * @param provider null if no model wrote it
   * @param model null if no model wrote it
   * @param promptVersion version of the prompt, null if no model wrote it
   * @param generatedAt ISO 8601 instant
   */
  public record Ai(
      boolean generated,
      @Nullable String digitalSourceType,
      @Nullable String provider,
      @Nullable String model,
      @Nullable String promptVersion,
      String generatedAt) {
    /** IPTC's term for text that a trained model wrote. */
    public static final String TRAINED_ALGORITHMIC_MEDIA =
        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
  }

  /**
   * What the model cost.
   *
   * @param calls model calls made
   * @param inputTokens as the provider counted them
   * @param outputTokens as the provider counted them
   * @param estimatedCost in the currency of the configured prices; null unless prices are
   *     configured
   */
  public record Usage(
      int calls, long inputTokens, long outputTokens, @Nullable BigDecimal estimatedCost) {
    /** No model was called. */
    public static final Usage NONE = new Usage(0, 0, 0, null);

    /** Returns what this and another cost together; the sum of costs is known only if both are. */
    public Usage plus(Usage other) {
      BigDecimal cost =
          estimatedCost == null || other.estimatedCost == null
              ? null
              : estimatedCost.add(other.estimatedCost);
      return new Usage(
          calls + other.calls,
          inputTokens + other.inputTokens,
          outputTokens + other.outputTokens,
          cost);
    }
  }

  /**
   * Whether the answer cost anything.
   *
   * @param hit whether the answer came from the cache
   */
  public record Cache(boolean hit) {}
}
