package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.clock.BusinessHours;
import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.inquiry.directory.Listing;
import java.time.Instant;
import java.util.Optional;

/**
 * A clinic with an offer of the therapy, and how busy it is.
 *
 * @param openLeads leads that wait for its answer
 * @param leadsThisWeek new ones since its Monday; counted only where it set a limit
 * @param lastOfferedAt null if it was never offered one
 */
public record Candidate(
    Listing listing, Clinic.Offer offer, int openLeads, int leadsThisWeek, Instant lastOfferedAt) {

  /** Empty if the clinic does not offer the therapy. */
  static Optional<Candidate> of(
      Listing listing, String therapy, int openLeads, int leadsThisWeek, Instant lastOfferedAt) {
    return listing
        .clinic()
        .offerOf(therapy)
        .map(offer -> new Candidate(listing, offer, openLeads, leadsThisWeek, lastOfferedAt));
  }

  Clinic clinic() {
    return listing.clinic();
  }

  BusinessHours hours() {
    return listing.hours();
  }

  String slug() {
    return clinic().slug();
  }
}
