package news.breve.hostile;

/** Reads what a table can't hold as it is. */
final class Escapes {
  private Escapes() {}

  /** Returns a cell with its escapes read as Java reads them: \t, \n, \r, \\, \s and \\uXXXX. */
  static String read(String cell) {
    StringBuilder text = new StringBuilder(cell.length());
    int i = 0;
    while (i < cell.length()) {
      int length = lengthAt(cell, i);
      String here = cell.substring(i, i + length);
      text.append(
          length == 6
              ? String.valueOf((char) Integer.parseInt(here.substring(2), 16))
              : here.translateEscapes());
      i += length;
    }
    return text.toString();
  }

  private static int lengthAt(String cell, int i) {
    boolean escaped = cell.charAt(i) == '\\' && i + 1 < cell.length();
    return !escaped ? 1 : cell.charAt(i + 1) == 'u' ? 6 : 2;
  }
}
