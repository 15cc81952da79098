package news.breve.http;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import news.breve.brief.Brief;

/** The answer 200: a brief, in each of the formats of {@code BriefFormat}. */
@ApiResponse(
    responseCode = "200",
    description = "The brief",
    headers = {
      @Header(name = "ETag", schema = @Schema(type = "string")),
      @Header(name = "X-Request-Id", schema = @Schema(type = "string"))
    },
    content = {
      @Content(mediaType = "application/json", schema = @Schema(implementation = Brief.class)),
      @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
      @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
      @Content(mediaType = "text/html", schema = @Schema(type = "string")),
      @Content(
          mediaType = "application/ninjs+json",
          array = @ArraySchema(schema = @Schema(type = "object"))),
      @Content(mediaType = "application/ld+json", schema = @Schema(type = "object")),
      @Content(mediaType = "text/vnd.breve.wire", schema = @Schema(type = "string")),
      @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
    })
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface BriefResponse {}
