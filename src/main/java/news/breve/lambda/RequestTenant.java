package news.breve.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import news.breve.http.HostTenant;
import org.jspecify.annotations.Nullable;

/** Whose API key a request came with. API Gateway has checked it, and names it by its id. */
final class RequestTenant implements HostTenant {
  // A container answers one request at a time.
  private volatile @Nullable String keyId;

  /** Tells which event begins. AWS's class for it doesn't know the id of the key. */
  void of(JsonNode event) {
    keyId = event.at("/requestContext/identity/apiKeyId").textValue();
  }

  @Override
  public Optional<String> name() {
    return Optional.ofNullable(keyId).filter(id -> !id.isEmpty());
  }
}
