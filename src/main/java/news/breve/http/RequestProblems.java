package news.breve.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.breve.rendering.ProblemDocument;

/** The problems of a call that reads a body. */
@ApiResponse(
    responseCode = "400",
    description = "`invalid-json`: the JSON is malformed, nested too deep, or has a key twice",
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
    responseCode = "413",
    description = "`too-large`: more than 256 KiB once unpacked and decoded",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
    responseCode = "415",
    description = "`unsupported-media-type`: `Content-Type` or `Content-Encoding`",
    content =
        @Content(
            mediaType = "application/problem+json",
            schema = @Schema(implementation = ProblemDocument.class)))
@ApiResponse(
    responseCode = "422",
    description = "`invalid-article`, naming the field, or `unsupported-language`",
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
@interface RequestProblems {}
