package news.breve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No regular expression that sees an article or a draft takes more than linear time, whatever the
 * text: each is searched in long repetitions of what it is made of, while the characters that it
 * looks at are counted. No clock is asked.
 */
final class PatternsTest {
  private static final int SHORT = 1_500;
  private static final int LONG = 2 * SHORT;

  /** Twice the text is twice the work; four times would be the square. */
  private static final double MOST_GROWTH = 2.5;

  /** A bounded repetition costs its bound at each place, at most. */
  private static final int MOST_LOOKS = 300;

  private static final int LINE = 600;

  /** What a text may end in, so that what began well does not match. */
  private static final List<String> TAILS = List.of("", "\u0001", "x");

  @Test
  void patterns_ofTheRoomsThatRead_areFound() {
    assertThat(patterns().keySet())
        .contains("checking.MarkupCheck.TAG", "checking.Verbatim.CUT", "article.Intake.MARKUP")
        .anyMatch(name -> name.startsWith("reading.Transliteration.BOTH"));
  }

  @TestFactory
  Stream<DynamicTest> pattern_inRepetitionsOfItsParts_looksAtEachCharacterAFewTimes() {
    return patterns().entrySet().stream()
        .map(
            entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertLinear(entry.getValue())));
  }

  /** A pattern of a line is compiled when a line may match it. */
  private static Pattern compiled(Object line) throws ReflectiveOperationException {
    Method compile = line.getClass().getDeclaredMethod("pattern");
    compile.setAccessible(true);
    return (Pattern) compile.invoke(line);
  }

  /** The lines that boilerplate.tsv is asked of have 600 characters at most, and 45 words. */
  @Test
  void patternsOfLines_onTheLongestLines_lookAtEachCharacterSomeTimes() throws Exception {
    Class<?> type = Class.forName("news.breve.article.BoilerplateTable");
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Map<?, ?> rules = (Map<?, ?>) part(constructor.newInstance(), "rules");
    int patterns = 0;
    for (Object same : rules.values()) {
      for (Object rule : (List<?>) same) {
        Object line = part(rule, "pattern");
        String start = (String) part(line, "start");
        String literal = (String) part(line, "literal");
        Pattern pattern = compiled(line);
        for (String text : lines(start, literal)) {
          Counted counted = new Counted(text);
          if (pattern.matcher(counted).matches()) {
            counted.looks++;
          }
          assertThat(counted.looks)
              .as("looks of %s at “%s”", pattern, text)
              .isLessThan(LINE * MOST_LOOKS / 2);
        }
        patterns++;
      }
    }
    assertThat(patterns).isGreaterThan(100);
  }

  private static List<String> lines(String start, String literal) {
    List<String> lines = new ArrayList<>();
    for (String unit :
        List.of(
            "a", "A", "a.", "A,", "A/", "1", "1,", "1 ", "a ", "A de ", "A, ", "(", "1 mai ",
            "lundi", "afp, ", ") ")) {
      String body = unit.repeat(unit.contains(" ") ? 20 : (LINE - 100) / unit.length());
      for (String tail : List.of("", "\u0001", literal, " " + literal + " a\u0001")) {
        lines.add(start + body + tail);
        lines.add(start + literal + " " + body + tail);
      }
    }
    return lines;
  }

  private static Object part(Object owner, String name) throws NoSuchFieldException {
    return Objects.requireNonNull(value(owner.getClass().getDeclaredField(name), owner));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[.,;: ]+$", " +(?=!)", "\\[[^\\]]*]", "(a+)+b", "(?:a|a1)*x"})
  void pattern_thatBacktracksBadly_isFound(String regex) {
    assertThatThrownBy(() -> assertLinear(Pattern.compile(regex)))
        .isInstanceOfAny(AssertionError.class, StackOverflowError.class);
  }

  private static void assertLinear(Pattern pattern) {
    for (String unit : units(pattern.pattern())) {
      for (String tail : TAILS) {
        for (String head : List.of("", "<a", "[")) {
          long few = looks(pattern, repeated(head, unit, SHORT, tail));
          long many = looks(pattern, repeated(head, unit, LONG, tail));
          assertThat((double) many)
              .as("looks at %s… of “%s…%s”", head, unit, tail)
              .isLessThan(MOST_GROWTH * few + LONG)
              .isLessThan((double) MOST_LOOKS * LONG);
        }
      }
    }
  }

  private static String repeated(String head, String unit, int length, String tail) {
    return head + unit.repeat(length / unit.length()) + tail;
  }

  /** How often all matches of a pattern in a text look at its characters. */
  private static long looks(Pattern pattern, String text) {
    Counted counted = new Counted(text);
    Matcher matcher = pattern.matcher(counted);
    while (matcher.find()) {
      Objects.requireNonNull(matcher);
    }
    return counted.looks;
  }

  /** Counts how often a character of a text is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** The characters that a pattern mentions, one for each class, alone and in pairs. */
  private static Set<String> units(String regex) {
    Set<String> characters = new LinkedHashSet<>(List.of("a", "1", " "));
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\' && i + 1 < regex.length()) {
        i++;
        characters.add(
            switch (regex.charAt(i)) {
              case 'd' -> "1";
              case 's', 'b' -> " ";
              case 'w', 'S', 'p', 'Q', 'E' -> "a";
              case 'n', 'r', 'u', 'x' -> "\n";
              default -> regex.substring(i, i + 1);
            });
      } else if (!"?{}()^$".contains(regex.substring(i, i + 1))) {
        characters.add(regex.substring(i, i + 1));
      }
    }
    List<String> most = characters.stream().limit(24).toList();
    Set<String> units = new LinkedHashSet<>(most);
    for (String one : most) {
      for (String other : List.of("a", "1", " ", "<", "[", "_", "*", ".", most.getLast())) {
        units.add(one + other);
      }
    }
    return units;
  }

  private static Map<String, Pattern> patterns() {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (String room : List.of("article", "brief", "reading", "checking")) {
      for (Class<?> type : classes(room)) {
        for (Field field : type.getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            String name = room + "." + type.getSimpleName() + "." + field.getName();
            List<Pattern> found = new ArrayList<>();
            collect(value(field, null), found);
            for (int i = 0; i < found.size(); i++) {
              patterns.put(found.size() == 1 ? name : name + "[" + i + "]", found.get(i));
            }
          }
        }
      }
    }
    return patterns;
  }

  /** Patterns stand alone, in lists and arrays, and in the records of rules. */
  private static void collect(Object value, List<Pattern> found) {
    switch (value) {
      case null -> {}
      case Pattern pattern -> found.add(pattern);
      case Object[] array -> Stream.of(array).forEach(one -> collect(one, found));
      case Collection<?> all when !all.isEmpty() && all.iterator().next() instanceof Record ->
          all.forEach(one -> collect(one, found));
      case Record rule when rule.getClass().getName().startsWith("news.breve") ->
          Stream.of(rule.getClass().getDeclaredFields())
              .filter(field -> field.getType() == Pattern.class)
              .forEach(field -> collect(value(field, rule), found));
      default -> {}
    }
  }

  private static Object value(Field field, Object owner) {
    field.setAccessible(true);
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> classes(String room) {
    ClassLoader loader = PatternsTest.class.getClassLoader();
    try {
      Path root =
          Path.of(
              Objects.requireNonNull(
                      loader.getResource("news/breve/" + room + "/package-info.class"))
                  .toURI());
      try (Stream<Path> files = Files.list(Objects.requireNonNull(root.getParent()))) {
        List<Class<?>> classes = new ArrayList<>();
        for (Path file : files.sorted().toList()) {
          String name = String.valueOf(file.getFileName());
          if (name.endsWith(".class")) {
            classes.add(
                Class.forName(
                    "news.breve." + room + "." + name.substring(0, name.length() - 6),
                    false,
                    loader));
          }
        }
        return classes;
      }
    } catch (URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
