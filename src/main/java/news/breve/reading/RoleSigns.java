package news.breve.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.breve.article.Language;

/** Words by which a text shows what somebody is, from {@code role-signs.tsv}, by their stems. */
final class RoleSigns {
  private static final List<List<String>> ROWS = Cells.rows("role-signs.tsv", 3);
  private static final RoleSigns FRENCH = new RoleSigns(Language.FRENCH, 1);
  private static final RoleSigns ENGLISH = new RoleSigns(Language.ENGLISH, 2);

  private final Map<String, Set<String>> stems = new HashMap<>();

  private RoleSigns(Language language, int column) {
    Stemmer stemmer = new Stemmer(language);
    for (List<String> row : ROWS) {
      for (String word : Cells.alternatives(row.get(column))) {
        stems
            .computeIfAbsent(row.get(0), role -> new HashSet<>())
            .add(stemmer.stem(Tokens.of(word, language).get(0).word()));
      }
    }
  }

  static RoleSigns of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns the stems that show one of some roles. */
  Set<String> of(Set<String> roles) {
    Set<String> signs = new HashSet<>();
    roles.forEach(role -> signs.addAll(stems.getOrDefault(role, Set.of())));
    return signs;
  }
}
