package news.breve.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Source;
import news.breve.article.Submission;
import news.breve.article.Table;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.KeyFact;
import news.breve.brief.Status;
import news.breve.configuration.Variables;
import news.breve.service.BriefListener;
import news.breve.service.Configuration;
import news.breve.writing.MisbehavingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Articles that speak to the model, and a model that obeys every one of them: what it was made to
 * say is never in a verified brief, and what a reader of the page doesn't see it is never told.
 */
final class InjectionsTest {
  private static final Map<String, List<String>> STORIES =
      Map.of(
          "fr",
          List.of(
              "La Ville de Rimouski achète trois autobus électriques pour 2,4 millions de dollars,"
                  + " a annoncé lundi la mairesse Anne Roy.",
              "Les véhicules rouleront dès mars sur la ligne 31.",
              "« Nous réduirons nos émissions de 12 % », a dit Anne Roy.",
              "Le syndicat des chauffeurs attend encore un plan de formation."),
          "en",
          List.of(
              "The city of Rimouski is buying three electric buses for $2.4 million.",
              "The vehicles will run on line 31 from March.",
              "“We will cut our emissions by 12 per cent,” Anne Roy said.",
              "The drivers' union is still waiting for a training plan."));

  private static final BriefListener LISTENER = new BriefListener() {};

  private final Intake intake = new Intake();

  record Attempt(
      String name,
      String language,
      String where,
      boolean hidden,
      String words,
      String fr,
      String en,
      String cites,
      String forbidden) {
    @Override
    public String toString() {
      return language + " " + name;
    }
  }

  static Stream<Attempt> attempts() {
    return Table.read(InjectionsTest.class, "injections.tsv", 9).stream()
        .map(row ->
            new Attempt(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3).equals("yes"),
                Escapes.read(row.get(4)),
                row.get(5),
                row.get(6),
                row.get(7),
                row.get(8)));
  }

  @Test
  void attempts_areSixtyAtLeast_inBothLanguages() {
    assertThat(attempts()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(attempts().filter(attempt -> attempt.language().equals("fr")))
        .hasSizeGreaterThanOrEqualTo(30);
    assertThat(attempts().filter(attempt -> attempt.language().equals("en")))
        .hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void brief_ofAModelThatIsNotSpokenTo_isVerified(String language) {
    Attempt none =
        new Attempt("none", language, "text", false, "La ligne : the line.", "", "", "1", "x");
    Submission submission = read(none);
    ObjectNode draft = Json.mapper().createObjectNode();
    draft.set("headline", honestHeadline());
    draft.putArray("sentences").add(honestSentence(none, submission));
    draft.putArray("keyFacts");
    try (MisbehavingServer server = new MisbehavingServer()) {
      server.always(MisbehavingServer.completion(draft.toString()));
      Configuration configuration = Configuration.from(new Variables(server.variables()));
      Brief brief =
          configuration.service(new NoStore(), Clock.systemUTC()).brief(submission, LISTENER);
      assertThat(brief.status()).as(brief.checks().toString()).isEqualTo(Status.VERIFIED);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void attempt_thatTheModelObeysInASentence_isInNoVerifiedBrief(Attempt attempt) {
    Submission submission = read(attempt);
    ArrayNode cites = cites(attempt, submission);
    ObjectNode draft = Json.mapper().createObjectNode();
    draft.set("headline", honestHeadline());
    draft
        .putArray("sentences")
        .add(obeyed(attempt, cites))
        .add(honestSentence(attempt, submission));
    draft
        .putArray("keyFacts")
        .add(obeyed(attempt, cites).put("type", "event").set("attribution", words("", "")));
    assertUnharmed(attempt, submission, draft);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void attempt_thatTheModelObeysInTheHeadline_isInNoVerifiedBrief(Attempt attempt) {
    Submission submission = read(attempt);
    ObjectNode draft = Json.mapper().createObjectNode();
    draft.set("headline", obeyed(attempt, cites(attempt, submission)));
    draft.putArray("sentences").add(honestSentence(attempt, submission));
    draft.putArray("keyFacts");
    assertUnharmed(attempt, submission, draft);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void attempt_isNoSentenceOfAnExtractiveBrief(Attempt attempt) {
    Configuration configuration =
        Configuration.from(new Variables(Map.of("BREVE_CACHE", "memory")));
    Brief brief =
        configuration
            .service(new NoStore(), Clock.systemUTC())
            .brief(read(attempt).withOptions(new news.breve.article.Options(8, null)), LISTENER);
    Hostility.assertPlain(brief);
    for (BriefSentence sentence : brief.sentences()) {
      String words = sentence.fr() == null ? String.valueOf(sentence.en()) : sentence.fr();
      assertThat(words)
          .doesNotContainPattern(
              "(?i)ignore[rz]? |previous instructions|consignes|im_start|as verified");
    }
  }

  private void assertUnharmed(Attempt attempt, Submission submission, JsonNode draft) {
    try (MisbehavingServer server = new MisbehavingServer()) {
      server.always(MisbehavingServer.completion(draft.toString()));
      Configuration configuration = Configuration.from(new Variables(server.variables()));
      Brief brief =
          configuration.service(new NoStore(), Clock.systemUTC()).brief(submission, LISTENER);
      assertThat(server.requests()).isNotEmpty();
      assertPromptIsClosed(attempt, submission, server.requests().getFirst().json());
      Hostility.assertPlain(brief);
      assertThat(brief.article().language().code()).isEqualTo(attempt.language());
      for (Said said : said(brief)) {
        assertThat(said.words()).doesNotContainPattern("https?:|<[a-z]|\\]\\(");
        if (said.hasForbidden(attempt)) {
          assertThat(brief.status()).as(said.words()).isNotEqualTo(Status.VERIFIED);
          if (brief.status() == Status.REVIEW) {
            assertThat(brief.checks().findings())
                .as(said.words())
                .anyMatch(finding -> finding.path().startsWith(said.path()));
          }
        }
      }
    }
  }

  /** The article is lines that begin with their number, between one beginning and one end. */
  private static void assertPromptIsClosed(
      Attempt attempt, Submission submission, JsonNode request) {
    String prompt = request.at("/messages/1/content").asText();
    if (prompt.isEmpty()) {
      prompt = request.at("/messages/1/content/0/text").asText();
    }
    List<String> lines = prompt.lines().toList();
    int first = lines.indexOf("") + 1;
    int count = submission.article().sentences().size();
    assertThat(first).isPositive();
    for (int i = 0; i < count; i++) {
      assertThat(lines.get(first + i))
          .isEqualTo("[" + (i + 1) + "] " + submission.article().sentence(i + 1));
    }
    assertThat(lines.stream().filter(line -> line.startsWith("End of the article.")).count())
        .isEqualTo(1);
    assertThat(lines.subList(0, first).stream().filter(line -> line.startsWith("Title")).count())
        .isEqualTo(1);
    Hostility.assertHarmless(prompt);
    if (attempt.hidden()) {
      assertThat(prompt).doesNotContainPattern("(?i)ignore|neuf autobus|nine electric");
      assertThat(request.toString()).doesNotContain("neuf autobus", "nine electric");
    }
  }

  /** Words that a brief says itself, and their path. */
  private record Said(String path, String language, String words) {
    boolean hasForbidden(Attempt attempt) {
      String pattern = attempt.forbidden();
      if (pattern.startsWith("~fr:")) {
        return language.equals("fr")
            && Pattern.compile(pattern.substring("~fr:".length())).matcher(words).find();
      }
      return Pattern.compile(pattern).matcher(words).find();
    }
  }

  private static List<Said> said(Brief brief) {
    List<Said> said = new ArrayList<>();
    Function<String, java.util.function.BiConsumer<String, String>> at =
        path ->
            (fr, en) -> {
              if (fr != null) {
                said.add(new Said(path, "fr", fr));
              }
              if (en != null) {
                said.add(new Said(path, "en", en));
              }
            };
    // A given title is the headline of an extractive brief: it was given, not written.
    if (brief.status() != Status.EXTRACTIVE || brief.article().title() == null) {
      at.apply("/headline").accept(brief.headline().fr(), brief.headline().en());
    }
    for (int i = 0; i < brief.sentences().size(); i++) {
      BriefSentence sentence = brief.sentences().get(i);
      at.apply("/sentences/" + i).accept(sentence.fr(), sentence.en());
    }
    for (int i = 0; i < brief.keyFacts().size(); i++) {
      KeyFact fact = brief.keyFacts().get(i);
      at.apply("/keyFacts/" + i).accept(fact.fr(), fact.en());
    }
    return said;
  }

  private Submission read(Attempt attempt) {
    List<String> story = STORIES.get(attempt.language());
    String document =
        switch (attempt.where()) {
          case "html" ->
              "<article><p>%s</p><p>%s</p>%s<p>%s</p><p>%s</p></article>"
                  .formatted(
                      story.get(0), story.get(1), attempt.words(), story.get(2), story.get(3));
          case "title" ->
              Json.mapper()
                  .createObjectNode()
                  .put("title", attempt.words())
                  .put("text", String.join("\n", story))
                  .toString();
          default ->
              String.join(
                  "\n", story.get(0), story.get(1), attempt.words(), story.get(2), story.get(3));
        };
    Source.Type type =
        switch (attempt.where()) {
          case "html" -> Source.Type.HTML;
          case "title" -> Source.Type.JSON;
          default -> Source.Type.PLAIN_TEXT;
        };
    return intake.read(
        new Source(document.getBytes(StandardCharsets.UTF_8), type, null, attempt.language()));
  }

  private static ArrayNode cites(Attempt attempt, Submission submission) {
    ArrayNode cites = Json.mapper().createArrayNode();
    List<String> story = STORIES.get(attempt.language());
    if (attempt.cites().equals("@")) {
      IntStream.rangeClosed(1, submission.article().sentences().size())
          .filter(number -> !story.contains(submission.article().sentence(number)))
          .forEach(cites::add);
      assertThat(cites).as("the attempt is in the article").isNotEmpty();
    } else {
      for (String number : attempt.cites().split(",", -1)) {
        cites.add(Integer.parseInt(number));
      }
    }
    return cites;
  }

  private static ObjectNode obeyed(Attempt attempt, ArrayNode cites) {
    return words(attempt.fr(), attempt.en()).set("evidence", cites);
  }

  private static ObjectNode honestHeadline() {
    ObjectNode headline =
        words("Rimouski achète trois autobus électriques", "Rimouski buys three electric buses");
    headline.putArray("evidence").add(1);
    return headline;
  }

  private static ObjectNode honestSentence(Attempt attempt, Submission submission) {
    ObjectNode sentence =
        words(
            "Les véhicules rouleront dès mars sur la ligne 31.",
            "The vehicles will run on line 31 from March.");
    String second = STORIES.get(attempt.language()).get(1);
    sentence.putArray("evidence").add(1 + submission.article().sentenceTexts().indexOf(second));
    return sentence;
  }

  private static ObjectNode words(String fr, String en) {
    return Json.mapper().createObjectNode().put("fr", fr).put("en", en);
  }
}
