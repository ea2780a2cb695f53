package health.sojourn.provider.search;

import static health.sojourn.provider.words.Words.say;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.HALF_UP;

import health.sojourn.money.Money;
import health.sojourn.provider.search.Score.Component;
import health.sojourn.provider.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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

  private Scoring() {}

  static Score score(Candidate candidate, ClinicFilter filter) {
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
    return new Score(value.setScale(4, HALF_UP), List.copyOf(components));
  }

  private static Component language(Candidate candidate, String language) {
    String name = Words.language(language);
    return candidate.languageChecked()
        ? component("language", WISH, ONE, say("score.speaks", name))
        : component("language", WISH, CLAIMED, say("score.saysItSpeaks", name));
  }

  private static Component price(Candidate candidate, Money ceiling) {
    BigDecimal min = candidate.price().min().amount();
    BigDecimal max = candidate.price().max().amount();
    String limit = ceiling.amount().stripTrailingZeros().toPlainString();
    if (max.compareTo(ceiling.amount()) <= 0) {
      return component("price", WISH, ONE, say("score.withinCeiling", limit, ceiling.currency()));
    }
    BigDecimal within = ceiling.amount().subtract(min).divide(max.subtract(min), 2, HALF_UP);
    return component("price", WISH, within, say("score.partlyAbove", limit, ceiling.currency()));
  }

  private static Component checked(Candidate candidate, BigDecimal weight) {
    var checked = candidate.checked();
    return component(
        "checked",
        weight,
        checked.share(),
        say("score.checked", checked.checked(), checked.facts()));
  }

  private static Component answerTime(Candidate candidate, BigDecimal weight) {
    BigDecimal hours = candidate.answerHours();
    if (hours == null) {
      return component("answerTime", weight, UNKNOWN, say("score.answerTimeUnknown"));
    }
    BigDecimal value =
        SLOW_HOURS
            .subtract(hours)
            .divide(SLOW_HOURS.subtract(PROMPT_HOURS), 2, HALF_UP)
            .min(ONE)
            .max(ZERO);
    String rounded = hours.setScale(0, CEILING).toPlainString();
    String text =
        hours.compareTo(ONE) <= 0 ? say("score.answersInOne") : say("score.answersIn", rounded);
    return component("answerTime", weight, value, text);
  }

  private static Component component(
      String name, BigDecimal weight, BigDecimal value, String text) {
    return new Component(name, weight.setScale(2, HALF_UP), value.setScale(2, HALF_UP), text);
  }
}
