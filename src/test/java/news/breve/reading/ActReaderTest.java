package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import news.breve.article.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class ActReaderTest {
  /** Columns: language, sentence, verb, who does it, whom it is done to (last names; - if none). */
  @ParameterizedTest
  @CsvFileSource(resources = "acts.tsv", delimiter = '\t')
  void acts_sentence_saysWhoDoesWhatToWhom(
      String language, String sentence, String verb, String agents, String patients) {
    Language in = language.equals("fr") ? Language.FRENCH : Language.ENGLISH;
    List<Act> acts =
        new Statements(Setting.UNKNOWN)
            .of(sentence, in).acts().stream()
                .filter(act -> act.verb().text().equals(verb))
                .toList();
    assertThat(acts).as(sentence).hasSize(1);
    assertThat(names(acts.getFirst().agents())).as("agents").isEqualTo(agents);
    assertThat(names(acts.getFirst().patients())).as("patients").isEqualTo(patients);
  }

  private static String names(List<Participant> participants) {
    String names =
        participants.stream()
            .filter(Participant::isNamed)
            .map(participant -> participant.names().getLast())
            .collect(Collectors.joining(" "));
    return names.isEmpty() ? "-" : names;
  }
}
