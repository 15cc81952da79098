package news.breve.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.breve.writing.Passage.Fitness;

/**
 * Chooses the sentences that carry a story: early ones (news puts first what matters), central ones
 * (their words come back), ones with names and numbers, ones that share words with the title; none
 * that says again what another says.
 */
final class Selection {
  /** Above this share of common topics, the second sentence says the same again. */
  private static final double NEAR_DUPLICATE = 0.6;

  private static final double REDUNDANCY = 0.6;
  private static final int SHORT_WORDS = 8;
  private static final int LONG_WORDS = 50;

  private final Story story;
  private final Map<Integer, Double> scores = new HashMap<>();

  Selection(Story story) {
    this.story = story;
    List<Passage> sentences = story.passages().stream().filter(Passage::isSentence).toList();
    double mostCentral = sentences.stream().mapToDouble(this::centrality).max().orElse(1);
    for (int i = 0; i < sentences.size(); i++) {
      Passage passage = sentences.get(i);
      scores.put(passage.number(), score(passage, i, sentences.size(), mostCentral));
    }
  }

  double score(Passage passage) {
    return scores.getOrDefault(passage.number(), 0.0);
  }

  private double score(Passage passage, int place, int places, double mostCentral) {
    double position = 1.2 / (1 + 0.6 * place) + 0.3 * (1 - (double) place / places);
    double centrality = mostCentral == 0 ? 0 : centrality(passage) / mostCentral;
    double title = Passage.overlap(story.titleTopics(), passage.topics());
    double facts = Math.min(1, 0.25 * passage.amounts() + 0.1 * passage.names());
    int words = Words.split(passage.text()).size();
    double length = words < SHORT_WORDS ? -0.5 : words > LONG_WORDS ? -0.3 : 0;
    return position + centrality + 0.5 * title + 0.5 * facts + length;
  }

  /** How often its topics come back in the story, for its length. */
  private double centrality(Passage passage) {
    double weight =
        passage.topics().stream()
            .mapToDouble(topic -> Math.log(story.frequency().getOrDefault(topic, 1)))
            .sum();
    return weight / Math.sqrt(passage.topics().size() + 1.0);
  }

  /** Returns the sentence that carries the story. */
  Optional<Passage> best() {
    return choose(1, List.of()).stream().findFirst();
  }

  /**
   * Returns up to {@code count} sentences in the article's order. One that can't stand alone is
   * taken only where none that can is left.
   *
   * @param taken sentences that are used already
   */
  List<Passage> choose(int count, List<Passage> taken) {
    List<Passage> chosen = new ArrayList<>();
    for (Fitness fitness : Fitness.values()) {
      boolean nothingElse = fitness == Fitness.NO_SENTENCE && !chosen.isEmpty();
      if (nothingElse) {
        break;
      }
      // A loose end costs less than a weak sentence: clean and linked ones compete.
      if (fitness == Fitness.CLEAN) {
        continue;
      }
      List<Passage> pool =
          story.passages().stream()
              .filter(p ->
                  p.fitness() == fitness
                      || (fitness == Fitness.LINKED && p.fitness() == Fitness.CLEAN))
              .filter(p -> !taken.contains(p))
              .toList();
      fill(chosen, pool, count, taken);
    }
    chosen.sort(Comparator.comparingInt(Passage::number));
    return chosen;
  }

  private void fill(List<Passage> chosen, List<Passage> pool, int count, List<Passage> taken) {
    List<Passage> left = new ArrayList<>(pool);
    while (chosen.size() < count && !left.isEmpty()) {
      // A headline line is meant to say what the first sentence says.
      List<Passage> said = new ArrayList<>(taken.stream().filter(Passage::isSentence).toList());
      said.addAll(chosen);
      left.removeIf(p -> redundancy(p, said) > NEAR_DUPLICATE);
      Optional<Passage> next =
          left.stream()
              .max(
                  Comparator.<Passage>comparingDouble(p -> worth(p, said))
                      .thenComparing(Comparator.comparingInt(Passage::number).reversed()));
      next.ifPresent(passage -> {
        chosen.add(passage);
        left.remove(passage);
      });
    }
  }

  private double worth(Passage passage, List<Passage> said) {
    double link = passage.fitness() == Fitness.LINKED ? 0.5 : 0;
    return score(passage) - REDUNDANCY * redundancy(passage, said) - link;
  }

  private static double redundancy(Passage passage, List<Passage> said) {
    return said.stream().mapToDouble(passage::overlap).max().orElse(0);
  }
}
