package news.breve.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * Reads the proper names of a statement: runs of words with capitals, with the particles and
 * initials between them, and demonyms. Offices before a name are no part of it; days and months are
 * no names. In French the words of a body after its first are small (« Cour suprême »): they are
 * words like others. Whether a capital that opens a sentence makes a name is not for a single
 * statement to say: the part is marked.
 */
final class NameReader {
  private static final String DEGREES = "degree";

  private static final Set<String> PARTICLES = particles("name");
  private static final Set<String> BETWEEN_HYPHENS = particles("hyphen");
  private static final Set<String> PARTIES = particles("party");
  private static final Set<String> COMMON = particles("common");

  /** XIXe, XXIst: a rank in Roman numerals, as of a century. */
  private static final Pattern CENTURY = Pattern.compile("[IVX]{1,8}(?:e|es|er|ère|th|st|nd|rd)");

  private final Statement statement;
  private final Tokens tokens;
  private final RoleWords roles;
  private final boolean titleCase;
  private final List<ProperName> names = new ArrayList<>();

  private NameReader(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.roles = RoleWords.of(statement.language());
    this.titleCase = isTitleCase(tokens);
  }

  static Set<String> particles(String kind) {
    Set<String> words = new HashSet<>();
    for (List<String> row : Cells.rows("name-particles.tsv", 2)) {
      if (row.get(0).equals(kind)) {
        words.addAll(Cells.alternatives(row.get(1)));
      }
    }
    return words;
  }

  /** Returns the names of a statement, in order; they don't overlap. */
  static List<ProperName> read(Statement statement) {
    NameReader reader = new NameReader(statement);
    reader.readAll();
    reader.names.removeIf(name -> isOfValue(name, statement));
    return List.copyOf(reader.names);
  }

  /** The Swiss of Swiss francs are a currency, New Year's Day is a date, Celsius a measure. */
  private static boolean isOfValue(ProperName name, Statement statement) {
    for (Mention mention : statement.values()) {
      if (isNoName(mention.value())
          && mention.start() <= name.start()
          && name.end() <= mention.end()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoName(Value value) {
    return value instanceof Value.Money
        || value instanceof Value.Date
        || (value instanceof Value.Quantity quantity
            && (Measures.isMeasure(quantity.unit()) || DEGREES.equals(quantity.unit())));
  }

  /** "Quebec Drops Plan to Merge Towns": a headline whose words have capitals whatever they are. */
  private static boolean isTitleCase(Tokens tokens) {
    FunctionWords functionWords = FunctionWords.of(tokens.language());
    int capital = 0;
    int small = 0;
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isWord() && token.text().length() > 3 && !functionWords.has(token)) {
        if (token.isCapitalised()) {
          capital++;
        } else {
          small++;
        }
      }
    }
    return tokens.language() == Language.ENGLISH && capital >= 4 && small == 0;
  }

  private void readAll() {
    boolean addressed = false;
    int afterRole = -1;
    int i = 0;
    while (i < tokens.size()) {
      Phrases.Match<RoleWords.Entry> role = roles.find(tokens, i);
      Known known = known(i);
      if (role != null && (known == null || role.end() >= known.end())) {
        i = role.end();
        afterRole = i;
        addressed = tokens.get(i).isCapitalised();
      } else if (startsName(i)) {
        i = readName(i, addressed, isOf(afterRole, i));
        addressed = false;
      } else {
        addressed = false;
        i++;
      }
    }
  }

  private boolean startsName(int i) {
    Token token = tokens.get(i);
    if (!token.isWord()) {
      return false;
    }
    return isKnown(i) || (token.isCapitalised() && isNameWord(i) && !isForeignArticle(i));
  }

  /** « Les battures » in an English text: a title, of which the article is no name. */
  private boolean isForeignArticle(int i) {
    Token token = tokens.get(i);
    boolean article =
        tokens.isFrench()
            ? token.is("the")
            : token.is("le") || token.is("la") || token.is("les") || token.is("des");
    return article && !tokens.get(i + 1).isCapitalised();
  }

  private boolean isKnown(int i) {
    return known(i) != null;
  }

  private boolean isNameWord(int i) {
    Token token = tokens.get(i);
    return token.isCapitalised()
        && token.text().length() > 1
        && !isCalendarWord(i)
        && !COMMON.contains(token.folded())
        && !CENTURY.matcher(token.text()).matches()
        && !FunctionWords.of(tokens.language()).has(token);
  }

  private boolean isCalendarWord(int i) {
    Calendar calendar = Calendar.of(tokens.language());
    return calendar.at(tokens, i, "weekday").isPresent()
        || calendar.at(tokens, i, "month").isPresent();
  }

  /**
   * A phrase that a table knows.
   *
   * @param values what it stands for there
   * @param demonym whether it is no name of a place but of what belongs to it
   */
  record Known(Set<Value> values, boolean demonym, int end) {}

  private @Nullable Known known(int i) {
    return i < tokens.size() ? statement.known().get(i) : null;
  }

  /** Returns what the tables know by the longest phrase at a token; several may know it. */
  private static @Nullable Known known(Tokens tokens, int i) {
    Phrases.Match<Set<Value>> name = Names.instance().inside(tokens, i);
    Known best = name == null ? null : new Known(name.value(), false, name.end());
    Phrases.Match<Set<Value>> demonym = Demonyms.of(tokens.language()).find(tokens, i);
    if (demonym != null) {
      best = longer(best, new Known(demonym.value(), true, demonym.end()));
    }
    Phrases.Match<Value> other = OtherNames.of(tokens.language()).find(tokens, i);
    return other == null
        ? best
        : longer(best, new Known(Set.of(other.value()), false, other.end()));
  }

  private static Known longer(@Nullable Known best, Known found) {
    if (best == null || found.end() > best.end()) {
      return found;
    }
    return found.end() == best.end() ? both(best, found) : best;
  }

  private static Known both(Known one, Known other) {
    Set<Value> values = new HashSet<>(one.values());
    values.addAll(other.values());
    return new Known(values, one.demonym() && other.demonym(), one.end());
  }

  /** Returns what the tables know by the longest phrase at each token, null where nothing. */
  static List<@Nullable Known> known(Tokens tokens) {
    List<@Nullable Known> known = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      known.add(tokens.get(i).isWord() ? known(tokens, i) : null);
    }
    return known;
  }

  /** Reads the name that begins at a token; returns the place after it. */
  private int readName(int start, boolean addressed, boolean ofRole) {
    List<NamePart> parts = new ArrayList<>();
    int next = start;
    int end = start;
    while (next >= 0) {
      Known here = known(next);
      Known known = here == null || isSurname(here, parts) ? null : here;
      end = known == null ? next + 1 : known.end();
      parts.add(part(next, end, known));
      next = tokens.get(start).isCapitalised() ? following(end, parts, ofRole) : -1;
    }
    int first = isBeforePerson(parts) ? 1 : 0;
    if (first > 0) {
      add(parts.subList(0, first), addressed);
    }
    add(parts.subList(first, parts.size()), addressed);
    return end;
  }

  private void add(List<NamePart> parts, boolean addressed) {
    int start = parts.getFirst().start();
    int end = parts.getLast().end();
    names.add(new ProperName(tokens.text().substring(start, end), parts, addressed, start, end));
  }

  /** "Republican Alan Stroud", "Swede Nils Holm": what somebody is, before a name in full. */
  private static boolean isBeforePerson(List<NamePart> parts) {
    NamePart first = parts.getFirst();
    boolean says =
        first.demonym()
            || (first.words().size() == 1 && PARTIES.contains(first.words().getFirst()));
    return says
        && parts.size() >= 3
        && parts.subList(1, parts.size()).stream()
            .noneMatch(part -> part.acronym() || part.isKindOfBody() || part.isPlace())
        && parts.get(1).isOfPerson();
  }

  /** « André Breton »: a demonym with a capital, after a given name. */
  private boolean isSurname(Known known, List<NamePart> parts) {
    return tokens.isFrench()
        && known.demonym()
        && !parts.isEmpty()
        && parts.getFirst().isOfPerson();
  }

  /** Returns if small words alone stand between a role and what it is of. */
  private boolean isOf(int role, int name) {
    if (role < 0 || name == role) {
      return false;
    }
    for (int i = role; i < name; i++) {
      if (!tokens.get(i).isWord() || !FunctionWords.of(tokens.language()).has(tokens.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns where the next part of a name begins, −1 if there is none. */
  private int following(int end, List<NamePart> parts, boolean ofRole) {
    int hyphen = tokens.afterHyphen(end);
    if (hyphen != end) {
      return afterHyphen(hyphen);
    }
    int i = end;
    if (tokens.get(i).is(".")
        && tokens.get(i - 1).text().length() <= 2
        && tokens.touchesPrevious(i)) {
      i++;
    }
    int particles = i;
    while (isParticle(particles, parts)) {
      particles++;
    }
    while (isInitial(particles)) {
      particles += 2;
    }
    Token token = tokens.get(particles);
    if (!token.isCapitalised() || !isNameWord(particles)) {
      return -1;
    }
    if (particles > i && isKnown(particles) && parts.getFirst().isProper()) {
      return -1;
    }
    boolean isOfOffice =
        ofRole
            && parts.stream().allMatch(NamePart::isKindOfBody)
            && isNameWord(particles + 1)
            && tokens.isOneSpaceAfterPrevious(particles + 1);
    return isTitle(particles) || isOfOffice ? -1 : particles;
  }

  /** Between hyphens: Saint-Damien-des-Monts, Boulogne-sur-Mer. */
  private int afterHyphen(int i) {
    int at = i;
    while (PARTICLES.contains(tokens.get(at).word())
        || BETWEEN_HYPHENS.contains(tokens.get(at).word())) {
      at++;
      at = tokens.afterHyphen(at);
    }
    return tokens.get(at).isCapitalised() && tokens.touchesPrevious(at) ? at : -1;
  }

  private boolean isParticle(int i, List<NamePart> parts) {
    Token token = tokens.get(i);
    boolean small = PARTICLES.contains(token.word());
    boolean capital = token.isCapitalised() && FunctionWords.of(tokens.language()).has(token);
    boolean ofPerson = parts.size() == 1 && parts.getFirst().isOfPerson();
    return (capital && token.text().length() > 1 && !token.text().equals("I"))
        || (small && ofPerson && !token.word().equals("e") && !token.word().equals("y"));
  }

  /** J., in John J. Smith. */
  private boolean isInitial(int i) {
    return tokens.get(i).isCapitalised()
        && tokens.get(i).text().length() == 1
        && tokens.get(i + 1).is(".")
        && tokens.touchesPrevious(i + 1);
  }

  /** "Quebec Premier Anne Roy": an office between a place and a name parts them. */
  private boolean isTitle(int i) {
    Phrases.Match<RoleWords.Entry> role = roles.find(tokens, i);
    return role != null && tokens.get(role.end()).isCapitalised();
  }

  private NamePart part(int from, int to, @Nullable Known table) {
    Set<Value> known = table == null ? Set.of() : table.values();
    List<String> words = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isWord() && !tokens.get(i).is("'s")) {
        words.add(Vocabulary.bare(tokens.get(i)));
      }
    }
    Token first = tokens.get(from);
    boolean single = to == from + 1;
    return new NamePart(
        tokens.slice(from, to),
        words,
        single ? statement.stems().get(from) : "",
        statement.language(),
        known,
        table != null && table.demonym(),
        concepts(first.start()),
        meanings(from, to),
        known.isEmpty()
            && !isAcronym(from, to)
            && (titleCase || tokens.opensSentence(from) || opensTitle(from)),
        isAcronym(from, to),
        first.start(),
        tokens.get(to - 1).end());
  }

  /** A word means what it means alone, or in a phrase that begins with it. */
  private List<Set<String>> meanings(int from, int to) {
    List<Set<String>> meanings = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isWord() && !tokens.get(i).is("'s")) {
        Set<String> concepts = new HashSet<>();
        Glossary.ofNames(statement.language()).collect(tokens, statement.stems(), i, concepts);
        meanings.add(concepts);
      }
    }
    return meanings;
  }

  /** « La Nuit du chasseur », "The Night of the Hunter": words of a work, which is translated. */
  private boolean opensTitle(int i) {
    for (Quotation quotation : statement.quotations()) {
      int start = tokens.get(i).start();
      if (quotation.start() < start && start < quotation.end()) {
        return isTitleCase(quotation.start(), quotation.end());
      }
    }
    return false;
  }

  private boolean isTitleCase(int start, int end) {
    FunctionWords functionWords = FunctionWords.of(tokens.language());
    int capital = 0;
    int small = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.start() > start
          && token.end() < end
          && token.isWord()
          && !functionWords.has(token)) {
        capital += token.isCapitalised() ? 1 : 0;
        small += token.isCapitalised() ? 0 : 1;
      }
    }
    return capital > 0 && small <= (tokens.isFrench() ? capital : 0);
  }

  private boolean isAcronym(int from, int to) {
    String text = tokens.get(from).text();
    return to == from + 1 && text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
  }

  private Set<String> concepts(int start) {
    for (Word word : statement.words()) {
      if (word.start() <= start && start < word.end()) {
        return word.concepts();
      }
    }
    return Set.of();
  }
}
