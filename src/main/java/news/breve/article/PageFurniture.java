package news.breve.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Tells by names what an element of a page is for; the names are in page-furniture.tsv. */
final class PageFurniture {
  /** States of a page or subjects of an article, where other class names say what a thing is. */
  private static final List<String> NOT_A_NAME =
      List.of(
          "has-",
          "no-",
          "with-",
          "without-",
          "is-",
          "js-",
          "tag-",
          "category-",
          "topic-",
          "post-tag-",
          "comments-open",
          "comments-closed");

  private final Map<String, Cue> tags = new HashMap<>();
  private final Map<String, Cue> roles = new HashMap<>();
  private final Map<String, Cue> properties = new HashMap<>();

  /** By the cue's first word. */
  private final Map<String, List<Cue>> words = new HashMap<>();

  PageFurniture() {
    for (List<String> row : Table.read(PageFurniture.class, "page-furniture.tsv", 4)) {
      Cue cue = Cue.of(row);
      switch (row.getFirst()) {
        case "tag" -> tags.put(cue.text(), cue);
        case "role" -> roles.put(cue.text(), cue);
        case "itemprop" -> properties.put(cue.text(), cue);
        case "word" ->
            words.computeIfAbsent(cue.words().getFirst(), first -> new ArrayList<>()).add(cue);
        default -> throw new IllegalStateException("page-furniture.tsv: no kind " + row.getFirst());
      }
    }
  }

  /** What an element is for. */
  sealed interface Use {
    /** The text of the story. */
    record Story() implements Use {}

    /** A standfirst, which belongs to the story wherever it stands. */
    record Lead() implements Use {}

    /**
     * Not the story.
     *
     * @param limit with more characters than this it is kept
     */
    record Furniture(RemovalReason reason, int limit) implements Use {}
  }

  private record Cue(String text, List<String> words, Use use) {
    static Cue of(List<String> row) {
      int limit = row.get(3).equals("-") ? Integer.MAX_VALUE : Integer.parseInt(row.get(3));
      Use use =
          switch (row.get(2)) {
            case "story" -> new Use.Story();
            case "lead" -> new Use.Lead();
            default -> new Use.Furniture(RemovalReason.ofSlug(row.get(2)), limit);
          };
      return new Cue(row.get(1), List.of(row.get(1).split(" ")), use);
    }
  }

  /** Returns what an element's tag and role say it is for. */
  Optional<Use> byTag(Element element) {
    Cue cue = tags.get(element.normalName());
    if (cue == null) {
      cue = roles.get(element.attr("role").toLowerCase(Locale.ROOT));
    }
    return Optional.ofNullable(cue).map(Cue::use);
  }

  /** Returns what an element's itemprop, class and id say it is for; the story before all else. */
  Optional<Use> byName(Element element) {
    Cue property = properties.get(element.attr("itemprop").toLowerCase(Locale.ROOT));
    if (property != null) {
      return Optional.of(property.use());
    }
    Use found = null;
    for (String name : names(element)) {
      List<String> parts = wordsOf(name);
      for (int i = 0; i < parts.size(); i++) {
        for (Cue cue : words.getOrDefault(parts.get(i), List.of())) {
          int end = i + cue.words().size();
          if (end <= parts.size() && parts.subList(i, end).equals(cue.words())) {
            if (!(cue.use() instanceof Use.Furniture)) {
              return Optional.of(cue.use());
            }
            found = found == null ? cue.use() : found;
          }
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private List<String> names(Element element) {
    List<String> names = new ArrayList<>();
    for (String name : (element.className() + " " + element.id()).split("\\s+", -1)) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean isName = NOT_A_NAME.stream().noneMatch(lower::startsWith) || isCue(wordsOf(name));
      if (!name.isEmpty() && isName) {
        names.add(name);
      }
    }
    return names;
  }

  private boolean isCue(List<String> parts) {
    return words.getOrDefault(parts.getFirst(), List.of()).stream()
        .anyMatch(cue -> cue.words().equals(parts));
  }

  /** Returns the words of {@code blocLireAussi__titre-2}: bloc, lire, aussi, titre, 2. */
  private static List<String> wordsOf(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char before = ' ';
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      boolean starts = Character.isUpperCase(c) && Character.isLowerCase(before);
      if ((starts || !Character.isLetterOrDigit(c)) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      }
      before = c;
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
