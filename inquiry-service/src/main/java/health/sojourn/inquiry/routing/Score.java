package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.inquiry.intake.InquiryCase;
import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Who should get the lead, of those who may. What a clinic pays us can't be seen from here: {@link
 * Clinic} does not have it.
 *
 * <p>Where a clinic keeps something to itself (its price, its languages) the component is 0, so
 * hiding it does not pay. Where it could not know yet (nothing answered so far) it is the middle.
 */
final class Score {
  /** In the order in which they are shown. */
  static final List<String> COMPONENTS =
      List.of("language", "price", "response", "verification", "travel");

  private static final double PROMPT_HOURS = 4;
  private static final double SLOW_HOURS = 72;
  private static final double HALF_WAY_ROUND_KM = 20_000;
  private static final double UNDECIDED = 0.5;

  private final RuleSet rules;
  private final Rates rates;
  private final Distances distances;

  Score(RuleSet rules, Rates rates, Distances distances) {
    this.rules = rules;
    this.rates = rates;
    this.distances = distances;
  }

  List<Component> of(InquiryCase inquiry, Candidate candidate) {
    return List.of(
        language(inquiry, candidate.clinic()),
        price(inquiry, candidate.offer()),
        response(candidate.clinic()),
        verification(candidate.clinic()),
        travel(inquiry, candidate.clinic()));
  }

  static double total(List<Component> components) {
    return rounded(components.stream().mapToDouble(part -> part.weight() * part.value()).sum(), 4);
  }

  private Component language(InquiryCase inquiry, Clinic clinic) {
    if (Names.speaks(clinic, inquiry.language())) {
      return part("language", 1, speaks("speaks", inquiry.language()));
    }
    List<String> others = inquiry.wishes().languages();
    Optional<String> other = others.stream().filter(tag -> Names.speaks(clinic, tag)).findFirst();
    if (other.isPresent()) {
      return part("language", 0.6, speaks("speaks-as-wished", other.get()));
    }
    if (Names.speaks(clinic, "en")) {
      return part("language", 0.3, speaks("speaks", "en"));
    }
    return part("language", 0, speaks("speaks-not", inquiry.language()));
  }

  private Component price(InquiryCase inquiry, Clinic.Offer offer) {
    Money budget = inquiry.wishes().budget();
    if (offer.price() == null || offer.price().min() == null) {
      return part("price", 0, Reason.of("names-no-price"));
    }
    if (budget == null) {
      return part("price", 1, Reason.of("price-without-budget"));
    }
    Optional<Money> from = Prices.lowest(offer, budget.currency(), rates);
    Optional<Money> to = Prices.highest(offer, budget.currency(), rates);
    if (from.isEmpty() || to.isEmpty()) {
      return part("price", 0, Reason.of("price-not-comparable"));
    }
    return within(budget.amount(), from.get(), to.get());
  }

  private Component within(BigDecimal budget, Money from, Money to) {
    if (to.amount().compareTo(budget) <= 0) {
      return part("price", 1, prices("within-budget", from, to));
    }
    if (from.amount().compareTo(budget) > 0) {
      return part("price", 0, prices("from-above-budget", from, to));
    }
    double range = to.amount().subtract(from.amount()).doubleValue();
    double share = budget.subtract(from.amount()).doubleValue() / range;
    return part("price", share, prices("partly-within-budget", from, to));
  }

  private static Reason prices(String code, Money from, Money to) {
    return Reason.of(code).with("lowest", Names.money(from)).with("highest", Names.money(to));
  }

  private static Reason speaks(String code, String tag) {
    return Reason.of(code).with("language", tag);
  }

  private Component response(Clinic clinic) {
    Double hours = clinic.responseHours();
    if (hours == null) {
      return part("response", UNDECIDED, Reason.of("not-answered-yet"));
    }
    double value = (SLOW_HOURS - hours) / (SLOW_HOURS - PROMPT_HOURS);
    return part("response", value, Reason.of("answers-in").with("hours", Names.number(hours)));
  }

  private Component verification(Clinic clinic) {
    Clinic.Checked checked = clinic.checked();
    if (checked == null || checked.facts() == 0) {
      return part("verification", 0, Reason.of("nothing-checked"));
    }
    return part(
        "verification",
        (double) checked.checked() / checked.facts(),
        Reason.of("facts-checked")
            .with("checked", checked.checked())
            .with("facts", checked.facts()));
  }

  private Component travel(InquiryCase inquiry, Clinic clinic) {
    return distances
        .kilometres(inquiry.country(), clinic.location())
        .map(
            km ->
                part(
                    "travel",
                    1 - km / HALF_WAY_ROUND_KM,
                    Reason.of("distance").with("km", hundreds(km))))
        .orElseGet(() -> part("travel", UNDECIDED, Reason.of("distance-unknown")));
  }

  private Component part(String name, double value, Reason reason) {
    return Component.of(
        name, rules.weight(name), rounded(Math.max(0, Math.min(1, value)), 2), reason);
  }

  private static long hundreds(double km) {
    return Math.round(km / 100) * 100;
  }

  private static double rounded(double value, int places) {
    double factor = Math.pow(10, places);
    return Math.round(value * factor) / factor;
  }
}
