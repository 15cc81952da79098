package news.breve.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import news.breve.article.Json;

/** Changes good inputs into hostile ones; the same seed makes the same changes. */
final class Mutation {
  /** What hides, turns round, breaks up or imitates text. */
  private static final List<String> CHARACTERS =
      List.of(
          "\u200b",
          "\u200d",
          "\u2060",
          "\ufeff",
          "\u00ad",
          "\u034f",
          "\u115f",
          "\u3164",
          "\u2800",
          "\u202e",
          "\u202d",
          "\u2066",
          "\u2069",
          "\u061c",
          "\u200f",
          "\ud800",
          "\udc00",
          "\ud83d\ude00",
          "\ud83d",
          "\udb40\udc41",
          "\udb40\udd00",
          "\uffff",
          "\ufdd0",
          "\ufffd",
          "\ue000",
          "\u0000",
          "\u0007",
          "\u001b[2J",
          "\u001b]0;x\u0007",
          "\u009b31m",
          "\u0085",
          "\u2028",
          "\u2029",
          "\r",
          "\r\n",
          "\n",
          "\n\n",
          "\t",
          "\u000b",
          "\f",
          "\u00a0",
          "\u202f",
          "\u2007",
          "\u3000",
          "e\u0301",
          "Z\u0351\u036b\u0343\u036a\u0302",
          "\u0130",
          "\u0131",
          "\u1e9e",
          "\u00df",
          "\ufb01",
          "\u01c5",
          "\u0345",
          "\u0660\u0661",
          "\uff11\uff12",
          "\u2167",
          "\u00bd",
          "\u00b2",
          "\ud835\udfd8",
          "\u0590\u05d0",
          "\u0627\u0644",
          "\u4e2d\u6587",
          "\ud834\udd73",
          "\ud82f\udca0",
          "\u1f82",
          "\ufdfa");

  /** What readers of numbers, dates, quotations and names trip over. */
  private static final List<String> WORDS =
      List.of(
          "1e309",
          "-0",
          "NaN",
          "00012",
          "1.2.3.4",
          "1,2,3",
          "12 345 678 901 234 567 890",
          "9".repeat(90),
          "0x1F",
          "1/0",
          "3 1/2",
          "1½",
          "½",
          "99,99 %",
          "-3 %",
          "+ 3 %",
          "100 %%",
          "$",
          "$$$",
          "€ 5 €",
          "5 M$ US",
          "un million de milliards de billions",
          "mille mille mille",
          "vingt et un et un",
          "quatre-vingt-dix-neuf mille",
          "ninety-nine hundred and",
          "twenty-",
          "-two",
          "a dozen dozen",
          "billion billion",
          "31 février 2025",
          "32 mars",
          "February 30",
          "29 February 1900",
          "0000-00-00",
          "9999-99-99",
          "25 h 61",
          "24:60 p.m.",
          "0 a.m.",
          "le 1er",
          "lundi mardi mercredi",
          "Sept. Oct.",
          "in 99999999999 years",
          "il y a 10000000000 ans",
          "dans quinze jours",
          "XXXXIIII",
          "MMMMM",
          "«",
          "»",
          "“",
          "”",
          "\"",
          "'",
          "’",
          "‘",
          "« « »",
          "“”",
          "«»",
          "\"\"",
          "'''",
          "[…]",
          "[...]",
          "…",
          "...",
          "?!",
          "!",
          "?",
          ".",
          ";",
          ":",
          " : ",
          "(",
          ")",
          "((",
          "—",
          "–",
          "-",
          "--",
          "%",
          "°",
          "&",
          "|",
          "M.",
          "Mme",
          "Dr. Dr.",
          "St.",
          "J.-C.",
          "A.",
          "e.g.",
          "U.S.",
          "d'",
          "l'",
          "qu'",
          "aujourd'",
          "s'",
          "n'",
          "ne",
          "pas",
          "ni",
          "not",
          "n't",
          "no",
          "never",
          "sans",
          "selon",
          "according to",
          "a déclaré",
          "said",
          "d'après",
          "says",
          ", a-t-il dit,",
          "aurait",
          "reportedly",
          "alleged",
          "de la",
          "of the",
          "the",
          "et",
          "and",
          "ou",
          "or",
          "que",
          "that",
          "who",
          "qui",
          "<",
          ">",
          "<b>",
          "&lt;b&gt;",
          "&#x202e;",
          "&amp;amp;",
          "**x**",
          "[a](b)",
          "`x`",
          "# x",
          "| a | b |",
          "https://a.b/c",
          "javascript:x",
          "${x}",
          "{{x}}",
          "%s",
          "\\u0041",
          "\\n",
          "[1]",
          "[99]",
          "[1, 2]",
          "Lire aussi :",
          "Read more:",
          "Publicité",
          "Photo : a",
          "© AFP",
          "(AFP)",
          "ROME -",
          "1)",
          "• a",
          "- a",
          "a".repeat(300),
          "x ".repeat(120),
          "é".repeat(40),
          "A.B.C.D.E.F.",
          "I".repeat(40));

  private static final List<String> TAGS =
      List.of(
          "p",
          "div",
          "span",
          "b",
          "i",
          "a",
          "h1",
          "h2",
          "ul",
          "li",
          "table",
          "tr",
          "td",
          "th",
          "q",
          "sup",
          "sub",
          "br",
          "blockquote",
          "article",
          "main",
          "section",
          "aside",
          "footer",
          "header",
          "nav",
          "figure",
          "figcaption",
          "script",
          "style",
          "template",
          "noscript",
          "svg",
          "math",
          "iframe",
          "select",
          "option",
          "textarea",
          "title",
          "pre",
          "del",
          "form",
          "button",
          "time",
          "ruby",
          "rt",
          "frameset",
          "body",
          "html",
          "head",
          "plaintext",
          "xmp",
          "details",
          "dialog",
          "object",
          "caption",
          "col",
          "image",
          "isindex",
          "x-y",
          "address",
          "label",
          "input",
          "meta",
          "base",
          "link");

  private static final List<String> ATTRIBUTES =
      List.of(
          "hidden",
          "aria-hidden=true",
          "style=\"display:none\"",
          "style='d\\69splay:none",
          "class=\"",
          "class=x class=y",
          "class=\"article-body\"",
          "class=nav-menu",
          "id=comments",
          "lang=fr",
          "lang=en",
          "role=navigation",
          "itemprop=articleBody",
          "onclick=\"a>b\"",
          "href=javascript:x",
          "<",
          "\"'>",
          "style=\"font-size:0;\"",
          "data-x='&quot;&#0;'",
          "charset=utf-16",
          "/");

  private static final List<String> MARKUP =
      List.of(
          "<!--",
          "-->",
          "<!-->",
          "<!--!>",
          "<![CDATA[",
          "]]>",
          "<!DOCTYPE",
          "<?xml version='1.0'?>",
          "</",
          "<",
          "</p",
          "<p",
          "&",
          "&#",
          "&#x",
          "&#99999999;",
          "&#xD800;",
          "&#0;",
          "&nbsp;",
          "&zwj;",
          "&rlm;",
          "&#27;",
          "<style>.x{display:none}",
          "<style>@media{{{",
          "<style>/*",
          "</style>",
          "<script>",
          "</script>",
          "<meta charset=utf-16>",
          "<meta charset=\"windows-1252\">",
          "<title>",
          "<html lang=fr>",
          "<body>",
          "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e309",
          "1E-400",
          "123456789012345678901234567890",
          "1.0",
          "\"\"",
          "\" \"",
          "\"\\ud800\"",
          "\"\\u202e\"",
          "\"\\u0000\"",
          "\"NaN\"",
          "[]",
          "{}",
          "[[[[[[]]]]]]",
          "[null]",
          "\"fr\"",
          "\"en\"",
          "\"de\"",
          "\"2026-03-03\"",
          "\"verified\"",
          "\"number\"",
          "{\"fr\":null}",
          "{\"amount\":1e400,\"currency\":\"EUR\"}",
          "99999",
          "-2147483648",
          "2147483648");

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final Random random;
  private final List<String> others;

  /**
   * @param others texts that a piece may come from
   */
  Mutation(Random random, List<String> others) {
    this.random = random;
    this.others = others;
  }

  /** Returns a text with some of its places changed. */
  String text(String source) {
    return repeated(source, this::textOnce);
  }

  /** Returns a page with some of its tags or words changed. */
  String html(String source) {
    return repeated(source, page -> random.nextInt(3) == 0 ? textOnce(page) : htmlOnce(page));
  }

  /** Returns a document with some of its values or, more seldom, its signs changed. */
  String json(String source) {
    String changed = source;
    int times = random.nextInt(4);
    for (int i = 0; i < times; i++) {
      changed = jsonOnce(changed);
    }
    return random.nextInt(5) == 0 ? text(changed) : changed;
  }

  private interface Change {
    String of(String source);
  }

  private String repeated(String source, Change change) {
    String changed = source;
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times && changed.length() < 200_000; i++) {
      changed = change.of(changed);
    }
    return changed;
  }

  private String textOnce(String text) {
    int at = place(text);
    int to = Math.min(text.length(), at + random.nextInt(1 + random.nextInt(80)));
    return switch (random.nextInt(12)) {
      case 0, 1 -> insert(text, at, pick(CHARACTERS));
      case 2, 3 -> insert(text, at, " " + pick(WORDS) + " ");
      case 4 -> insert(text, at, pick(WORDS));
      case 5 -> text.substring(0, at) + text.substring(to);
      case 6 -> insert(text, at, text.substring(at, to).repeat(1 + random.nextInt(6)));
      case 7 -> insert(text, at, slice(pick(others)));
      case 8 -> replaceWord(text);
      case 9 -> insert(text, at, Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1)));
      case 10 ->
          text.substring(0, at)
              + (random.nextBoolean()
                  ? text.substring(at, to).toUpperCase(java.util.Locale.ROOT)
                  : new StringBuilder(text.substring(at, to)).reverse())
              + text.substring(to);
      default -> random.nextInt(4) == 0 ? text.substring(0, at) : text.replace(' ', '\u00a0');
    };
  }

  private String replaceWord(String text) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return text + pick(WORDS);
    }
    MatchResult word = words.get(random.nextInt(words.size()));
    return text.substring(0, word.start())
        + (random.nextBoolean() ? pick(WORDS) : slice(pick(others)))
        + text.substring(word.end());
  }

  private String htmlOnce(String page) {
    List<MatchResult> tags = TAG.matcher(page).results().toList();
    int at = place(page);
    if (tags.isEmpty() || random.nextInt(3) == 0) {
      return insert(page, at, random.nextBoolean() ? pick(MARKUP) : tag());
    }
    MatchResult tag = tags.get(random.nextInt(tags.size()));
    String head = page.substring(0, tag.start());
    String tail = page.substring(tag.end());
    return switch (random.nextInt(7)) {
      case 0 -> head + tail;
      case 1 -> head + tag.group() + tag.group() + tail;
      case 2 -> head + tag() + tail;
      case 3 -> head + tag.group().replaceFirst(">$", " " + quoted(pick(ATTRIBUTES)) + ">") + tail;
      case 4 -> head + tag.group().repeat(random.nextInt(600)) + tail;
      case 5 -> head + tag() + tag.group() + page.substring(tag.end());
      default -> {
        String name = pick(TAGS);
        int end = place(page);
        int from = Math.min(at, end);
        int to = Math.max(at, end);
        yield page.substring(0, from)
            + ("<" + name + " " + pick(ATTRIBUTES) + ">")
            + page.substring(from, to)
            + ("</" + name + ">")
            + page.substring(to);
      }
    };
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  private String tag() {
    return switch (random.nextInt(4)) {
      case 0 -> "</" + pick(TAGS) + ">";
      case 1 -> "<" + pick(TAGS) + " " + pick(ATTRIBUTES) + ">";
      case 2 -> "<" + pick(TAGS) + "/>";
      default -> "<" + pick(TAGS) + ">";
    };
  }

  private String jsonOnce(String document) {
    JsonNode root;
    try {
      root = Json.mapper().readTree(document);
    } catch (JsonProcessingException e) {
      return text(document);
    }
    List<JsonNode> holders = new ArrayList<>();
    collect(root, holders);
    if (holders.isEmpty()) {
      return pick(VALUES);
    }
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    if (holder instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key = keys.get(random.nextInt(keys.size()));
      switch (random.nextInt(8)) {
        case 0 -> object.remove(List.of(key));
        case 1 -> object.set(text(key), object.get(key));
        case 2 -> object.set(keys.get(random.nextInt(keys.size())), object.get(key));
        default -> object.set(key, changed(object.get(key)));
      }
    } else {
      ArrayNode array = (ArrayNode) holder;
      int index = random.nextInt(array.size());
      switch (random.nextInt(8)) {
        case 0 -> array.remove(index);
        case 1 -> array.add(array.get(index));
        case 2 -> array.removeAll();
        default -> array.set(index, changed(array.get(index)));
      }
    }
    return root.toString();
  }

  private JsonNode changed(JsonNode value) {
    if (value.isTextual() && random.nextInt(4) > 0) {
      return Json.mapper().getNodeFactory().textNode(text(value.textValue()));
    }
    if (value.isIntegralNumber() && random.nextInt(3) > 0) {
      return Json.mapper()
          .getNodeFactory()
          .numberNode(BigDecimal.valueOf(value.longValue() + random.nextInt(7) - 3));
    }
    try {
      return Json.mapper().readTree(pick(VALUES));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every value is JSON", e);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode() && !node.isEmpty()) {
      holders.add(node);
      node.forEach(child -> collect(child, holders));
    }
  }

  private String slice(String text) {
    int from = place(text);
    return text.substring(from, Math.min(text.length(), from + random.nextInt(400)));
  }

  private int place(String text) {
    return random.nextInt(text.length() + 1);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String insert(String text, int at, String piece) {
    return text.substring(0, at) + piece + text.substring(at);
  }
}
