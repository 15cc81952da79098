package news.breve.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.article.SentenceSplitter;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtractiveWriterTest {
  private static final String FLOOD =
      """
      La crue de la Vireuse force l'évacuation de trois villages
      La crue de la rivière Vireuse a fait au moins quatre morts et 27 blessés mardi dans le sud de la Belgique, où trois villages ont été évacués.
      Elle a surpris les habitants en pleine nuit.
      Mais qui devait donner l'alerte ?
      Environ 1 200 personnes ont passé la nuit dans un gymnase de Namur, a indiqué la gouverneure Claire Vanhove.
      « Nous n'avions jamais vu l'eau monter aussi vite dans la vallée », a déclaré le maire Luc Renard.
      Photo : archives de la commune
      Les dégâts sont évalués à 2,19 milliards d'euros, soit 3,2 % du budget de la région, selon la Banque nationale de Belgique.
      Le gouvernement débloquera une aide de 40 millions d'euros d'ici au 1er avril 2027.
      Cette somme ne suffira pas.
      """;

  private static final String STRIKE =
      """
      Dock workers at the Port of Halifax walked off the job on Monday, halting about 450 containers a day at Canada's Atlantic gateway.
      The union, which represents 1,300 workers, rejected a pay offer of 3.5 per cent.
      They had voted to strike in March.
      But no talks are planned.
      The port authority estimated the cost at C$12 million a day.
      “We have been patient for eighteen months and our patience has run out,” said union president Dana Whitlock.
      Shipping lines are sending vessels to Boston and New York, port authority officials said on Tuesday.
      """;

  private final ExtractiveWriter writer = new ExtractiveWriter();

  @Test
  void write_plainText_takesItsHeadlineLine() {
    Draft draft = draft(Language.FRENCH, null, FLOOD, 3);

    assertThat(draft.headline())
        .isEqualTo(
            new Draft.Item(
                "La crue de la Vireuse force l'évacuation de trois villages", null, List.of(1)));
  }

  @Test
  void write_titleGiven_isTheHeadlineWithoutEvidence() {
    Draft draft = draft(Language.ENGLISH, "Halifax port strike", STRIKE, 3);

    assertThat(draft.headline()).isEqualTo(new Draft.Item(null, "Halifax port strike", List.of()));
  }

  @Test
  void write_noHeadline_promotesTheLedeAndDoesNotRepeatIt() {
    Draft draft = draft(Language.ENGLISH, null, STRIKE, 3);

    assertThat(draft.headline().evidence()).containsExactly(1);
    assertThat(draft.sentences()).hasSize(3);
    assertThat(draft.sentences()).noneMatch(s -> s.equals(draft.headline()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8})
  void write_sentences_areTheArticlesOwnInItsOrder(int count) {
    Article article = article(Language.FRENCH, null, FLOOD);

    Draft draft = writer.write(article, count, Allowance.none()).draft();

    assertThat(draft.sentences()).hasSizeLessThanOrEqualTo(count).isNotEmpty();
    assertThat(draft.sentences())
        .allSatisfy(s -> assertThat(s.fr()).isEqualTo(article.sentence(evidence(s).getFirst())));
    assertThat(draft.sentences()).extracting(s -> evidence(s).getFirst()).isSorted();
    assertThat(draft.sentences()).allSatisfy(s -> assertThat(s.en()).isNull());
  }

  @Test
  void write_threeSentences_stateTheStory() {
    Draft draft = draft(Language.FRENCH, null, FLOOD, 3);

    assertThat(draft.sentences())
        .extracting(Draft.Item::fr)
        .anySatisfy(s -> assertThat(s).contains("quatre morts"))
        .noneSatisfy(s -> assertThat(s).startsWith("Elle"))
        .noneSatisfy(s -> assertThat(s).startsWith("Cette"))
        .noneSatisfy(s -> assertThat(s).contains("?"))
        .noneSatisfy(s -> assertThat(s).startsWith("Photo"));
  }

  @Test
  void write_frenchFacts_standInBothLanguages() {
    Draft draft = draft(Language.FRENCH, null, FLOOD, 3);

    assertThat(draft.keyFacts())
        .extracting(f -> plain(f.words().fr()) + " | " + plain(f.words().en()))
        .contains(
            "au moins 4 morts | at least 4 deaths",
            "27 blessés | 27 injured",
            "2,19 milliards d'euros | €2.19 billion",
            "3,2 % | 3.2%");
    assertThat(draft.keyFacts()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void write_factOfASource_keepsItsSource() {
    Draft draft = draft(Language.FRENCH, null, FLOOD, 3);

    assertThat(draft.keyFacts())
        .filteredOn(f -> plain(f.words().fr()).equals("2,19 milliards d'euros"))
        .singleElement()
        .satisfies(f ->
            assertThat(Objects.requireNonNull(f.attribution()).fr())
                .isEqualTo("la Banque nationale de Belgique"));
  }

  @Test
  void write_quotation_isVerbatimWithItsSpeaker() {
    Draft draft = draft(Language.ENGLISH, "Halifax port strike", STRIKE, 3);

    assertThat(draft.keyFacts())
        .filteredOn(f -> f.type() == FactType.QUOTE)
        .singleElement()
        .satisfies(f -> {
          assertThat(f.words().en())
              .isEqualTo(
                  "“We have been patient for eighteen months and our patience has run out,”");
          assertThat(f.words().fr()).isNull();
          assertThat(Objects.requireNonNull(f.attribution()).en())
              .isEqualTo("union president Dana Whitlock");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The blast may have killed 40 people.",
        "The blast did not kill 40 people.",
        "He said 40 people were killed.",
        "The two soldiers were seen."
      })
  void write_doubtedDeniedOrUnsourcedAmount_isNoFact(String sentence) {
    Draft draft = draft(Language.ENGLISH, "A blast", sentence, 1);

    assertThat(draft.keyFacts()).isEmpty();
  }

  @Test
  void write_twice_isTheSame() {
    assertThat(draft(Language.ENGLISH, null, STRIKE, 3))
        .isEqualTo(draft(Language.ENGLISH, null, STRIKE, 3));
  }

  @Test
  void write_oneSentence_isHeadlineAndBrief() {
    Draft draft = draft(Language.ENGLISH, null, "The bridge to Halifax reopened on Monday.", 3);

    assertThat(draft.sentences()).containsExactly(draft.headline());
  }

  private Draft draft(Language language, @Nullable String title, String text, int sentences) {
    return writer.write(article(language, title, text), sentences, Allowance.none()).draft();
  }

  private static Article article(Language language, @Nullable String title, String text) {
    String canonical = text.strip();
    return Article.of(
        language,
        title,
        null,
        canonical,
        new SentenceSplitter().split(canonical, language),
        List.of());
  }

  private static List<Integer> evidence(Draft.Item item) {
    return Objects.requireNonNull(item.evidence());
  }

  private static String plain(@Nullable String text) {
    return String.valueOf(text).replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
