package news.breve.http;

import java.util.Optional;

/** Whose request this process answers, where something before it knows its callers by name. */
@FunctionalInterface
public interface HostTenant {
  /** Returns the caller's name; empty if nobody asked for it. */
  Optional<String> name();
}
