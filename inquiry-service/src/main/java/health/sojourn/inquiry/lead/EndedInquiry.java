package health.sojourn.inquiry.lead;

import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.intake.CloseReason;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryClosed;
import health.sojourn.inquiry.lead.LeadEvent.Reason;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * An inquiry that is closed takes its live leads and clocks with it, in the same transaction: no
 * clinic keeps its case.
 */
@ApplicationScoped
class EndedInquiry {
  private final Leads leads;
  private final Clocks clocks;

  EndedInquiry(Leads leads, Clocks clocks) {
    this.leads = leads;
    this.clocks = clocks;
  }

  void closed(@Observes InquiryClosed closed) {
    boolean byPatient = closed.reason() == CloseReason.WITHDRAWN;
    Actor actor = byPatient ? Actor.PATIENT : Actor.SYSTEM;
    Reason reason = byPatient ? Reason.CONSENT_WITHDRAWN : Reason.INQUIRY_CLOSED;
    leads.of(closed.inquiryId()).stream()
        .filter(lead -> lead.status().live())
        .forEach(lead -> leads.publish(lead.withdraw(reason, closed.at()), actor));
    clocks.stopReview(closed.inquiryId());
  }
}
