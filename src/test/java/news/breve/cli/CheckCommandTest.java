package news.breve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Json;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CheckCommandTest extends CommandTest {
  private static final String WRONG =
      DRAFT.replace("budget de 412 millions", "budget de 421 millions");

  private Run check(String draft, String... options) {
    List<String> arguments =
        Stream.concat(
                Stream.of("check", file("article.txt", ARTICLE), file("draft.json", draft)),
                Stream.of(options))
            .toList();
    return breve(environment(), "", arguments.toArray(String[]::new));
  }

  private String file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void check_provenDraft_exitsWith0_inOneLine() {
    Run run = check(DRAFT);
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "No finding: headline, 2 sentences and 1 key fact against 3 sentences — verified\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void check_provenDraft_asJson_isVerified() {
    Run run = check(DRAFT, "--format", "json");
    assertThat(run.exit()).isZero();
    assertThat(run.json().toString()).isEqualTo("{\"status\":\"verified\",\"findings\":[]}");
  }

  @Test
  void check_wrongNumber_exitsWith1_underTheWords() {
    Run run = check(WRONG);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
            /sentences/0
              fr  Sherbrooke a adopté un budget de 421 millions de dollars.
                                                   ^^^^^^^^^^^^^^^^^^^^^^^
            """,
            "error · number: ",
            "found     421 millions de dollars",
            "expected  412 millions de dollars",
            "[1] Le conseil municipal de Sherbrooke")
        .endsWith("— rejected\n")
        .doesNotContain("\u001b");
  }

  @Test
  void check_wrongNumber_asJson_isRejected() {
    Run run = check(WRONG, "--format", "json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.json().get("status").textValue()).isEqualTo("rejected");
    assertThat(run.json().at("/findings/0/path").textValue()).isEqualTo("/sentences/0/fr");
    assertThat(run.json().size()).isEqualTo(2);
  }

  @Test
  void check_onATerminal_isColoured_butNotUnderNoColor() {
    Map<String, String> terminal = Map.of("breve.terminal.out", "true", "breve.columns", "60");
    String[] arguments = {"check", file("article.txt", ARTICLE), file("draft.json", WRONG)};
    assertThat(breve(environment(), terminal, "", arguments).out()).contains("\u001b[31m^^^");
    Map<String, String> noColor = environment();
    noColor.put("NO_COLOR", "1");
    assertThat(breve(noColor, terminal, "", arguments).out()).doesNotContain("\u001b");
  }

  @Test
  void check_oneOfTheTwo_comesFromStandardInput() {
    String article = file("article.txt", ARTICLE);
    String draft = file("draft.json", DRAFT);
    assertThat(breve(environment(), ARTICLE, "check", "-", draft).exit()).isZero();
    assertThat(breve(environment(), DRAFT, "check", article, "-").exit()).isZero();
    assertThat(breve(environment(), WRONG, "check", article, "-").exit()).isEqualTo(1);
  }

  @Test
  void check_articleOfAnyKind_isRead() {
    String json = Json.mapper().createObjectNode().put("text", ARTICLE).toString();
    String html = "<article><p>" + ARTICLE.strip().replace("\n\n", "</p><p>") + "</p></article>";
    for (String article : List.of(file("a.json", json), file("a.html", html))) {
      Run run = breve(environment(), DRAFT, "check", article, "-");
      assertThat(run.exit()).as(run.out() + run.err()).isZero();
    }
  }

  @Test
  void check_draftInOneLanguageWithoutEvidence_isRead_andItsMarkSkipped() {
    String draft =
        "\ufeff{\"headline\":{\"fr\":\"Sherbrooke adopte son budget\"},\"sentences\":[{\"fr\":\"La"
            + " taxe foncière augmentera de 3,2 %, a dit Luc Gendron.\"}]}";
    assertThat(check(draft).exit()).isZero();
    Run wrong = check(draft.replace("3,2", "2,3"));
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.out()).contains("cites nothing: the whole article was searched");
  }

  @Test
  void check_language_isTheArticles() {
    Run run = check(DRAFT, "--language", "fr");
    assertThat(run.exit()).isZero();
    assertThat(check(DRAFT, "--language", "en").exit()).isEqualTo(2);
  }

  static Stream<Arguments> badInput() {
    return Stream.of(
        Arguments.of("{\"headline\":", "malformed"),
        Arguments.of("{} {}", "JSON"),
        Arguments.of("{\"headline\":{},\"headline\":{}}", "duplicate"),
        Arguments.of("[]", "draft"),
        Arguments.of("", "draft"),
        Arguments.of("Un texte.", "draft"),
        Arguments.of("{}", "/headline"),
        Arguments.of(DRAFT.replaceFirst("\\{", "{\"note\":1,"), "/note"),
        Arguments.of(DRAFT.replace("percentage", "pourcentage"), "/keyFacts/0/type"),
        Arguments.of(DRAFT.replace("[3,2]", "[\"3\"]"), "/sentences/1/evidence"),
        Arguments.of("{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}", "nested"),
        Arguments.of("{\"a\":\"" + "x".repeat(1 << 18) + "\"}", "256 KiB"));
  }

  @ParameterizedTest
  @MethodSource("badInput")
  void check_badDraft_exitsWith2_inOneLine_andNamesTheFault(String draft, String named) {
    Run run = check(draft);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("breve: ").contains(named);
  }

  @Test
  void check_draftThatIsNotUtf8_isRefused() throws IOException {
    Path draft = folder.resolve("latin.json");
    Files.write(draft, DRAFT.getBytes(StandardCharsets.ISO_8859_1));
    Run run = breve(environment(), "", "check", file("article.txt", ARTICLE), draft.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("UTF-8");
  }

  static Stream<Arguments> missing() {
    return Stream.of(
        Arguments.of(ARTICLE, "the DRAFT to check is missing"),
        Arguments.of("{\"text\":\"Un texte.\"}", "the DRAFT to check is missing"),
        Arguments.of(
            "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"articleBody\":\"y\"}",
            "the DRAFT to check is missing"),
        Arguments.of("<p>Un texte.</p>", "the DRAFT to check is missing"),
        Arguments.of(DRAFT, "the ARTICLE to check it against is missing"),
        Arguments.of(" \n", "empty"));
  }

  @ParameterizedTest
  @MethodSource("missing")
  void check_oneAlone_exitsWith2_andNamesWhatIsMissing(String only, String named) {
    Run run = breve(environment(), only, "check", "-");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains(named);
  }

  static Stream<Arguments> misuse() {
    return Stream.of(
        Arguments.of(List.of("check"), "ARTICLE"),
        Arguments.of(List.of("check", "-", "-"), "only one of the two"),
        Arguments.of(List.of("check", "a", "b", "c"), "c"),
        Arguments.of(List.of("check", "-", "--language", "fr"), "--language"),
        Arguments.of(List.of("check", "-", "--format", "html"), "html"),
        Arguments.of(List.of("check", "no-such-brief.json"), "no-such-brief.json"),
        Arguments.of(List.of("check", "src"), "folder"));
  }

  @ParameterizedTest
  @MethodSource("misuse")
  void check_misused_exitsWith2_andNamesIt(List<String> arguments, String named) {
    Run run = breve(environment(), ARTICLE, arguments.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).startsWith("breve: ").contains(named));
  }

  @Test
  void help_showsExamplesAndExitCodes() {
    Run run = breve(environment(), "", "check", "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "breve check ARTICLE DRAFT", "breve check BRIEF.json", "Examples:", "Exit codes:");
  }

  // Briefs.

  private String writtenBrief() {
    server.then(MisbehavingServer.completion(DRAFT));
    Map<String, String> environment = withModel();
    environment.put("BREVE_MODEL_TIMEOUT", "30s");
    return breve(environment, ARTICLE, "brief", "-", "--format", "json").out();
  }

  private String extractiveBrief() {
    return breve(environment(), ARTICLE, "brief", "-", "--format", "json").out();
  }

  private Run recheck(String brief) {
    return breve(environment(), brief, "check", "-", "--format", "json");
  }

  private String changed(String brief, Consumer<ObjectNode> change) {
    ObjectNode json = (ObjectNode) Json.parse(brief);
    change.accept(json);
    return json.toString();
  }

  @Test
  void recheck_writtenBrief_isVerified_fromItselfAlone() {
    Run run = recheck(writtenBrief());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().get("status").textValue()).as(run.out()).isEqualTo("verified");
  }

  @Test
  void recheck_extractiveBrief_isVerified() {
    Run run = recheck(extractiveBrief());
    assertThat(run.json().get("status").textValue()).as(run.out()).isEqualTo("verified");
    Run text = breve(environment(), extractiveBrief(), "check", "-");
    assertThat(text.out()).startsWith("No finding: ").endsWith(" — verified\n");
  }

  @Test
  void brief_whoseTitleSaysMoreThanItsText_isMade_andVerified() {
    ObjectNode article =
        Json.mapper()
            .createObjectNode()
            .put("text", ARTICLE)
            .put("title", "« Budget record », dit-on : 17 000 contribuables touchés");
    Run brief = breve(environment(), article.toString(), "brief", "-", "--format", "json");
    assertThat(brief.exit()).as(brief.err()).isZero();
    assertThat(brief.json().at("/headline/fr").textValue()).startsWith("« Budget record »");
    assertThat(recheck(brief.out()).json().get("status").textValue()).isEqualTo("verified");
  }

  @Test
  void recheck_changedWord_isFoundAtItsPlace() {
    Run run = recheck(writtenBrief().replace("$412-million", "$421-million"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.json().at("/findings/0/path").textValue()).isEqualTo("/sentences/0/en");
  }

  @Test
  void recheck_changedText_isRefused_inOneLine() {
    Run run = recheck(writtenBrief().replaceFirst("412 millions de dollars\\.", "421 millions."));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("sha256");
  }

  static Stream<Arguments> falseProofs() {
    return Stream.of(
        Arguments.of(
            "/sentences/0/evidence/0", "exact", "\"Rien de tel.\"", "/sentences/0/evidence"),
        Arguments.of("/sentences/0/evidence/0", "start", "1", "/sentences/0/evidence"),
        Arguments.of("/sentences/0/evidence/0", "end", "3", "/sentences/0/evidence"),
        Arguments.of("/sentences/0/evidence/0", "sentence", "2", "/sentences/0/evidence"),
        Arguments.of("/sentences/0/evidence/0", "sentence", "9", "/sentences/0/evidence"),
        Arguments.of("/headline/evidence/0", "exact", "\"\"", "/headline/evidence"),
        Arguments.of("/keyFacts/0/evidence/0", "start", "0", "/keyFacts/0/evidence"));
  }

  @ParameterizedTest
  @MethodSource("falseProofs")
  void recheck_passageThatIsNotTheArticles_isAnEvidenceError(
      String parent, String field, String value, String path) {
    String brief =
        changed(
            writtenBrief(), json -> ((ObjectNode) json.at(parent)).set(field, Json.parse(value)));
    Run run = recheck(brief);
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.json().get("findings"))
        .anySatisfy(finding -> {
          assertThat(finding.get("check").textValue()).isEqualTo("evidence");
          assertThat(finding.get("severity").textValue()).isEqualTo("error");
          assertThat(finding.get("path").textValue()).isEqualTo(path);
        });
  }

  static Stream<Arguments> falseValues() {
    return Stream.of(
        Arguments.of("{\"amount\":3.3,\"unit\":\"percent\"}", "number"),
        Arguments.of("{\"amount\":3.2,\"unit\":\"percentage-point\"}", "unit"),
        Arguments.of("{\"date\":\"2017\"}", "date"),
        Arguments.of("{\"place\":\"Paris\"}", "name"),
        Arguments.of("null", "number"));
  }

  @ParameterizedTest
  @MethodSource("falseValues")
  void recheck_valueThatIsNotInTheWords_isAnError(String value, String check) {
    String brief =
        changed(
            writtenBrief(),
            json -> ((ObjectNode) json.at("/keyFacts/0")).set("value", Json.parse(value)));
    Run run = recheck(brief);
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    JsonNode finding = run.json().at("/findings/0");
    assertThat(finding.get("check").textValue()).isEqualTo(check);
    assertThat(finding.get("path").textValue()).isEqualTo("/keyFacts/0/value");
    assertThat(finding.get("expected").textValue())
        .isEqualTo("{\"amount\":3.2,\"unit\":\"percent\"}");
  }

  @Test
  void recheck_passageThatBeginsAfterTheNot_isAWarning_thoughEveryOffsetIsTrue() {
    String article = "La Ville n'a pas vendu le parc. Le maire a signé mardi un bail de dix ans.";
    String brief = breve(environment(), article, "brief", "-", "--format", "json").out();
    String cut =
        changed(
            brief.replace("La Ville n'a pas vendu le parc.\"", "vendu le parc.\""),
            json -> {
              json.findParents("start").stream()
                  .filter(span -> span.path("start").intValue() == 0)
                  .forEach(span -> ((ObjectNode) span).put("start", 17));
            });
    Run run = recheck(cut);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().get("status").textValue()).isEqualTo("review");
    JsonNode finding = run.json().at("/findings/0");
    assertThat(finding.get("path").textValue()).isEqualTo("/article/sentences/0");
    assertThat(finding.get("severity").textValue()).isEqualTo("warning");
    assertThat(finding.get("found").textValue()).isEqualTo("17–31");
    assertThat(finding.get("expected").textValue()).isEqualTo("0–31");
  }

  static Stream<Arguments> damaged() {
    return Stream.of(
        damage("no headline", "/headline", json -> json.remove("headline")),
        damage("unknown key", "/note", json -> json.put("note", 1)),
        damage("no sentences", "/sentences is missing", json -> json.remove("sentences")),
        damage("no list", "/sentences is not a list", json -> json.put("sentences", "none")),
        damage(
            "null check",
            "/checks/run/0",
            json -> object(json, "/checks").putArray("run").addNull()),
        damage("no text", "/article/text", json -> article(json).remove("text")),
        damage(
            "a number for a text",
            "/headline/fr",
            json -> object(json, "/headline").putObject("fr")),
        damage(
            "half an offset",
            "/sentences/0/evidence/0/start",
            json -> object(json, "/sentences/0/evidence/0").put("start", 0.5)),
        damage(
            "an offset missing",
            "start",
            json -> object(json, "/sentences/0/evidence/0").remove("start")),
        damage(
            "backward span",
            "/article/sentences/0",
            json -> object(json, "/article/sentences/0").put("end", 0)),
        damage(
            "span beyond",
            "/article/sentences/2",
            json -> object(json, "/article/sentences/2").put("end", 99999)),
        damage(
            "spans that overlap",
            "/article/sentences/1",
            json -> object(json, "/article/sentences/1").put("start", 2)),
        damage(
            "unknown language", "/article/language", json -> article(json).put("language", "de")),
        damage(
            "unknown value",
            "/keyFacts/0/value",
            json -> object(json, "/keyFacts/0").putObject("value").put("weight", 1)),
        damage(
            "endless number",
            "number",
            json ->
                object(json, "/keyFacts/0/value")
                    .put("amount", new java.math.BigDecimal("1E+999999999"))),
        damage("null item", "/sentences", json -> json.putArray("sentences").addNull()),
        damage("other schema", "schemaVersion", json -> json.put("schemaVersion", 2)),
        damage("no digest", "sha256", json -> article(json).remove("sha256")),
        damage("a key of its own", "(a key)", json -> json.put("<b>\u001b[31m", 1)));
  }

  private static Arguments damage(String name, String named, Consumer<ObjectNode> change) {
    return Arguments.of(name, named, change);
  }

  private static ObjectNode article(ObjectNode brief) {
    return object(brief, "/article");
  }

  private static ObjectNode object(ObjectNode brief, String path) {
    return (ObjectNode) brief.at(path);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damaged")
  void recheck_damagedBrief_exitsWith2_inOneLine_andNamesTheField(
      String name, String named, Consumer<ObjectNode> change) {
    Run run = recheck(changed(writtenBrief(), change));
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("breve: invalid-article: ")
        .contains(named)
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"article.txt", "article.html"})
  void check_briefAsDraft_saysToCheckItAlone(String name) {
    Run run = breve(environment(), extractiveBrief(), "check", file(name, ARTICLE), "-");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("breve check BRIEF.json");
  }

  @Test
  void recheck_steeringCharacters_areShown_notSent() {
    String draft = DRAFT.replace("Sherbrooke adopts", "Sher\\u001b[2J\\u202ebrooke adopts");
    Run run = check(draft);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("Sher⟨U+001B⟩[2J⟨U+202E⟩brooke")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void digest_isTheArticles() {
    JsonNode brief = Json.parse(extractiveBrief());
    assertThat(brief.at("/article/sha256").textValue())
        .isEqualTo(Article.sha256(brief.at("/article/text").textValue()));
  }
}
