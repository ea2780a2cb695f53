package health.sojourn.provider.search;

import health.sojourn.provider.offer.CellSource;
import health.sojourn.provider.offer.Dose;
import health.sojourn.provider.offer.ImagingGuidance;
import health.sojourn.provider.offer.LegalBasis;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.verification.Checked;
import java.util.List;

/**
 * One offer of a clinic that is not suspended: all that the list filters by, scores and shows. What
 * the clinic pays us is not among it.
 *
 * @param languagesChecked whether somebody checked which languages are spoken
 * @param accreditations those that hold today
 * @param licence the level of the clinic's licence today, {@code 0} to {@code 3} or {@code X};
 *     {@code UNKNOWN} without one
 * @param answerTenths median time to answer of the last 90 days, in tenths of an hour; -1 while
 *     unknown
 * @param dose null if unknown
 * @param price null if unknown
 * @param words fingerprint of the text that is searched, which is kept elsewhere
 */
record Listing(
    String slug,
    String name,
    String country,
    String city,
    double latitude,
    double longitude,
    boolean demo,
    List<String> languages,
    boolean languagesChecked,
    List<String> accreditations,
    String licence,
    int answerTenths,
    String therapy,
    CellSource cellSource,
    LegalBasis legalBasis,
    ImagingGuidance imagingGuidance,
    Dose dose,
    PriceRange price,
    Comparable comparable,
    Checked checked,
    int words) {

  static final String UNKNOWN = "UNKNOWN";

  /**
   * A price range that can be compared with any other.
   *
   * @param min in cents of a US dollar, as is {@code max}
   */
  record Comparable(long min, long max) {}

  /** Among all listings. */
  String key() {
    return slug + "/" + therapy;
  }
}
