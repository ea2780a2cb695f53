package health.sojourn.provider.offer;

import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a clinic states it charges, in the currency it charges in.
 *
 * @param validUntil null if the clinic names no end
 */
public record PriceRange(
    Money min, Money max, List<String> included, List<String> excluded, LocalDate validUntil) {

  /** The same range in another currency; empty if a rate is missing. */
  public Optional<Converted> in(String currency, Rates rates) {
    return rates
        .convert(min, currency)
        .flatMap(
            low ->
                rates.convert(max, currency).map(high -> new Converted(low, high, rates.asOf())));
  }

  /** A range that was calculated, so that it is never mistaken for a stated one. */
  public record Converted(Money min, Money max, LocalDate ratesAsOf) {}
}
