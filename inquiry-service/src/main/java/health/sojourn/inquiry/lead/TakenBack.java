package health.sojourn.inquiry.lead;

import health.sojourn.inquiry.intake.CloseReason;
import health.sojourn.inquiry.intake.InquiryEvent.InquiryClosed;
import health.sojourn.inquiry.lead.LeadEvent.Reason;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** When an inquiry is closed, no clinic keeps its case: every live lead ends with it. */
@ApplicationScoped
class TakenBack {
  private final Leads leads;

  TakenBack(Leads leads) {
    this.leads = leads;
  }

  void closed(@Observes InquiryClosed closed) {
    boolean byPatient = closed.reason() == CloseReason.WITHDRAWN;
    Actor actor = byPatient ? Actor.PATIENT : Actor.SYSTEM;
    Reason reason = byPatient ? Reason.CONSENT_WITHDRAWN : Reason.INQUIRY_CLOSED;
    leads.of(closed.inquiryId()).stream()
        .filter(lead -> lead.status().live())
        .forEach(lead -> leads.publish(lead.withdraw(reason, closed.at()), actor));
  }
}
