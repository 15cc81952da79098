package news.breve.checking;

import news.breve.reading.Statement;

/**
 * A sentence of the article, read.
 *
 * @param number its number, from 1
 * @param statement what it says
 */
record Passage(int number, Statement statement) {}
