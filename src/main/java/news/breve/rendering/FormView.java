package news.breve.rendering;

import org.jspecify.annotations.Nullable;

/**
 * The form as it was filled in.
 *
 * @param text the article as it was sent
 * @param sentences as chosen, empty for the default
 * @param language as chosen, empty to find it out
 * @param model who would write, null where no model is configured
 * @param error why there is no brief, null before one was asked for
 */
record FormView(
    String text,
    String sentences,
    String language,
    @Nullable String model,
    @Nullable ErrorView error) {}
