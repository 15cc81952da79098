package news.breve.rendering;

/**
 * How text stands out: by ANSI escape sequences (ECMA-48, SGR) on a terminal, not at all elsewhere.
 */
public enum Ink {
  PLAIN("", "", "", "", "", ""),
  COLOUR("\u001b[1m", "\u001b[2m", "\u001b[32m", "\u001b[33m", "\u001b[31m", "\u001b[0m");

  private final String bold;
  private final String dim;
  private final String green;
  private final String yellow;
  private final String red;
  private final String reset;

  Ink(String bold, String dim, String green, String yellow, String red, String reset) {
    this.bold = bold;
    this.dim = dim;
    this.green = green;
    this.yellow = yellow;
    this.red = red;
    this.reset = reset;
  }

  String bold(String text) {
    return bold + text + reset;
  }

  String dim(String text) {
    return dim + text + reset;
  }

  String good(String text) {
    return green + text + reset;
  }

  String caution(String text) {
    return yellow + text + reset;
  }

  String bad(String text) {
    return red + text + reset;
  }
}
