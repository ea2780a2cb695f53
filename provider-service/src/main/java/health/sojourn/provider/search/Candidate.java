package health.sojourn.provider.search;

import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.verification.Checked;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * All that the score may know about a clinic. What it pays us is not among it.
 *
 * @param answerHours median of the last 90 days; null while unknown
 * @param languageChecked whether somebody checked that the language asked for is spoken
 * @param price in the currency of the ceiling; null if unknown or not asked for
 */
record Candidate(
    String slug,
    UUID offer,
    Checked checked,
    BigDecimal answerHours,
    boolean languageChecked,
    PriceRange.Converted price) {}
