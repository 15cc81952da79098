package news.breve.rendering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.breve.article.Article;
import news.breve.article.Language;
import news.breve.article.Removed;
import news.breve.article.Sentence;
import news.breve.brief.Bilingual;
import news.breve.brief.Brief;
import news.breve.brief.BriefSentence;
import news.breve.brief.Evidence;
import news.breve.brief.Finding;
import news.breve.brief.KeyFact;
import news.breve.brief.Match;
import news.breve.rendering.BriefView.ArticleView;
import news.breve.rendering.BriefView.Compared;
import news.breve.rendering.BriefView.Disclosure;
import news.breve.rendering.BriefView.Dropped;
import news.breve.rendering.BriefView.Fact;
import news.breve.rendering.BriefView.FindingView;
import news.breve.rendering.BriefView.Item;
import news.breve.rendering.BriefView.Passage;
import news.breve.rendering.BriefView.Place;
import news.breve.rendering.BriefView.Quoted;
import news.breve.rendering.BriefView.RemovedView;
import news.breve.rendering.BriefView.Side;
import news.breve.rendering.BriefView.Source;
import org.jspecify.annotations.Nullable;

/** Makes of a brief what the page shows of it. */
final class BriefViews {
  /** What is shown of a passage on each side of a match, in UTF-16 units. */
  private static final int AROUND = 60;

  private final Brief brief;
  private final List<Match> matches;
  private final Wording wording;
  private final List<String> sentences;

  /** The numbers of the items that rest on each sentence. */
  private final Map<Integer, Set<Integer>> resting = new HashMap<>();

  private BriefViews(Brief brief, List<Match> matches, Wording wording) {
    this.brief = brief;
    this.matches = matches;
    this.wording = wording;
    this.sentences = brief.article().sentenceTexts();
  }

  /** Returns the brief in the words of a reader's language. */
  static BriefView of(Brief brief, List<Match> matches, Wording wording) {
    return new BriefViews(brief, matches, wording).view();
  }

  private BriefView view() {
    List<Item> items = new ArrayList<>();
    items.add(item(0, "/headline", brief.headline()));
    for (int i = 0; i < brief.sentences().size(); i++) {
      items.add(item(i + 1, "/sentences/" + i, brief.sentences().get(i)));
    }
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < brief.keyFacts().size(); i++) {
      facts.add(fact(items.size() + i, "/keyFacts/" + i, brief.keyFacts().get(i)));
    }
    return new BriefView(
        brief.id(),
        brief.status().name().toLowerCase(Locale.ROOT),
        tally(),
        lookAt(items, facts),
        cost(),
        Reasons.of(brief.checks().reason(), wording),
        Reasons.detail(brief.checks().reason()),
        disclosure(),
        items,
        languages(),
        facts,
        brief.checks().dropped().stream().map(this::dropped).toList(),
        article());
  }

  private List<String> languages() {
    return Stream.of(Language.values())
        .filter(language -> words(brief.headline(), language) != null)
        .map(Language::code)
        .toList();
  }

  private List<String> tally() {
    Brief.Checks checks = brief.checks();
    List<String> tally = new ArrayList<>();
    tally.add(wording.count("count.sentences", brief.sentences().size()));
    tally.add(wording.count("count.facts", brief.keyFacts().size()));
    tally.add(wording.count("count.checks", checks.run().size()));
    long errors = checks.findings().stream().filter(Finding::isError).count();
    long warnings = checks.findings().size() - errors;
    if (errors > 0) {
      tally.add(wording.count("count.errors", errors));
    }
    if (warnings > 0) {
      tally.add(wording.count("count.warnings", warnings));
    }
    if (!checks.dropped().isEmpty()) {
      tally.add(wording.count("count.dropped", checks.dropped().size()));
    }
    if (checks.findings().isEmpty() && checks.dropped().isEmpty()) {
      tally.add(wording.of("count.none"));
    }
    if (checks.repaired()) {
      tally.add(wording.of("proof.repaired"));
    }
    return tally;
  }

  private List<Place> lookAt(List<Item> items, List<Fact> facts) {
    List<Place> places = new ArrayList<>();
    for (Item item : items) {
      if (hasFinding(item.path())) {
        places.add(new Place(item.number(), item.label()));
      }
    }
    for (int i = 0; i < facts.size(); i++) {
      if (hasFinding(facts.get(i).path())) {
        places.add(new Place(facts.get(i).number(), wording.of("findings.fact", i + 1)));
      }
    }
    return places;
  }

  private boolean hasFinding(String path) {
    return brief.checks().findings().stream()
        .map(Finding::path)
        .anyMatch(found -> found.equals(path) || found.startsWith(path + "/"));
  }

  private List<String> cost() {
    Brief.Usage usage = brief.usage();
    if (usage.calls() == 0) {
      return List.of();
    }
    List<String> cost = new ArrayList<>();
    cost.add(
        wording.of(
            "proof.tokens",
            wording.number(BigDecimal.valueOf(usage.inputTokens())),
            wording.number(BigDecimal.valueOf(usage.outputTokens()))));
    BigDecimal estimated = usage.estimatedCost();
    if (estimated != null) {
      cost.add(wording.of("proof.cost", wording.number(estimated)));
    }
    return cost;
  }

  private Disclosure disclosure() {
    Brief.Ai ai = brief.ai();
    String when = Visible.line(wording.instant(ai.generatedAt()));
    String json = new JsonLdRenderer().render(brief);
    if (!ai.generated()) {
      return new Disclosure(false, wording.of("ai.none", when), null, json);
    }
    String model = Visible.line(ai.provider() + " " + ai.model());
    return new Disclosure(
        true, wording.of("ai.written", model, when), wording.of("ai.edited", model, when), json);
  }

  private static @Nullable String words(BriefSentence sentence, Language language) {
    return language == Language.FRENCH ? sentence.fr() : sentence.en();
  }

  private Item item(int number, String path, BriefSentence sentence) {
    List<Side> sides = new ArrayList<>();
    for (Language language : Language.values()) {
      String words = words(sentence, language);
      if (words != null) {
        sides.add(side(path, language, words));
      }
    }
    String label =
        number == 0 ? wording.of("brief.headline") : wording.of("brief.sentence", number);
    return new Item(
        number,
        path,
        label,
        number == 0,
        sides,
        rest(number, sentence.evidence()),
        findings(path, path + "/evidence"));
  }

  /** Returns the cited sentences, and remembers who rests on them. */
  private List<Integer> rest(int item, List<Evidence> evidence) {
    Set<Integer> cited = new TreeSet<>();
    for (Evidence passage : evidence) {
      if (passage.sentence() >= 1 && passage.sentence() <= sentences.size()) {
        cited.add(passage.sentence());
        resting.computeIfAbsent(passage.sentence(), s -> new TreeSet<>()).add(item);
      }
    }
    return List.copyOf(cited);
  }

  private Side side(String item, Language language, String words) {
    String path = item + "/" + language.code();
    List<Segment.Mark> marks = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      Match match = matches.get(i);
      if (match.path().equals(path)) {
        marks.add(new Segment.Mark(match.start(), match.end(), style(match), "m" + i));
      }
    }
    for (Finding finding : brief.checks().findings()) {
      if (finding.path().equals(path)) {
        under(finding.found(), words, finding, marks);
      }
      if (finding.path().equals(item)) {
        // Parity: what one language has and what the other has in its place.
        under(finding.found(), words, finding, marks);
        under(finding.expected(), words, finding, marks);
      }
    }
    return new Side(language.code(), path, Segment.of(words, marks), findings(path));
  }

  private static void under(
      @Nullable String found, String words, Finding finding, List<Segment.Mark> marks) {
    if (found != null) {
      Underline.find(found, words)
          .ifPresent(start ->
              marks.add(
                  new Segment.Mark(
                      start, start + found.length(), "found " + severity(finding), "")));
    }
  }

  private static String style(Match match) {
    return match.kind().name().toLowerCase(Locale.ROOT);
  }

  private Fact fact(int number, String path, KeyFact fact) {
    List<Side> sides =
        Stream.of(Language.values())
            .map(language -> {
              String words = fact.in(language);
              return words == null
                  ? new Side(language.code(), path + "/" + language.code(), List.of(), List.of())
                  : side(path, language, words);
            })
            .toList();
    return new Fact(
        number,
        path,
        fact.type().code(),
        wording.of("fact." + fact.type().code()),
        sides,
        ReadValue.of(fact.value(), fact.fr() + " " + fact.en(), wording),
        sources(fact.attribution()),
        rest(number, fact.evidence()).stream().map(passage -> quoted(passage, path)).toList(),
        findings(
            path,
            path + "/evidence",
            path + "/value",
            path + "/attribution",
            path + "/attribution/fr",
            path + "/attribution/en"));
  }

  /** Returns the source in the reader's language, then in the other if it is called otherwise. */
  private List<Source> sources(@Nullable Bilingual attribution) {
    if (attribution == null) {
      return List.of();
    }
    Language own = wording.language();
    boolean same = String.valueOf(attribution.fr()).equals(attribution.en());
    return spoken(attribution, same ? List.of(own) : List.of(own, own.other()));
  }

  private static List<Source> spoken(Bilingual words, List<Language> languages) {
    List<Source> spoken = new ArrayList<>();
    for (Language language : languages) {
      String text = words.in(language);
      if (text != null && !text.isBlank()) {
        spoken.add(new Source(language.code(), Visible.line(text)));
      }
    }
    return spoken;
  }

  /** Returns a passage, of a long one only what is around the words of the fact. */
  private Quoted quoted(int number, String path) {
    String text = sentences.get(number - 1);
    List<Segment.Mark> marks = new ArrayList<>();
    for (Match match : matches) {
      if (match.sentence() == number && match.path().startsWith(path + "/")) {
        marks.add(new Segment.Mark(match.from(), match.to(), style(match), ""));
      }
    }
    int from = marks.stream().mapToInt(Segment.Mark::start).min().orElse(0);
    int to = marks.stream().mapToInt(Segment.Mark::end).max().orElse(0);
    int start = from <= AROUND ? 0 : text.lastIndexOf(' ', from - AROUND) + 1;
    int space = text.indexOf(' ', to + AROUND);
    int end = to + AROUND >= text.length() || space < 0 ? text.length() : space;
    List<Segment> segments = new ArrayList<>();
    if (start > 0) {
      segments.add(new Segment("…", "", ""));
    }
    segments.addAll(
        Segment.of(
            text.substring(start, end),
            marks.stream()
                .map(mark ->
                    new Segment.Mark(
                        mark.start() - start, mark.end() - start, mark.style(), mark.pair()))
                .toList()));
    if (end < text.length()) {
      segments.add(new Segment("…", "", ""));
    }
    return new Quoted(number, segments);
  }

  private List<FindingView> findings(String... paths) {
    List<String> own = List.of(paths);
    return brief.checks().findings().stream()
        .filter(finding -> own.contains(finding.path()))
        .map(this::finding)
        .toList();
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private FindingView finding(Finding finding) {
    boolean parity = finding.check().equals("parity");
    List<Compared> compared = new ArrayList<>();
    String found = finding.found();
    String expected = wording.expected(finding);
    if (found != null) {
      String label = parity ? "finding.english" : "finding.found";
      compared.add(new Compared(wording.of(label), Visible.line(found)));
    }
    if (expected != null) {
      String label = parity ? "finding.french" : "finding.expected";
      compared.add(new Compared(wording.of(label), Visible.line(expected)));
    }
    return new FindingView(
        severity(finding),
        wording.of("severity." + severity(finding))
            + " · "
            + wording.orElse("check." + finding.check(), Visible.line(finding.check())),
        Visible.line(wording.message(finding)),
        compared,
        Wording.passage(finding)
            .filter(number -> number >= 1 && number <= sentences.size())
            .orElse(null));
  }

  private Dropped dropped(Brief.Dropped dropped) {
    List<Source> words =
        spoken(
            new Bilingual(dropped.sentence().fr(), dropped.sentence().en()),
            List.of(Language.values()));
    return new Dropped(words, dropped.findings().stream().map(this::finding).toList());
  }

  private ArticleView article() {
    Article article = brief.article();
    String title = article.title();
    String published = article.publishedAt();
    return new ArticleView(
        article.language().code(),
        title == null ? null : Visible.line(title),
        published == null ? null : wording.of("article.published", Visible.line(published)),
        paragraphs(article),
        article.removed().stream().map(this::removed).toList());
  }

  private RemovedView removed(Removed piece) {
    String reason = Visible.line(piece.reason());
    return new RemovedView(
        wording.orElse("removed." + piece.reason(), reason), Visible.line(piece.text()));
  }

  private List<List<Passage>> paragraphs(Article article) {
    Map<Integer, List<Segment.Mark>> marks = new TreeMap<>();
    for (int i = 0; i < matches.size(); i++) {
      Match match = matches.get(i);
      marks
          .computeIfAbsent(match.sentence(), s -> new ArrayList<>())
          .add(new Segment.Mark(match.from(), match.to(), style(match), "m" + i));
    }
    List<List<Passage>> paragraphs = new ArrayList<>();
    List<Passage> paragraph = new ArrayList<>();
    int at = 0;
    int end = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence span = article.sentences().get(i);
      int start = article.text().offsetByCodePoints(at, span.start() - end);
      if (article.text().substring(at, start).contains("\n") && !paragraph.isEmpty()) {
        paragraphs.add(paragraph);
        paragraph = new ArrayList<>();
      }
      at = start + sentences.get(i).length();
      end = span.end();
      paragraph.add(
          new Passage(
              i + 1,
              List.copyOf(resting.getOrDefault(i + 1, Set.of())),
              Segment.of(sentences.get(i), marks.getOrDefault(i + 1, List.of()))));
    }
    paragraphs.add(paragraph);
    return paragraphs;
  }
}
