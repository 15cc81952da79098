package news.breve.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.breve.reading.SpeechWords.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people are called by what they do, and who is called so: a role right before a name
 * ("Health Minister Anne Roy", « la ministre de la Santé Anne Roy »), before it in apposition (« la
 * présidente de la FVQ, Solange Bérubé, ») or after it ("Anne Roy, 54, the police chief").
 */
final class RoleReader {
  /** An apposition that is longer is more likely a clause. */
  private static final int REACH = 12;

  /** Words before a role that somebody had or is to have. */
  private static final Set<String> OTHER_TIMES = ContextWords.of("of-another-time");

  /** Titles between a role and the name that is put to it. */
  private static final Set<String> POSSESSIVES = ContextWords.of("possessive");

  private static final Set<String> TITLES = ContextWords.of("honorific");

  private static final int LONGEST_ROLE = 5;

  private static final String DEPUTY = "deputy minister";

  /** How many words may say what a role is for. */
  private static final int DOMAIN = 5;

  private final Tokens tokens;
  private final List<String> stems;
  private final SpeechWords words;
  private final RoleWords table;
  private final Map<Integer, ProperName> byStart = new HashMap<>();
  private final Map<Integer, ProperName> byEnd = new HashMap<>();

  private RoleReader(Statement statement) {
    tokens = statement.tokens();
    stems = statement.stems();
    words = SpeechWords.of(statement.language());
    table = RoleWords.of(statement.language());
    for (ProperName name : statement.names()) {
      byStart.put(name.start(), name);
      byEnd.put(name.end(), name);
    }
  }

  /** Returns the roles of a statement, in order, but for courtesy titles. */
  static List<Role> read(Statement statement) {
    return List.copyOf(new RoleReader(statement).read());
  }

  private List<Role> read() {
    List<Role> roles = new ArrayList<>();
    int i = 0;
    int last = -1;
    while (i < tokens.size()) {
      // « Le député conservateur »: what follows a role in French is its adjective.
      Optional<Phrases.Match<RoleWords.Entry>> match =
          tokens.isFrench() && i == last ? Optional.empty() : table.at(tokens, i);
      int end = match.map(Phrases.Match::end).orElse(i + 1);
      if (match.isPresent()
          && match.get().value().kind() != RoleWords.Kind.COURTESY
          && !isOfBody(i, end)
          && !isCompound(i)
          && !isVerb(i, end)) {
        roles.add(role(i, end, match.get().value()));
        last = end;
      }
      i = end;
    }
    return roles.stream()
        .map(role -> isSomebodyElse(role, roles) ? role.ofNobody() : role)
        .toList();
  }

  /** "Quoted by the judge, Anne Roy, the firm's president, denied it": the judge is another. */
  private boolean isSomebodyElse(Role role, List<Role> roles) {
    return role.holder()
        .filter(holder -> role.end() < holder.start())
        .filter(holder -> tokens.text().substring(role.end(), holder.start()).contains(","))
        .filter(holder ->
            roles.stream()
                .anyMatch(other ->
                    other.start() > holder.end()
                        && other.holder().filter(holder::equals).isPresent()
                        && role.excludes(other)))
        .isPresent();
  }

  private Role role(int from, int to, RoleWords.Entry entry) {
    Optional<ProperName> holder =
        Optional.ofNullable(isNested(from) || tokens.get(to).is("'s") ? null : after(to))
            .or(() -> Optional.ofNullable(opensClause(to) ? null : before(from)));
    boolean determined = words.is(Kind.DETERMINER, tokens, from - 1);
    Set<String> roles = isDeputy(entry.roles(), from) ? table.roles(DEPUTY) : entry.roles();
    return new Role(
        tokens.slice(from, to),
        roles,
        entry.kind() == RoleWords.Kind.GENERAL,
        entry.kind().name().toLowerCase(Locale.ROOT),
        isPlural(tokens.get(tokens.isFrench() ? from : to - 1)),
        entry.kind() == RoleWords.Kind.OFFICE,
        !OTHER_TIMES.contains(
            tokens.get(tokens.get(from - 1).isHyphen() ? from - 2 : from - 1).folded()),
        domain(from, to),
        determined || holder.isPresent(),
        holder,
        tokens.get(from).start(),
        tokens.get(to - 1).end());
  }

  /** "Deputy energy minister": what the minister is for parts the two words. */
  private boolean isDeputy(Set<String> roles, int from) {
    if (!tokens.isFrench() && roles.contains("minister")) {
      for (int i = from - 1; i >= from - DOMAIN && isOfDomain(i); i--) {
        if (tokens.get(i).is("deputy") || tokens.get(i).is("vice")) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Health minister", "minister for health", « ministre de la Santé ». */
  private Set<String> domain(int from, int to) {
    Set<String> domain = new HashSet<>();
    if (!tokens.isFrench()) {
      for (int i = from - 1; i >= from - DOMAIN && (isOfDomain(i) || isInList(i)); i--) {
        collect(i, domain);
      }
    }
    int link = afterQuality(to);
    if (isLink(tokens.get(link)) || isCharged(tokens.get(link))) {
      for (int i = link; i < link + DOMAIN && tokens.get(i).isWord(); i++) {
        collect(i, domain);
      }
    }
    return domain;
  }

  /** « La ministre wallonne des Travaux publics ». */
  private int afterQuality(int i) {
    boolean between =
        tokens.isFrench()
            && tokens.get(i).isWord()
            && !isLink(tokens.get(i))
            && isLink(tokens.get(i + 1))
            && isQuality(i);
    return between ? i + 1 : i;
  }

  private boolean isOfDomain(int i) {
    Token token = tokens.get(i);
    return token.isWord() && (token.is("and") || !FunctionWords.of(tokens.language()).has(token));
  }

  /** "Agriculture, Fisheries and Food Minister". */
  private boolean isInList(int i) {
    return tokens.get(i).is(",")
        && tokens.get(i - 1).isCapitalised()
        && tokens.get(i + 1).isCapitalised();
  }

  private void collect(int i, Set<String> domain) {
    Set<String> meanings = new HashSet<>();
    Glossary.ofNames(tokens.language()).collect(tokens, stems, i, meanings);
    if (meanings.stream().allMatch(Glossary::isKindOfBody)) {
      domain.addAll(meanings);
    }
  }

  /** The Freight Pilots Guild, the Teachers Federation: several at once in a body's name. */
  private boolean isOfBody(int from, int end) {
    return !tokens.isFrench()
        && tokens.get(from).isCapitalised()
        && isPlural(tokens.get(end - 1))
        && tokens.get(end).isCapitalised()
        && tokens.get(from - 1).isCapitalised()
        && !tokens.opensSentence(from - 1);
  }

  /** « La critique progressiste-conservatrice »: no curator. */
  private boolean isCompound(int i) {
    return tokens.isFrench()
        && tokens.get(i - 1).isHyphen()
        && tokens.touchesPrevious(i)
        && tokens.touchesPrevious(i - 1)
        && !OTHER_TIMES.contains(tokens.get(i - 2).folded())
        && !isRole(i - 2);
  }

  /** « Son avocat juge la peine trop lourde », « la juge « infondée » »: no noun is followed so. */
  private boolean isVerb(int from, int end) {
    return end == from + 1
        && tokens.isFrench()
        && (isAfterQuotation(from, end) || isBeforeObject(end));
  }

  /** « C’est une honte », juge Anne Roy. */
  private boolean isAfterQuotation(int from, int end) {
    return tokens.get(from - 1).is(",")
        && tokens.get(from - 2).kind() == Token.Kind.SIGN
        && tokens.get(end).isCapitalised();
  }

  private boolean isBeforeObject(int end) {
    return switch (tokens.get(end).folded()) {
      case "le", "la", "les", "l'", "un", "une", "que", "qu'", "ce", "cette", "ces", "«" -> true;
      case "trop", "tres", "plutot", "insuffisant", "insuffisante", "excessif", "excessive" -> true;
      case "au" -> tokens.get(end + 1).is("contraire");
      default -> false;
    };
  }

  /** The press secretary of the minister, Anne Roy: who is named last holds the first. */
  private boolean isNested(int from) {
    int last = from - 1;
    while (!tokens.isFrench() && last >= from - DOMAIN && isOfDomain(last)) {
      last--;
    }
    int i = last;
    while (isOwned(tokens.get(i))) {
      i--;
    }
    if (i == last) {
      return false;
    }
    int end = i + 1;
    for (int start = i; start >= 0 && start > i - LONGEST_ROLE; start--) {
      if (table.at(tokens, start).filter(match -> match.end() == end).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlural(Token token) {
    String word = token.word();
    return (word.endsWith("s") && !word.endsWith("ss")) || word.endsWith("men");
  }

  /** Returns the person whose name follows a role, after what the role is of. */
  private @Nullable ProperName after(int end) {
    boolean tied = true;
    for (int i = end; i < end + REACH && tied; i++) {
      Token token = tokens.get(i);
      ProperName name = byStart.get(token.start());
      if (token.is(",")) {
        ProperName next = byStart.get(tokens.get(afterTitle(i + 1)).start());
        return next == null ? afterSecond(i + 1) : next.isPerson() && closes(next) ? next : null;
      }
      if (name != null && (name.isPerson() || i == end) && name.known().isEmpty()) {
        return isOfAnother(i, end) ? afterOwner(name) : name;
      }
      tied = ties(i, end);
    }
    return null;
  }

  /** « Le commissaire, l'avocat lausannois Luc Prost, »: a second role between commas. */
  private @Nullable ProperName afterSecond(int i) {
    int second = words.is(Kind.DETERMINER, tokens, i) ? i + 1 : i;
    Optional<Phrases.Match<RoleWords.Entry>> role = table.at(tokens, second);
    for (int j = role.map(Phrases.Match::end).orElse(i);
        role.isPresent() && j < second + REACH;
        j++) {
      ProperName name = byStart.get(tokens.get(j).start());
      if (name != null && name.isPerson()) {
        return closes(name) ? name : null;
      }
      if (!ties(j, role.get().end())) {
        return null;
      }
    }
    return null;
  }

  /** « L’ancien chef de cabinet de Mme Roy, Luc Prost, » */
  private @Nullable ProperName afterOwner(ProperName owner) {
    int i = indexAfter(owner);
    ProperName next = byStart.get(tokens.get(afterTitle(i + 1)).start());
    return tokens.get(i).is(",") && next != null && next.isPerson() && closes(next) ? next : null;
  }

  private int indexAfter(ProperName name) {
    int i = 0;
    while (tokens.get(i).start() < name.end() && !tokens.get(i).isNone()) {
      i++;
    }
    return i;
  }

  /** « La directrice, la Dre Anne Roy », "the director, Dr. Anne Roy". */
  private int afterTitle(int i) {
    int title = words.is(Kind.DETERMINER, tokens, i) ? i + 1 : i;
    return TITLES.contains(tokens.get(title).folded())
        ? title + (tokens.get(title + 1).is(".") ? 2 : 1)
        : i;
  }

  private static boolean isOwned(Token token) {
    return (isLink(token) && !token.is("et") && !token.is("and")) || token.is("to");
  }

  /** A student of Anne Roy, or of Dr. Anne Roy, is not Anne Roy. */
  private boolean isOfAnother(int name, int end) {
    int i = name - 1;
    while (i > end && (tokens.get(i).is(".") || isRole(i) || isBeforeRole(i, name))) {
      i--;
    }
    return i >= end && isLink(tokens.get(i));
  }

  private boolean isRole(int i) {
    return table.at(tokens, i).isPresent();
  }

  /** The president of the Freight Pilots Guild is not the Guild. */
  private boolean isBeforeRole(int i, int name) {
    return i + 1 < name && tokens.get(i).isCapitalised() && isRole(i + 1);
  }

  /** What may stand between a role and a name: of the Interior, de la Santé publique. */
  private boolean ties(int i, int begin) {
    Token token = tokens.get(i);
    if (POSSESSIVES.contains(token.folded())) {
      // « La chercheuse et son guide, Luc Roy, »: whoever is named belongs to the other.
      return false;
    }
    if (token.isCapitalised() || token.isHyphen() || isLink(token) || isCharged(token)) {
      return true;
    }
    boolean afterLink = isLink(tokens.get(i - 1)) && i > begin;
    return token.isWord() && (afterLink || isPluralQuality(i) || isQuality(i) || isInApposition(i));
  }

  /** « La ministre des Affaires étrangères Anne Roy »: no verb of one person ends so. */
  private boolean isPluralQuality(int i) {
    return tokens.isFrench()
        && tokens.get(i - 1).isCapitalised()
        && isLink(tokens.get(i - 2))
        && tokens.get(i - 1).word().endsWith("s")
        && tokens.get(i).word().endsWith("s");
  }

  /** « Le député conservateur Luc Roy », « le ministre wallon Luc Roy ». */
  private boolean isQuality(int i) {
    Set<String> meanings = new HashSet<>();
    Glossary.ofNames(tokens.language()).collect(tokens, stems, i, meanings);
    return !meanings.isEmpty() || Demonyms.of(tokens.language()).at(tokens, i).isPresent();
  }

  /** A word that no name follows without a comma may still be followed by one with it. */
  private boolean isInApposition(int i) {
    for (int j = i; j < i + REACH; j++) {
      Token token = tokens.get(j);
      if (token.is(",")) {
        ProperName next = byStart.get(tokens.get(afterTitle(j + 1)).start());
        return next != null && next.isPerson() && closes(next);
      }
      if ((!token.isWord() && !token.isHyphen())
          || words.is(Kind.AUXILIARY, tokens, j)
          || words.is(Kind.BY, tokens, j)
          || words.is(Kind.VERB, tokens, j)) {
        return false;
      }
    }
    return false;
  }

  /** « Le conseiller d'État chargé de l'environnement ». */
  private static boolean isCharged(Token token) {
    return token.is("charge") || token.is("chargee");
  }

  private static boolean isLink(Token token) {
    return switch (token.folded()) {
      case "de",
          "du",
          "des",
          "d'",
          "la",
          "le",
          "les",
          "l'",
          "au",
          "aux",
          "a",
          "et",
          "of",
          "the",
          "for",
          "and",
          "'s" ->
          true;
      default -> false;
    };
  }

  /** An apposition ends with a comma or with its sentence. */
  private boolean closes(ProperName name) {
    Token token = tokens.get(indexAfter(name));
    return token.isNone() || (token.kind() == Token.Kind.SIGN && !token.isHyphen());
  }

  /** Returns the person whose name stands before a role, parted by a comma and perhaps an age. */
  private @Nullable ProperName before(int start) {
    int i = start - 1;
    while (i > start - 7
        && i >= 0
        && (tokens.get(i).isWord() || tokens.get(i).isHyphen())
        && !isBreak(i)) {
      i--;
    }
    if (!tokens.get(i).is(",")) {
      return null;
    }
    // « …, accuse le préfet »: the article of an apposition is its first word.
    for (int j = i + 2; j < start; j++) {
      if (words.is(Kind.DETERMINER, tokens, j)) {
        return null;
      }
    }
    i--;
    boolean age = false;
    while (i > 0
        && (tokens.get(i).isNumber() || tokens.get(i).is("ans") || tokens.get(i).is("aged"))) {
      age = true;
      i--;
    }
    if (age && tokens.get(i).is(",")) {
      i--;
    }
    ProperName name = byEnd.get(tokens.get(i).end());
    boolean bare = start > 0 && tokens.get(start - 1).is(",");
    return name != null && name.known().isEmpty() && (bare || !isSource(name)) ? name : null;
  }

  /** « Dans un message lu par Luc Roy, le roi a salué »: a verb right after makes it a subject. */
  private boolean opensClause(int end) {
    return words.is(Kind.AUXILIARY, tokens, end);
  }

  private boolean isBreak(int i) {
    return words.is(Kind.AUXILIARY, tokens, i)
        || words.is(Kind.VERB, tokens, i)
        || words.is(Kind.ENDS, tokens, i)
        || switch (tokens.get(i).folded()) {
          case "et",
              "ou",
              "and",
              "or",
              "de",
              "du",
              "des",
              "d'",
              "par",
              "by",
              "with",
              "avec",
              "to",
              "of",
              "for" ->
              true;
          default -> false;
        };
  }

  /** "According to Anne Roy, the mayor lied": two people. */
  private boolean isSource(ProperName name) {
    for (int i = 0; i < tokens.size() && tokens.get(i).start() < name.start(); i++) {
      Optional<Integer> end = words.endOf(Kind.SOURCE, tokens, i);
      if (end.isPresent() && tokens.get(end.get()).start() >= name.start() - 5) {
        return true;
      }
    }
    return false;
  }
}
