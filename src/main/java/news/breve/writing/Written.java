package news.breve.writing;

import news.breve.brief.Brief;
import news.breve.brief.Draft;

/**
 * A draft and what it cost.
 *
 * @param draft unproven
 * @param usage as the provider counted it
 */
public record Written(Draft draft, Brief.Usage usage) {}
