package news.breve.checking;

import news.breve.brief.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What French and English of one item don't both say.
 *
 * @param severity whether it is wrong or wants a look
 * @param message a sentence an editor understands
 * @param french what the French has, null if nothing
 * @param english what the English has, null if nothing
 */
record Difference(
    Severity severity, String message, @Nullable String french, @Nullable String english) {}
