package health.sojourn.provider.directory;

import health.sojourn.http.Problem;
import health.sojourn.messaging.Outbox;
import health.sojourn.provider.commission.CommissionAgreement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
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
  @Inject ExpiringFacts expiringFacts;
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
    say(clinic);
  }

  @Transactional
  public void change(String slug, Consumer<Clinic> change) {
    Clinic clinic = get(slug);
    change.accept(clinic);
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

  public Optional<Clinic> find(String slug) {
    return Optional.ofNullable(entities.find(Clinic.class, slug));
  }

  /**
   * @throws Problem 404
   */
  public Clinic get(String slug) {
    return find(slug)
        .orElseThrow(() -> Problem.notFound("clinic-not-found", "No clinic is called " + slug));
  }

  public List<Clinic> all(Collection<String> slugs) {
    return entities
        .createQuery("from Clinic where slug in :slugs", Clinic.class)
        .setParameter("slugs", slugs)
        .getResultList();
  }

  /** The published band, such as {@code 10-15%}; empty if the clinic pays nothing. */
  public Optional<String> commissionBand(String slug) {
    return Optional.ofNullable(entities.find(CommissionAgreement.class, slug))
        .map(CommissionAgreement::band);
  }

  private void say(Clinic clinic) {
    entities.flush();
    LocalDate today = LocalDate.now(clock);
    var responseHours = answerTimes.median(clinic.slug()).orElse(null);
    String band = commissionBand(clinic.slug()).orElse(null);
    outbox.append(
        ClinicChanged.CONTRACT,
        clinic.slug(),
        ClinicChanged.of(clinic, band, responseHours, today));
    expiringFacts.watch(clinic, today);
  }
}
