package health.sojourn.inquiry.treatment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.CloseReason;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.lead.AnswerHandler;
import health.sojourn.inquiry.lead.ClinicAnswers;
import health.sojourn.inquiry.lead.LeadStatus;
import health.sojourn.inquiry.lead.Leads.Held;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.treatment.TreatmentReport.Outcome;
import health.sojourn.messaging.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** How it ended: the clinic reports, the patient or a facilitator confirms. */
@ApplicationScoped
public class Treatments {
  private static final Logger LOG = Logger.getLogger(Treatments.class);

  private final ClinicAnswers answers;
  private final Inquiries inquiries;
  private final PatientMail mail;
  private final EntityManager em;
  private final Clock clock;

  Treatments(
      ClinicAnswers answers, Inquiries inquiries, PatientMail mail, EntityManager em, Clock clock) {
    this.answers = answers;
    this.inquiries = inquiries;
    this.mail = mail;
    this.em = em;
    this.clock = clock;
  }

  /**
   * @param outcome a code; another one than ours may come
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reported(
      UUID leadId, String clinic, Instant at, String outcome, String reason, LocalDate day) {}

  @Produces
  @Singleton
  EventHandler<Reported> onReported(Treatments treatments) {
    return AnswerHandler.on("treatment-reported", Reported.class, treatments::reported);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void reported(Reported said) {
    answers
        .heldWhileLive(said.leadId(), said.clinic())
        .filter(held -> awaitsReport(held, said))
        .ifPresent(held -> keep(held, said));
  }

  private boolean awaitsReport(Held held, Reported said) {
    boolean known =
        said.outcome().equals(Outcome.TREATED.name())
            || said.outcome().equals(Outcome.CANCELLED.name());
    boolean awaits =
        known
            && held.lead().status() == LeadStatus.CHOSEN
            && held.inquiry().status() == InquiryStatus.CHOSEN;
    if (!awaits) {
      LOG.warnf(
          "Ignored the report %s on lead %s: none is awaited.", said.outcome(), said.leadId());
    }
    return awaits;
  }

  private void keep(Held held, Reported said) {
    TreatmentReport report =
        of(held.inquiry().id())
            .orElseGet(
                () -> {
                  TreatmentReport first = new TreatmentReport();
                  first.inquiryId = held.inquiry().id();
                  return first;
                });
    report.leadId = held.lead().id();
    report.outcome = Outcome.valueOf(said.outcome());
    report.reason = said.reason();
    report.day = said.day();
    report.reportedAt = said.at();
    em.persist(report);
    answers.tell(held, "treatment-reported", said.at(), Map.of("outcome", said.outcome()));
    mail.schedule(held.inquiry().id(), PatientMail.Kind.REPORTED);
  }

  /** What the clinic reported, if it did. */
  @Transactional
  public Optional<TreatmentReport> of(UUID inquiryId) {
    return Optional.ofNullable(em.find(TreatmentReport.class, inquiryId));
  }

  /**
   * It was so: a treatment completes the inquiry, a cancellation closes it. A second confirmation
   * changes nothing.
   *
   * @param read what was reported when the caller read it; null confirms whatever it is now
   * @throws Problem 409 while there is nothing to confirm, and if it is no longer what was read
   */
  @Transactional
  public void confirm(UUID inquiryId, Outcome read, Actor actor) {
    Inquiry inquiry = inquiries.lock(inquiryId);
    TreatmentReport report =
        of(inquiryId)
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "nothing-reported", "The clinic has not reported anything to confirm."));
    em.refresh(report);
    if (read != null && read != report.outcome()) {
      throw Problem.conflict(
          "report-changed", "The clinic reports something else now. Read it before you confirm.");
    }
    if (report.confirmed()) {
      return;
    }
    Instant now = clock.instant();
    report.confirm(actor, now);
    switch (report.outcome()) {
      case TREATED -> {
        inquiries.publish(inquiry, inquiry.complete(now), actor);
        mail.schedule(inquiryId, PatientMail.Kind.COMPLETED);
      }
      case CANCELLED -> {
        inquiries.publish(inquiry, inquiry.close(CloseReason.CANCELLED, now), actor);
        mail.schedule(inquiryId, PatientMail.Kind.CLOSED);
      }
    }
  }
}
