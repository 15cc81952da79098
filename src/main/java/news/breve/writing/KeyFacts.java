package news.breve.writing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.brief.FactType;
import news.breve.reading.Attribution;
import news.breve.reading.AttributionRelation;
import news.breve.reading.Attributions;
import news.breve.reading.Mention;
import news.breve.reading.Quotation;
import news.breve.reading.Reader;
import news.breve.reading.Setting;
import news.breve.reading.Statement;
import news.breve.reading.Statements;
import news.breve.reading.Value;
import news.breve.reading.ValueWriter;

/**
 * Lists the facts of a story that can be said in both languages without translating: amounts with
 * what they are of, dates, bodies, places; and direct quotations with their speaker, which stay in
 * the article's language.
 *
 * <p>A key fact is a bare value, so a sentence that denies or doubts gives none, and one that tells
 * what somebody said gives it with its source or not at all.
 */
final class KeyFacts {
  private static final int MOST = 8;
  private static final int MOST_EVIDENCE = 3;
  private static final int MIN_QUOTE_WORDS = 6;
  private static final int MAX_QUOTE_WORDS = 45;
  private static final double CHOSEN_BONUS = 1.0;
  private static final double TOLL_BONUS = 1.0;
  private static final double HEADLINE_BONUS = 1.5;

  /** How much a type weighs, and how many of it a brief takes. */
  private record Share(double weight, int most) {}

  private static final Map<FactType, Share> SHARES =
      new EnumMap<>(
          Map.of(
              FactType.MONEY, new Share(1.0, 3),
              FactType.NUMBER, new Share(0.9, 3),
              FactType.PERCENTAGE, new Share(0.9, 2),
              FactType.DATE, new Share(0.6, 2),
              FactType.QUOTE, new Share(0.6, 1),
              FactType.ORGANIZATION, new Share(0.2, 2),
              FactType.PLACE, new Share(0.2, 2)));

  private static final Pattern BARE_PERIOD = Pattern.compile("\\d{1,4}|\\d+X|--\\d\\d");

  /** Fewer than this of anything is rarely news. */
  private static final BigDecimal MANY = BigDecimal.TEN;

  private final Story story;
  private final Selection selection;
  private final List<Passage> chosen;
  private final Language language;
  private final Statements statements;
  private final Reader reader;
  private final ValueWriter writer;
  private final Reader otherReader;
  private final ValueWriter otherWriter;
  private final KeyFactRules rules;
  private final Set<Value> headlineValues;
  private final Map<Value, Optional<Bilingual>> written = new HashMap<>();

  KeyFacts(Story story, Selection selection, List<Passage> chosen, KeyFactRules rules) {
    this.rules = rules;
    this.story = story;
    this.selection = selection;
    this.chosen = List.copyOf(chosen);
    this.language = story.article().language();
    this.statements = new Statements(Setting.of(story.article()));
    this.reader = new Reader(language);
    this.writer = new ValueWriter(language);
    this.otherReader = new Reader(language.other());
    this.otherWriter = new ValueWriter(language.other());
    this.headlineValues =
        story.headline().stream()
            .flatMap(headline -> reader.read(headline).stream())
            .map(Mention::value)
            .collect(Collectors.toSet());
  }

  /** A fact that may be listed: its words in both languages, and the sentences that state it. */
  private record Candidate(
      FactType type,
      Value value,
      Bilingual words,
      Optional<String> source,
      List<Passage> passages) {}

  private record Ranked(Candidate candidate, double salience) {}

  /** Returns the most salient facts, at most eight, the most salient first. */
  List<Draft.Fact> list() {
    Map<Value, Candidate> candidates = new LinkedHashMap<>();
    for (Passage passage : story.passages()) {
      if (passage.isSentence() || story.isHeadline(passage)) {
        candidates(passage)
            .forEach(c -> {
              Candidate known = candidates.putIfAbsent(c.value(), c);
              if (known != null && known.source().equals(c.source())) {
                known.passages().add(passage);
              }
            });
      }
    }
    List<Candidate> ranked =
        candidates.values().stream()
            .map(candidate -> new Ranked(candidate, salience(candidate)))
            .sorted(Comparator.comparingDouble(Ranked::salience).reversed())
            .map(Ranked::candidate)
            .toList();
    Map<FactType, Integer> taken = new EnumMap<>(FactType.class);
    List<Candidate> facts = new ArrayList<>();
    for (Candidate candidate : ranked) {
      int most = share(candidate.type()).most();
      boolean room = facts.size() < MOST && taken.getOrDefault(candidate.type(), 0) < most;
      if (room && facts.stream().noneMatch(fact -> saysMore(fact, candidate))) {
        facts.add(candidate);
        taken.merge(candidate.type(), 1, Integer::sum);
      }
    }
    return facts.stream().map(this::fact).toList();
  }

  private static Share share(FactType type) {
    return SHARES.getOrDefault(type, new Share(0, 0));
  }

  /** "2014" adds nothing to "1er avril 2014". */
  private static boolean saysMore(Candidate listed, Candidate candidate) {
    return listed.value() instanceof Value.Date longer
        && candidate.value() instanceof Value.Date shorter
        && longer.date().startsWith(shorter.date());
  }

  private double salience(Candidate candidate) {
    double best = candidate.passages().stream().mapToDouble(this::weight).max().orElse(0);
    return share(candidate.type()).weight()
        + best
        + 0.2 * Math.log(candidate.passages().size())
        + (leads(candidate) ? HEADLINE_BONUS : 0)
        + (isToll(candidate.value()) ? TOLL_BONUS : 0);
  }

  /** An amount or a date of the headline is what the story is about. */
  private boolean leads(Candidate candidate) {
    return !isName(candidate.type()) && headlineValues.contains(candidate.value());
  }

  /** How many died or were hurt leads any story it stands in. */
  private boolean isToll(Value value) {
    return value instanceof Value.Quantity quantity && rules.isToll(quantity.unit());
  }

  private double weight(Passage passage) {
    return 0.5 * selection.score(passage) + (chosen.contains(passage) ? CHOSEN_BONUS : 0);
  }

  private List<Candidate> candidates(Passage passage) {
    List<Candidate> candidates = new ArrayList<>();
    Attribution attribution = Attributions.of(language).of(passage.text());
    Statement statement = statements.of(passage.text(), language);
    boolean citable =
        !story.words().isUncertain(passage.text())
            && (!attribution.attributed() || attribution.source().isPresent());
    for (Mention mention : passage.mentions()) {
      boolean agreed = citable && agrees(statement, mention, attribution);
      type(mention.value())
          .filter(type -> isName(type) || (agreed && isWorthListing(passage, mention)))
          .ifPresent(type ->
              inBoth(mention.value())
                  .ifPresent(words ->
                      candidates.add(
                          new Candidate(
                              type,
                              mention.value(),
                              words,
                              isName(type) ? Optional.empty() : attribution.source(),
                              new ArrayList<>(List.of(passage))))));
    }
    passage.quotations().forEach(quotation -> quote(passage, quotation).ifPresent(candidates::add));
    return candidates;
  }

  private static boolean isName(FactType type) {
    return type == FactType.PLACE || type == FactType.ORGANIZATION;
  }

  /** "Les deux hommes" counts what the reader knows; "trois pays" is few. */
  private boolean isWorthListing(Passage passage, Mention mention) {
    if (isQuoted(passage, mention)) {
      return false;
    }
    if (!(mention.value() instanceof Value.Quantity quantity)
        || quantity.isPercentage()
        || quantity.isMoney()) {
      return true;
    }
    boolean measured = quantity.amount().stripTrailingZeros().scale() > 0;
    boolean many =
        measured || quantity.amount().compareTo(MANY) >= 0 || rules.isGrave(quantity.unit());
    return many && !rules.isDefinite(passage.text().substring(0, mention.start()));
  }

  private static boolean isQuoted(Passage passage, Mention mention) {
    return passage.quotations().stream()
        .anyMatch(q -> q.start() <= mention.start() && mention.end() <= q.end());
  }

  private Optional<FactType> type(Value value) {
    return switch (value) {
      case Value.Money _ -> Optional.of(FactType.MONEY);
      case Value.Quantity quantity -> type(quantity);
      case Value.Date date when saysADay(date) -> Optional.of(FactType.DATE);
      case Value.Place place when !rules.isAmbiguous(place) -> Optional.of(FactType.PLACE);
      case Value.Organization _ -> Optional.of(FactType.ORGANIZATION);
      default -> Optional.empty();
    };
  }

  /** A year, a decade or a month by itself tells a reader nothing. */
  private static boolean saysADay(Value.Date date) {
    return !BARE_PERIOD.matcher(date.date()).matches();
  }

  private Optional<FactType> type(Value.Quantity quantity) {
    String unit = quantity.unit();
    if (unit == null || rules.saysLittle(unit)) {
      return Optional.empty();
    }
    if (quantity.isPercentage()) {
      return Optional.of(FactType.PERCENTAGE);
    }
    return Optional.of(quantity.isMoney() ? FactType.MONEY : FactType.NUMBER);
  }

  /** Returns the value in both languages if what is written is read back as the same value. */
  private Optional<Bilingual> inBoth(Value value) {
    return written.computeIfAbsent(value, this::write);
  }

  private Optional<Bilingual> write(Value value) {
    Optional<String> own = writer.write(value).filter(w -> isSame(reader, w, value));
    Optional<String> other = otherWriter.write(value).filter(w -> isSame(otherReader, w, value));
    return own.flatMap(words ->
        other.map(translated ->
            language == Language.FRENCH
                ? new Bilingual(words, translated)
                : new Bilingual(translated, words)));
  }

  private static boolean isSame(Reader reader, String words, Value value) {
    return reader.valueOf(words).filter(value::equals).isPresent();
  }

  /**
   * A fact is listed only where both ways of reading who says it name the same source: nobody else
   * says it, and whoever is named does something with it.
   */
  private static boolean agrees(Statement statement, Mention mention, Attribution attribution) {
    List<AttributionRelation> covering =
        statement.attributions().stream()
            .filter(relation ->
                relation.content().stream().anyMatch(span -> span.covers(mention.start())))
            .toList();
    boolean known =
        attribution.source().isEmpty()
            || covering.isEmpty()
            || covering.stream().anyMatch(relation -> isBy(attribution, relation, statement));
    return known
        && covering.stream()
            .filter(relation ->
                relation.kind() == AttributionRelation.Kind.CLAIM
                    || relation.kind() == AttributionRelation.Kind.HEARSAY)
            .allMatch(relation -> isBy(attribution, relation, statement));
  }

  private static boolean isBy(
      Attribution attribution, AttributionRelation relation, Statement statement) {
    String source = relation.source().span().in(statement.text());
    return attribution
        .source()
        .filter(named -> source.contains(named) || named.contains(source))
        .isPresent();
  }

  private Optional<Candidate> quote(Passage passage, Quotation quotation) {
    int words = Words.split(quotation.words()).size();
    if (words < MIN_QUOTE_WORDS || words > MAX_QUOTE_WORDS) {
      return Optional.empty();
    }
    String exact = passage.text().substring(quotation.start(), quotation.end());
    return Attributions.of(language)
        .of(passage.text(), quotation)
        .source()
        .map(speaker ->
            new Candidate(
                FactType.QUOTE,
                new Value.Quote(quotation.words()),
                Bilingual.of(language, exact),
                Optional.of(speaker),
                new ArrayList<>(List.of(passage))));
  }

  private Draft.Fact fact(Candidate candidate) {
    List<Integer> evidence =
        candidate.passages().stream()
            .sorted(Comparator.comparing(passage -> !chosen.contains(passage)))
            .limit(isName(candidate.type()) ? 1 : MOST_EVIDENCE)
            .map(Passage::number)
            .sorted()
            .toList();
    Draft.Item item = new Draft.Item(candidate.words().fr(), candidate.words().en(), evidence);
    return new Draft.Fact(
        candidate.type(), item, candidate.source().map(this::attribution).orElse(null));
  }

  /** A source's name is the same in both languages if it is a person's, or known in both. */
  private Bilingual attribution(String source) {
    Optional<String> other =
        reader
            .valueOf(source)
            .filter(value -> writer.write(value).filter(source::equals).isPresent())
            .flatMap(otherWriter::write)
            .or(() -> isProperName(source) ? Optional.of(source) : Optional.empty());
    String translated = other.orElse(null);
    return language == Language.FRENCH
        ? new Bilingual(source, translated)
        : new Bilingual(translated, source);
  }

  private static boolean isProperName(String source) {
    String[] words = source.split(" ", -1);
    for (String word : words) {
      if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
        return false;
      }
    }
    return words.length >= 2;
  }
}
