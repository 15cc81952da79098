package news.breve.hostile;

/** Reads what a table can't hold as it is. */
final class Escapes {
  private Escapes() {}

  /** Returns a cell with its escapes read as Java reads them: \t, \n, \r, \\, \s and \\uXXXX. */
  static String read(String cell) {
    StringBuilder text = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c != '\\' || i + 1 == cell.length()) {
        text.append(c);
        continue;
      }
      i++;
      switch (cell.charAt(i)) {
        case 't' -> text.append('\t');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 's' -> text.append(' ');
        case '\\' -> text.append('\\');
        case 'u' -> {
          text.append((char) Integer.parseInt(cell.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> throw new IllegalArgumentException("no escape: " + cell);
      }
    }
    return text.toString();
  }
}
