package news.breve.hostile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import news.breve.article.Problem;
import news.breve.brief.Brief;
import news.breve.caching.BriefStore;
import news.breve.caching.Claim;
import news.breve.caching.Lease;
import news.breve.caching.Settlement;

/** Keeps nothing, so that every brief is written anew. */
final class NoStore implements BriefStore {
  @Override
  public BriefStore of(String tenant) {
    return this;
  }

  @Override
  public Optional<Claim.Standing> standing(String id) {
    return Optional.empty();
  }

  @Override
  public Claim claim(String id, Duration hold) {
    return new Claim.Acquired(new Lease(id, new UUID(0, 0), 1, Instant.MAX));
  }

  @Override
  public Settlement complete(Lease lease, Brief brief, Duration atMost) {
    return Settlement.DONE;
  }

  @Override
  public Settlement fail(Lease lease, Problem problem, String detail) {
    return Settlement.DONE;
  }

  @Override
  public Settlement release(Lease lease) {
    return Settlement.DONE;
  }

  @Override
  public void save(Brief brief) {}
}
