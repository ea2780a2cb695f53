package health.sojourn.provider.search;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.HALF_UP;

import health.sojourn.http.Language;
import health.sojourn.money.Money;
import health.sojourn.provider.ProviderMessages;
import health.sojourn.provider.verification.Checked;
import health.sojourn.web.Notation;
import health.sojourn.web.Reader;
import health.sojourn.web.WebMessages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The order of the list: how much was checked and how fast the clinic answers; language and price
 * only when somebody asked for them, 0.2 each. The router of inquiries has a score of its own.
 */
final class Scoring {
  private static final BigDecimal WISH = new BigDecimal("0.20");
  private static final BigDecimal CHECKED = new BigDecimal("0.60");
  private static final BigDecimal ANSWER_TIME = new BigDecimal("0.40");

  /** Answering within this is as good as at once. */
  private static final BigDecimal PROMPT_HOURS = new BigDecimal(4);

  /** Three days count as no answer at all. */
  private static final BigDecimal SLOW_HOURS = new BigDecimal(72);

  /** Not known yet is neither good nor bad, or a new clinic would never get a first answer. */
  private static final BigDecimal UNKNOWN = new BigDecimal("0.50");

  /** The clinic says so and nobody checked. */
  private static final BigDecimal CLAIMED = new BigDecimal("0.60");

  /** A score that is put into words only for whoever reads it: most are only compared. */
  record Result(BigDecimal value, List<Component> components) {
    Score in(Language language) {
      return new Score(value, components.stream().map(it -> it.in(language)).toList());
    }
  }

  /**
   * @param reason why it has that value, in words
   */
  record Component(
      String name, BigDecimal weight, BigDecimal value, Function<Language, String> reason) {
    Score.Component in(Language language) {
      return new Score.Component(name, weight, value, reason.apply(language));
    }
  }

  private Scoring() {}

  static Result score(Candidate candidate, ClinicFilter filter) {
    List<Component> components = new ArrayList<>();
    BigDecimal rest = ONE;
    if (filter.language() != null) {
      components.add(language(candidate, filter.language()));
      rest = rest.subtract(WISH);
    }
    if (filter.ceiling() != null) {
      components.add(price(candidate, filter.ceiling()));
      rest = rest.subtract(WISH);
    }
    components.add(checked(candidate, CHECKED.multiply(rest)));
    components.add(answerTime(candidate, ANSWER_TIME.multiply(rest)));
    BigDecimal value =
        components.stream()
            .map(it -> it.weight().multiply(it.value()))
            .reduce(ZERO, BigDecimal::add);
    return new Result(value.setScale(4, HALF_UP), List.copyOf(components));
  }

  private static Component language(Candidate candidate, String tag) {
    return candidate.languageChecked()
        ? component("language", WISH, ONE, it -> say(it).scoreSpeaks(Notation.language(tag, it)))
        : component(
            "language", WISH, CLAIMED, it -> say(it).scoreSaysItSpeaks(Notation.language(tag, it)));
  }

  private static Component price(Candidate candidate, Money ceiling) {
    BigDecimal min = candidate.price().min().amount();
    BigDecimal max = candidate.price().max().amount();
    if (max.compareTo(ceiling.amount()) <= 0) {
      return component(
          "price", WISH, ONE, it -> say(it).scoreWithinCeiling(Notation.money(ceiling, it)));
    }
    BigDecimal within = ceiling.amount().subtract(min).divide(max.subtract(min), 2, HALF_UP);
    return component(
        "price", WISH, within, it -> say(it).scorePartlyAbove(Notation.money(ceiling, it)));
  }

  private static Component checked(Candidate candidate, BigDecimal weight) {
    Checked checked = candidate.checked();
    return component(
        "checked",
        weight,
        checked.share(),
        it -> Reader.messages(WebMessages.class, it).checked(checked.checked(), checked.facts()));
  }

  private static Component answerTime(Candidate candidate, BigDecimal weight) {
    BigDecimal hours = candidate.answerHours();
    if (hours == null) {
      return component("answerTime", weight, UNKNOWN, it -> say(it).scoreAnswerTimeUnknown());
    }
    BigDecimal value =
        SLOW_HOURS
            .subtract(hours)
            .divide(SLOW_HOURS.subtract(PROMPT_HOURS), 2, HALF_UP)
            .min(ONE)
            .max(ZERO);
    int rounded = hours.max(ONE).setScale(0, CEILING).intValueExact();
    return component("answerTime", weight, value, it -> say(it).scoreAnswersWithin(rounded));
  }

  private static Component component(
      String name, BigDecimal weight, BigDecimal value, Function<Language, String> reason) {
    return new Component(name, weight.setScale(2, HALF_UP), value.setScale(2, HALF_UP), reason);
  }

  private static ProviderMessages say(Language language) {
    return Reader.messages(ProviderMessages.class, language);
  }
}
