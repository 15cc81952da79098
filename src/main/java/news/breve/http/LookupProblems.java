package news.breve.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.breve.rendering.ProblemDocument;

/** The problems of a call that looks a brief up. */
@ApiResponse(
    responseCode = "404",
    description = "`not-found`: no such brief, or it has expired",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
    responseCode = "406",
    description = "`not-acceptable`",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
    responseCode = "500",
    description = "`internal`: a fault of ours",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface LookupProblems {}
