package health.sojourn.provider.search;

import health.sojourn.http.Language;
import health.sojourn.provider.ProviderMessages;
import health.sojourn.provider.search.Listing.Comparable;
import health.sojourn.provider.verification.Checked;
import health.sojourn.web.Notation;
import health.sojourn.web.Reader;
import health.sojourn.web.WebMessages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of the list: how much was checked and how fast the clinic answers; words, language and
 * price only when somebody asked for them, 0.2 each. The router of inquiries has a score of its
 * own.
 *
 * <p>Weights and values are hundredths, so that a score is a whole number of ten-thousandths:
 * thousands of listings are scored for one page, and only those shown are put into words.
 */
final class Scoring {
  /** The best score there is, in ten-thousandths. */
  static final int MOST = 10_000;

  private static final int WHOLE = 100;
  private static final int WISH = 20;
  private static final int CHECKED = 60;
  private static final int ANSWER_TIME = 40;

  /** Answering within four hours is as good as at once. */
  private static final int PROMPT_TENTHS = 40;

  /** Three days count as no answer at all. */
  private static final int SLOW_TENTHS = 720;

  /** Not known yet is neither good nor bad, or a new clinic would never get a first answer. */
  private static final int ANSWER_UNKNOWN = 50;

  /** The clinic says so and nobody checked. */
  private static final int CLAIMED = 60;

  private final ClinicFilter filter;
  private final Comparable ceiling;
  private final int checkedWeight;
  private final int answerWeight;

  /**
   * @param ceiling of the filter, as prices are compared; null without one
   */
  Scoring(ClinicFilter filter, Comparable ceiling) {
    this.filter = filter;
    this.ceiling = ceiling;
    int wishes = 0;
    wishes += filter.words() == null ? 0 : 1;
    wishes += speaksWished() ? 1 : 0;
    wishes += filter.ceiling() == null ? 0 : 1;
    int rest = WHOLE - wishes * WISH;
    this.checkedWeight = CHECKED * rest / WHOLE;
    this.answerWeight = ANSWER_TIME * rest / WHOLE;
  }

  /** Ten-thousandths, at most 10,000. */
  int points(Listing listing, Closeness words) {
    int points = checkedWeight * checked(listing.checked()) + answerWeight * answerTime(listing);
    if (filter.words() != null) {
      points += WISH * words.value();
    }
    if (speaksWished()) {
      points += WISH * language(listing);
    }
    if (ceiling != null) {
      points += WISH * price(listing);
    }
    return points;
  }

  /** The same in its parts and in words. */
  Score explain(Listing listing, Closeness words, Language language) {
    ProviderMessages say = Reader.messages(ProviderMessages.class, language);
    List<Score.Component> parts = new ArrayList<>();
    if (filter.words() != null) {
      parts.add(part("words", WISH, words.value(), words.said(say)));
    }
    if (speaksWished()) {
      String spoken = Notation.language(spoken(listing), language);
      String text =
          listing.languagesChecked() ? say.scoreSpeaks(spoken) : say.scoreSaysItSpeaks(spoken);
      parts.add(part("language", WISH, language(listing), text));
    }
    if (ceiling != null) {
      parts.add(part("price", WISH, price(listing), priceSaid(listing, say, language)));
    }
    Checked checked = listing.checked();
    parts.add(
        part(
            "checked",
            checkedWeight,
            checked(checked),
            Reader.messages(WebMessages.class, language)
                .checked(checked.checked(), checked.facts())));
    parts.add(part("answerTime", answerWeight, answerTime(listing), answerSaid(listing, say)));
    return new Score(BigDecimal.valueOf(points(listing, words), 4), parts);
  }

  private boolean speaksWished() {
    return filter.wanted(Attribute.LANGUAGE).stream().anyMatch(it -> !it.equals(Listing.UNKNOWN));
  }

  /** The first of the languages asked for that is spoken; null if none is. */
  private String spoken(Listing listing) {
    for (String tag : filter.wanted(Attribute.LANGUAGE)) {
      if (listing.languages().contains(tag)) {
        return tag;
      }
    }
    return null;
  }

  private int language(Listing listing) {
    if (spoken(listing) == null) {
      return 0;
    }
    return listing.languagesChecked() ? WHOLE : CLAIMED;
  }

  private int price(Listing listing) {
    Comparable price = listing.comparable();
    if (price == null || price.min() > ceiling.max()) {
      return 0;
    }
    return price.max() <= ceiling.max()
        ? WHOLE
        : share(ceiling.max() - price.min(), price.max() - price.min());
  }

  private static int checked(Checked checked) {
    return checked.facts() == 0 ? 0 : share(checked.checked(), checked.facts());
  }

  private static int answerTime(Listing listing) {
    if (listing.answerTenths() < 0) {
      return ANSWER_UNKNOWN;
    }
    int within = Math.max(0, SLOW_TENTHS - listing.answerTenths());
    return Math.min(WHOLE, share(within, SLOW_TENTHS - PROMPT_TENTHS));
  }

  /** In hundredths, half up. */
  private static int share(long part, long whole) {
    return (int) ((2 * WHOLE * part + whole) / (2 * whole));
  }

  private String priceSaid(Listing listing, ProviderMessages say, Language language) {
    String most = Notation.money(filter.ceiling(), language);
    if (listing.comparable() == null) {
      return say.scorePriceUnknown();
    }
    return price(listing) == WHOLE ? say.scoreWithinCeiling(most) : say.scorePartlyAbove(most);
  }

  private static String answerSaid(Listing listing, ProviderMessages say) {
    int tenths = listing.answerTenths();
    return tenths < 0
        ? say.scoreAnswerTimeUnknown()
        : say.scoreAnswersWithin((Math.max(10, tenths) + 9) / 10);
  }

  private static Score.Component part(String name, int weight, int value, String text) {
    return new Score.Component(
        name, BigDecimal.valueOf(weight, 2), BigDecimal.valueOf(value, 2), text);
  }
}
