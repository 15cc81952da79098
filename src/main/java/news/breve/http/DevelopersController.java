package news.breve.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import news.breve.article.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API as a page for people. */
@Hidden
@Controller("/developers")
@Requires(property = PageController.SWITCH, value = "true")
final class DevelopersController {
  private final Pages pages;

  DevelopersController(Pages pages) {
    this.pages = pages;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<byte[]> page(HttpRequest<?> request) {
    String yaml = new String(OpenApiController.read(), StandardCharsets.UTF_8);
    Object description = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    JsonNode json = Json.mapper().valueToTree(description);
    return Pages.ok(pages.in(request, "").developers(json));
  }
}
