package news.breve.hostile;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what a table can't hold as it is. */
final class Escapes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

  private Escapes() {}

  /** Returns a cell with its escapes read as Java reads them: \t, \n, \r, \s, \\ and Unicode's. */
  static String read(String cell) {
    StringBuilder text = new StringBuilder(cell.length());
    int at = 0;
    for (MatchResult escape : ESCAPE.matcher(cell).results().toList()) {
      text.append(cell, at, escape.start()).append(character(escape));
      at = escape.end();
    }
    return text.append(cell, at, cell.length()).toString();
  }

  private static char character(MatchResult escape) {
    if (escape.group(1) != null) {
      return (char) Integer.parseInt(escape.group(1), 16);
    }
    return switch (escape.group(2)) {
      case "t" -> '\t';
      case "n" -> '\n';
      case "r" -> '\r';
      case "s" -> ' ';
      case "\\" -> '\\';
      default -> throw new IllegalArgumentException("no escape: " + escape.group());
    };
  }
}
