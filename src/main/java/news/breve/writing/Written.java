package news.breve.writing;

import news.breve.brief.Draft;

/**
 * A draft.
 *
 * @param draft unproven
 * @param writer who wrote it; another than was asked where a fallback did
 */
public record Written(Draft draft, Identity writer) {}
