package news.breve.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.breve.article.Language;

/**
 * The large tables by word. The build makes them of the tables in {@code src/} with these very
 * classes, and puts them into the jar; only those of a jar are used, where tables and classes can't
 * be of different age. Without them, as in an IDE, they are made when they are first needed.
 */
enum PackedTables {
  FRENCH_LEMMAS,
  ENGLISH_LEMMAS,
  FRENCH_STEMS,
  ENGLISH_STEMS,
  FRENCH_INFINITIVES,
  ENGLISH_PASTS,
  FRENCH_NOUNS_OF_ACTS,
  FRENCH_GLOSSARY,
  ENGLISH_GLOSSARY,
  FRENCH_NAMES,
  ENGLISH_NAMES,
  ACTS,
  THINGS,
  KINDS_OF_BODIES;

  /** Beside this class: the bytes of each, after their number, in this order. */
  static final String FILE = "packed-tables";

  /** Empty where they have to be made. */
  private static final Map<PackedTables, byte[]> PACKED = packed();

  /** Writes the file. The argument is the folder of the classes. */
  static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0], PackedTables.class.getPackageName().split("\\."));
    try (OutputStream file = Files.newOutputStream(folder.resolve(FILE));
        DataOutputStream out = new DataOutputStream(file)) {
      for (PackedTables table : values()) {
        byte[] bytes = PackedTable.pack(table.made());
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    }
  }

  private static Map<PackedTables, byte[]> packed() {
    URL file = PackedTables.class.getResource(FILE);
    if (file == null || !file.getProtocol().equals("jar")) {
      return Map.of();
    }
    try (InputStream stream = PackedTables.class.getResourceAsStream(FILE)) {
      return stream == null ? Map.of() : read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** Returns the bytes of each table of a file. */
  static Map<PackedTables, byte[]> read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    Map<PackedTables, byte[]> all = new EnumMap<>(PackedTables.class);
    for (PackedTables table : values()) {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      all.put(table, bytes);
    }
    return all;
  }

  PackedTable open() {
    byte[] packed = PACKED.get(this);
    return new PackedTable(packed == null ? PackedTable.pack(made()) : packed);
  }

  /** Returns what the tables in {@code src/} say. */
  Map<String, List<String>> made() {
    return switch (this) {
      case FRENCH_LEMMAS -> Stemmer.lemmas(Language.FRENCH);
      case ENGLISH_LEMMAS -> Stemmer.lemmas(Language.ENGLISH);
      case FRENCH_STEMS -> Stemmer.kept(Language.FRENCH);
      case ENGLISH_STEMS -> Stemmer.kept(Language.ENGLISH);
      case FRENCH_INFINITIVES -> set(VerbForms.infinitives());
      case ENGLISH_PASTS -> set(VerbForms.pasts());
      case FRENCH_NOUNS_OF_ACTS -> set(ActVerbs.frenchNouns());
      case FRENCH_GLOSSARY -> forms(Language.FRENCH, GlossaryRows.ALL);
      case ENGLISH_GLOSSARY -> forms(Language.ENGLISH, GlossaryRows.ALL);
      case FRENCH_NAMES -> forms(Language.FRENCH, GlossaryRows.NAMES);
      case ENGLISH_NAMES -> forms(Language.ENGLISH, GlossaryRows.NAMES);
      case ACTS -> set(concepts(GlossaryRows.ACTS));
      case THINGS -> set(concepts(GlossaryRows.THINGS));
      case KINDS_OF_BODIES -> set(concepts(GlossaryRows.BODIES));
    };
  }

  private static Map<String, List<String>> set(Collection<String> words) {
    Map<String, List<String>> set = HashMap.newHashMap(words.size());
    for (String word : words) {
      set.put(word, List.of());
    }
    return set;
  }

  private static List<String> concepts(List<GlossaryRows.Row> rows) {
    List<String> concepts = new ArrayList<>(rows.size());
    for (GlossaryRows.Row row : rows) {
      concepts.add(row.concept());
    }
    return concepts;
  }

  private static Map<String, List<String>> forms(Language language, List<GlossaryRows.Row> rows) {
    Map<String, List<String>> forms = new HashMap<>();
    Stemmer stemmer = new Stemmer(language);
    for (GlossaryRows.Row row : rows) {
      for (String form : row.forms(language)) {
        Token first = Tokens.first(form, language);
        if (!first.isNone()) {
          forms
              .computeIfAbsent(stemmer.stem(first.word()), stem -> new ArrayList<>())
              .add(GlossaryForms.text(form, row.concept()));
        }
      }
    }
    return forms;
  }
}
