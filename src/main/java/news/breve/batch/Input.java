package news.breve.batch;

import news.breve.article.Sha256;

/**
 * One input of a run: a file, or a line of a file.
 *
 * @param item what it is
 * @param sha256 the digest of its bytes, lower-case hex
 */
record Input(BatchItem item, String sha256) {
  static Input of(BatchItem item, byte[] bytes) {
    return new Input(item, Sha256.hex(bytes));
  }
}
