package news.breve.reading;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/** The words of a statement, for a look whether they name something. */
public final class Vocabulary {
  private static final int MAX_INITIALS = 7;

  /** Words of the longest name before its acronym. */
  private static final int LONGEST = 10;

  /** Letters that words of one family share. */
  private static final int ROOT = 6;

  /** Letters of a word that is known again with another ending, and of that ending. */
  private static final int COGNATE = 6;

  private static final int ENDING = 5;

  /** What the name of a place ends with where it stands for who or what belongs there. */
  private static final Set<String> DEMONYM_ENDINGS = NameReader.particles("demonym");

  /** Letters of the shortest place whose demonym is known by its beginning. */
  private static final int SHORTEST_PLACE = 4;

  private final Statement statement;
  private final Language language;
  private final Tokens tokens;
  private final Set<String> words = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Set<String> capitals = new HashSet<>();
  private @Nullable Set<String> sounds;
  private @Nullable Set<String> concepts;
  private @Nullable Set<String> inNames;
  private final Set<String> acronyms = new HashSet<>();

  /** Where the words begin and end whose first letters an acronym has, by the acronym. */
  private @Nullable Map<String, Span> longForms;

  /** Words that a known place begins with. */
  private final Set<String> placeWords = new HashSet<>();

  private final Set<Value> known = new HashSet<>();

  /** Where the words begin and end that stand before an acronym in brackets, by the acronym. */
  private final Map<String, Span> introduced = new HashMap<>();

  /** Acronyms in brackets whose letters the words before them begin with. */
  private final Set<String> spelled = new HashSet<>();

  /** A stretch of a statement, by UTF-16 offsets. */
  private record Span(int start, int end) {}

  private Vocabulary(Statement statement) {
    this.statement = statement;
    this.language = statement.language();
    this.tokens = statement.tokens();
  }

  static Vocabulary of(Statement statement) {
    Vocabulary vocabulary = new Vocabulary(statement);
    Tokens tokens = statement.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isWord()) {
        String word = bare(token);
        vocabulary.words.add(word);
        vocabulary.words.add(token.folded());
        vocabulary.stems.add(statement.stems().get(i));
        if (token.isCapitalised()) {
          if (token.text().length() > 1
              && token.text().equals(token.text().toUpperCase(Locale.ROOT))) {
            vocabulary.acronyms.add(word);
            vocabulary.readLongForm(tokens, i, word);
          }
          vocabulary.capitals.add(word);
        }
      }
    }
    vocabulary.readKnown();
    return vocabulary;
  }

  /** What the words mean, read when first asked for. */
  private Set<String> concepts() {
    if (concepts == null) {
      concepts = new HashSet<>();
      for (Word word : statement.words()) {
        concepts.addAll(word.concepts());
      }
    }
    return concepts;
  }

  /** What the words mean inside names, read when first asked for. */
  private Set<String> inNames() {
    if (inNames == null) {
      inNames = new HashSet<>();
      Glossary glossary = Glossary.ofNames(language);
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).isWord()) {
          glossary.collect(tokens, statement.stems(), i, inNames);
        }
      }
      readPartyCodes(inNames);
    }
    return inNames;
  }

  /** "Dale Hutchins, R-Ariz.": an American Republican. */
  private void readPartyCodes(Set<String> meanings) {
    for (int i = 0; i < tokens.size(); i++) {
      String code = tokens.get(i).text();
      if ((code.equals("R") || code.equals("D")) && tokens.afterHyphen(i + 1) == i + 2) {
        meanings.add(code.equals("R") ? "Republican" : "democratic");
      }
    }
  }

  private void readKnown() {
    for (int i = 0; i < statement.known().size(); i++) {
      NameReader.Known here = statement.known().get(i);
      if (here != null) {
        known.addAll(here.values());
        for (Value value : here.values()) {
          if (value instanceof Value.Place) {
            placeWords.add(bare(statement.tokens().get(i)));
          }
        }
      }
    }
  }

  /** Only a few statements are asked for them. */
  private Map<String, Span> longForms() {
    if (longForms == null) {
      Map<String, Span> read = new HashMap<>();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).isCapitalised()) {
          readInitials(i, read);
        }
      }
      longForms = read;
    }
    return longForms;
  }

  /** « Fédération des villages du Québec » is FV and FVQ. */
  private void readInitials(int start, Map<String, Span> read) {
    FunctionWords functionWords = FunctionWords.of(language);
    StringBuilder letters = new StringBuilder();
    for (int i = start; letters.length() < MAX_INITIALS; i++) {
      Token token = tokens.get(i);
      if (token.isWord() && !functionWords.has(token)) {
        letters.append(bare(token).charAt(0));
        if (letters.length() > 1) {
          read.putIfAbsent(letters.toString(), new Span(tokens.get(start).start(), token.end()));
        }
      } else if (!token.isWord() && !token.isHyphen()) {
        return;
      }
    }
  }

  /**
   * "Lausanne University Hospital (CHUV)": what stands before the bracket is what it is short for.
   */
  private void readLongForm(Tokens tokens, int acronym, String word) {
    if (!tokens.get(acronym - 1).is("(") || !tokens.get(acronym + 1).is(")")) {
      return;
    }
    int end = acronym - 1;
    int start = end;
    while (end - start < LONGEST
        && (tokens.get(start - 1).isWord() || tokens.get(start - 1).isHyphen())) {
      start--;
    }
    int letter = 0;
    for (int i = start; i < end && letter < word.length(); i++) {
      letter += bare(tokens.get(i)).charAt(0) == word.charAt(letter) ? 1 : 0;
    }
    if (letter == word.length()) {
      spelled.add(word);
    }
    if (start < end) {
      introduced.put(word, new Span(tokens.get(start).start(), tokens.get(acronym).end()));
    }
  }

  /** Returns a word as names are compared: O'Brien is brien, St. is saint. */
  static String bare(Token token) {
    String word = token.folded();
    if (word.length() > 3 && word.charAt(1) == '\'') {
      word = word.substring(2);
    }
    if (word.endsWith("'")) {
      word = word.substring(0, word.length() - 1);
    }
    return switch (word) {
      case "st" -> "saint";
      case "ste" -> "sainte";
      case "co" -> "county";
      default -> word;
    };
  }

  /** Returns if a part of a name stands here: itself, or by another name the tables know. */
  public boolean names(NamePart part, Language ofPart) {
    return namesPerson(part, ofPart) || hasDemonym(part);
  }

  /**
   * Returns if the words name what a part of a person's name names: no demonym stands for it,
   * Hutchinson is nobody from Hutchins.
   *
   * @param ofPart the language that the part is in
   */
  public boolean namesPerson(NamePart part, Language ofPart) {
    // Mexico is a city in French and a country in English: what both tables know they must agree
    // on.
    boolean isOther =
        ofPart != language && part.isPlace() && placeWords.contains(part.words().getFirst());
    return !Collections.disjoint(part.known(), known)
        || isRelated(part)
        || (part.acronym() && longForms().containsKey(part.words().getFirst()))
        || (!isOther && (words.containsAll(part.words()) || sounds(part, ofPart)));
  }

  /** « La société calgarienne » is Calgary's: a town whose demonym no table has. */
  private boolean hasDemonym(NamePart part) {
    if (part.words().size() != 1 || part.acronym() || part.demonym()) {
      return false;
    }
    String place = part.words().getFirst();
    if (place.length() < SHORTEST_PLACE || !(part.isPlace() || part.isProper())) {
      return false;
    }
    for (String word : words) {
      if (isDemonym(word, place) || isDemonym(place, word)) {
        return true;
      }
    }
    return false;
  }

  /** Returns if a French word ends as no name but that of people of a place does: le Narbonnais. */
  static boolean endsAsDemonym(String word) {
    return word.length() > COGNATE
        && Stream.of("ais", "aise", "ois", "oise", "ien", "ienne", "eenne")
            .anyMatch(word::endsWith);
  }

  /** All letters of the place but a mute ending, and an ending: Rennes, rennais. */
  private static boolean isDemonym(String word, String place) {
    int stem = place.length() - (place.endsWith("es") ? 2 : 1);
    if (stem < SHORTEST_PLACE || !word.regionMatches(0, place, 0, stem)) {
      return false;
    }
    return DEMONYM_ENDINGS.contains(word.substring(stem))
        || (word.startsWith(place) && DEMONYM_ENDINGS.contains(word.substring(place.length())));
  }

  private boolean isRelated(NamePart part) {
    for (Value one : part.known()) {
      for (Value other : known) {
        if (Metonyms.areRelated(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns if a word of another language stands here with another ending, whatever its capital:
   * Keynesian, keynésien.
   */
  public boolean hasCognate(NamePart part) {
    if (part.words().size() != 1 || part.acronym()) {
      return false;
    }
    String word = part.words().getFirst();
    return word.length() >= COGNATE
        && words.stream().anyMatch(other -> other.length() >= COGNATE && haveOneStem(word, other));
  }

  private static boolean haveOneStem(String one, String other) {
    int shared = 0;
    while (shared < Math.min(one.length(), other.length())
        && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared >= COGNATE - 1 && Math.max(one.length(), other.length()) - shared <= ENDING;
  }

  /**
   * Returns if a name belongs to words that an acronym stands for here. A place or a body that the
   * tables know needs the acronym's letters: what stands before a bracket may be of anything.
   *
   * @param ofName the words of the statement that has the name
   */
  public boolean abbreviates(ProperName name, Vocabulary ofName) {
    return acronyms.stream()
        .anyMatch(acronym ->
            isIn(ofName.longForms().get(acronym), name)
                || (name.known().isEmpty() && isIn(ofName.introduced.get(acronym), name)));
  }

  private static boolean isIn(@Nullable Span span, ProperName name) {
    return span != null && span.start <= name.start() && name.end() <= span.end;
  }

  /** Returns if an acronym stands here in brackets after words whose first letters it has. */
  public boolean introduces(NamePart acronym) {
    return acronym.acronym() && spelled.contains(acronym.words().getFirst());
  }

  /** Returns if a word of this stem stands here. */
  public boolean hasStem(String stem) {
    return stems.contains(stem);
  }

  /** Returns if a word begins as another does: prosecutor, prosecuting. */
  public boolean hasKin(String word) {
    String root = Folding.fold(word.toLowerCase(Locale.ROOT));
    return root.length() >= ROOT
        && words.stream().anyMatch(other -> other.startsWith(root.substring(0, ROOT)));
  }

  private boolean sounds(NamePart part, Language ofPart) {
    if (ofPart == language || part.sound().length() <= 2) {
      return false;
    }
    if (sounds == null) {
      sounds =
          capitals.stream()
              .map(word -> Transliteration.key(word, language))
              .collect(Collectors.toSet());
    }
    return sounds.contains(part.sound());
  }

  /**
   * Returns if a word of a name stands here in other words: in one language names are not put into
   * other words, but for what a body may be called; across both, by the glossary.
   */
  public boolean means(NamePart part, Language ofPart) {
    if (part.words().size() > 1) {
      FunctionWords small = FunctionWords.of(ofPart);
      int[] telling =
          IntStream.range(0, part.words().size())
              .filter(i -> !small.has(part.words().get(i)))
              .toArray();
      long meant =
          Arrays.stream(telling)
              .filter(i ->
                  words.contains(part.words().get(i))
                      || part.meanings().get(i).stream().anyMatch(inNames()::contains))
              .count();
      return ofPart == language ? meant == telling.length : meant * 2 >= telling.length;
    }
    boolean sameWord =
        ofPart == language
            ? stems.contains(part.stem())
            : !Collections.disjoint(part.concepts(), concepts());
    return sameWord || !Collections.disjoint(part.meanings().getFirst(), inNames());
  }
}
