package news.breve.service;

import news.breve.article.Language;
import news.breve.brief.Bilingual;
import news.breve.brief.Draft;
import news.breve.reading.Typography;
import org.jspecify.annotations.Nullable;

/**
 * Gives a model's draft the spaces and quotation marks of its languages before it is checked, so
 * that what is printed is what was checked, and nobody is asked to mend what is mechanical.
 */
final class Typesetting {
  private Typesetting() {}

  static Draft set(Draft draft) {
    return new Draft(
        set(draft.headline()),
        draft.sentences().stream().map(Typesetting::set).toList(),
        draft.keyFacts().stream().map(Typesetting::set).toList());
  }

  private static Draft.Item set(Draft.Item item) {
    return new Draft.Item(
        set(item.fr(), Language.FRENCH), set(item.en(), Language.ENGLISH), item.evidence());
  }

  private static Draft.Fact set(Draft.Fact fact) {
    Bilingual source = fact.attribution();
    return new Draft.Fact(
        fact.type(),
        set(fact.words()),
        source == null
            ? null
            : new Bilingual(set(source.fr(), Language.FRENCH), set(source.en(), Language.ENGLISH)));
  }

  private static @Nullable String set(@Nullable String text, Language language) {
    return text == null ? null : Typography.set(text, language);
  }
}
