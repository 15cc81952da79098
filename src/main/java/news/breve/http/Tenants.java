package news.breve.http;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import news.breve.article.Problem;
import news.breve.article.ProblemException;
import news.breve.caching.BriefKey;
import news.breve.service.Answer;
import news.breve.service.BriefService;
import news.breve.service.Configuration;

/**
 * The service as the caller of a request sees it. Who is known by name shares no brief with others,
 * unless {@code BREVE_TENANT} makes them all one tenant.
 */
@Singleton
final class Tenants {
  private final BriefService service;
  private final HostTenant host;
  private final boolean shared;

  /** There are as many as keys were given out. */
  private final ConcurrentMap<String, BriefService> services = new ConcurrentHashMap<>();

  Tenants(BriefService service, HostTenant host, Configuration configuration) {
    this.service = service;
    this.host = host;
    this.shared = !configuration.tenant().isEmpty();
  }

  /** Returns if the request that is being answered is of nobody by name, as others are. */
  boolean areOne() {
    return shared || host.name().isEmpty();
  }

  /** Returns the service of the tenant whose request is being answered. */
  BriefService service() {
    return host.name()
        .filter(name -> !shared)
        .map(name -> services.computeIfAbsent(name, service::of))
        .orElse(service);
  }

  /**
   * Returns the brief of an id that the caller may see, or how far it is.
   *
   * @throws ProblemException {@code not-found} if there is none, or it is no id
   */
  Answer find(String id) {
    return Optional.of(id)
        .filter(BriefKey::isId)
        .flatMap(service()::find)
        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "there is no such brief"));
  }
}
