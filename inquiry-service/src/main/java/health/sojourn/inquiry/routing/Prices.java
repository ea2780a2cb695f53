package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import java.util.Optional;

/** A price in the currency of the budget it is held against. */
final class Prices {
  private Prices() {}

  static Optional<Money> lowest(Clinic.Offer offer, String currency, Rates rates) {
    return Optional.ofNullable(offer.price())
        .map(Clinic.Price::min)
        .flatMap(price -> rates.convert(price, currency));
  }

  /** The lowest price where no highest one is named. */
  static Optional<Money> highest(Clinic.Offer offer, String currency, Rates rates) {
    return Optional.ofNullable(offer.price())
        .map(price -> price.max() == null ? price.min() : price.max())
        .flatMap(price -> rates.convert(price, currency));
  }
}
