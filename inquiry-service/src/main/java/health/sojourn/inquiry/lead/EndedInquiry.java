package health.sojourn.inquiry.lead;

import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.intake.CloseReason;
import health.sojourn.inquiry.intake.InquiryEvent;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryClosed;
import health.sojourn.inquiry.lead.LeadEvent.Reason;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An inquiry that ends takes its live leads and clocks with it, in the same transaction. */
@ApplicationScoped
class EndedInquiry {
  private final Leads leads;
  private final Clocks clocks;

  EndedInquiry(Leads leads, Clocks clocks) {
    this.leads = leads;
    this.clocks = clocks;
  }

  void happened(@Observes InquiryEvent event) {
    if (event instanceof InquiryClosed closed) {
      Reason reason =
          closed.reason() == CloseReason.WITHDRAWN
              ? Reason.CONSENT_WITHDRAWN
              : Reason.INQUIRY_CLOSED;
      leads.of(closed.inquiryId()).stream()
          .filter(lead -> lead.status().live())
          .forEach(lead -> leads.publish(lead.withdraw(reason, closed.at()), Actor.SYSTEM));
      clocks.stopReview(closed.inquiryId());
    }
  }
}
