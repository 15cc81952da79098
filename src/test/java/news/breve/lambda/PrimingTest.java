package news.breve.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.breve.caching.BriefKey;
import news.breve.caching.BriefStore;
import news.breve.caching.StoreException;
import news.breve.configuration.Variables;
import news.breve.http.FakeModel;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.Provider;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PrimingTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void briefs_ofThePrimingArticles_areMade() {
    assertThatCode(Priming::makeBriefs).doesNotThrowAnyException();
  }

  @Test
  void store_thatCannotBeReached_isNoReasonToFail() {
    BriefStore broken =
        (BriefStore)
            Proxy.newProxyInstance(
                BriefStore.class.getClassLoader(),
                new Class<?>[] {BriefStore.class},
                (proxy, method, arguments) -> {
                  asked.add(method.getName() + " " + arguments[0]);
                  throw new StoreException("out of reach");
                });
    BriefService service =
        Configuration.from(new Variables(Map.of("BREVE_CACHE", "memory")))
            .service(broken, Clock.systemUTC());

    assertThatCode(() -> Priming.reachOut(service)).doesNotThrowAnyException();
    assertThat(asked).containsExactly("standing " + new BriefKey().id());
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void model_ofEachProvider_isAskedForNothing(Provider provider) {
    try (FakeModel model = new FakeModel()) {
      Map<String, String> environment =
          model.environment("BREVE_MODEL_PROVIDER", provider.id(), "BREVE_MODEL_FALLBACK", "");

      assertThatCode(() -> Priming.askNobody(environment)).doesNotThrowAnyException();
      assertThat(model.calls()).isZero();
    }
  }

  @Test
  void registered_atCrac_isCalledBeforeASnapshot() {
    StringBuilder called = new StringBuilder();
    Priming priming = Priming.register(() -> called.append("called"));

    assertThatCode(() -> priming.beforeCheckpoint(Core.getGlobalContext()))
        .doesNotThrowAnyException();
    assertThat(called).hasToString("called");
  }

  @Test
  void httpHandler_primed_leavesNoLineOfABrief() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    HttpHandler handler =
        new HttpHandler(
            new FunctionEnvironment(Map.of("BREVE_CACHE", "memory"), id -> "none"),
            new LogLines(log),
            Clock.systemUTC());

    assertThat(handler.prime()).isEqualTo(200);
    assertThat(log.size()).isZero();
  }
}
