package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this API, which the compiler makes from these controllers. */
@Hidden
@Controller("/openapi.yml")
final class OpenApiController {
  private static final String RESOURCE = "/META-INF/swagger/openapi.yml";

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> description() {
    return HttpResponse.ok(read())
        .contentType("application/yaml")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
  }

  /** Returns the description as the build made it. */
  static byte[] read() {
    try (InputStream stream = OpenApiController.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the build made no " + RESOURCE);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
