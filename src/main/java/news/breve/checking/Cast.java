package news.breve.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.breve.article.Language;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;
import news.breve.reading.Role;

/** Whom and what an article names, and where. */
final class Cast {
  /** A name, and the number of its sentence. */
  record Entry(ProperName name, int sentence) {}

  /** An article says whom it is about in so many sentences. */
  private static final int BEGINNING = 2;

  private final List<Passage> passages;
  private final Language language;
  private final List<Entry> entries = new ArrayList<>();

  private final List<Role> roles = new ArrayList<>();

  /** Words with capitals where only a name has one. */
  private final Set<String> certain = new HashSet<>();

  /** The names of two words and more that each word belongs to. */
  private final Map<String, List<Entry>> byWord = new HashMap<>();

  Cast(List<Passage> passages, Language language) {
    this.passages = passages;
    this.language = language;
    for (Passage passage : passages) {
      roles.addAll(passage.statement().roles());
      for (ProperName name : passage.statement().names()) {
        Entry entry = new Entry(name, passage.number());
        entries.add(entry);
        for (NamePart part : name.parts()) {
          for (String word : part.words()) {
            byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(entry);
            if (!part.opening()) {
              certain.add(word);
            }
          }
        }
      }
    }
  }

  Language language() {
    return language;
  }

  List<Passage> passages() {
    return passages;
  }

  /** Returns if the article has a part of a name anywhere, in whatever spelling or words. */
  boolean has(NamePart part, Language ofPart) {
    return passages.stream()
        .map(passage -> passage.statement().vocabulary())
        .anyMatch(words -> words.names(part, ofPart) || words.means(part, ofPart));
  }

  /** Returns if the article has a surname: people of a place of that name don't stand for it. */
  boolean hasSurname(NamePart part, Language ofPart) {
    return passages.stream()
        .map(passage -> passage.statement().vocabulary())
        .anyMatch(words -> words.namesPerson(part, ofPart) || words.means(part, ofPart));
  }

  /** Returns if a word is a name, by its capital where no sentence opens. */
  boolean isName(NamePart part) {
    return certain.containsAll(part.words());
  }

  /** Returns the names that a part belongs to. */
  List<Entry> with(NamePart part) {
    return byWord.getOrDefault(part.words().getLast(), List.of());
  }

  /** Returns the name one of whose words is spelled most like a part; empty if none is. */
  Optional<Entry> nearest(NamePart part) {
    String word = part.words().getLast();
    Entry best = null;
    int least = limit(word) + 1;
    for (Map.Entry<String, List<Entry>> candidate : byWord.entrySet()) {
      int distance = distance(word, candidate.getKey(), least);
      if (distance > 0 && distance < least && certain.contains(candidate.getKey())) {
        least = distance;
        best = candidate.getValue().getFirst();
      }
    }
    return Optional.ofNullable(best);
  }

  /** How many letters may differ for two words to be taken for each other. */
  private static int limit(String word) {
    return word.length() < 4 ? 0 : word.length() < 7 ? 1 : 2;
  }

  /** Returns the edit distance of two words, a swap of neighbours counted once, up to a limit. */
  static int distance(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) >= limit) {
      return limit;
    }
    int[] older = new int[other.length() + 1];
    int[] old = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      old[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], old[j]) + 1, old[j - 1] + change);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
      }
      int[] spare = older;
      older = old;
      old = row;
      row = spare;
    }
    return old[other.length()];
  }

  /** Returns the sentences that name a person or body, by its last word. */
  Set<Integer> sentences(ProperName name) {
    return with(name.last()).stream().map(Entry::sentence).collect(Collectors.toSet());
  }

  /**
   * Returns if a sentence speaks of somebody whom another names: by a pronoun, of one of the two
   * before it or of those that say whom the article is about; by a role or the like that the
   * article gives to nobody but them.
   */
  boolean refersTo(Passage passage, ProperName name) {
    return refersBackTo(passage, name) || describes(passage, name);
  }

  private boolean refersBackTo(Passage passage, ProperName name) {
    if (!passage.statement().refersBack()) {
      return false;
    }
    return isNamed(name, Math.max(1, passage.number() - 2), passage.number())
        || isProtagonist(name);
  }

  /** Returns if the article says where it begins that it is about this. */
  boolean isProtagonist(ProperName name) {
    return isNamed(name, 1, Math.min(BEGINNING, passages.size()));
  }

  private boolean isNamed(ProperName name, int from, int to) {
    for (int number = from; number <= to; number++) {
      if (passages.get(number - 1).statement().vocabulary().names(name.last(), language)) {
        return true;
      }
    }
    return false;
  }

  private boolean describes(Passage passage, ProperName name) {
    return passage.statement().roles().stream()
            .filter(role -> role.noun() && role.holder().isEmpty())
            .anyMatch(role -> rolesOf(name).stream().anyMatch(role::agreesWith))
        || with(name.last()).stream()
            .map(entry -> passages.get(entry.sentence() - 1).statement().epithet(entry.name()))
            .anyMatch(stem -> !stem.isEmpty() && passage.statement().vocabulary().hasStem(stem));
  }

  /** Returns what the article calls a person. */
  List<Role> rolesOf(ProperName name) {
    return roles.stream()
        .filter(role -> role.holder().filter(holder -> isSame(holder, name)).isPresent())
        .toList();
  }

  /** Returns the sentences that name a person, and those after them that refer back to one. */
  Stream<Passage> near(ProperName name) {
    Set<Integer> numbers = new TreeSet<>();
    for (int number : sentences(name)) {
      numbers.add(number);
      if (number < passages.size() && passages.get(number).statement().refersBack()) {
        numbers.add(number + 1);
      }
    }
    return numbers.stream().map(number -> passages.get(number - 1));
  }

  /** Returns every role of the article. */
  List<Role> roles() {
    return roles;
  }

  /**
   * Returns if a sentence that names somebody shows that they have a role, though the article calls
   * them by none.
   */
  boolean shows(Role role, ProperName holder) {
    return rolesOf(holder).stream().allMatch(Role::general)
        && sentences(holder).stream()
            .anyMatch(number -> passages.get(number - 1).statement().shows(role));
  }

  /** Returns if a word of the article is of one family with a role: prosecutor, prosecuting. */
  boolean hasKin(Role role) {
    return passages.stream()
        .anyMatch(passage -> passage.statement().vocabulary().hasKin(role.text()));
  }

  private static boolean isSame(ProperName one, ProperName other) {
    return one.last().words().equals(other.last().words());
  }
}
