package news.breve.http;

/**
 * The answer 202: another call is writing this brief.
 *
 * @param id under which the brief will be found
 * @param status always {@code writing}
 */
record BeingWritten(String id, String status) {}
