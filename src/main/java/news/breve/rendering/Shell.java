package news.breve.rendering;

import org.jspecify.annotations.Nullable;

/**
 * What is around the content of a page.
 *
 * @param words in the reader's language
 * @param title of the document
 * @param self the page's own path, which the switch of languages leads to
 * @param file the style of a file that stands alone, null of a page that is served
 * @param data what the page's script works with, escaped; null where there is no script
 * @param refresh in how many seconds the page looks again, null if it doesn't
 */
record Shell(
    Wording words,
    String title,
    String self,
    @Nullable PageStyle file,
    @Nullable String data,
    @Nullable Integer refresh) {
  String language() {
    return words.language().code();
  }

  boolean isFile() {
    return file != null;
  }

  String policy() {
    return file == null ? "" : file.policy();
  }

  /** The element whole: a space more, and its digest in the policy is another. */
  String styleElement() {
    return file == null ? "" : "<style>" + file.css() + "</style>";
  }

  String styleUrl() {
    return PageAsset.STYLE.url();
  }

  String scriptUrl() {
    return PageAsset.SCRIPT.url();
  }
}
