package health.sojourn.provider.leadinbox;

import health.sojourn.defaults.Ids;
import health.sojourn.http.Cursors;
import health.sojourn.http.FieldError;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

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
   * @param filter null for all
   * @param cursor the {@code next} of the page before; null for the first
   */
  @Transactional
  @SuppressWarnings("unchecked")
  public Page<InboxLead> leadsOf(String clinic, InboxFilter filter, String cursor, int limit) {
    InboxPosition from = cursors.read(cursor, InboxPosition.class).orElse(InboxPosition.START);
    String condition = filter == null ? "true" : filter.condition();
    List<InboxLead> rows =
        entities
            .createNativeQuery(
                """
            select inbox_lead.* from inbox_lead, (select cast(:now as timestamptz) as now) moment
            where clinic_slug = :clinic and (offered_at, id) < (:offeredAt, :id) and %s
            order by offered_at desc, id desc
            """
                    .formatted(condition),
                InboxLead.class)
            .setParameter("now", now())
            .setParameter("clinic", clinic)
            .setParameter("offeredAt", from.offeredAt())
            .setParameter("id", from.id())
            .setMaxResults(limit + 1)
            .getResultList();
    return cursors.page(rows, limit, InboxPosition::of);
  }

  /** For the desk's rail and its filters. */
  @Transactional
  public InboxCounts countsOf(String clinic) {
    String counts =
        Arrays.stream(InboxFilter.values())
            .map(it -> "count(*) filter (where " + it.condition() + ")")
            .collect(Collectors.joining(", "));
    var row =
        (Object[])
            entities
                .createNativeQuery(
                    """
                    select %s from inbox_lead, (select cast(:now as timestamptz) as now) moment
                    where clinic_slug = :clinic
                    """
                        .formatted(counts))
                .setParameter("now", now())
                .setParameter("clinic", clinic)
                .getSingleResult();
    long[] n = Arrays.stream(row).mapToLong(it -> ((Number) it).longValue()).toArray();
    return new InboxCounts(n[0], n[1], n[2], n[3], n[4], n[5]);
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

  /** Somebody looked at a lead whose case is not shown any more. */
  @Transactional
  public InboxLead see(UUID id, String clinic) {
    InboxLead lead = locked(id, clinic);
    lead.see();
    return lead;
  }

  /**
   * Declines what still can be, and says what could not.
   *
   * @throws Problem 409 unless the clinic is paused: one by one they deserve a look
   */
  @Transactional
  public List<InboxLead> declineAll(Collection<UUID> leads, String clinic, DeclineReason reason) {
    if (!clinics.get(clinic).capacity().isPausedOn(today(clinic))) {
      throw Problem.conflict(
          "clinic-not-paused", "Several at once can be declined only while the clinic is paused.");
    }
    List<InboxLead> late = new ArrayList<>();
    // Always in the same order, so that two coordinators don't wait for each other.
    for (UUID id : new TreeSet<>(leads)) {
      InboxLead lead = locked(id, clinic);
      try {
        if (lead.decline(reason, now())) {
          answers.declined(lead);
          answerTimes.add(clinic, lead.answeredAt(), lead.hoursToAnswer());
        }
      } catch (Problem refused) {
        late.add(lead);
      }
    }
    clinics.change(clinic, unchanged -> {});
    return late;
  }

  /**
   * Before words about a patient are handed to who keeps them.
   *
   * @throws Problem 404, or 409 when it is too late to write
   */
  @Transactional
  public void checkWritable(UUID id, String clinic) {
    get(id, clinic).checkWritable(now());
  }

  /** The words are kept already; asked twice under one id, it is said once. */
  @Transactional
  public InboxLead ask(UUID id, String clinic, String person, UUID question) {
    InboxLead lead = locked(id, clinic);
    lead.checkWritable(now());
    int added =
        entities
            .createNativeQuery(
                """
                insert into lead_question (id, lead_id, asked_by, asked_at)
                values (:id, :lead, :person, :at) on conflict do nothing
                """)
            .setParameter("id", question)
            .setParameter("lead", id)
            .setParameter("person", person)
            .setParameter("at", now())
            .executeUpdate();
    if (added > 0) {
      answers.asked(lead, question, now());
    }
    return lead;
  }

  /**
   * Before a quote is written.
   *
   * @throws Problem 404, or 409 unless it was accepted and nobody was chosen yet
   */
  @Transactional
  public InboxLead quotable(UUID id, String clinic) {
    InboxLead lead = get(id, clinic);
    lead.checkQuotable();
    return lead;
  }

  /**
   * Until the end of the caller's transaction nobody else moves it.
   *
   * @throws Problem 404
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public InboxLead hold(UUID id, String clinic) {
    return locked(id, clinic);
  }

  /** Moves the lead for whoever keeps quotes, in the transaction that makes one. */
  @Transactional(Transactional.TxType.MANDATORY)
  public InboxLead quote(UUID id, String clinic, LocalDate validUntil, Instant at) {
    InboxLead lead = locked(id, clinic);
    lead.quote(validUntil, at);
    return lead;
  }

  /** Moves the lead for whoever keeps quotes, in the transaction that takes one back. */
  @Transactional(Transactional.TxType.MANDATORY)
  public InboxLead takeQuoteBack(UUID id, String clinic) {
    InboxLead lead = locked(id, clinic);
    lead.takeQuoteBack();
    return lead;
  }

  @Transactional
  public InboxLead report(UUID id, String clinic, TreatmentReport report) {
    InboxLead lead = locked(id, clinic);
    List<FieldError> errors =
        report.errors(
            Collections.min(days(lead.offeredAt(), clinic)), Collections.max(days(now(), clinic)));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    if (lead.report(report, now())) {
      answers.reported(lead);
    }
    return lead;
  }

  private LocalDate today(String clinic) {
    return LocalDate.ofInstant(now(), ZoneId.of(clinics.get(clinic).place().timeZone()));
  }

  /** By the clinic's calendar and by UTC, in which a program may count. */
  private List<LocalDate> days(Instant at, String clinic) {
    ZoneId zone = ZoneId.of(clinics.get(clinic).place().timeZone());
    return List.of(LocalDate.ofInstant(at, zone), LocalDate.ofInstant(at, ZoneOffset.UTC));
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
