package news.breve.article;

import java.util.Locale;

/**
 * Why a piece of the input is not part of the story: the vocabulary of {@link Removed#reason()},
 * the same for pages and for pasted text. Scripts and style sheets are not text and are not listed.
 */
public enum RemovalReason {
  /** Announcements around the story. */
  ADVERTISEMENT,
  /** A notice that the article is old. */
  ARCHIVE_NOTICE,
  /** Who wrote or edited it, and notes on the author. */
  BYLINE,
  /** The words under a picture, or the credit with them. */
  CAPTION,
  /** Readers' comments and the invitations to write one. */
  COMMENTS,
  /** Consent banners and their buttons. */
  COOKIE_NOTICE,
  COPYRIGHT,
  /** Invitations to follow the publisher elsewhere. */
  FOLLOW_US,
  /** Buttons, fields and their labels. */
  FORM,
  /** Text that a reader of the page doesn't see. */
  HIDDEN,
  /** Menus, page headers and footers, breadcrumbs. */
  NAVIGATION,
  /** Invitations to subscribe, and what a subscriber would read next. */
  NEWSLETTER,
  /** Page text around the story that no other reason names. */
  OUTSIDE_STORY,
  /** Who made a picture. */
  PHOTO_CREDIT,
  RELATED_LINKS,
  /** The headline once more. */
  REPEATED_TITLE,
  /** Share, print and copy buttons. */
  SHARE,
  /** A publisher's motto among its notices. */
  SITE_SLOGAN,
  /** Words the publisher has struck out. */
  STRUCK_OUT,
  /** Keywords and sections the article is filed under. */
  TAGS,
  /** When it was published or updated, how long it takes to read. */
  TIMESTAMP,
  /** A page's own headline where the sender gave another title. */
  TITLE;

  /** Returns the name in kebab case, such as {@code cookie-notice}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the reason of a name in kebab case.
   *
   * @throws IllegalArgumentException if there is none
   */
  static RemovalReason ofSlug(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
