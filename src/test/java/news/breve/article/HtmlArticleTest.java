package news.breve.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a page is its story. */
final class HtmlArticleTest {
  private static final String LEAD =
      "The mayor said on Monday that the bridge will not reopen before the end of the summer.";
  private static final String END =
      "The council has set aside $4 million for the work on the road.";

  private final Intake intake = new Intake();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='display:none'>secret</p>",
        "<p style='DISPLAY : NONE !important'>secret</p>",
        "<span style=\"visibility:hidden\">secret</span>",
        "<div style='opacity:0'>secret</div>",
        "<div style='font-size:0px'>secret</div>",
        "<div style='position:absolute;left:-9999px'>secret</div>",
        "<div style='text-indent:-9999px'>secret</div>",
        "<div style='height:0;overflow:hidden'>secret</div>",
        "<div style='position:absolute;clip:rect(0,0,0,0)'>secret</div>",
        "<p hidden>secret</p>",
        "<p aria-hidden=true>secret</p>",
        "<span class='sr-only'>secret</span>",
        "<span class='visually-hidden'>secret</span>",
        "<style>.x{color:red}.y,.z{display:none}</style><p class=z>secret</p>",
        "<style>@media screen{.z{display:none}}</style><p class=z>secret</p>",
        "<style>@layer a{@supports (x:y){#z{display:none}}}</style><p id=z>secret</p>",
        "<p style='display:/**/none'>secret</p>",
        "<p style='d\\69 splay:none'>secret</p>",
        "<p style='font-size:1px'>secret</p>",
        "<p style='font-size:.01em'>secret</p>",
        "<p style='opacity:0.01'>secret</p>",
        "<p style='color:transparent'>secret</p>",
        "<p style='color:rgba(0, 0, 0, 0)'>secret</p>",
        "<p style='color:#fff;background-color:#fff'>secret</p>",
        "<p style='transform:scale(0)'>secret</p>",
        "<p style='margin-left:-9999px'>secret</p>",
        "<p style='line-height:0;overflow:hidden'>secret</p>",
        "<template><p>secret</p></template>",
        "<noscript>secret</noscript>",
        "<dialog>secret</dialog>"
      })
  void hidden_text_is_left_out_and_listed(String hidden) {
    Article article = fragment("<p>" + LEAD + "</p>" + hidden + "<p>" + END + "</p>");

    assertThat(article.text()).isEqualTo(LEAD + "\n" + END);
    assertThat(article.removed()).containsExactly(new Removed("hidden", "secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='color:#fff;background:#000'>END</p>",
        "<p style='color:rgb(0,0,0)'>END</p>",
        "<p style='margin-top:-120px'>END</p>",
        "<p style='opacity:0.9;font-size:12px'>END</p>",
        "<p style='transform:scale(0.9)'>END</p>",
        "<style>@media print{.z{display:none}}</style><p class=z>END</p>",
        "<style>@media screen and (max-width:9px){.z{display:none}}</style><p class=z>END</p>"
      })
  void text_that_some_readers_see_stays(String markup) {
    Article article = fragment("<p>" + LEAD + "</p>" + markup.replace("END", END));

    assertThat(article.text()).isEqualTo(LEAD + "\n" + END);
  }

  @Test
  void hidden_part_of_a_table_or_of_a_raised_number_is_left_out() {
    Article article =
        fragment(
            "<p>"
                + LEAD
                + "</p><table><tr><td>Cost</td><td hidden>secret</td><td>4<sup>2<span"
                + " style='display:none'>secret</span></sup></td></tr></table>");

    assertThat(article.text()).doesNotContain("secret").contains("Cost").contains("4²");
  }

  @Test
  void more_hiding_rules_than_are_tried_hide_by_class_all_the_same() {
    StringBuilder style = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      style.append("p > .k").append(i).append("{display:none}");
    }
    Article article =
        fragment(
            "<style>"
                + style
                + ".last{display:none}</style><p>"
                + LEAD
                + "</p><p class=last>secret</p>");

    assertThat(article.text()).isEqualTo(LEAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>secret()</script>",
        "<style>.secret{}</style>",
        "<!-- secret -->",
        "<img alt='secret'>",
        "<svg><text>secret</text></svg>"
      })
  void what_is_no_text_is_neither_kept_nor_listed(String markup) {
    Article article = fragment("<p>" + LEAD + "</p>" + markup);

    assertThat(article.text()).isEqualTo(LEAD);
    assertThat(article.removed()).isEmpty();
  }

  @Test
  void inline_elements_add_no_space_and_blocks_separate() {
    Article article =
        fragment(
            "<p>"
                + LEAD
                + "</p><div>Le 1<sup>er</sup> pont de l’<em>Otan</em> mesure 12"
                + " km<sup>2</sup>.<div>CO<sub>2</sub></div>End</div>");

    assertThat(article.text().lines())
        .containsExactly(LEAD, "Le 1er pont de l’Otan mesure 12 km².", "CO2", "End");
  }

  @Test
  void two_breaks_end_a_paragraph_and_one_a_sentence() {
    Article article =
        fragment(LEAD + "<br><br>Second line<br>goes on here.<br>Third one.<br>- a<br>- b");

    assertThat(article.text().lines())
        .containsExactly(LEAD, "Second line goes on here.", "Third one.", "- a", "- b");
  }

  @Test
  void lists_headings_quotations_and_tables_keep_their_rows() {
    Article article =
        fragment(
            "<p>"
                + LEAD
                + "</p><h2>Costs</h2><ul><li>Steel</li><li>Labour</li></ul><blockquote><p>We"
                + " wait.</p><footer>— A."
                + " Roy</footer></blockquote><table><tr><th>Year</th><th>$M</th></tr>"
                + "<tr><td>2023</td><td>4.1</td></tr></table>");

    assertThat(article.text().lines())
        .containsExactly(
            LEAD, "Costs", "Steel", "Labour", "We wait.", "— A. Roy", "Year | $M", "2023 | 4.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<nav><a href=/>Home</a></nav>@navigation",
        "<div class='breadcrumbs'>Home</div>@navigation",
        "<ul class='menu'><li>Accueil</li></ul>@navigation",
        "<div id='cookieBanner'>We use cookies</div>@cookie-notice",
        "<section class='bandeau-cookies'>Nous utilisons des cookies</section>@cookie-notice",
        "<figure><figcaption>The bridge</figcaption></figure>@caption",
        "<div class='legende'>Le pont</div>@caption",
        "<aside>Context</aside>@related-links",
        "<div class='bloc-lire-aussi'>Autre texte</div>@related-links",
        "<div class='relatedArticles'>Other text</div>@related-links",
        "<p><a href='/x'>Another bridge falls</a></p>@related-links",
        "<div class='commentaires'>Bravo</div>@comments",
        "<section id='comments'>Well done</section>@comments",
        "<div class='ad-slot'>Buy it</div>@advertisement",
        "<div class='publicite'>Achetez</div>@advertisement",
        "<div class='infolettre'>Recevez nos textes</div>@newsletter",
        "<div class='newsletter-signup'>Get our mail</div>@newsletter",
        "<p class='byline'>By Ann Other</p>@byline",
        "<div class='auteur'>Par Luc</div>@byline",
        "<time>3 March</time>@timestamp",
        "<div class='share-bar'>Share it</div>@share",
        "<div class='partage'>Partager</div>@share",
        "<form>Your mail <button>Go</button></form>@form",
        "<div><button>Accept</button></div>@form",
        "<p><del>Wrong.</del></p>@struck-out",
        "<div class='tags'>bridges</div>@tags"
      })
  void furniture_is_left_out_for_its_reason(String markupAndReason) {
    String markup = markupAndReason.substring(0, markupAndReason.lastIndexOf('@'));
    String reason = markupAndReason.substring(markupAndReason.lastIndexOf('@') + 1);
    Article article =
        fragment("<article><p>" + LEAD + "</p>" + markup + "<p>" + END + "</p></article>");

    assertThat(article.text()).isEqualTo(LEAD + "\n" + END);
    assertThat(Fixtures.reasons(article)).isEqualTo(List.of(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>The deal was signed at <time>2:30 p.m.</time> on Monday.</p>",
        "<p>See <a class='related-link' href='/x'>the related report</a> by the auditor.</p>",
        "<p><span class='dateline'>HALIFAX — </span>The road is shut.</p>",
        "<p class='news-text has-share comments-open'>The road is shut.</p>",
        "<div class='post tag-cookies category-comments'><p>The road is shut.</p></div>",
        "<p><a href='/x'>The whole sentence is a link.</a></p>",
        "<header><p class='chapo'>The road is shut for now.</p></header>",
        "<details><summary>Why?</summary>The road is old.</details>"
      })
  void what_is_part_of_the_story_stays_whatever_it_is_called(String markup) {
    Article article =
        fragment("<article><p>" + LEAD + "</p>" + markup + "<p>" + END + "</p></article>");

    assertThat(article.removed()).isEmpty();
    assertThat(article.text().lines()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void wrapper_named_after_a_menu_is_no_menu() {
    Article article =
        fragment(
            "<html><body><div class='page nav-menu comments'><h1>Bridge shut</h1><p>"
                + LEAD
                + "</p><p>"
                + END
                + "</p></div></body></html>");

    assertThat(article.title()).isEqualTo("Bridge shut");
    assertThat(article.text()).isEqualTo(LEAD + "\n" + END);
  }

  @Test
  void page_without_marks_gives_its_densest_text() {
    Article article =
        fragment(
            "<html><body><div>Weather: 4 C</div><div><h1>Bridge shut</h1><div>"
                + ("<p>" + LEAD + "</p><p>" + END + "</p>").repeat(4)
                + "</div></div><div>All our services</div></body></html>");

    assertThat(article.text()).startsWith(LEAD).endsWith(END).doesNotContain("Weather");
    assertThat(article.removed())
        .containsExactly(
            new Removed("outside-story", "Weather: 4 C"),
            new Removed("outside-story", "All our services"));
  }

  @Test
  void body_of_the_json_ld_is_taken_only_where_the_page_shows_less_than_half_of_it() {
    String json =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\","
            + "\"datePublished\":\"2025-03-03\",\"articleBody\":\"%s %s\"}</script>"
                .formatted(LEAD, END);

    assertThat(fragment("<html><body>" + json + "<div id=app></div></body></html>"))
        .extracting(Article::text, Article::title, Article::publishedAt)
        .containsExactly(LEAD + " " + END, "Bridge", "2025-03-03");
    assertThat(fragment("<html><body>" + json + "<p>" + LEAD + "</p></body></html>").text())
        .isEqualTo(LEAD);
  }

  @Test
  void broken_json_ld_is_passed_over() {
    Article article =
        fragment(
            "<html><head><title>Bridge | Paper</title><script"
                + " type='application/ld+json'>{broken</script></head><body><p>"
                + LEAD
                + "</p></body></html>");

    assertThat(article.title()).isEqualTo("Bridge | Paper");
    assertThat(article.text()).isEqualTo(LEAD);
  }

  private Article fragment(String html) {
    return intake.read(Fixtures.typed(Source.Type.HTML, html)).article();
  }
}
