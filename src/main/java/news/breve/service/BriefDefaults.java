package news.breve.service;

import news.breve.article.OnModelFailure;
import news.breve.article.Options;
import news.breve.configuration.Variables;

/**
 * What a brief is to be like where its sender did not say.
 *
 * @param sentences how many sentences, 1 to 8
 * @param onModelFailure what to answer when the model fails
 */
public record BriefDefaults(int sentences, OnModelFailure onModelFailure) {
  private static final int SENTENCES = 3;

  /** Reads {@code BREVE_BRIEF_SENTENCES} and {@code BREVE_MODEL_ON_FAILURE}. */
  public static BriefDefaults from(Variables variables) {
    return new BriefDefaults(
        variables.integer(
            "BREVE_BRIEF_SENTENCES", SENTENCES, Options.MIN_SENTENCES, Options.MAX_SENTENCES),
        variables.choice("BREVE_MODEL_ON_FAILURE", OnModelFailure.class, OnModelFailure.PROBLEM));
  }

  int sentences(Options options) {
    return options.sentences() == null ? sentences : options.sentences();
  }

  OnModelFailure onModelFailure(Options options) {
    return options.onModelFailure() == null ? onModelFailure : options.onModelFailure();
  }
}
