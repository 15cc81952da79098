package news.breve.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a statement, to be found by their meaning, their stem or one of its family. */
public final class WordFamilies {
  /** The shortest stem that may begin another one: recrut- in recrutement. */
  private static final int LEAST_PREFIX = 4;

  /** The share of the longer stem that two stems have in common. */
  private static final double LEAST_SHARE = 0.6;

  private final Set<String> concepts;
  private final Set<String> stems = new HashSet<>();

  /** Stems by their first letters, which those of one family share. */
  private final Map<String, List<String>> families = new HashMap<>();

  WordFamilies(Statement statement) {
    concepts = statement.concepts();
    for (Word word : statement.words()) {
      if (word.isPhrase()) {
        Arrays.stream(word.stem().split(" ", -1)).forEach(this::add);
      } else {
        add(word.stem());
      }
    }
  }

  private void add(String stem) {
    if (stems.add(stem) && stem.length() >= LEAST_PREFIX) {
      families
          .computeIfAbsent(stem.substring(0, LEAST_PREFIX), prefix -> new ArrayList<>(2))
          .add(stem);
    }
  }

  /** Returns if a word may be said here, by itself or by one of its family. */
  public boolean has(Word word) {
    return !Collections.disjoint(word.concepts(), concepts)
        || hasStem(word.stem())
        || (word.isPhrase() && hasPart(word.stem()));
  }

  private boolean hasStem(String stem) {
    return stems.contains(stem) || hasKin(stem);
  }

  /** Of a phrase, a word is enough: lack of evidence, want of evidence. */
  private boolean hasPart(String phrase) {
    return Arrays.stream(phrase.split(" ", -1))
        .anyMatch(stem -> stem.length() >= LEAST_PREFIX && hasStem(stem));
  }

  private boolean hasKin(String word) {
    if (word.length() >= LEAST_PREFIX) {
      for (String stem : families.getOrDefault(word.substring(0, LEAST_PREFIX), List.of())) {
        if (isKin(stem, word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns if two stems may be of one family, or cognates: declar- and déclaration. */
  private static boolean isKin(String one, String other) {
    int least = Math.min(one.length(), other.length());
    int common = 0;
    while (common < least && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    int longer = Math.max(one.length(), other.length());
    return common >= LEAST_PREFIX
        && (common >= LEAST_SHARE * longer || (common == least && common >= LEAST_PREFIX));
  }
}
