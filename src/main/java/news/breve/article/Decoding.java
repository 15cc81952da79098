package news.breve.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text, strictly: a byte that doesn't belong is an error with its place. A U+FFFD that the
 * sender's own text holds stays: the letter was lost before it came here, and the canonical text
 * quotes what was sent.
 */
final class Decoding {
  private static final int MAX_LABEL = 40;
  private static final int LONGEST_SIGNATURE = 8;

  /** What other kinds of file begin with, so that the error can say what was sent. */
  private final Map<String, String> signatures = new HashMap<>();

  private final Map<String, String> charsets = new HashMap<>();

  Decoding() {
    Table.read(Decoding.class, "file-signatures.tsv", 2)
        .forEach(row -> signatures.put(row.getFirst(), row.getLast()));
    Table.read(Decoding.class, "charset-labels.tsv", 2)
        .forEach(row -> charsets.put(row.getFirst(), row.getLast()));
  }

  /**
   * Returns the text of a source without its byte order mark.
   *
   * @throws ProblemException {@code too-large}, or {@code invalid-article} if it is empty, not text
   *     or not in the character encoding it is said to be in
   */
  String decode(Source source) {
    byte[] bytes = source.bytes();
    if (bytes.length == 0) {
      throw invalid("the article is empty");
    }
    // UTF-16 takes twice the bytes of UTF-8 at most; the exact limit is measured once decoded.
    if (bytes.length > 2 * Intake.MAX_BYTES + 2) {
      throw Intake.tooLarge();
    }
    refuseOtherFiles(bytes);
    ByteOrderMark mark = ByteOrderMark.of(bytes);
    String text = decode(bytes, mark, charset(source, mark));
    if (text.indexOf('\0') >= 0) {
      throw invalid("the article is not text: it holds NUL characters" + utf16Hint(mark));
    }
    if (utf8Length(text) > Intake.MAX_BYTES) {
      throw Intake.tooLarge();
    }
    return text;
  }

  private void refuseOtherFiles(byte[] bytes) {
    for (int length = 2; length <= Math.min(LONGEST_SIGNATURE, bytes.length); length++) {
      String name = signatures.get(hexOf(bytes, length));
      if (name != null) {
        throw invalid("the article is not text: it is " + name);
      }
    }
  }

  private static String hexOf(byte[] bytes, int length) {
    return HexFormat.of().withUpperCase().formatHex(bytes, 0, length);
  }

  private Charset charset(Source source, ByteOrderMark mark) {
    if (mark != ByteOrderMark.NONE) {
      return mark.charset;
    }
    String declared = source.charset();
    if (declared == null && (source.type() == Source.Type.HTML || looksLikeMarkup(source))) {
      declared = MetaCharset.of(source.bytes()).orElse(null);
    }
    if (declared == null) {
      return StandardCharsets.UTF_8;
    }
    Charset charset = named(declared);
    // Text that is valid UTF-8 beyond ASCII is never by chance windows-1252: the label is a default
    // nobody changed, and believing it would turn every é into Ã©.
    return isSingleByte(charset) && isUtf8BeyondAscii(source.bytes())
        ? StandardCharsets.UTF_8
        : charset;
  }

  private static boolean looksLikeMarkup(Source source) {
    if (source.type() != Source.Type.UNKNOWN) {
      return false;
    }
    for (byte b : source.bytes()) {
      if (b > ' ' || b < 0) {
        return b == '<';
      }
    }
    return false;
  }

  private Charset named(String label) {
    String folded = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(charsets.getOrDefault(folded, folded));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw invalid("the article is said to be in " + printable(label) + ", an unknown charset");
    }
  }

  private static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
  }

  private static boolean isUtf8BeyondAscii(byte[] bytes) {
    boolean beyond = false;
    for (byte b : bytes) {
      beyond |= b < 0;
    }
    if (!beyond) {
      return false;
    }
    CharBuffer out = CharBuffer.allocate(bytes.length);
    return !strict(StandardCharsets.UTF_8).decode(ByteBuffer.wrap(bytes), out, true).isError();
  }

  private static String decode(byte[] bytes, ByteOrderMark mark, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
    CharsetDecoder decoder = strict(charset);
    CharBuffer out = CharBuffer.allocate((int) (in.remaining() * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    out.flip();
    if (result.isError()) {
      int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
      if (out.chars().anyMatch(c -> c == 0)) {
        throw invalid("the article is not text: it holds NUL characters" + utf16Hint(mark));
      }
      throw invalid(
          String.format(
              Locale.ROOT,
              "the article is not %s: wrong byte 0x%02X at offset %d, line %d",
              charset.name(),
              bytes[in.position()],
              in.position(),
              line));
    }
    return out.toString();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static String utf16Hint(ByteOrderMark mark) {
    return mark == ByteOrderMark.NONE
        ? " (UTF-16 needs a byte order mark or a declared charset)"
        : "";
  }

  private static long utf8Length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A surrogate is half of a character of four bytes.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  /** Returns a label as it can be shown in an error. */
  static String printable(String label) {
    StringBuilder shown = new StringBuilder("\"");
    label
        .chars()
        .limit(MAX_LABEL)
        .map(c -> c > ' ' && c < 0x7F && c != '"' ? c : '?')
        .forEach(c -> shown.append((char) c));
    return shown.append('"').toString();
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Problem.INVALID_ARTICLE, detail);
  }

  private enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, "EFBBBF"),
    UTF_16BE(StandardCharsets.UTF_16BE, "FEFF"),
    UTF_16LE(StandardCharsets.UTF_16LE, "FFFE"),
    NONE(StandardCharsets.UTF_8, "");

    final Charset charset;
    final int length;
    private final String hex;

    ByteOrderMark(Charset charset, String hex) {
      this.charset = charset;
      this.hex = hex;
      this.length = hex.length() / 2;
    }

    static ByteOrderMark of(byte[] input) {
      for (ByteOrderMark mark : values()) {
        if (mark.begins(input)) {
          return mark;
        }
      }
      return NONE;
    }

    private boolean begins(byte[] input) {
      return input.length >= length && hexOf(input, length).equals(hex);
    }
  }

  /**
   * The charset an HTML page declares in its first 1024 bytes, as the HTML standard looks for it.
   */
  private static final class MetaCharset {
    private static final int PRESCAN = 1024;

    private MetaCharset() {}

    static Optional<String> of(byte[] bytes) {
      String head =
          new String(bytes, 0, Math.min(PRESCAN, bytes.length), StandardCharsets.ISO_8859_1)
              .toLowerCase(Locale.ROOT);
      for (int tag = head.indexOf("<meta"); tag >= 0; tag = head.indexOf("<meta", tag + 1)) {
        int end = head.indexOf('>', tag);
        int at = head.indexOf("charset", tag);
        if (at >= 0 && end >= 0 && at < end) {
          String label = value(head.substring(at + "charset".length(), end));
          if (label != null) {
            // The declaration was read as ASCII, so it can't be UTF-16 that it stands in.
            return Optional.of(label.startsWith("utf-16") ? "utf-8" : label);
          }
        }
      }
      return Optional.empty();
    }

    private static @Nullable String value(String rest) {
      String value = rest.strip();
      if (!value.startsWith("=")) {
        return null;
      }
      value = value.substring(1).strip();
      int from = 0;
      while (from < value.length() && (value.charAt(from) == '"' || value.charAt(from) == '\'')) {
        from++;
      }
      int to = from;
      while (to < value.length() && "\"';/ \t\r\n".indexOf(value.charAt(to)) < 0) {
        to++;
      }
      return to == from ? null : value.substring(from, to);
    }
  }
}
