package health.sojourn.inquiry.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.sojourn.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A clinic's quote in its newest version, as the patient and the facilitator compare it.
 *
 * @param clinicName as it is listed
 * @param converted the total in the currency of the patient's budget; null if that is the same, not
 *     known or not in the table of rates
 * @param chosen by the patient, or for them
 * @param details what it consists of; null while the provider-service can't be asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offer(
    UUID leadId,
    String clinic,
    String clinicName,
    UUID quoteId,
    int version,
    Instant madeAt,
    Instant withdrawnAt,
    LocalDate validUntil,
    Quote.Standing standing,
    boolean chosen,
    Money total,
    Money converted,
    QuoteDetails details) {

  /** It still holds. */
  boolean open() {
    return standing == Quote.Standing.OPEN;
  }

  /** Tells it from every other one in a form, see {@link Choice.Wish#parse}. */
  public String key() {
    return leadId + "/" + quoteId + "/" + version;
  }
}
