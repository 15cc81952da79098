package news.breve.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.breve.reading.ClauseWords.Kind;
import news.breve.reading.Stretch.Party;

/** Cuts a statement where it turns from some people, bodies and places to others. */
final class Stretches {
  /** A name after a comma or a conjunction stands at most so many tokens behind it. */
  private static final int REACH = 5;

  private record Placed(Party party, int start, int end) {}

  private final Statement statement;
  private final Tokens tokens;
  private final ClauseWords clause;
  private final List<Placed> parties = new ArrayList<>();

  private Stretches(Statement statement) {
    this.statement = statement;
    this.tokens = statement.tokens();
    this.clause = ClauseWords.of(statement.language());
    for (ProperName name : statement.names()) {
      boolean capital = Character.isUpperCase(name.text().codePointAt(0));
      boolean word = name.parts().stream().allMatch(NamePart::opening) && name.known().isEmpty();
      if (capital && !(word && name.parts().getFirst().isTranslatable())) {
        parties.add(new Placed(new Party(name.text(), name, null), name.start(), name.end()));
      }
    }
    for (Role role : statement.roles()) {
      if (role.holder().isEmpty() && role.noun() && !role.general()) {
        parties.add(new Placed(new Party(role.text(), null, role), role.start(), role.end()));
      }
    }
    parties.sort(Comparator.comparingInt(Placed::start));
  }

  static List<Stretch> of(Statement statement) {
    return new Stretches(statement).read();
  }

  private List<Stretch> read() {
    List<Stretch> stretches = new ArrayList<>();
    List<Party> named = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      boolean last = i == tokens.size();
      if (last || isCut(i)) {
        Stretch stretch = stretch(start, i, named);
        boolean bare = stretch.words().isEmpty() && stretch.values().isEmpty();
        boolean hard = last || isHard(i);
        if (bare && !hard) {
          named = new ArrayList<>(stretch.parties());
        } else {
          stretches.add(stretch);
          named = new ArrayList<>();
        }
        start = i;
      }
    }
    return List.copyOf(stretches);
  }

  private Stretch stretch(int from, int to, List<Party> before) {
    int start = tokens.get(from).start();
    int end = tokens.get(to - 1).end();
    List<Party> here = new ArrayList<>(before);
    parties.stream()
        .filter(placed -> placed.start() >= start && placed.start() < end)
        .forEach(placed -> here.add(placed.party()));
    List<Mention> values =
        statement.values().stream()
            .filter(value -> value.start() >= start && value.start() < end)
            .filter(value -> !isName(value.value()))
            .toList();
    List<Word> words = new ArrayList<>();
    for (Word word : statement.words()) {
      if (word.start() >= end) {
        break;
      }
      if (word.start() >= start && !isOf(word, values)) {
        words.add(word);
      }
    }
    return new Stretch(here, words, values);
  }

  /** Returns if a word belongs to a value, to a party or to a role. */
  private boolean isOf(Word word, List<Mention> values) {
    int start = word.start();
    int end = word.end();
    return values.stream().anyMatch(v -> v.start() < end && start < v.end())
        || parties.stream().anyMatch(p -> p.start() < end && start < p.end())
        || statement.roles().stream().anyMatch(r -> r.start() < end && start < r.end());
  }

  /** Whom a stretch names is no figure of it. */
  private static boolean isName(Value value) {
    return value instanceof Value.Place
        || value instanceof Value.Organization
        || value instanceof Value.Person;
  }

  private boolean isCut(int i) {
    Token token = tokens.get(i);
    if (isHard(i) || clause.is(Kind.BREAK, token) || clause.is(Kind.BUT, token)) {
      return true;
    }
    boolean counts = tokens.get(i + 1).isNumber() || clause.is(Kind.DETERMINER, tokens.get(i + 1));
    if (clause.is(Kind.AND, token) && counts && isValue(i + 1)) {
      return true;
    }
    return (token.is(",") || clause.is(Kind.AND, token))
        && isNamed(i + 1)
        && !isApposition(i)
        && !isBeforeSource(i);
  }

  /** "Three years for the caterer and one for the director". */
  private boolean isValue(int i) {
    int start = tokens.get(i).start();
    return statement.values().stream().anyMatch(value -> value.start() == start);
  }

  /** "A strike is possible, the union says": who says it stands after what is said. */
  private boolean isBeforeSource(int comma) {
    int place = tokens.get(comma).start();
    return statement.attributions().stream()
        .filter(relation -> relation.source().isNamed() && relation.source().span().start() > place)
        .anyMatch(relation ->
            relation.content().stream()
                .anyMatch(span -> span.start() < place && span.end() <= place + 1));
  }

  /** « La maire, Nolwenn Quéméré, »: a name that signs enclose belongs to what stands before. */
  private boolean isApposition(int comma) {
    if (!tokens.get(comma).is(",")) {
      return false;
    }
    int start = tokens.get(comma + 1).start();
    return parties.stream()
        .filter(placed -> placed.start() == start)
        .map(placed -> tokens.get(tokens.from(placed.end())))
        .anyMatch(after -> after.isNone() || (after.kind() == Token.Kind.SIGN && !after.is("(")));
  }

  private boolean isHard(int i) {
    return switch (tokens.get(i).text()) {
      case ";", ":", "!", "?", "—", "–", "(", ")", "«", "»", "“", "”" -> true;
      case "." -> tokens.get(i - 1).text().length() > 4 || tokens.get(i + 1).isNone();
      default -> false;
    };
  }

  /** Returns if the nouns that begin at a token name somebody. */
  private boolean isNamed(int first) {
    int i = first;
    while (i < first + REACH && i < tokens.size()) {
      int start = tokens.get(i).start();
      if (parties.stream().anyMatch(placed -> placed.start() == start)) {
        return true;
      }
      boolean noun =
          tokens.get(i).isWord()
              && !clause.is(Kind.WHO, tokens.get(i))
              && !clause.is(Kind.WHOM, tokens.get(i))
              && !clause.is(Kind.WHICH, tokens.get(i));
      if (!noun) {
        return false;
      }
      i++;
    }
    return false;
  }
}
