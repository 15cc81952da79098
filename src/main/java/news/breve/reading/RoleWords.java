package news.breve.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/** What people are called by what they do, from {@code roles.tsv}. */
final class RoleWords {
  enum Kind {
    SPECIFIC,
    OFFICE,
    RANK,
    KIN,
    CASE,
    STANDING,
    GENERAL,
    COURTESY
  }

  /** The roles that a form may stand for, and whether it may begin with a small letter. */
  record Entry(Kind kind, Set<String> roles, boolean small) {
    Entry with(Entry other) {
      Set<String> both = new HashSet<>(roles);
      both.addAll(other.roles);
      // Who may be anything is contradicted by nothing.
      return new Entry(
          kind.compareTo(other.kind) >= 0 ? kind : other.kind, Set.copyOf(both), small);
    }
  }

  private static final List<List<String>> ROWS = Cells.rows("roles.tsv", 3);
  private static final Entry NONE = new Entry(Kind.GENERAL, Set.of(), true);
  private static final RoleWords FRENCH = new RoleWords(Language.FRENCH);
  private static final RoleWords ENGLISH = new RoleWords(Language.ENGLISH);

  private final Phrases<Entry> words;
  private final Map<String, Entry> entries = new HashMap<>();

  private RoleWords(Language language) {
    words = new Phrases<>(Phrases.Key.EXACT, language);
    for (List<String> row : ROWS) {
      List<String> english = Cells.alternatives(row.get(2));
      List<String> forms = language == Language.FRENCH ? Cells.alternatives(row.get(1)) : english;
      String role = english.isEmpty() ? row.get(1) : english.getFirst();
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      for (String form : forms) {
        boolean small = Character.isLowerCase(form.charAt(0));
        Entry entry = new Entry(kind, Set.of(role), small);
        entries.merge(form, entry, Entry::with);
        // The British press writes Lt Col for Lt. Col.
        if (form.endsWith(".") && form.contains(" ")) {
          entries.merge(form.replace(".", ""), entry, Entry::with);
        }
        if (!form.endsWith("s") && !form.endsWith(".")) {
          entries.merge(plural(form, language), entry, Entry::with);
        }
      }
    }
    entries.forEach(words::add);
  }

  /** The first word of a French phrase bears the plural, the last of an English one. */
  private static String plural(String form, Language language) {
    int space = form.indexOf(' ');
    if (language == Language.FRENCH && space > 0) {
      return form.substring(0, space) + "s" + form.substring(space);
    }
    return form.endsWith("man") ? form.substring(0, form.length() - 2) + "en" : form + "s";
  }

  static RoleWords of(Language language) {
    return language == Language.FRENCH ? FRENCH : ENGLISH;
  }

  /** Returns the roles that a form of the table may stand for. */
  Set<String> roles(String form) {
    return entries.getOrDefault(form, NONE).roles();
  }

  /** Returns the role whose longest form begins at a token. */
  Optional<Phrases.Match<Entry>> at(Tokens tokens, int i) {
    return Optional.ofNullable(find(tokens, i));
  }

  /** Returns the role whose longest form begins at a token, null if none does. */
  Phrases.@Nullable Match<Entry> find(Tokens tokens, int i) {
    Phrases.Match<Entry> match = words.find(tokens, i);
    return match != null && (match.value().small() || tokens.get(i).isCapitalised()) ? match : null;
  }
}
