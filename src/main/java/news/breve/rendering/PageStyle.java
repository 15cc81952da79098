package news.breve.rendering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style of a file that stands alone, and the policy that lets it and nothing else in.
 *
 * @param css without what ends a style element
 */
record PageStyle(String css) {
  static PageStyle ofFile() {
    return new PageStyle(PageAsset.STYLE.text());
  }

  /** Returns the Content-Security-Policy of a file with this style. */
  String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + digest()
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private String digest() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
