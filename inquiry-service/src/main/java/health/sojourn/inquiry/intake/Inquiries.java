package health.sojourn.inquiry.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.consent.Consents;
import health.sojourn.inquiry.consent.Disclosures;
import health.sojourn.inquiry.duplicate.Relations;
import health.sojourn.inquiry.intake.InquiryEvent.EventType;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All inquiries: how to find one, change it and tell the others. */
@ApplicationScoped
public class Inquiries {
  private final EntityManager em;
  private final Outbox outbox;
  private final History history;
  private final ObjectMapper json;
  private final Dossiers dossiers;
  private final Consents consents;
  private final Disclosures disclosures;
  private final Relations relations;
  private final Event<InquiryEvent> said;

  Inquiries(
      EntityManager em,
      Outbox outbox,
      History history,
      ObjectMapper json,
      Dossiers dossiers,
      Consents consents,
      Disclosures disclosures,
      Relations relations,
      Event<InquiryEvent> said) {
    this.em = em;
    this.outbox = outbox;
    this.history = history;
    this.json = json;
    this.dossiers = dossiers;
    this.consents = consents;
    this.disclosures = disclosures;
    this.relations = relations;
    this.said = said;
  }

  @Transactional
  public Optional<Inquiry> find(UUID id) {
    return Optional.ofNullable(em.find(Inquiry.class, id));
  }

  @Transactional
  public Optional<Inquiry> find(String reference) {
    return em.createQuery("from Inquiry where reference = :reference", Inquiry.class)
        .setParameter("reference", reference)
        .getResultStream()
        .findFirst();
  }

  /**
   * The inquiry, held for the rest of the caller's transaction: who wants to move it waits here.
   *
   * @throws Problem 404 {@code inquiry-unknown}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Inquiry lock(UUID id) {
    em.flush();
    Inquiry inquiry = em.find(Inquiry.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (inquiry == null) {
      throw unknown();
    }
    // It may have been read before the lock was ours.
    em.refresh(inquiry);
    return inquiry;
  }

  static Problem unknown() {
    return Problem.notFound("inquiry-unknown", "There is no such inquiry.");
  }

  /**
   * Tells the other services, the history and the rest of this one, in the caller's transaction.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void publish(Inquiry inquiry, InquiryEvent event, Actor actor) {
    EventType type = event.type();
    outbox.append(type.contract(), inquiry.id().toString(), event);
    Map<String, Object> data = json.convertValue(event, new TypeReference<>() {});
    history.add(
        inquiry.id(),
        new History.Entry(event.at(), type.contract().event(), actor, event.clinic(), data));
    said.fire(event);
  }

  /**
   * What the router and a clinic may know. The caller writes down who read it, with {@link
   * health.sojourn.inquiry.privacy.AuditLog}.
   */
  @Transactional
  public InquiryCase caseOf(UUID id) {
    Inquiry inquiry = find(id).orElseThrow(Inquiries::unknown);
    Dossier.Health health = dossiers.health(inquiry);
    return new InquiryCase(
        inquiry.id(),
        inquiry.reference(),
        inquiry.therapy(),
        inquiry.country(),
        inquiry.language(),
        inquiry.birthYear(),
        health.condition(),
        health.wishes(),
        consents.countriesFor(id),
        disclosures.countriesWithoutLegalBasis(id),
        relations.of(id));
  }

  /**
   * Who it is, for the clinic the patient has chosen. The caller makes sure of that and writes down
   * who read it.
   */
  @Transactional
  public Dossier.Identity identityOf(UUID id) {
    return dossiers.identity(find(id).orElseThrow(Inquiries::unknown));
  }
}
