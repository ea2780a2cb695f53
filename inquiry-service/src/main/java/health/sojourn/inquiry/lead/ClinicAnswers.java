package health.sojourn.inquiry.lead;

import health.sojourn.inquiry.clock.BusinessHours;
import health.sojourn.inquiry.clock.ClockPolicy;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock.Kind;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.lead.Leads.Held;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What a clinic said, applied to its lead and to the inquiry. An answer that comes twice changes
 * nothing the second time; one that comes after the lead's end is answered.
 */
@ApplicationScoped
public class ClinicAnswers {
  private static final Logger LOG = Logger.getLogger(ClinicAnswers.class);

  private final Leads leads;
  private final Inquiries inquiries;
  private final Directory directory;
  private final Clocks clocks;
  private final History history;
  private final PatientMail mail;
  private final Clock clock;

  ClinicAnswers(
      Leads leads,
      Inquiries inquiries,
      Directory directory,
      Clocks clocks,
      History history,
      PatientMail mail,
      Clock clock) {
    this.leads = leads;
    this.inquiries = inquiries;
    this.directory = directory;
    this.clocks = clocks;
    this.history = history;
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
    heldWhileLive(leadId, clinic)
        .filter(held -> held.lead().status().open())
        .ifPresent(held -> accept(held, at));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void declined(UUID leadId, String clinic, String reason, Instant at) {
    held(leadId, clinic)
        .map(Held::lead)
        .filter(lead -> lead.status().open())
        .ifPresent(lead -> leads.publish(lead.decline(reason, at), Actor.clinic(clinic)));
  }

  /** The words of the question come by another way. */
  @Transactional(Transactional.TxType.MANDATORY)
  void asked(UUID leadId, String clinic, Instant at) {
    heldWhileLive(leadId, clinic).ifPresent(held -> tell(held, "lead-asked", at, Map.of()));
  }

  /**
   * The clinic made a quote, its first or a later one.
   *
   * @return the lead, if the quote counts; empty where the lead has ended or its clinic is chosen
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Held> quoted(UUID leadId, String clinic, Instant at) {
    Optional<Held> counts =
        heldWhileLive(leadId, clinic).filter(held -> held.lead().status() != LeadStatus.CHOSEN);
    counts.ifPresent(held -> quote(held, at));
    return counts;
  }

  private void quote(Held held, Instant at) {
    Actor actor = Actor.clinic(held.lead().clinic());
    if (held.lead().status().open()) {
      // Its acceptance was lost and is said again later.
      accept(held, at);
    }
    if (held.lead().status() == LeadStatus.ACCEPTED) {
      leads.publish(held.lead().quote(at), actor);
    } else {
      tell(held, "quote-changed", at, Map.of());
    }
    if (held.inquiry().status() == InquiryStatus.ACCEPTED) {
      inquiries.publish(held.inquiry(), held.inquiry().quote(held.lead().clinic(), at), actor);
    }
    mail.schedule(held.inquiry().id(), PatientMail.Kind.QUOTED);
  }

  private void accept(Held held, Instant at) {
    Actor actor = Actor.clinic(held.lead().clinic());
    leads.publish(held.lead().accept(at), actor);
    awaitQuote(held.lead(), at);
    // A second clinic's yes does not move the inquiry: its furthest lead is already there.
    if (held.inquiry().status() == InquiryStatus.ROUTED) {
      inquiries.publish(held.inquiry(), held.inquiry().accept(held.lead().clinic(), at), actor);
      mail.schedule(held.inquiry().id(), PatientMail.Kind.ACCEPTED);
    }
  }

  /** From now on the clinic's clock for its quote runs. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void awaitQuote(Lead lead, Instant since) {
    BusinessHours hours = directory.hoursOf(lead.clinic());
    clocks.start(
        Kind.QUOTE,
        new Clocks.Subject(lead.inquiryId(), lead.id(), lead.clinic()),
        since,
        ClockPolicy.current().quoteBy(since, hours),
        hours);
  }

  /** Writes into the story what the clinic did and what moved nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void tell(Held held, String kind, Instant at, Map<String, Object> data) {
    String clinic = held.lead().clinic();
    history.add(
        held.inquiry().id(), new History.Entry(at, kind, Actor.clinic(clinic), clinic, data));
  }

  /** The lead, if it may still end well; if it can't, its clinic is told so. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Held> heldWhileLive(UUID leadId, String clinic) {
    Optional<Held> held = held(leadId, clinic);
    held.map(Held::lead)
        .filter(lead -> !lead.status().live())
        .ifPresent(lead -> leads.publish(lead.answeredAfterItsEnd(clock.instant()), Actor.SYSTEM));
    return held.filter(it -> it.lead().status().live());
  }

  /** The lead with its inquiry, safe to move; empty if it is not this clinic's. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Held> held(UUID leadId, String clinic) {
    Optional<Held> held = leads.hold(leadId).filter(found -> found.lead().clinic().equals(clinic));
    if (held.isEmpty()) {
      LOG.warnf("Ignored an answer to the lead %s from %s: it has no such lead.", leadId, clinic);
    }
    return held;
  }
}
