package news.breve.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.breve.article.Language;
import news.breve.brief.Finding;
import news.breve.reading.NamePart;
import news.breve.reading.ProperName;
import news.breve.reading.Role;
import news.breve.reading.Statement;

/**
 * People, bodies and places of the draft are those of the article. A name needs no more than the
 * cited sentences: itself, a part of it that the article gives in full, or a pronoun for it. A name
 * that stands elsewhere in the article wants another citation; one that stands nowhere is wrong.
 */
final class NameCheck implements Check {
  static final String NAME = "name";
  private static final String EVIDENCE = "evidence";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> check(Case all) {
    Cast cast = new Cast(all.passages(), all.article().language());
    List<Finding> findings = new ArrayList<>();
    for (Item item : all.items()) {
      for (Claim claim : item.claims()) {
        if (claim.ownLanguage()) {
          findings.addAll(own(claim, cast));
        } else if (claim.twin().findAny().isEmpty()) {
          findings.addAll(translated(claim, cast));
        }
      }
      Item speaker = item.speaker();
      if (speaker != null) {
        findings.addAll(ofSpeaker(speaker, cast));
      }
    }
    return List.copyOf(findings);
  }

  /** Whom a key fact names as its source is to be in the article; where, other checks ask. */
  private static List<Finding> ofSpeaker(Item speaker, Cast cast) {
    List<Finding> findings = new ArrayList<>();
    for (Claim claim : speaker.claims()) {
      if (claim.ownLanguage()) {
        own(claim, cast).stream()
            .filter(finding -> !finding.check().equals(EVIDENCE))
            .forEach(findings::add);
      }
    }
    return findings;
  }

  private static List<Finding> own(Claim claim, Cast cast) {
    List<Finding> findings = new ArrayList<>();
    for (ProperName name : claim.statement().names()) {
      judge(name, claim, cast).ifPresent(findings::add);
    }
    for (Role role : claim.statement().roles()) {
      RolesCompared.judge(role, claim, cast).ifPresent(findings::add);
    }
    return findings;
  }

  /** A claim without its twin is compared with the article itself: names, not words. */
  private static List<Finding> translated(Claim claim, Cast cast) {
    List<Finding> findings = new ArrayList<>();
    for (ProperName name : claim.statement().names()) {
      List<NamePart> parts = name.parts().stream().filter(part -> !part.opening()).toList();
      NameMatch match = new NameMatch(name, parts, claim);
      boolean telling = parts.stream().anyMatch(part -> !part.isTranslatable());
      if (telling && !match.standsIn(statements(cast.passages()))) {
        boolean certain = name.isPerson() || !name.known().isEmpty();
        Finding finding =
            certain
                ? Finding.error(NAME, claim.path(), "The article does not name this.")
                : Finding.warning(NAME, claim.path(), "The article may not name this.");
        findings.add(finding.with(name.text(), null));
      }
    }
    return findings;
  }

  private static Optional<Finding> judge(ProperName name, Claim claim, Cast cast) {
    List<NamePart> parts =
        name.parts().stream().filter(part -> counts(part, name, claim, cast)).toList();
    Optional<NamePart> unknown =
        parts.stream().filter(part -> !isInArticle(part, name, claim, cast)).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(unknown(name, unknown.get(), claim, cast));
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return mixed(name, parts, claim, cast)
        .or(() -> pieced(name, parts, claim, cast))
        .or(() -> new UncitedName(name, parts, claim, cast).finding());
  }

  private static boolean isInArticle(NamePart part, ProperName name, Claim claim, Cast cast) {
    return (name.isPerson() && part.equals(name.last()))
        ? cast.hasSurname(part, claim.language())
        : cast.has(part, claim.language());
  }

  /**
   * A capital that opens a sentence makes no name: the word is one if the article has it as a name
   * or one like it, or if the other language has it too.
   */
  private static boolean counts(NamePart part, ProperName name, Claim claim, Cast cast) {
    boolean word = name.parts().size() == 1 && !part.isUntranslatable();
    if (!part.opening() || (cast.isName(part) && !word)) {
      return true;
    }
    if (cast.has(part, claim.language())) {
      return false;
    }
    boolean isInBoth = claim.twin().anyMatch(twin -> hasSame(part, twin.statement().names()));
    return part.isUntranslatable()
        ? isInBoth || cast.nearest(part).isPresent()
        : isInBoth && name.parts().size() > 1;
  }

  private static boolean hasSame(NamePart part, List<ProperName> names) {
    return names.stream()
        .flatMap(name -> name.parts().stream())
        .anyMatch(other -> other.words().equals(part.words()));
  }

  private static Finding unknown(ProperName name, NamePart part, Claim claim, Cast cast) {
    String expected =
        cast.nearest(part)
            .or(() -> sharing(name, part, cast))
            .map(entry -> entry.name().text())
            .orElse(null);
    Finding finding =
        isLabel(name, part, claim)
            ? Finding.warning(NAME, claim.path(), "The article may not name this.")
            : Finding.error(NAME, claim.path(), "The article does not name this.");
    return finding.with(name.text(), expected);
  }

  /** "Australia: reward over stolen gold": a headline may say where a place of the article lies. */
  private static boolean isLabel(ProperName name, NamePart part, Claim claim) {
    return claim.item().isHeadline()
        && part.isPlace()
        && name.start() == 0
        && claim.text().substring(name.end()).stripLeading().startsWith(":");
  }

  /** Returns the name of the article that has another part of a name. */
  private static Optional<Cast.Entry> sharing(ProperName name, NamePart unlike, Cast cast) {
    return name.parts().stream()
        .filter(part -> !part.equals(unlike))
        .flatMap(part -> cast.with(part).stream())
        .findFirst();
  }

  /** Given name and surname of two people. */
  private static Optional<Finding> mixed(
      ProperName name, List<NamePart> parts, Claim claim, Cast cast) {
    if (!name.isPerson() || parts.size() < 2) {
      return Optional.empty();
    }
    List<ProperName> namesakes = cast.with(name.last()).stream().map(Cast.Entry::name).toList();
    boolean inFull = namesakes.stream().anyMatch(other -> other.parts().size() > 1);
    boolean together =
        inFull
            ? namesakes.stream().anyMatch(other -> other.has(parts) || isNamedAtEnd(other, parts))
            : cast.passages().stream()
                .map(passage -> passage.statement().vocabulary())
                .anyMatch(
                    words -> parts.stream().allMatch(part -> words.names(part, claim.language())));
    return together || namesakes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.error(NAME, claim.path(), "The article names nobody of this name in full.")
                .with(name.text(), namesakes.getFirst().text()));
  }

  /** « L'ex-maire de Vaurelle Hervé Landrieux »: a place and a person, without a comma. */
  private static boolean isNamedAtEnd(ProperName other, List<NamePart> parts) {
    return parts.size() > 2
        && other.parts().size() > 1
        && other.has(parts.subList(parts.size() - 2, parts.size()));
  }

  /** A body's name that is put together from words of several. */
  private static Optional<Finding> pieced(
      ProperName name, List<NamePart> parts, Claim claim, Cast cast) {
    List<NamePart> own = parts.stream().filter(part -> !part.isPlace()).toList();
    if (name.isPerson()
        || own.size() < 2
        || cast.passages().stream()
            .map(passage -> passage.statement().vocabulary())
            .anyMatch(words ->
                own.stream()
                    .allMatch(part ->
                        words.names(part, claim.language())
                            || words.means(part, claim.language())))) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(NAME, claim.path(), "The article does not name this.")
            .with(
                name.text(),
                own.stream()
                    .flatMap(part -> cast.with(part).stream())
                    .map(entry -> entry.name().text())
                    .findFirst()
                    .orElse(null)));
  }

  private static List<Statement> statements(List<Passage> passages) {
    return passages.stream().map(Passage::statement).toList();
  }

  @Override
  public List<Difference> compare(Claim french, Claim english) {
    List<Difference> differences = new ArrayList<>(NamesCompared.of(french, english));
    RolesCompared.of(french, english).ifPresent(differences::add);
    Item speaker = french.item().speaker();
    if (differences.isEmpty() && speaker != null) {
      speaker
          .claim(Language.FRENCH)
          .ifPresent(one ->
              speaker
                  .claim(Language.ENGLISH)
                  .ifPresent(other -> differences.addAll(compare(one, other))));
    }
    return differences;
  }
}
