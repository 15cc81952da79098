package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads places and organizations that the tables know in both languages. A name inside a longer one
 * (Denzel Washington, the New York Times) is not read.
 */
final class Names implements ValueReader {
  /** A name in both languages. */
  private record Entry(Value value, String french, String english) {
    String in(Language language) {
      return language == Language.FRENCH ? french : english;
    }
  }

  private static final Names NAMES = new Names();

  private final Phrases<Entry> french = new Phrases<>(Phrases.Key.NAME, Language.FRENCH);
  private final Phrases<Entry> english = new Phrases<>(Phrases.Key.NAME, Language.ENGLISH);
  private final Map<Value, Entry> byValue = new HashMap<>();

  /** What stands after the article in it: « au Caire », « du Havre ». */
  private final Phrases<Entry> contracted = new Phrases<>(Phrases.Key.NAME, Language.FRENCH);

  private Names() {
    for (List<String> row : Cells.rows("organizations.tsv", 2)) {
      add(row.get(0), row.get(1), Value.Organization::new);
    }
    for (List<String> row : Cells.rows("places.tsv", 2)) {
      add(row.get(0), row.get(1), Value.Place::new);
    }
    addCountries();
  }

  static Names instance() {
    return NAMES;
  }

  private void add(String frenchForms, String englishForms, Function<String, Value> value) {
    String fr = Cells.first(frenchForms);
    String en = Cells.first(englishForms);
    Entry entry = new Entry(value.apply(en), fr, en);
    byValue.putIfAbsent(entry.value(), entry);
    spellings(frenchForms).forEach(form -> french.add(form, entry));
    for (String form : Cells.alternatives(frenchForms)) {
      if (form.startsWith("Le ") || form.startsWith("Les ")) {
        contracted.add(form.substring(form.indexOf(' ') + 1), entry);
      }
    }
    spellings(englishForms).forEach(form -> english.add(form, entry));
  }

  /**
   * Returns the forms of a cell with those that only custom tells from them: a capital on the first
   * word (« Îles Féroé »), St Lucia and Saint Lucia for St. Lucia.
   */
  static List<String> spellings(String cell) {
    List<String> spellings = new ArrayList<>();
    for (String form : Cells.alternatives(cell)) {
      spellings.add(form);
      if (Character.isLowerCase(form.charAt(0))) {
        spellings.add(form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1));
      }
      if (form.contains("St. ")) {
        spellings.add(form.replace("St. ", "St "));
        spellings.add(form.replace("St. ", "Saint "));
      }
    }
    return spellings;
  }

  /** Countries for which {@code places.tsv} has no name. */
  private void addCountries() {
    // Looked up all together before one is added: what is added to is prepared anew for a look.
    List<List<String>> unknown = new ArrayList<>();
    for (List<String> row : Cells.rows("countries.tsv", 2)) {
      boolean known =
          has(french, Tokens.of(row.get(0), Language.FRENCH))
              || has(english, Tokens.of(row.get(1), Language.ENGLISH));
      if (!known) {
        unknown.add(row);
      }
    }
    for (List<String> row : unknown) {
      add(row.get(0), row.get(1), Value.Place::new);
    }
  }

  /** A longer name that begins as another does is another: Afrique, Afrique du Sud. */
  private static boolean has(Phrases<Entry> names, Tokens name) {
    return names.at(name, 0).filter(match -> match.end() == name.size()).isPresent();
  }

  @Override
  public boolean mayBegin(Token token, Language language) {
    return (language == Language.FRENCH ? french : english).mayBegin(token);
  }

  @Override
  public Optional<Found> at(Tokens tokens, int i) {
    return (tokens.isFrench() ? french : english)
        .at(tokens, i)
        .filter(match -> standsAlone(tokens, i, match))
        .map(match -> Found.one(tokens, i, match.end(), match.value().value()));
  }

  /**
   * Returns the places and bodies that may be meant by the longest name at a token, also inside a
   * longer name (RSF are reporters and a force in Sudan); null if none begins there.
   */
  Phrases.@Nullable Match<Set<Value>> inside(Tokens tokens, int i) {
    Phrases.Match<Set<Entry>> match =
        tokens.isFrench() && isContraction(tokens.get(i - 1))
            ? contracted.findAll(tokens, i)
            : null;
    if (match == null) {
      match = (tokens.isFrench() ? french : english).findAll(tokens, i);
    }
    return match == null ? null : new Phrases.Match<>(values(match.value()), match.end());
  }

  private static Set<Value> values(Set<Entry> entries) {
    Set<Value> values = HashSet.newHashSet(entries.size());
    for (Entry entry : entries) {
      values.add(entry.value());
    }
    return values;
  }

  private static boolean isContraction(Token token) {
    return token.is("au") || token.is("du") || token.is("aux") || token.is("des");
  }

  /** Returns the name that we write in a language. */
  Optional<String> written(Value value, Language language) {
    return Optional.ofNullable(byValue.get(value)).map(entry -> entry.in(language));
  }

  private static boolean standsAlone(Tokens tokens, int i, Phrases.Match<Entry> match) {
    boolean hyphenated =
        (tokens.get(i - 1).isHyphen()
                && tokens.touchesPrevious(i)
                && tokens.touchesPrevious(i - 1)
                && tokens.get(i - 2).isCapitalised())
            || (tokens.afterHyphen(match.end()) != match.end()
                && tokens.get(match.end() + 1).isCapitalised());
    boolean dollars = tokens.get(match.end()).is("$") && tokens.touchesPrevious(match.end());
    if (hyphenated || dollars) {
      return false;
    }
    Token before = tokens.get(i - 1);
    boolean partOfNameBefore =
        before.isCapitalised()
            && before.text().length() > 1
            && !opensWithFunctionWord(tokens, i - 1)
            && !tokens.get(i - 1).text().endsWith("'");
    if (match.value().value() instanceof Value.Organization) {
      return !partOfNameBefore || isAcronym(tokens.get(i));
    }
    Token after = tokens.get(match.end());
    boolean partOfNameAfter = after.isCapitalised() && !isCalendarWord(tokens, match.end());
    return !partOfNameBefore && !partOfNameAfter;
  }

  /** "En Lettonie", "The Kremlin" at the start of a sentence; not "Denzel Washington". */
  private static boolean opensWithFunctionWord(Tokens tokens, int i) {
    SpeechWords words = SpeechWords.of(tokens.language());
    return tokens.opensSentence(i)
        && (words.is(SpeechWords.Kind.PREPOSITION, tokens, i)
            || words.is(SpeechWords.Kind.DETERMINER, tokens, i)
            || words.is(SpeechWords.Kind.SOURCE, tokens, i)
            || words.is(SpeechWords.Kind.ENDS, tokens, i));
  }

  private static boolean isAcronym(Token token) {
    return token.text().length() > 1 && token.text().chars().noneMatch(Character::isLowerCase);
  }

  private static boolean isCalendarWord(Tokens tokens, int i) {
    Calendar calendar = Calendar.of(tokens.language());
    return calendar.at(tokens, i, "weekday").isPresent()
        || calendar.at(tokens, i, "month").isPresent();
  }
}
