package health.sojourn.inquiry.lead;

import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.lead.Leads.Held;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What a clinic said, applied to its lead and to the inquiry. An answer that comes twice changes
 * nothing the second time; an acceptance that comes too late is answered.
 */
@ApplicationScoped
class ClinicAnswers {
  private static final Logger LOG = Logger.getLogger(ClinicAnswers.class);

  private final Leads leads;
  private final Inquiries inquiries;
  private final PatientMail mail;
  private final Clock clock;

  ClinicAnswers(Leads leads, Inquiries inquiries, PatientMail mail, Clock clock) {
    this.leads = leads;
    this.inquiries = inquiries;
    this.mail = mail;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void viewed(UUID leadId, String clinic, Instant at) {
    held(leadId, clinic)
        .map(Held::lead)
        .filter(lead -> lead.status() == LeadStatus.OFFERED)
        .ifPresent(lead -> leads.publish(lead.view(at), Actor.clinic(clinic)));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void accepted(UUID leadId, String clinic, Instant at) {
    held(leadId, clinic)
        .ifPresent(
            held -> {
              if (held.lead().status().open()) {
                accept(held, at);
              } else if (!held.lead().status().live()) {
                leads.publish(held.lead().answeredAfterItsEnd(clock.instant()), Actor.SYSTEM);
              }
            });
  }

  private void accept(Held held, Instant at) {
    Actor actor = Actor.clinic(held.lead().clinic());
    leads.publish(held.lead().accept(at), actor);
    // A second clinic's yes does not move the inquiry: its furthest lead is already there.
    if (held.inquiry().status() == InquiryStatus.ROUTED) {
      inquiries.publish(held.inquiry(), held.inquiry().accept(held.lead().clinic(), at), actor);
      mail.schedule(held.inquiry().id(), PatientMail.Kind.ACCEPTED);
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void declined(UUID leadId, String clinic, String reason, Instant at) {
    held(leadId, clinic)
        .map(Held::lead)
        .filter(lead -> lead.status().open())
        .ifPresent(lead -> leads.publish(lead.decline(reason, at), Actor.clinic(clinic)));
  }

  private Optional<Held> held(UUID leadId, String clinic) {
    Optional<Held> held = leads.hold(leadId).filter(found -> found.lead().clinic().equals(clinic));
    if (held.isEmpty()) {
      LOG.warnf("Ignored an answer to the lead %s from %s: it has no such lead.", leadId, clinic);
    }
    return held;
  }
}
