package news.breve.rendering;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import news.breve.article.Sha256;

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
    byte[] digest = Sha256.digest().digest(css.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }
}
