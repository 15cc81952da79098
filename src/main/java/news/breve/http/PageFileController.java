package news.breve.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.rendering.PageAsset;

/** The script and the style of the page. Their addresses carry their digest, so they never age. */
@Hidden
@Controller("/page")
@Requires(property = PageController.SWITCH, value = "true")
final class PageFileController {
  @Get("/{name}")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> file(@PathVariable String name) {
    PageAsset asset =
        Arrays.stream(PageAsset.values())
            .filter(one -> one.fileName().equals(name))
            .findFirst()
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no such file"));
    return HttpResponse.ok(asset.text().getBytes(StandardCharsets.UTF_8))
        .contentType(asset.mediaType() + "; charset=utf-8")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
  }
}
