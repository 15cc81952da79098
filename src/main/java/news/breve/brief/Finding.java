package news.breve.brief;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check the name of the check in the contract
 * @param severity whether it is wrong or wants a look
 * @param path JSON pointer into the draft, the narrowest that holds it
 * @param message a sentence an editor understands
 * @param found what stands in the draft, where it applies
 * @param expected what the evidence has instead, where it applies
 */
public record Finding(
    @Schema(
            type = "string",
            allowableValues = {
              "evidence",
              "number",
              "unit",
              "date",
              "name",
              "negation",
              "quote",
              "attribution",
              "polarity",
              "certainty",
              "language",
              "parity",
              "support",
              "length",
              "markup"
            })
        String check,
    Severity severity,
    String path,
    String message,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String found,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String expected) {
  /** How much a finding weighs. */
  public enum Severity {
    /** Something is wrong. */
    @JsonProperty("error")
    ERROR,
    /** Something a person should look at. */
    @JsonProperty("warning")
    WARNING
  }

  public static Finding error(String check, String path, String message) {
    return new Finding(check, Severity.ERROR, path, message, null, null);
  }

  public static Finding warning(String check, String path, String message) {
    return new Finding(check, Severity.WARNING, path, message, null, null);
  }

  /** An error where it is certain, else for a person to look at. */
  public static Finding of(boolean certain, String check, String path, String message) {
    return certain ? error(check, path, message) : warning(check, path, message);
  }

  /** Returns this finding with what was found and, where known, what was expected. */
  public Finding with(@Nullable String found, @Nullable String expected) {
    return new Finding(check, severity, path, message, found, expected);
  }

  /** Returns if something is wrong, not only doubtful. */
  @JsonIgnore
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
