package health.sojourn.inquiry.directory;

import health.sojourn.inquiry.clock.BusinessHours;

/**
 * A clinic as it stands in the directory.
 *
 * @param hours the clinic's, worked out once
 * @param fingerprint changes with every change of the clinic's data
 */
public record Listing(Clinic clinic, BusinessHours hours, String fingerprint) {
  static Listing of(Clinic clinic, String fingerprint) {
    return new Listing(clinic, clinic.hours(), fingerprint);
  }
}
