package news.breve.reading;

/**
 * Words between quotation marks; an inner quotation is part of the outer one.
 *
 * @param words what stands between the marks
 * @param start UTF-16 offset of the opening mark
 * @param end UTF-16 offset after the closing mark
 */
public record Quotation(String words, int start, int end) {}
