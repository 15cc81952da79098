package news.breve.http;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What stands at the head of /openapi.yml. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Brève",
            version = "1",
            description =
                "An article becomes a brief in French and English whose every sentence cites its"
                    + " passage. · Un article devient une brève en français et en anglais dont"
                    + " chaque phrase cite son passage.\n\n"
                    + "Every answer carries `X-Request-Id`: the caller's own, where it is 1 to 128"
                    + " letters, digits or `._~:/+=@-`, else a new one. Every error is an RFC 9457"
                    + " problem document, whatever `Accept` says. A body may be sent with"
                    + " `Content-Encoding: gzip`.",
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
    tags = {
      @Tag(name = "briefs", description = "Briefs: made of an article, or looked up"),
      @Tag(name = "checks", description = "Any draft against any article"),
      @Tag(name = "service", description = "How the service is")
    })
final class ApiDescription {
  static final String REQUEST_ID = "The caller's id of the request, or a new one";
  static final String PROBLEM = "application/problem+json";

  private ApiDescription() {}
}
