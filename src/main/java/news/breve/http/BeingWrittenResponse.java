package news.breve.http;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The answer 202. */
@ApiResponse(
    responseCode = "202",
    description = "Another call is writing this brief: look it up at `Location`",
    headers = {
      @Header(name = "Location", schema = @Schema(type = "string")),
      @Header(name = "Retry-After", schema = @Schema(type = "string"))
    },
    content =
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = BeingWritten.class)))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface BeingWrittenResponse {}
