package health.sojourn.provider.numbers;

import health.sojourn.http.Problem;
import health.sojourn.provider.directory.AnswerTimes;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.numbers.ClinicNumbers.Measured;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Reads what a clinic was offered and how it answered; each number is counted from the same rows.
 */
@ApplicationScoped
class Numbers {
  private final EntityManager entities;
  private final Clinics clinics;
  private final Clock clock;

  Numbers(EntityManager entities, Clinics clinics, Clock clock) {
    this.entities = entities;
    this.clinics = clinics;
    this.clock = clock;
  }

  /**
   * @throws Problem 404
   */
  @Transactional
  ClinicNumbers of(String clinic) {
    Instant since = AnswerTimes.since(clock.instant());
    return ClinicNumbers.of(
        offered(clinic, since),
        measured(clinic, since),
        clinics.get(clinic).place().zone(),
        since,
        clock.instant());
  }

  private List<Offered> offered(String clinic, Instant since) {
    return rows(
            """
            select offered_at, status, answered_at, decline_reason, end_reason
            from inbox_lead where clinic_slug = :clinic and offered_at > :since
            """,
            clinic,
            since)
        .stream()
        .map(
            row ->
                new Offered(
                    row.get("offered_at", Instant.class),
                    row.get("status", String.class),
                    row.get("answered_at", Instant.class),
                    row.get("decline_reason", String.class),
                    row.get("end_reason", String.class)))
        .toList();
  }

  private List<Measured> measured(String clinic, Instant since) {
    return rows(
            """
            select answered_at, hours from answer_time
            where clinic_slug = :clinic and answered_at > :since
            """,
            clinic,
            since)
        .stream()
        .map(
            row ->
                new Measured(
                    row.get("answered_at", Instant.class), row.get("hours", BigDecimal.class)))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<Tuple> rows(String question, String clinic, Instant since) {
    return entities
        .createNativeQuery(question, Tuple.class)
        .setParameter("clinic", clinic)
        .setParameter("since", since)
        .getResultList();
  }
}
