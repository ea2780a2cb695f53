package health.sojourn.inquiry.quote;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.Dossiers;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.intake.PatientMail;
import health.sojourn.inquiry.lead.Lead;
import health.sojourn.inquiry.lead.LeadEvent.Reason;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.quote.Choice.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Chooses a clinic's quote: that clinic learns who the patient is, and every other one that still
 * has the case loses it, in one transaction.
 */
@ApplicationScoped
public class Choosing {
  private static final String REASON = "choice";

  private final Inquiries inquiries;
  private final Leads leads;
  private final Quotes quotes;
  private final Dossiers dossiers;
  private final PatientMail mail;
  private final EntityManager em;
  private final Clock clock;

  Choosing(
      Inquiries inquiries,
      Leads leads,
      Quotes quotes,
      Dossiers dossiers,
      PatientMail mail,
      EntityManager em,
      Clock clock) {
    this.inquiries = inquiries;
    this.leads = leads;
    this.quotes = quotes;
    this.dossiers = dossiers;
    this.mail = mail;
    this.em = em;
    this.clock = clock;
  }

  @Transactional
  public Optional<Choice> of(UUID inquiryId) {
    return Optional.ofNullable(em.find(Choice.class, inquiryId));
  }

  /** Why a facilitator chose for the patient; empty if the patient did. */
  @Transactional
  public Optional<String> reason(Choice choice) {
    return Optional.ofNullable(choice.reason)
        .map(why -> dossiers.openText(inquiries.find(choice.inquiryId).orElseThrow(), REASON, why));
  }

  /**
   * The same wish a second time changes nothing.
   *
   * @throws Problem 404 for a lead or quote of another inquiry, 409 for a quote that no longer
   *     holds and where something else was chosen
   */
  @Transactional
  public Choice choose(UUID inquiryId, Wish wish, Actor actor) {
    Inquiry inquiry = inquiries.lock(inquiryId);
    Optional<Choice> before = of(inquiryId);
    if (before.isPresent()) {
      return before
          .filter(choice -> choice.grants(wish))
          .orElseThrow(
              () ->
                  Problem.conflict(
                      "already-chosen", "An offer was chosen before; that can't be changed here."));
    }
    Lead lead =
        leads
            .find(wish.leadId())
            .filter(found -> found.inquiryId().equals(inquiryId))
            .orElseThrow(Choosing::unknown);
    em.refresh(lead);
    Quote quote = quoteOf(lead, wish);
    mustHold(quote, lead);
    Instant now = clock.instant();
    leads.publish(lead.choose(now), actor);
    inquiries.publish(inquiry, inquiry.choose(lead.clinic(), now), actor);
    leads.of(inquiryId).stream()
        .filter(other -> other != lead && other.status().live())
        .forEach(other -> leads.publish(other.lose(Reason.OTHER_CLINIC_CHOSEN, now), Actor.SYSTEM));
    mail.schedule(inquiryId, PatientMail.Kind.CHOSEN);
    return keep(inquiry, quote, wish, actor, now);
  }

  private Quote quoteOf(Lead lead, Wish wish) {
    Quote quote =
        quotes.of(lead.id()).stream()
            .filter(made -> made.quoteId().equals(wish.quoteId()))
            .findFirst()
            .orElseThrow(Choosing::unknown);
    if (wish.version() != null && wish.version() != quote.version()) {
      throw replaced();
    }
    return quote;
  }

  private void mustHold(Quote quote, Lead lead) {
    switch (quotes.standing(quote, lead.clinic())) {
      case REPLACED -> throw replaced();
      case WITHDRAWN ->
          throw Problem.conflict(
              "quote-withdrawn", "The clinic took this offer back; it can't be chosen any more.");
      case EXPIRED ->
          throw Problem.conflict(
              "quote-expired",
              "This offer was valid until %s; ask the clinic for a new one."
                  .formatted(quote.validUntil()));
      // A lead that has ended says so itself when it is to be chosen.
      case OPEN, ENDED -> {}
    }
  }

  private Choice keep(Inquiry inquiry, Quote quote, Wish wish, Actor actor, Instant now) {
    Choice choice = new Choice();
    choice.inquiryId = inquiry.id();
    choice.leadId = quote.leadId();
    choice.quoteId = quote.quoteId();
    choice.version = quote.version();
    choice.chosenAt = now;
    choice.actorKind = actor.kind();
    choice.actor = actor.name();
    choice.reason =
        wish.reason() == null ? null : dossiers.sealText(inquiry, REASON, wish.reason());
    em.persist(choice);
    return choice;
  }

  private static Problem replaced() {
    return Problem.conflict(
        "quote-replaced", "The clinic changed this offer. Read the new one before you choose.");
  }

  private static Problem unknown() {
    return Problem.notFound("quote-unknown", "There is no such offer for this inquiry.");
  }
}
