package health.sojourn.inquiry.quote;

import java.time.LocalDate;
import java.util.List;

/**
 * The offers of one inquiry, side by side.
 *
 * @param complete false while what some of them consist of can't be read
 * @param ratesFrom the day of the rates by which totals are converted
 */
public record OfferList(List<Offer> items, boolean complete, LocalDate ratesFrom) {

  static OfferList of(List<Offer> items, LocalDate ratesFrom) {
    return new OfferList(
        items, items.stream().allMatch(offer -> offer.details() != null), ratesFrom);
  }

  /** What can be chosen now; nothing once one is chosen. */
  public List<Offer> choosable() {
    boolean chosen = items.stream().anyMatch(Offer::chosen);
    return chosen ? List.of() : items.stream().filter(Offer::open).toList();
  }
}
