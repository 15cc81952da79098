package news.breve.http;

import org.slf4j.LoggerFactory;

/** Where the person who runs the server reads what happens: a line each, never article text. */
@FunctionalInterface
public interface Journal {
  /** Writes one line. */
  void note(String line);

  /** Returns the journal of a process that logs. */
  static Journal ofLog() {
    return LoggerFactory.getLogger(Journal.class)::warn;
  }
}
