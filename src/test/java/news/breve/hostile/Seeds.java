package news.breve.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.Source;
import news.breve.brief.Draft;
import news.breve.brief.DraftJson;
import news.breve.writing.Allowance;
import news.breve.writing.ExtractiveWriter;

/** Good inputs that hostile ones are made of: the articles and sentences of the other tests. */
final class Seeds {
  private static final Path RESOURCES = Path.of("src/test/resources/news/breve");
  private static final List<String> PAIRS =
      List.of("checking/same-names.tsv", "checking/other-names.tsv", "checking/cue-pairs.tsv");

  /** An article and a draft of it. */
  record Pair(Article article, Draft draft) {
    String json() {
      return DraftJson.of(draft).toString();
    }
  }

  private final List<String> texts = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();
  private final List<String> documents = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();

  Seeds() {
    for (Path file : files()) {
      String content = read(file);
      String name = file.getFileName().toString();
      if (name.endsWith(".html")) {
        pages.add(content);
      } else if (name.endsWith(".json")) {
        documents.add(content);
      } else {
        texts.add(content);
      }
    }
    for (String text : List.copyOf(texts)) {
      pages.add(
          "<html"
              + " lang=fr><head><style>.y{display:none}</style></head><body><article><h1>Titre</h1><p>"
              + text.strip().replaceAll("\n+", "</p>\n<p class=x>")
              + "</p><p class=y>Secret</p></article></body></html>");
      documents.add(
          Json.mapper().createObjectNode().put("text", text).put("title", "Un titre").toString());
    }
    bilingual();
    extracted();
  }

  List<String> texts() {
    return texts;
  }

  List<String> pages() {
    return pages;
  }

  List<String> documents() {
    return documents;
  }

  List<Pair> pairs() {
    return pairs;
  }

  /**
   * Articles of eight sentences that a table has in both languages, and drafts that say the same.
   */
  private void bilingual() {
    List<String[]> rows = new ArrayList<>();
    for (String table : PAIRS) {
      read(RESOURCES.resolve(table))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(rows::add);
    }
    for (int from = 0; from + 8 <= rows.size(); from += 8) {
      List<String[]> part = rows.subList(from, from + 8);
      for (int column = 0; column < 2; column++) {
        int here = column;
        String text = String.join("\n", part.stream().map(row -> row[here]).toList());
        texts.add(text);
        Article article =
            new Intake()
                .read(
                    new Source(
                        text.getBytes(StandardCharsets.UTF_8),
                        Source.Type.PLAIN_TEXT,
                        null,
                        column == 0 ? "fr" : "en"))
                .article();
        List<Draft.Item> items = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
          List<Integer> evidence = List.of(Math.min(i + 1, article.sentences().size()));
          items.add(new Draft.Item(part.get(i)[0], part.get(i)[1], evidence));
        }
        pairs.add(new Pair(article, new Draft(items.getFirst(), items, List.of())));
      }
    }
  }

  private void extracted() {
    for (String text : List.copyOf(texts)) {
      Source source =
          new Source(text.getBytes(StandardCharsets.UTF_8), Source.Type.PLAIN_TEXT, null, null);
      try {
        Article article = new Intake().read(source).article();
        pairs.add(
            new Pair(article, new ExtractiveWriter().write(article, 5, Allowance.none()).draft()));
      } catch (news.breve.article.ProblemException e) {
        // Not every file of the tests is an article.
      }
    }
  }

  private static List<Path> files() {
    try (Stream<Path> fixtures = Files.walk(RESOURCES.resolve("article"));
        Stream<Path> events = Files.walk(Path.of("events"))) {
      return Stream.concat(
              fixtures.filter(
                  file -> file.toString().matches(".*/(fixtures|whole)/[^/]*\\.(txt|html|json)")),
              events.filter(file -> file.toString().endsWith(".txt")))
          .filter(file -> !file.toString().endsWith(".removed.txt"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
