package health.sojourn.provider.directory;

import health.sojourn.http.Problem;
import health.sojourn.messaging.Outbox;
import health.sojourn.provider.commission.CommissionAgreement;
import health.sojourn.provider.offer.Offer;
import health.sojourn.provider.verification.FactHistory;
import health.sojourn.provider.verification.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All clinics. Whatever changes one here is said to the other services in the same transaction. */
@ApplicationScoped
public class Clinics {
  @Inject EntityManager entities;
  @Inject Outbox outbox;
  @Inject AnswerTimes answerTimes;
  @Inject Endings endings;
  @Inject FactHistory history;
  @Inject Clock clock;

  /**
   * @param agreement null if the clinic pays nothing
   */
  @Transactional
  public void add(Clinic clinic, CommissionAgreement agreement) {
    entities.persist(clinic);
    if (agreement != null) {
      entities.persist(agreement);
    }
    keep(clinic, Reason.NONE);
    say(clinic);
  }

  @Transactional
  public void change(String slug, Consumer<Clinic> change) {
    change(slug, Reason.NONE, change);
  }

  /**
   * @param reason goes into the history of every fact that is stated anew
   */
  @Transactional
  public void change(String slug, Reason reason, Consumer<Clinic> change) {
    Clinic clinic = hold(slug);
    change.accept(clinic);
    keep(clinic, reason);
    say(clinic);
  }

  /** What every clinic is called, by slug, in the order of the names. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    entities
        .createQuery("select slug, name from Clinic order by name, slug", Object[].class)
        .getResultList()
        .forEach(row -> names.put((String) row[0], (String) row[1]));
    return names;
  }

  /** The place of a clinic among all, by its name. */
  public record Position(String name, String slug) {
    public static final Position START = new Position("", "");
  }

  /**
   * Suspended ones too, in the order of the names.
   *
   * @param part of the name or the slug, in small letters; empty for all
   */
  public List<Clinic> named(String part, Position after, int limit) {
    return entities
        .createQuery(
            """
            from Clinic
            where (locate(:part, lower(name)) > 0 or locate(:part, slug) > 0)
              and (name > :name or name = :name and slug > :slug)
            order by name, slug
            """,
            Clinic.class)
        .setParameter("part", part)
        .setParameter("name", after.name())
        .setParameter("slug", after.slug())
        .setMaxResults(limit)
        .getResultList();
  }

  public Optional<Clinic> find(String slug) {
    return Optional.ofNullable(entities.find(Clinic.class, slug));
  }

  /**
   * @throws Problem 404
   */
  public Clinic get(String slug) {
    return find(slug).orElseThrow(() -> unknown(slug));
  }

  /**
   * Nobody else changes it until the caller's transaction ends, so that what is said last is how it
   * is.
   *
   * @throws Problem 404
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Clinic hold(String slug) {
    return Optional.ofNullable(entities.find(Clinic.class, slug, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> unknown(slug));
  }

  /** The published band, such as {@code 10-15%}; empty if the clinic pays nothing. */
  public Optional<String> commissionBand(String slug) {
    return Optional.ofNullable(entities.find(CommissionAgreement.class, slug))
        .map(CommissionAgreement::band);
  }

  private void keep(Clinic clinic, Reason reason) {
    history.keep(clinic.slug(), null, clinic.statements().take(), reason);
    for (Offer offer : clinic.offers()) {
      history.keep(clinic.slug(), offer.therapy(), offer.statements().take(), reason);
    }
  }

  private void say(Clinic clinic) {
    entities.flush();
    Instant now = clock.instant();
    var responseHours = answerTimes.median(clinic.slug()).orElse(null);
    String band = commissionBand(clinic.slug()).orElse(null);
    outbox.append(
        ClinicChanged.CONTRACT, clinic.slug(), ClinicChanged.of(clinic, band, responseHours, now));
    endings.watch(clinic, now);
  }

  private static Problem unknown(String slug) {
    return Problem.notFound("clinic-not-found", "No clinic is called " + slug);
  }
}
