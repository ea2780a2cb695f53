package health.sojourn.inquiry.lead;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.defaults.Ids;
import health.sojourn.inquiry.clock.BusinessHours;
import health.sojourn.inquiry.clock.ClockPolicy;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock.Kind;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.Inquiry;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.messaging.Outbox;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All leads. Who moves one holds the lock of its inquiry. */
@ApplicationScoped
public class Leads {
  private final EntityManager em;
  private final Inquiries inquiries;
  private final Outbox outbox;
  private final History history;
  private final Tasks tasks;
  private final Clocks clocks;
  private final Event<LeadEvent> said;
  private final ObjectMapper json;
  private final Ids ids;

  Leads(
      EntityManager em,
      Inquiries inquiries,
      Outbox outbox,
      History history,
      Tasks tasks,
      Clocks clocks,
      Event<LeadEvent> said,
      ObjectMapper json,
      Ids ids) {
    this.em = em;
    this.inquiries = inquiries;
    this.outbox = outbox;
    this.history = history;
    this.tasks = tasks;
    this.clocks = clocks;
    this.said = said;
    this.json = json;
    this.ids = ids;
  }

  @Transactional
  public Optional<Lead> find(UUID id) {
    return Optional.ofNullable(em.find(Lead.class, id));
  }

  /**
   * The lead with its inquiry locked: nobody else moves either of them until the caller's
   * transaction ends.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Held> hold(UUID id) {
    Lead lead = em.find(Lead.class, id);
    if (lead == null) {
      return Optional.empty();
    }
    Inquiry inquiry = inquiries.lock(lead.inquiryId());
    // It may have moved before the lock was ours.
    em.refresh(lead);
    return Optional.of(new Held(lead, inquiry));
  }

  /** A lead and its inquiry, both safe to move. */
  public record Held(Lead lead, Inquiry inquiry) {}

  /** All of an inquiry's leads, oldest first. */
  @Transactional
  public List<Lead> of(UUID inquiryId) {
    return em.createQuery("from Lead where inquiryId = :inquiry order by id", Lead.class)
        .setParameter("inquiry", inquiryId)
        .getResultList();
  }

  /** The leads that may still end well, by inquiry. */
  @Transactional
  public Map<UUID, List<Lead>> live(Collection<UUID> inquiries) {
    if (inquiries.isEmpty()) {
      return Map.of();
    }
    return em.createQuery("from Lead where inquiryId in :inquiries order by id", Lead.class)
        .setParameter("inquiries", inquiries)
        .getResultStream()
        .filter(lead -> lead.status().live())
        .collect(Collectors.groupingBy(Lead::inquiryId));
  }

  /** The clinics that were asked for one of these inquiries. */
  @Transactional
  public List<String> clinicsAsked(Collection<UUID> inquiries) {
    if (inquiries.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            """
            select distinct clinic from Lead
            where inquiryId in :inquiries and status <> LeadStatus.WITHDRAWN
            """,
            String.class)
        .setParameter("inquiries", inquiries)
        .getResultList();
  }

  /**
   * Newest first.
   *
   * @param status null for any, as are the others
   * @param before only what is older than this lead; null from the start
   */
  @Transactional
  public List<Lead> list(LeadStatus status, String clinic, UUID inquiryId, UUID before, int limit) {
    return em.createQuery(
            """
            from Lead
            where (:status is null or status = :status)
              and (:clinic is null or clinic = :clinic)
              and (:inquiry is null or inquiryId = :inquiry)
              and (:before is null or id < :before)
            order by id desc
            """,
            Lead.class)
        .setParameter("status", status)
        .setParameter("clinic", clinic)
        .setParameter("inquiry", inquiryId)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Offers an inquiry to a clinic; its clocks start now, in the clinic's business time. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Lead offer(
      Inquiry inquiry, String clinic, BusinessHours hours, UUID decisionId, Actor by, Instant now) {
    ClockPolicy policy = ClockPolicy.current();
    Instant answerBy = policy.answerBy(now, hours);
    Lead lead =
        new Lead(ids.next(), inquiry.id(), inquiry.reference(), clinic, decisionId, now, answerBy);
    em.persist(lead);
    var subject = new Clocks.Subject(inquiry.id(), lead.id(), clinic);
    clocks.start(Kind.VIEW, subject, now, policy.viewBy(now, hours), hours);
    clocks.start(Kind.ANSWER, subject, now, answerBy, hours);
    tasks.schedule(
        ExpireLead.TASK,
        lead.id().toString(),
        new ExpireLead.Due(lead.id(), policy.version()),
        policy.expiresAt(answerBy));
    publish(lead.offered(inquiry.therapy(), inquiry.country(), inquiry.language()), by);
    return lead;
  }

  /** Tells the clinic's side, the history and the rest of this service, in one transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void publish(LeadEvent event, Actor actor) {
    event
        .type()
        .contract()
        .ifPresent(contract -> outbox.append(contract, event.leadId().toString(), event));
    Map<String, Object> data = json.convertValue(event, new TypeReference<>() {});
    history.add(
        event.inquiryId(),
        new History.Entry(event.at(), event.type().said(), actor, event.clinic(), data));
    switch (event.type()) {
      case VIEWED -> clocks.stopForLead(event.leadId(), List.of(Kind.VIEW));
      case ACCEPTED -> clocks.stopForLead(event.leadId(), List.of(Kind.VIEW, Kind.ANSWER));
      case OFFERED, CLOSED -> {}
      default -> clocks.stopForLead(event.leadId(), List.of(Kind.VIEW, Kind.ANSWER, Kind.QUOTE));
    }
    said.fire(event);
  }
}
