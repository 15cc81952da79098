package news.breve.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import news.breve.caching.BriefKey;
import news.breve.caching.StoreException;
import news.breve.rendering.JsonText;
import news.breve.service.BriefService;

/** Health. */
@Controller("/health")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {
  private final BriefService service;

  HealthController(BriefService service) {
    this.service = service;
  }

  /** Tells whether a model is configured and the cache reachable; asks no model. */
  @Get
  @Tag(name = "service")
  @ApiResponse(
      responseCode = "200",
      description = "The service answers",
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Health.class)))
  @Produces({MediaType.APPLICATION_JSON, "application/*"})
  HttpResponse<byte[]> health() {
    Health health =
        Health.of(service.writer().provider(), service.writer().model(), isCacheReachable());
    return HttpResponse.ok(JsonText.of(health).getBytes(StandardCharsets.UTF_8))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private boolean isCacheReachable() {
    try {
      // The key of nothing: no brief has this id.
      service.find(new BriefKey().id());
      return true;
    } catch (StoreException e) {
      return false;
    }
  }
}
