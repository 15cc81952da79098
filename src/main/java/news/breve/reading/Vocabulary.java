package news.breve.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import news.breve.article.Language;

/** The words of some statements in one language, for a look whether they name something. */
public final class Vocabulary {
  private final Language language;
  private final Set<String> words = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Set<String> sounds = new HashSet<>();
  private final Set<String> concepts = new HashSet<>();
  private final Set<String> inNames = new HashSet<>();
  private final Set<Value> known = new HashSet<>();

  private Vocabulary(Language language) {
    this.language = language;
  }

  static Vocabulary of(Statement statement) {
    Vocabulary vocabulary = new Vocabulary(statement.language());
    Tokens tokens = statement.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isWord()) {
        String word = bare(token);
        vocabulary.words.add(word);
        vocabulary.words.add(token.folded());
        vocabulary.stems.add(statement.stems().get(i));
        if (token.isCapitalised()) {
          vocabulary.sounds.add(Transliteration.key(word, statement.language()));
        }
      }
    }
    statement.words().forEach(word -> vocabulary.concepts.addAll(word.concepts()));
    Glossary inNames = Glossary.ofNames(statement.language());
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isWord()) {
        inNames.collect(statement.stems(), i, vocabulary.inNames);
      }
    }
    vocabulary.known.addAll(NameReader.known(tokens));
    return vocabulary;
  }

  /** Returns the words of several statements together. */
  public static Vocabulary of(Collection<Statement> statements, Language language) {
    Vocabulary all = new Vocabulary(language);
    for (Statement statement : statements) {
      Vocabulary one = statement.vocabulary();
      all.words.addAll(one.words);
      all.stems.addAll(one.stems);
      all.sounds.addAll(one.sounds);
      all.concepts.addAll(one.concepts);
      all.inNames.addAll(one.inNames);
      all.known.addAll(one.known);
    }
    return all;
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
      default -> word;
    };
  }

  /** Returns if a part of a name stands here: itself, or by another name the tables know. */
  public boolean names(NamePart part, Language ofPart) {
    return words.containsAll(part.words())
        || part.known().stream().anyMatch(this::knows)
        || (ofPart != language && part.sound().length() > 2 && sounds.contains(part.sound()));
  }

  private boolean knows(Value value) {
    return known.contains(value);
  }

  /** Returns if a word of a name stands here in other words, as far as the glossary knows. */
  public boolean means(NamePart part, Language ofPart) {
    return (ofPart == language && stems.contains(part.stem()))
        || part.concepts().stream().anyMatch(concepts::contains)
        || part.inNames().stream().anyMatch(inNames::contains);
  }
}
