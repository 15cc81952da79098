package news.breve.reading;

/**
 * What words around a denial leave of it: « jamais aussi haut », "none since May", "not before".
 */
final class DenialLimits {
  /** Words between « tant que » and what it bounds. */
  private static final int REACH = 24;

  private final Tokens tokens;
  private final Clauses clauses;

  DenialLimits(Tokens tokens, Clauses clauses) {
    this.tokens = tokens;
    this.clauses = clauses;
  }

  /** "No payment before summer", « pas avant lundi »: what is denied may come then. */
  boolean isBounded(int denial) {
    for (int i = denial - 1; i >= Math.max(0, denial - REACH); i--) {
      if (tokens.get(i).is("tant")) {
        return true;
      }
    }
    return tokens.isFrench()
        ? has(denial, "avant") || has(denial, "tant")
        : has(denial, "before") || has(denial, "until");
  }

  /** "No flood had killed since 2014": the last that did was then. */
  boolean isSince(int place) {
    int from = place;
    while (from > 0 && clauses.isSame(place, from - 1)) {
      from--;
    }
    return has(from, tokens.isFrench() ? "depuis" : "since");
  }

  /** « N'est plus rentré depuis mars »: he did until then. */
  boolean isSinceAfter(int place) {
    return has(place, "depuis");
  }

  /** « Jamais le pays n'avait connu un foyer aussi grave », "never so high", "never before". */
  boolean isRecord(int never) {
    if (!tokens.get(never).is("never") && !tokens.get(never).is("jamais")) {
      return false;
    }
    if (!tokens.isFrench()) {
      return tokens.get(never + 1).is("before") || has(never, "so");
    }
    return has(never, "aussi") || has(never, "autant");
  }

  /** « Le plus grand jamais construit » : jamais without « ne » may mean ever. */
  boolean isEver(int jamais) {
    for (int i = jamais - 1; i >= 0 && clauses.isSame(jamais, i); i--) {
      switch (tokens.get(i).word()) {
        case "plus", "moins", "premier", "première", "seul", "meilleur", "pire", "record", "si" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private boolean has(int from, String word) {
    for (int i = from; i < tokens.size() && clauses.isSame(from, i); i++) {
      if (tokens.get(i).is(word)) {
        return true;
      }
    }
    return false;
  }
}
