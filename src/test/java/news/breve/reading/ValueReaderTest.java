package news.breve.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.article.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader that is not asked about a word because none of its values begins so finds none. */
final class ValueReaderTest {
  private static final Path ARTICLES = Path.of("bench/falsify/tuning");

  /** Tables whose forms stand in values, in either language. */
  private static final List<String> TABLES =
      List.of(
          "approximations.tsv",
          "calendar.tsv",
          "counted-nouns.tsv",
          "currencies.tsv",
          "fractions.tsv",
          "label-words.tsv",
          "multiples.tsv",
          "number-idioms.tsv",
          "numerals.tsv",
          "orders.tsv",
          "ordinals.tsv",
          "organizations.tsv",
          "places.tsv",
          "countries.tsv");

  @ParameterizedTest
  @EnumSource(Language.class)
  void mayBegin_firstWordOfAnyValue_isTrue(Language language) throws IOException {
    List<ValueReader> readers = new Reader(language).readers();
    Set<String> found = new TreeSet<>();
    Set<String> missed = new TreeSet<>();

    for (String text : texts()) {
      Tokens tokens = Tokens.of(text, language);
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        boolean qualified = Approximations.of(language).before(tokens, i).end() > i;
        for (ValueReader reader : readers) {
          String kind = reader.getClass().getSimpleName();
          if (!qualified && reader.at(tokens, i).isPresent()) {
            found.add(kind);
            if (!reader.mayBegin(token, language)) {
              missed.add(kind + ": " + token.text());
            }
          }
        }
        if (qualified && !Approximations.of(language).mayBegin(token)) {
          missed.add("Approximations: " + token.text());
        }
      }
    }

    assertThat(missed).isEmpty();
    assertThat(found).hasSize(readers.size());
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String table : List.of("french-values.tsv", "english-values.tsv")) {
      Table.read(ReaderTest.class, table, 2).forEach(row -> texts.add(row.get(0)));
    }
    for (String table : TABLES) {
      for (String form : forms(table)) {
        // Alone, before and behind numbers, and where another word or sign tells what it is.
        for (String around :
            List.of(
                "%s",
                "%s 5",
                "%s 2,5 %%",
                "%s trois points",
                "%s three points",
                "5 %s",
                "une %s de points",
                "a %s of a point",
                "le %s d'euros",
                "the %s, 2020",
                "-%s")) {
          texts.add(around.formatted(form));
        }
      }
    }
    try (Stream<Path> files = Files.walk(ARTICLES)) {
      for (Path file : files.filter(f -> f.endsWith("article.txt")).toList()) {
        texts.addAll(Files.readAllLines(file));
      }
    }
    return texts;
  }

  private static List<String> forms(String table) throws IOException {
    List<String> forms = new ArrayList<>();
    for (String line :
        Files.readAllLines(Path.of("src/main/resources/news/breve/reading", table))) {
      if (!line.startsWith("#")) {
        for (String cell : line.split("\t", -1)) {
          forms.addAll(Cells.alternatives(cell));
        }
      }
    }
    return forms;
  }
}
