package health.sojourn.provider.leadinbox;

import health.sojourn.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The checklist and the dates of a chosen lead, shared by the clinic's coordinators. */
@ApplicationScoped
class HandOvers {
  @Inject EntityManager entities;
  @Inject LeadInbox inbox;
  @Inject Clock clock;

  /**
   * @param by the coordinator's name when it was ticked
   */
  record Done(String by, Instant at) {}

  record HandOver(TravelDates dates, Map<HandOverStep, Done> done) {}

  /**
   * What one coordinator changed on the page: only that, so that a page left open does not undo a
   * colleague's ticks.
   */
  record Change(TravelDates dates, Set<HandOverStep> ticked, Set<HandOverStep> unticked) {}

  /**
   * @throws Problem 404 for another clinic's lead, 409 unless it was chosen
   */
  @Transactional
  HandOver of(UUID lead, String clinic) {
    chosen(lead, clinic);
    return new HandOver(dates(lead), done(lead));
  }

  /**
   * @throws Problem 404 for another clinic's lead, 409 unless it was chosen, 422
   */
  @Transactional
  void change(UUID lead, String clinic, Change change, String by) {
    chosen(lead, clinic);
    if (!change.dates().errors().isEmpty()) {
      throw Problem.invalid(change.dates().errors());
    }
    keep(lead, change.dates());
    change.unticked().forEach(step -> untick(lead, step));
    change.ticked().forEach(step -> tick(lead, step, by));
  }

  private void chosen(UUID lead, String clinic) {
    if (inbox.get(lead, clinic).status() != InboxStatus.CHOSEN) {
      throw Problem.conflict(
          "lead-not-chosen", "A case is handed over once the patient has chosen your clinic.");
    }
  }

  private TravelDates dates(UUID lead) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select arrives_on, treated_on, leaves_on from hand_over where lead_id = :lead",
                Tuple.class)
            .setParameter("lead", lead)
            .getResultList();
    if (rows.isEmpty()) {
      return TravelDates.NONE;
    }
    Tuple row = (Tuple) rows.get(0);
    return new TravelDates(day(row.get(0)), day(row.get(1)), day(row.get(2)));
  }

  private static LocalDate day(Object value) {
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }

  private Map<HandOverStep, Done> done(UUID lead) {
    Map<HandOverStep, Done> done = new EnumMap<>(HandOverStep.class);
    entities
        .createNativeQuery(
            "select step, done_by, done_at from hand_over_step where lead_id = :lead", Tuple.class)
        .setParameter("lead", lead)
        .getResultList()
        .forEach(
            each -> {
              Tuple row = (Tuple) each;
              done.put(
                  HandOverStep.valueOf(row.get("step", String.class)),
                  new Done(row.get("done_by", String.class), row.get("done_at", Instant.class)));
            });
    return done;
  }

  private void keep(UUID lead, TravelDates dates) {
    entities
        .createNativeQuery(
            """
            insert into hand_over (lead_id, arrives_on, treated_on, leaves_on)
            values (:lead, cast(:arrives as date), cast(:treated as date), cast(:leaves as date))
            on conflict (lead_id) do update
            set (arrives_on, treated_on, leaves_on)
              = (excluded.arrives_on, excluded.treated_on, excluded.leaves_on)
            """)
        .setParameter("lead", lead)
        .setParameter("arrives", text(dates.arrivesOn()))
        .setParameter("treated", text(dates.treatedOn()))
        .setParameter("leaves", text(dates.leavesOn()))
        .executeUpdate();
  }

  /** A null has no type of its own; as text it is the same for each day. */
  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private void tick(UUID lead, HandOverStep step, String by) {
    entities
        .createNativeQuery(
            """
            insert into hand_over_step (lead_id, step, done_by, done_at)
            values (:lead, :step, :by, :at) on conflict do nothing
            """)
        .setParameter("lead", lead)
        .setParameter("step", step.name())
        .setParameter("by", by)
        .setParameter("at", clock.instant())
        .executeUpdate();
  }

  private void untick(UUID lead, HandOverStep step) {
    entities
        .createNativeQuery("delete from hand_over_step where lead_id = :lead and step = :step")
        .setParameter("lead", lead)
        .setParameter("step", step.name())
        .executeUpdate();
  }
}
