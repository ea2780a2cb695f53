package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.consent.Consents;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.intake.CloseReason;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The patient takes it back: as easy as giving it. An inquiry can't go on without either consent,
 * so it is closed, and clinics lose the case with it.
 */
@ApplicationScoped
class Withdrawal {
  private final Inquiries inquiries;
  private final Consents consents;
  private final History history;
  private final Clock clock;

  Withdrawal(Inquiries inquiries, Consents consents, History history, Clock clock) {
    this.inquiries = inquiries;
    this.consents = consents;
    this.history = history;
    this.clock = clock;
  }

  @Transactional
  void of(UUID inquiryId, Set<Purpose> purposes) {
    Inquiry inquiry = inquiries.lock(inquiryId);
    Instant now = clock.instant();
    for (Purpose purpose : purposes) {
      if (consents.withdraw(inquiryId, purpose, now)) {
        history.add(
            inquiryId,
            new History.Entry(
                now, "consent-withdrawn", Actor.PATIENT, null, Map.of("purpose", purpose.name())));
      }
    }
    inquiries.publish(inquiry, inquiry.close(CloseReason.WITHDRAWN, now), Actor.PATIENT);
  }
}
