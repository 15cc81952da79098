package news.breve.caching;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import news.breve.article.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Digests everything that can change a brief into its id: {@code b1-} and the base64url SHA-256 of
 * the fields in the order they are added. Each field is preceded by its length in UTF-8 bytes, four
 * bytes big-endian, or by −1 for none, so that no two sequences of fields run together.
 */
public final class BriefKey {
  private static final String PREFIX = "b1-";
  private static final Pattern ID = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final int ABSENT = -1;

  private final MessageDigest digest = Sha256.digest();

  /** Adds a field; null is not the same as the empty string. */
  public BriefKey add(@Nullable String field) {
    if (field == null) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).flip());
    } else {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return this;
  }

  /** Adds a whole number. */
  public BriefKey add(int field) {
    return add(Integer.toString(field));
  }

  /** Returns the id and starts over. */
  public String id() {
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  /** Returns if a string has the form of an id, and so may name a file. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  static String requireId(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException("not the id of a brief");
    }
    return id;
  }
}
