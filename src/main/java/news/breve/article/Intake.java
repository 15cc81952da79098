package news.breve.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way in: bytes of any accepted format become one canonical article. */
public final class Intake {
  /** The largest article, in bytes of UTF-8 once decoded, whatever encoding it came in: 256 KiB. */
  public static final int MAX_BYTES = 256 * 1024;

  /**
   * Changes whenever the same input may become another canonical article; part of every brief's id.
   */
  public static final String VERSION = "intake-2";

  /** A longer sentence, in code points, is no prose: a table, a key, a page without its stops. */
  private static final int LONGEST_SENTENCE = 5_000;

  /** A sentence of more words is no prose either, and the checks compare words with words. */
  private static final int MOST_WORDS = 1_000;

  /** A longer title, in code points, is no title, and every call of a model would carry it. */
  private static final int LONGEST_TITLE = 1_000;

  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?:!doctype|!--|\\?xml|[a-z][a-z0-9-]{0,20}(?:[\\s/][^<>]{0,2000})?>)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON = Pattern.compile("\\{|\\[\\s{0,1000}+[\\[{\"\\]]");

  private final Decoding decoding = new Decoding();
  private final HtmlArticle html = new HtmlArticle();
  private final JsonArticle json = new JsonArticle(html);
  private final Boilerplate boilerplate = new Boilerplate();
  private final ArticleLanguage languages = new ArticleLanguage();
  private final SentenceSplitter splitter = new SentenceSplitter();

  /**
   * Returns the canonical article of a source.
   *
   * @throws ProblemException {@code too-large}, {@code invalid-json}, {@code invalid-article} or
   *     {@code unsupported-language}, with one line that names what is wrong
   */
  public Submission read(Source source) {
    String input = decoding.decode(source);
    if (input.isBlank()) {
      throw new ProblemException(Problem.INVALID_ARTICLE, "the article is empty");
    }
    Manuscript manuscript =
        boilerplate.mark(
            switch (type(source, input)) {
              case HTML -> html.read(input, null);
              case JSON -> json.read(input);
              case PLAIN_TEXT, UNKNOWN ->
                  Manuscript.of(InputKind.PLAIN_TEXT, PastedText.blocks(input));
            });
    String text = CanonicalText.of(lines(manuscript));
    refuseWordless(text, manuscript);
    Language language = languages.of(text, declared(source, manuscript));
    List<Sentence> sentences = splitter.split(text, language);
    refuseEndless(sentences, text);
    Article article =
        Article.of(
            language,
            title(manuscript.title()),
            manuscript.publishedAt(),
            text,
            sentences,
            removed(manuscript));
    return new Submission(article, manuscript.kind(), manuscript.options());
  }

  private static void refuseEndless(List<Sentence> sentences, String text) {
    int at = 0;
    int codePoints = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      int start = text.offsetByCodePoints(at, sentence.start() - codePoints);
      at = text.offsetByCodePoints(start, sentence.end() - sentence.start());
      codePoints = sentence.end();
      int length = sentence.end() - sentence.start();
      if (length > LONGEST_SENTENCE) {
        throw new ProblemException(
            Problem.INVALID_ARTICLE,
            "sentence %d of the article has %d characters and no end; the longest taken is %d"
                .formatted(i + 1, length, LONGEST_SENTENCE));
      }
      int words = 1;
      for (int space = text.indexOf(' ', start);
          space >= 0 && space < at;
          space = text.indexOf(' ', space + 1)) {
        words++;
      }
      if (words > MOST_WORDS) {
        throw new ProblemException(
            Problem.INVALID_ARTICLE,
            "sentence %d of the article has %d words and no end; the most taken are %d"
                .formatted(i + 1, words, MOST_WORDS));
      }
    }
  }

  static ProblemException tooLarge() {
    return new ProblemException(
        Problem.TOO_LARGE, "the article is larger than " + MAX_BYTES / 1024 + " KiB");
  }

  private static Source.Type type(Source source, String input) {
    if (source.type() != Source.Type.UNKNOWN) {
      return source.type();
    }
    String start = input.stripLeading();
    if (JSON.matcher(start).lookingAt()) {
      return Source.Type.JSON;
    }
    return MARKUP.matcher(start).lookingAt() ? Source.Type.HTML : Source.Type.PLAIN_TEXT;
  }

  private static List<String> lines(Manuscript manuscript) {
    return manuscript.blocks().stream().filter(Block::isStory).map(Block::text).toList();
  }

  private static List<Removed> removed(Manuscript manuscript) {
    List<Removed> removed = new ArrayList<>();
    for (Block block : manuscript.blocks()) {
      RemovalReason reason = block.removed();
      if (reason != null) {
        removed.add(new Removed(reason.slug(), block.text()));
      }
    }
    return removed;
  }

  private static void refuseWordless(String text, Manuscript manuscript) {
    if (text.codePoints().anyMatch(Character::isLetter)) {
      return;
    }
    boolean hadWords =
        manuscript.blocks().stream()
            .anyMatch(block -> block.text().codePoints().anyMatch(Character::isLetter));
    throw new ProblemException(
        Problem.INVALID_ARTICLE,
        hadWords
            ? "the article has no story: everything in it was left out as something else"
            : manuscript.blocks().isEmpty()
                ? "the article is empty"
                : "the article holds no words");
  }

  private static @Nullable DeclaredLanguage declared(Source source, Manuscript manuscript) {
    String asked = source.language();
    return asked == null ? manuscript.language() : DeclaredLanguage.byCaller(asked);
  }

  private static @Nullable String title(@Nullable String title) {
    String line = title == null ? "" : CanonicalText.line(title);
    int length = line.codePointCount(0, line.length());
    if (length > LONGEST_TITLE) {
      throw new ProblemException(
          Problem.INVALID_ARTICLE,
          "the title has %d characters; the longest taken is %d".formatted(length, LONGEST_TITLE));
    }
    return line.isEmpty() ? null : line;
  }
}
