package health.sojourn.provider.leadinbox;

import health.sojourn.messaging.Contract;
import java.time.Instant;
import java.util.UUID;

/** What {@code inquiry-service} says about leads, with only the fields read here. */
final class LeadEvents {
  static final Contract OFFERED = of("lead-offered");
  static final Contract EXPIRED = of("lead-expired");
  static final Contract WITHDRAWN = of("lead-withdrawn");
  static final Contract CHOSEN = of("lead-chosen");
  static final Contract LOST = of("lead-lost");
  static final Contract CLOSED = of("lead-closed");

  private LeadEvents() {}

  record Offered(
      UUID leadId,
      UUID inquiryId,
      String reference,
      String clinic,
      String therapy,
      String country,
      String language,
      Instant offeredAt,
      Instant answerBy) {}

  /**
   * Anything that ends a lead or chooses it.
   *
   * @param reason null where there is none
   */
  record Moved(UUID leadId, Instant at, String reason) {}

  private static Contract of(String event) {
    return Contract.v1("inquiry.leads", "inquiry", event);
  }
}
