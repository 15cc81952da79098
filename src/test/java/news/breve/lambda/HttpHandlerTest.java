package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpHandlerTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/briefs,/live/v1/briefs,/live/v1/briefs/b1-x",
    "/v1/briefs,/newsroom/breve/v1/briefs,/newsroom/breve/v1/briefs/b1-x",
    "/v1/briefs,/v1/briefs,/v1/briefs/b1-x",
    "/v1/briefs,,/v1/briefs/b1-x"
  })
  void location_behindAStageOrABasePath_beginsWithIt(String path, String whole, String location) {
    APIGatewayProxyRequestEvent event =
        new APIGatewayProxyRequestEvent()
            .withPath(path)
            .withRequestContext(new ProxyRequestContext().withPath(whole));
    APIGatewayProxyResponseEvent answer =
        new APIGatewayProxyResponseEvent()
            .withHeaders(new HashMap<>(Map.of("Location", "/v1/briefs/b1-x")));

    HttpHandler.locate(answer, event);

    assertThat(answer.getHeaders()).containsEntry("Location", location);
  }
}
