package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.breve.RequiresTool;
import news.breve.article.Json;
import news.breve.brief.BriefReader;
import news.breve.checking.Matching;
import news.breve.rendering.HtmlRenderer;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in Chromium: what an editor does with it, in both languages. */
@RequiresTool(value = "chromedriver", get = ".ci/tools browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
final class PageIT {
  private static final Path SAMPLES = Path.of("bench/falsify/tuning");
  private static final String FRENCH = "fr-CA,fr";
  private static final String ENGLISH = "en-GB,en";

  /** Three sentences of our own, with all that is matched. */
  private static final String ARTICLE =
      "Le port de Sorrelle ferme deux quais\n\n"
          + "La mairesse Odile Ferrandon a annoncé lundi la fermeture de deux quais du port de"
          + " Sorrelle. Les travaux coûteront 4,6 millions d'euros et dureront jusqu'au 12 mai"
          + " 2027. « Nous n'avions plus le choix », a dit Odile Ferrandon.\n";

  private static final String DRAFT =
      """
      {"headline":{"fr":"Sorrelle ferme deux quais de son port","en":"Sorrelle closes two quays of its port","evidence":[2]},
       "sentences":[
         {"fr":"Les travaux coûteront 4,6 millions d'euros et dureront jusqu'au 12 mai 2027.","en":"The works will cost €4.6 million and last until May 12, 2027.","evidence":[3]},
         {"fr":"« Nous n'avions plus le choix », a dit Odile Ferrandon.","en":"“We no longer had a choice,” Odile Ferrandon said.","evidence":[4]}],
       "keyFacts":[
         {"type":"money","fr":"4,6 millions d'euros","en":"€4.6 million","evidence":[3],"attribution":{"fr":"","en":""}}]}
      """;

  private final FakeModel model = new FakeModel();
  private BreveServer server;
  private BreveServer withoutModel;
  private Browser french;
  private Browser english;
  private int articles;

  @BeforeAll
  void open() {
    server =
        BreveServer.start(
            model.environment("BREVE_MODEL_TIMEOUT", "20s"), "127.0.0.1", 0, line -> {});
    withoutModel = BreveServer.start(Map.of("BREVE_CACHE", "memory"), "127.0.0.1", 0, line -> {});
    french = new Browser(FRENCH);
    english = new Browser(ENGLISH);
  }

  @AfterAll
  void close() {
    french.close();
    english.close();
    server.close();
    withoutModel.close();
    model.close();
  }

  @BeforeEach
  void start() {
    model.answer(200, MisbehavingServer.completionBody(DRAFT, "stop"), Map.of());
    for (Browser browser : List.of(french, english)) {
      browser.scripts(true);
      browser.size(1440);
      browser.colours("light");
      browser.complaints();
      browser.requests();
    }
  }

  @AfterEach
  void assertQuiet() {
    for (Browser browser : List.of(french, english)) {
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests())
          .allMatch(url ->
              url.startsWith(server.url() + "/")
                  || url.startsWith(withoutModel.url() + "/")
                  || url.startsWith("data:")
                  || url.startsWith("file:"));
    }
  }

  /** Returns an article that was not sent before. */
  private String newArticle() {
    return ARTICLE + "C'est le contrat " + ++articles + " de la Ville.\n";
  }

  /** Pastes an article, sends it and waits for its brief. */
  private void write(Browser browser, BreveServer of, String article) {
    browser.open(of.url() + "/");
    browser.paste("#text", article);
    browser.one("button[type=submit]").click();
    browser.awaitElement(".brief");
  }

  /** Returns what stands in the box of the form. */
  private static String box(Browser browser) {
    return String.valueOf(browser.run("return document.querySelector('#text').value"));
  }

  // Pasting.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "03-brasserie-wallonne", "17-fusion-fromagers", "24-cyclone-pilbara",
        "38-tulsa-pensions", "47-leeds-scaffold-sentence", "44-verglas-outaouais"
      })
  void article_pasted_isABriefWithItsProof(String sample) throws IOException {
    JsonNode draft = Json.parse(Files.readString(SAMPLES.resolve(sample + "/draft-a.json")));
    model.answer(200, MisbehavingServer.completionBody(whole(draft), "stop"), Map.of());
    write(french, server, Files.readString(SAMPLES.resolve(sample + "/article.txt")));

    assertThat(french.url()).contains("/briefs/b1-").endsWith("?lang=fr");
    assertThat(french.one("html").getDomAttribute("lang")).isEqualTo("fr");
    assertThat(french.text(".banner h2")).isIn("Vérifiée", "À relire");
    assertThat(french.text(".disclosure")).contains("rédigé par une IA (openai test-model)");
    assertThat(french.all(".texts .item")).hasSizeBetween(2, 9);
    for (WebElement item : french.all(".texts .item")) {
      assertThat(item.findElements(By.cssSelector(".words"))).hasSize(2);
      assertThat(item.findElements(By.cssSelector(".cites a"))).isNotEmpty();
    }
    assertThat(french.all(".texts mark[data-pairs]")).hasSizeGreaterThan(3);
    french.assertNoBarrier();
    french.assertFits();
    french.picture(sample);
  }

  /** The model's contract wants every field. */
  private static String whole(JsonNode draft) {
    draft
        .path("keyFacts")
        .forEach(fact -> {
          if (!fact.has("attribution")) {
            ((ObjectNode) fact).putObject("attribution").put("fr", "").put("en", "");
          }
        });
    return draft.toString();
  }

  @ParameterizedTest
  @CsvSource({"events/article-fr.txt, fr, en", "events/article-en.txt, en, fr"})
  void article_withoutAModel_isExtractsInItsOwnLanguage(String file, String own, String other)
      throws IOException {
    write(english, withoutModel, Files.readString(Path.of(file)));

    assertThat(english.text(".banner h2")).isEqualTo("Extracts");
    assertThat(english.text(".banner")).contains("No model is configured.", "No AI");
    assertThat(english.has(".texts .words[lang=" + own + "]")).isTrue();
    assertThat(english.has(".texts .words[lang=" + other + "]")).isFalse();
    assertThat(english.all(".facts tbody tr")).hasSizeGreaterThan(3);
    english.one(".removed summary").click();
    assertThat(english.text(".removed dt")).isNotEmpty();
    english.assertNoBarrier();
    english.picture("extracts-" + own);
  }

  @Test
  void article_asAFile_isReadIntoTheBox_whateverItsLetters(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("article.txt");
    Files.writeString(file, ARTICLE, Charset.forName("windows-1252"));
    french.open(server.url() + "/");
    french.one("#file").sendKeys(file.toString());
    Browser.await(() -> box(french).equals(ARTICLE));

    Path picture = folder.resolve("picture.txt");
    Files.write(picture, new byte[] {'P', 'N', 'G', 0, 1, 2});
    french.one("#file").sendKeys(picture.toString());
    french.awaitElement(".error-box");
    assertThat(french.text(".error-box")).contains("n’est pas du texte", "Déposez un fichier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void sample_isThereToSeeHowItWorks(String language) throws IOException {
    english.open(withoutModel.url() + "/");
    english.one(".samples a[href$='sample=" + language + "']").click();
    Browser.await(() -> english.url().contains("sample"));
    assertThat(box(english))
        .isEqualTo(Files.readString(Path.of("events/article-" + language + ".txt")));
    english.one("button[type=submit]").click();
    english.awaitElement(".brief");
  }

  @Test
  void article_dropped_isReadIntoTheBox() {
    english.open(server.url() + "/");
    english.run(
        """
        const files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'article.txt', {type: 'text/plain'}));
        const target = document.querySelector('.tagline');
        for (const type of ['dragover', 'drop']) {
          target.dispatchEvent(new DragEvent(type, {dataTransfer: files, bubbles: true, cancelable: true}));
        }
        """,
        ARTICLE);
    Browser.await(() -> box(english).equals(ARTICLE));
  }

  // What rests on what.

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sentence_pointedAt_lightsItsPassages_andTheReverse(boolean scripts) {
    write(french, server, newArticle());
    french.scripts(scripts);
    french.open(french.url());
    String dark = french.style("#s3", "backgroundColor");
    assertThat(french.style("#s2", "backgroundColor")).isEqualTo(dark);

    french.pointAt("#i1 .words");
    Browser.await(() -> !french.style("#s3", "backgroundColor").equals(dark));
    assertThat(french.style("#s2", "backgroundColor")).isEqualTo(dark);
    french.picture("pointed-at");
    french.pointAway();
    Browser.await(() -> french.style("#s3", "backgroundColor").equals(dark));

    String plain = french.style("#i2", "backgroundColor");
    french.pointAt("#s4");
    Browser.await(() -> !french.style("#i2", "backgroundColor").equals(plain));
    assertThat(french.style("#i1", "backgroundColor")).isEqualTo(plain);
    french.pointAway();
  }

  @Test
  void keyboard_isAllThatIsNeeded() {
    english.open(server.url() + "/");
    english.actions().sendKeys(Keys.TAB).perform();
    assertThat(focused("className")).isEqualTo("skip");
    tabTo("id", "text");
    english.actions().sendKeys(newArticle().replace("\n", " ")).perform();
    tabTo("type", "submit");
    english.actions().sendKeys(Keys.ENTER).perform();
    english.awaitElement(".brief");

    String dark = english.style(".by1", "backgroundColor");
    String passage = "return document.activeElement.closest('.texts .i1') !== null";
    for (int i = 0; i < 40 && !Boolean.TRUE.equals(english.run(passage)); i++) {
      english.actions().sendKeys(Keys.TAB).perform();
    }
    Browser.await(() -> !english.style(".by1", "backgroundColor").equals(dark));
    assertThat(english.style(":focus", "outlineStyle")).isEqualTo("solid");
  }

  private String focused(String property) {
    return String.valueOf(english.run("return document.activeElement[arguments[0]]", property));
  }

  private void tabTo(String property, String value) {
    for (int i = 0; i < 20 && !value.equals(focused(property)); i++) {
      english.actions().sendKeys(Keys.TAB).perform();
    }
    assertThat(focused(property)).isEqualTo(value);
  }

  @Test
  void marks_pointedAt_showTheirCounterparts() {
    write(english, server, newArticle());
    english.pointAt("#i1 .words[lang=en] mark.number");
    Browser.await(() -> english.all("mark.paired").size() > 1);
    assertThat(english.text(".story mark.paired")).isEqualTo("4,6 millions d'euros");
  }

  // Editing.

  @ParameterizedTest
  @CsvSource({
    "fr, 'Ce nombre n’est pas dans les phrases citées.', 1 erreur, rien à signaler, Retouchée,"
        + " Vérifiée",
    "en, 'The cited sentences don''t have this number.', 1 error, nothing found, Edited, Verified"
  })
  void number_editedWrongly_isFoundWhileTyping(
      String language,
      String message,
      String count,
      String nothing,
      String edited,
      String verified) {
    Browser browser = language.equals("fr") ? french : english;
    write(browser, server, newArticle());
    browser.complaints();
    String written = browser.text(".disclosure");
    String words = "#i1 .words[lang=fr]";
    String before = browser.text(words);
    select(browser, words, "4,6");
    browser.actions().sendKeys("6,4").perform();
    Browser.await(() -> browser.classes(".live").contains("error"));

    assertThat(browser.text(words)).isEqualTo(before.replace("4,6", "6,4"));
    assertThat(browser.text("[data-findings='/sentences/0/fr']"))
        .contains(message, "6,4 millions d'euros", "4,6 millions d'euros");
    assertThat(browser.run("return CSS.highlights.get('errors').size")).isNotEqualTo(0L);
    assertThat(browser.text("#i1 .state")).isEqualTo(browser.text(".live"));
    assertThat(browser.text(".live")).contains(count);
    assertThat(browser.text(".banner")).startsWith(edited).doesNotContain(verified);
    assertThat(browser.text(".disclosure")).isNotEqualTo(written);
    assertThat(
            String.valueOf(
                browser.run("return document.querySelector('.brief script').textContent")))
        .contains("CompositeWithTrainedAlgorithmicMediaDigitalSource");
    browser.assertNoBarrier();
    browser.picture("edited-" + language);

    browser.one(".restore").click();
    Browser.await(() -> browser.classes(".live").contains("clean"));
    assertThat(browser.text(".live")).contains(nothing);
    assertThat(browser.text(".banner")).startsWith(verified);
    assertThat(browser.text(words)).isEqualTo(before);
    assertThat(browser.has(".texts .findings")).isFalse();
    assertThat(browser.text(".disclosure")).isEqualTo(written);
    assertThat(browser.has(".restore")).isFalse();
  }

  /** Selects some words in a text, as a double click does. */
  private static void select(Browser browser, String selector, String words) {
    browser.one(selector).click();
    browser.run(
        """
        const walker = document.createTreeWalker(document.querySelector(arguments[0]), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(arguments[1]);
          if (at >= 0) {
            getSelection().setBaseAndExtent(node, at, node, at + arguments[1].length);
            return;
          }
        }
        throw new Error('not there');
        """,
        selector,
        words);
  }

  @Test
  void undo_ofAnEdit_isTheBrowsersOwn() {
    write(english, server, newArticle());
    String before = english.text("#i2 .words[lang=en]");
    select(english, "#i2 .words[lang=en]", "choice");
    english.actions().sendKeys("chance").perform();
    assertThat(english.text("#i2 .words[lang=en]")).contains("chance");
    for (int i = 0; i < 8 && !english.text("#i2 .words[lang=en]").equals(before); i++) {
      english.actions().keyDown(Keys.CONTROL).sendKeys("z").keyUp(Keys.CONTROL).perform();
    }
    assertThat(english.text("#i2 .words[lang=en]")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 'Sorrelle ferme deux quais de son port'",
    "en, 'Sorrelle closes two quays of its port'",
    "both, 'Sorrelle closes two quays of its port'",
    "json, '\"status\" : \"verified\"'"
  })
  void copy_ofABrief_isInTheClipboard(String what, String held) {
    write(english, server, newArticle());
    english.command(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    english.one("[data-copy=" + what + "]").click();
    Browser.await(() -> english.text(".copied").equals("Copied."));
    Object clipboard =
        english.runAsync("navigator.clipboard.readText().then(arguments[0], arguments[0])");
    assertThat(String.valueOf(clipboard)).contains(held);
    assertThat(String.valueOf(clipboard).contains("Sorrelle ferme deux quais de son port"))
        .isEqualTo(!what.equals("en"));
  }

  // Waiting, and what goes wrong.

  @Test
  void brief_thatIsBeingWritten_isWaitedFor() {
    String article = newArticle();
    CountDownLatch gate = model.hold();
    int before = model.calls();
    french.open(server.url() + "/");
    french.paste("#text", article);
    french.one("button[type=submit]").click();
    french.awaitElement(".wait progress");
    Browser.await(() -> model.calls() > before);
    assertThat(french.text(".wait")).contains("openai test-model lit l’article", " s");
    french.assertNoBarrier();
    french.picture("waiting");

    // Who asks for the same is told so, and looks again.
    english.open(server.url() + "/");
    english.paste("#text", article);
    english.one("button[type=submit]").click();
    Browser.await(() -> english.text("main").contains("Somebody has asked for this brief already"));
    gate.countDown();
    french.awaitElement(".brief");
    english.awaitElement(".brief");
    assertThat(english.url()).isEqualTo(french.url().replace("lang=fr", "lang=en"));
    assertThat(model.calls() - before).isEqualTo(1);
  }

  @Test
  void wait_thatIsGivenUp_leavesTheArticleInTheBox() {
    CountDownLatch gate = model.hold();
    String article = newArticle();
    english.open(server.url() + "/");
    english.paste("#text", article);
    english.one("button[type=submit]").click();
    english.awaitElement(".wait");
    english.one(".cancel").click();
    Browser.await(() -> !english.has(".wait"));
    assertThat(box(english)).isEqualTo(article);
    gate.countDown();
  }

  @Test
  void model_thatFails_isToldInPlainWords_andDoneWithoutIfAsked() {
    model.answer(401, "{}", Map.of());
    String article = newArticle();
    english.open(server.url() + "/");
    english.paste("#text", article);
    english.one("button[type=submit]").click();
    english.awaitElement(".error-box");
    assertThat(english.text(".error-box"))
        .contains("The model gave no usable answer.", "Try again in a minute", "model-failed")
        .doesNotContain("sk-not");
    assertThat(box(english)).isEqualTo(article);
    english.assertNoBarrier();
    english.picture("model-failed");
    assertThat(english.complaints()).allMatch(line -> line.contains("502"));

    english.one("button[name=onModelFailure]").click();
    english.awaitElement(".brief");
    assertThat(english.text(".banner")).contains("Extracts", "The model gave no brief.");
  }

  @ParameterizedTest
  @CsvSource({
    "'42', 'Cet article ne peut pas servir.', 'Collez le récit lui-même'",
    "'{\"text\": ', 'Le JSON ne se lit pas.', 'Vérifiez-le'",
    "'Der Stadtrat hat gestern über den neuen Haushalt abgestimmt und ihn mit großer Mehrheit"
        + " angenommen.', 'ni en français ni en anglais', 'Langue de l’article'"
  })
  void article_thatCantBeUsed_isRefusedInPlainWords(String article, String title, String next) {
    french.open(server.url() + "/");
    french.paste("#text", article);
    french.one("button[type=submit]").click();
    french.awaitElement(".error-box");
    assertThat(french.text(".error-box")).contains(title, next);
    assertThat(french.complaints()).isNotEmpty();
  }

  @Test
  void server_thatIsGone_isToldInPlainWords() {
    BreveServer gone =
        BreveServer.start(Map.of("BREVE_CACHE", "memory"), "127.0.0.1", 0, line -> {});
    english.open(gone.url() + "/");
    gone.close();
    english.paste("#text", ARTICLE);
    english.one("button[type=submit]").click();
    english.awaitElement(".error-box");
    assertThat(english.text(".error-box")).contains("The service doesn’t answer.", "./breve serve");
    assertThat(english.complaints()).isNotEmpty();
    english.requests();
  }

  @Test
  void address_ofNoBrief_saysSo() {
    french.open(server.url() + "/briefs/b1-x");
    assertThat(french.text("main")).contains("Cette brève n’est pas ici.", "Collez l’article");
    french.assertNoBarrier();
    assertThat(french.complaints()).isNotEmpty();
  }

  // Languages, colours, sizes, paper.

  @Test
  void language_ofThePage_isTheBrowsers_andCanBeSwitched() {
    write(french, server, newArticle());
    french.one(".tongues a[lang=en]").click();
    Browser.await(() -> "en".equals(french.one("html").getDomAttribute("lang")));
    assertThat(french.text(".banner h2")).isEqualTo("Verified");
    assertThat(french.text(".facts")).contains("Key facts", "Who says so");
    french.one(".tongues a[lang=fr]").click();
    Browser.await(() -> french.text(".banner h2").equals("Vérifiée"));
    assertThat(french.text(".facts")).contains("Faits clés", "Selon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void page_inTheDark_hasNoBarrier(String language) {
    Browser browser = language.equals("fr") ? french : english;
    browser.colours("dark");
    browser.open(server.url() + "/");
    browser.assertNoBarrier();
    browser.picture("start-dark-" + language);
    write(browser, server, newArticle());
    assertThat(browser.style("html", "backgroundColor")).isEqualTo("rgb(23, 22, 20)");
    browser.pointAt("#i1 .words");
    browser.assertNoBarrier();
    browser.picture("dark-" + language);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 480, 768, 1024, 1440})
  void page_ofEachWidth_fits(int width) {
    french.size(width);
    french.open(server.url() + "/");
    french.assertFits();
    french.assertNoBarrier();
    french.picture("start-" + width);
    write(french, server, newArticle());
    french.assertFits();
    french.assertNoBarrier();
    french.picture("brief-" + width);
  }

  @Test
  void brief_onPaper_isOneSheet() throws IOException {
    write(french, server, newArticle());
    assertThat(french.printed("brief")).isEqualTo(1);
    write(french, withoutModel, Files.readString(Path.of("events/article-fr.txt")));
    assertThat(french.printed("extracts")).isEqualTo(1);
  }

  // Long and hostile articles.

  @Test
  void article_of5000Words_isShownWhole_andPrintedOnOneSheet() {
    String story =
        IntStream.rangeClosed(1, 320)
            .mapToObj(i ->
                ("La Ville a refait %d mètres de la rue %d,"
                        + " au coût de %d 000 euros, avant l'hiver.")
                    .formatted(40 + i, i, 100 + i))
            .collect(Collectors.joining("\n", newArticle(), ""));
    assertThat(story.split("\\s+")).hasSizeGreaterThan(5_000);
    write(french, server, story);
    assertThat(french.all(".s")).hasSizeGreaterThan(320);
    french.pointAt("#i1 .words");
    Browser.await(() ->
        !french.style("#s3", "backgroundColor").equals(french.style("#s9", "backgroundColor")));
    assertThat(french.printed("long")).isEqualTo(1);
    select(french, "#i1 .words[lang=fr]", "4,6");
    french.actions().sendKeys("6,4").perform();
    Browser.await(() -> french.classes(".live").contains("error"));
    french.picture("long");

    // What a sentence rests on comes into sight, wherever the article was left.
    french.run("document.querySelector('.article').scrollTop = 99999");
    french.pointAway();
    assertThat(isInSight(french, "#s4")).isFalse();
    french.pointAt("#i2 .words");
    Browser.await(() -> isInSight(french, "#s4"));
  }

  private static boolean isInSight(Browser browser, String selector) {
    return Boolean.TRUE.equals(
        browser.run(
            "const place = document.querySelector(arguments[0]).getBoundingClientRect();"
                + " return place.top >= 0 && place.bottom <= innerHeight",
            selector));
  }

  @Test
  void article_thatIsHostile_isTextAndNothingElse() {
    String attack =
        "<script>window.taken = 1</script><img src=x onerror=\"window.taken = 1\">"
            + "</script></style></textarea><b onclick=alert(1)>\"' onfocus=alert(1) autofocus x='";
    String reversed = "\u202egnp.live\u202c \u200b\u2066x\u2069";
    String article =
        "La mairesse Odile Ferrandon a reçu ce message : "
            + attack
            + " et "
            + reversed
            + ".\n"
            + newArticle();
    model.answer(
        200,
        MisbehavingServer.completionBody(
            DRAFT.replace(
                "Sorrelle ferme deux quais de son port",
                "Sorrelle <img src=x onerror=window.taken=1> \u202eferme"),
            "stop"),
        Map.of());
    write(french, withoutModel, article);
    french.picture("hostile-extracts");
    assertUntouched(french);
    write(french, server, article);
    french.picture("hostile");
    assertUntouched(french);
  }

  private static void assertUntouched(Browser browser) {
    assertThat(browser.run("return window.taken ?? null")).isNull();
    assertThat(browser.has("img, main b, style, iframe, [onclick], [onerror], [autofocus]"))
        .isFalse();
    assertThat(
            browser.run(
                "return document.querySelectorAll('script:not([src]):not([type$=json])').length"))
        .isEqualTo(0L);
    assertThat(browser.text("main")).doesNotContain("\u202e", "\u200b", "\u2066");
    assertThat(browser.all(".brief")).hasSize(1);
    browser.assertNoBarrier();
  }

  // Without a script, and without a server.

  @Test
  void page_withoutAScript_isReadAllTheSame() {
    english.scripts(false);
    write(english, server, newArticle());
    assertThat(english.text(".banner h2")).isEqualTo("Verified");
    assertThat(english.one("html").getDomAttribute("class")).isNull();
    assertThat(english.one(".tools").isDisplayed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void file_thatStandsAlone_lightsWhatRestsOnWhat(String language, @TempDir Path folder)
      throws Exception {
    Browser browser = language.equals("fr") ? french : english;
    write(browser, server, newArticle());
    String id = browser.one(".brief").getDomAttribute("data-brief");
    String html;
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> json =
          client.send(
              HttpRequest.newBuilder(URI.create(server.url() + "/v1/briefs/" + id)).build(),
              HttpResponse.BodyHandlers.ofString());
      html = new HtmlRenderer(null, Matching::of).render(BriefReader.read(Json.parse(json.body())));
    }
    Path file = folder.resolve("brief.html");
    Files.writeString(file, html);
    browser.requests();
    browser.open(file.toUri().toString());
    assertThat(browser.requests())
        .allMatch(url -> url.equals(file.toUri().toString()) || url.startsWith("data:"));
    String dark = browser.style("#s3", "backgroundColor");
    browser.pointAt("#i1 .words");
    Browser.await(() -> !browser.style("#s3", "backgroundColor").equals(dark));
    browser.assertNoBarrier();
    browser.picture("file-" + language);
    assertThat(browser.printed("file")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void pageForDevelopers_hasEveryCall(String language) {
    Browser browser = language.equals("fr") ? french : english;
    browser.open(server.url() + "/developers");
    assertThat(browser.text("main"))
        .contains("/v1/briefs", "/v1/briefs/{id}", "/v1/checks", "/health", "model-timeout");
    browser.assertNoBarrier();
    browser.assertFits();
    browser.size(320);
    browser.assertFits();
    browser.picture("developers-" + language);
  }
}
