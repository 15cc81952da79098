package news.breve.http;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.breve.rendering.ProblemDocument;

/** The problems of a call that may ask a model. */
@ApiResponse(
    responseCode = "429",
    description = "`rate-limited`",
    headers = {@Header(name = "Retry-After", schema = @Schema(type = "string"))},
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
    responseCode = "502",
    description =
        "`model-failed`: an answer that is bad, refused, cut off or filtered; `detail` says which",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
    responseCode = "503",
    description = "`model-unavailable` or `budget-exhausted`",
    headers = {@Header(name = "Retry-After", schema = @Schema(type = "string"))},
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
    responseCode = "504",
    description = "`model-timeout`",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ModelProblems {}
