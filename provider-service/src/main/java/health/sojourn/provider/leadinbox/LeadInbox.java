package health.sojourn.provider.leadinbox;

import health.sojourn.defaults.Ids;
import health.sojourn.http.Cursors;
import health.sojourn.http.Page;
import health.sojourn.http.Problem;
import health.sojourn.provider.directory.AnswerTimes;
import health.sojourn.provider.directory.Clinics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** One clinic's leads. Another clinic's lead is not there at all: 404, never 403. */
@ApplicationScoped
public class LeadInbox {
  @Inject EntityManager entities;
  @Inject LeadAnswers answers;
  @Inject AnswerTimes answerTimes;
  @Inject Clinics clinics;
  @Inject Cursors cursors;
  @Inject Clock clock;
  @Inject Ids ids;

  /**
   * Newest first.
   *
   * @param cursor the {@code next} of the page before; null for the first
   */
  @Transactional
  public Page<InboxLead> leadsOf(String clinic, String cursor, int limit) {
    InboxPosition from = cursors.read(cursor, InboxPosition.class).orElse(InboxPosition.START);
    List<InboxLead> rows =
        entities
            .createQuery(
                """
            from InboxLead where clinic = :clinic
              and (offeredAt < :offeredAt or offeredAt = :offeredAt and id < :id)
            order by offeredAt desc, id desc
            """,
                InboxLead.class)
            .setParameter("clinic", clinic)
            .setParameter("offeredAt", from.offeredAt())
            .setParameter("id", from.id())
            .setMaxResults(limit + 1)
            .getResultList();
    return cursors.page(rows, limit, InboxPosition::of);
  }

  /** How many wait for an answer, for the desk's rail. */
  @Transactional
  public long waitingFor(String clinic) {
    return entities
        .createQuery(
            """
            select count(*) from InboxLead
            where clinic = :clinic and status in (OFFERED, VIEWED) and answerBy >= :now
            """,
            Long.class)
        .setParameter("clinic", clinic)
        .setParameter("now", now())
        .getSingleResult();
  }

  /**
   * @throws Problem 404
   */
  @Transactional
  public InboxLead get(UUID id, String clinic) {
    return own(entities.find(InboxLead.class, id), clinic);
  }

  /** The case was shown to somebody; the first time is said to the others. */
  @Transactional
  public InboxLead read(UUID id, String clinic, String reader) {
    InboxLead lead = locked(id, clinic);
    entities
        .createNativeQuery(
            """
            insert into case_read (id, lead_id, reader, read_at)
            values (:id, :lead, :reader, :readAt)
            """)
        .setParameter("id", ids.next())
        .setParameter("lead", id)
        .setParameter("reader", reader)
        .setParameter("readAt", now())
        .executeUpdate();
    if (lead.view(now())) {
      answers.viewed(lead);
    }
    return lead;
  }

  @Transactional
  public InboxLead accept(UUID id, String clinic) {
    InboxLead lead = locked(id, clinic);
    if (lead.accept(now())) {
      answers.accepted(lead);
      measure(lead);
    }
    return lead;
  }

  @Transactional
  public InboxLead decline(UUID id, String clinic, DeclineReason reason) {
    InboxLead lead = locked(id, clinic);
    if (lead.decline(reason, now())) {
      answers.declined(lead);
      measure(lead);
    }
    return lead;
  }

  /** An answer changes how fast the clinic is known to answer, which others rank by. */
  private void measure(InboxLead lead) {
    answerTimes.add(lead.clinic(), lead.answeredAt(), lead.hoursToAnswer());
    clinics.change(lead.clinic(), clinic -> {});
  }

  /** Locked, so that two clicks at once are one after the other. */
  private InboxLead locked(UUID id, String clinic) {
    return own(entities.find(InboxLead.class, id, LockModeType.PESSIMISTIC_WRITE), clinic);
  }

  private static InboxLead own(InboxLead lead, String clinic) {
    if (lead == null || !lead.clinic().equals(clinic)) {
      throw Problem.notFound("lead-not-found", "There is no such inquiry in your inbox.");
    }
    return lead;
  }

  /** As exact as the database keeps it, so that what is said equals what is stored. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
