package news.breve.reading;

/**
 * Words that say how sure something is.
 *
 * @param certainty how sure
 * @param text the words
 * @param clause the number of their clause in the statement
 * @param governing whether they bear on an act that the reader found
 */
public record Hedge(Certainty certainty, String text, int clause, boolean governing) {}
