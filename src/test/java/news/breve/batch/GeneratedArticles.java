package news.breve.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.breve.article.Json;
import news.breve.article.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An archive made of a seed: articles in French and English from half a kilobyte to some 30, 2 % of
 * the inputs poison of five kinds, 5 % the same as one before under another name. {@link
 * ScriptedModel} can brief them.
 */
final class GeneratedArticles {
  private static final int POISON_PERCENT = 2;
  private static final int DUPLICATE_PERCENT = 5;
  private static final List<String> CITIES =
      List.of("Sherbrooke", "Rimouski", "Gatineau", "Lévis", "Saguenay", "Drummondville");
  private static final Pattern CASE =
      Pattern.compile("(?:dossier|file) number (\\d+)|dossier numéro (\\d+)");

  private static final List<String> FILLERS_FR =
      List.of(
          "Les conseillers ont discuté du projet pendant plus de deux heures.",
          "Plusieurs citoyens avaient pris place dans la salle.",
          "La mairesse a remercié les employés de la bibliothèque.",
          "Le parc du quartier sera fermé pendant les travaux.",
          "Une association de commerçants demande un autre trajet.",
          "Le service des incendies a présenté son bilan de la saison.",
          "Les élèves de l'école voisine ont planté des arbres le long de la rivière.",
          "Un comité étudiera les plaintes au sujet du bruit.",
          "La patinoire restera ouverte tant que le froid le permettra.",
          "Le conseil reprendra ses travaux après la relâche.");
  private static final List<String> FILLERS_EN =
      List.of(
          "Councillors discussed the project for more than two hours.",
          "Several residents had taken seats in the room.",
          "The mayor thanked the staff of the library.",
          "The neighbourhood park will be closed during the work.",
          "A group of shopkeepers wants another route.",
          "The fire department presented its review of the season.",
          "Pupils of the nearby school planted trees along the river.",
          "A committee will study the complaints about noise.",
          "The skating rink will stay open as long as the cold allows.",
          "Council will return to its work after the break.");

  private static final String GERMAN =
      """
      Der Stadtrat von Lindenau hat am Dienstag beschlossen, die alte Brücke über den Fluss nicht
      abzureißen. Die Kosten für die Sanierung betragen nach Angaben der Verwaltung rund zwölf
      Millionen Euro. Die Arbeiten sollen im Frühjahr beginnen und etwa zwei Jahre dauern.
      """;

  private final List<Expected> expected = new ArrayList<>();
  private final Set<Integer> distinct = new LinkedHashSet<>();

  /**
   * What is to become of an input.
   *
   * @param source its name
   * @param number of the article, null if it is poison
   * @param problem null if it is an article
   */
  record Expected(String source, @Nullable Integer number, @Nullable Problem problem) {}

  /** An article's facts, as its first sentence has them. */
  record Facts(int number, String city, int millions, boolean french) {
    static Facts of(int number, long seed) {
      Random random = new Random(seed * 1_000_003 + number);
      return new Facts(
          number,
          CITIES.get(random.nextInt(CITIES.size())),
          100 + random.nextInt(900),
          random.nextBoolean());
    }

    String text(Random random) {
      List<String> paragraphs = new ArrayList<>();
      paragraphs.add(
          french
              ? "Le conseil municipal de %s a adopté lundi un budget de %d millions de dollars."
                  .formatted(city, millions)
              : "%s city council on Monday adopted a budget of $%d million."
                  .formatted(city, millions));
      paragraphs.add(
          french
              ? "L'affaire porte le dossier numéro %d.".formatted(number)
              : "The matter is on file number %d.".formatted(number));
      List<String> fillers = french ? FILLERS_FR : FILLERS_EN;
      // Most are short, a few are long.
      int length = 4 + (int) (Math.pow(random.nextDouble(), 4) * 400);
      StringBuilder paragraph = new StringBuilder();
      for (int i = 0; i < length; i++) {
        paragraph.append(fillers.get(random.nextInt(fillers.size()))).append(' ');
        if (random.nextInt(4) == 0) {
          paragraphs.add(paragraph.toString().strip());
          paragraph.setLength(0);
        }
      }
      paragraphs.add(paragraph.toString().strip());
      return String.join("\n\n", paragraphs);
    }
  }

  /** Writes so many inputs as JSON Lines. */
  static GeneratedArticles write(Path file, int inputs, long seed) throws IOException {
    GeneratedArticles articles = new GeneratedArticles();
    Random random = new Random(seed);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < inputs; i++) {
        out.write(articles.line(i, random, seed, file.getFileName() + ":" + (i + 1)));
        out.write('\n');
      }
    }
    return articles;
  }

  private byte[] line(int i, Random random, long seed, String name) {
    int kind = random.nextInt(100);
    if (kind < POISON_PERCENT) {
      return poison(random.nextInt(5), name);
    }
    boolean again = kind < POISON_PERCENT + DUPLICATE_PERCENT && !distinct.isEmpty();
    int number = i + 1;
    if (again) {
      List<Integer> all = List.copyOf(distinct);
      // As often near as far.
      int back = random.nextBoolean() ? Math.min(20, all.size()) : all.size();
      number = all.get(all.size() - 1 - random.nextInt(back));
    }
    distinct.add(number);
    ObjectNode json = Json.mapper().createObjectNode();
    String text = Facts.of(number, seed).text(new Random(seed + number));
    String source = name;
    if (random.nextInt(3) == 0) {
      source = "archive/" + i;
      json.put("source", source);
    }
    json.put("text", text);
    expected.add(new Expected(source, number, null));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] poison(int kind, String name) {
    Problem problem =
        switch (kind) {
          case 0 -> Problem.INVALID_JSON;
          case 1, 4 -> Problem.INVALID_ARTICLE;
          case 2 -> Problem.UNSUPPORTED_LANGUAGE;
          default -> Problem.TOO_LARGE;
        };
    expected.add(new Expected(name, null, problem));
    return switch (kind) {
      case 0 -> "{\"text\":\"Le conseil".getBytes(StandardCharsets.UTF_8);
      case 1 -> "{\"text\":\"  \"}".getBytes(StandardCharsets.UTF_8);
      case 2 ->
          Json.mapper()
              .createObjectNode()
              .put("text", GERMAN)
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      case 3 ->
          ("{\"text\":\"" + "La mairie a voté. ".repeat(16_000) + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      default -> "{\"text\":\"La mairie a voté.\"}".getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  /** Returns what is to become of each input, in their order. */
  List<Expected> expected() {
    return List.copyOf(expected);
  }

  boolean hasPoison() {
    return expected.stream().anyMatch(input -> input.problem() != null);
  }

  /** Returns the numbers of the articles, each once. */
  Set<Integer> distinct() {
    return Set.copyOf(distinct);
  }

  /** Returns the number of the article that a text is or quotes. */
  static int number(String text) {
    Matcher matcher = CASE.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("none of these articles");
    }
    return Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
  }
}
