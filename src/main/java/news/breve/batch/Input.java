package news.breve.batch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One input of a run: a file, or a line of a file.
 *
 * @param item what it is
 * @param sha256 the digest of its bytes, lower-case hex
 */
record Input(BatchItem item, String sha256) {
  static Input of(BatchItem item, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Input(item, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
