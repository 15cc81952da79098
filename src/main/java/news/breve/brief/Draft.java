package news.breve.brief;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.breve.article.Language;
import org.jspecify.annotations.Nullable;

/**
 * A brief as a model, a person or another tool writes it: unproven, citing sentence numbers.
 *
 * @param headline its headline
 * @param sentences in reading order
 * @param keyFacts may be empty
 */
public record Draft(Item headline, List<Item> sentences, List<Fact> keyFacts) {
  public Draft {
    sentences = List.copyOf(sentences);
    keyFacts = List.copyOf(keyFacts);
  }

  /**
   * A headline or a sentence.
   *
   * @param fr French, null if absent
   * @param en English, null if absent
   * @param evidence 1-based sentence numbers; null where none were given, so that evidence is
   *     searched for in the whole article
   */
  public record Item(@Nullable String fr, @Nullable String en, @Nullable List<Integer> evidence) {
    public Item {
      evidence = evidence == null ? null : List.copyOf(evidence);
    }

    public @Nullable String in(Language language) {
      return language == Language.FRENCH ? fr : en;
    }
  }

  /**
   * A key fact.
   *
   * @param type what it is about
   * @param words the fact in both languages, and the numbers of its sentences
   * @param attribution its source as the article names it; null or empty strings where the article
   *     states it itself
   */
  public record Fact(FactType type, Item words, @Nullable Bilingual attribution) {}

  /** An item and its JSON pointer in the draft. */
  public record Located(String path, Item item) {}

  /** Returns headline, sentences and facts with their paths, in that order. */
  public List<Located> items() {
    Stream<Located> first = Stream.of(new Located("/headline", headline));
    Stream<Located> body =
        IntStream.range(0, sentences.size())
            .mapToObj(i -> new Located("/sentences/" + i, sentences.get(i)));
    Stream<Located> facts =
        IntStream.range(0, keyFacts.size())
            .mapToObj(i -> new Located("/keyFacts/" + i, keyFacts.get(i).words()));
    return Stream.of(first, body, facts).flatMap(items -> items).toList();
  }
}
