package health.sojourn.inquiry.intake;

import health.sojourn.defaults.RecentReading;
import health.sojourn.inquiry.privacy.Vault;
import health.sojourn.tasks.RecurringTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Brings every patient under the master key of now, one transaction each, while everything else
 * goes on. What is left to do is a number; at zero the key before is no longer needed.
 */
@ApplicationScoped
class Rewrapping implements RecurringTask {
  private static final Logger LOG = Logger.getLogger(Rewrapping.class);
  private static final int AT_ONE_TIME = 200;
  private static final int SOME = 20;
  private static final UUID FIRST = new UUID(0, 0);

  /** With an index; {@code is distinct from} would not use it. */
  private static final String UNDER_ANOTHER =
      "(master_key is null or master_key < :now or master_key > :now)";

  private final EntityManager em;
  private final Dossiers dossiers;
  private final Vault vault;
  private final MeterRegistry meters;

  Rewrapping(EntityManager em, Dossiers dossiers, Vault vault, MeterRegistry meters) {
    this.em = em;
    this.dossiers = dossiers;
    this.vault = vault;
    this.meters = meters;
  }

  @Override
  public String name() {
    return "rewrap-patients-keys";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  /** A start with a key that opens nothing would seal new data under it, and mix the two. */
  void refuseAWrongKey(@Observes StartupEvent start) {
    List<UUID> some = QuarkusTransaction.requiringNew().call(() -> next(FIRST, SOME));
    if (!some.isEmpty() && some.stream().noneMatch(this::rewrap)) {
      throw new IllegalStateException(
          "SOJOURN_MASTER_KEY does not open what is in the database. If it was changed, give the one"
              + " before as SOJOURN_MASTER_KEY_BEFORE until everything is wrapped anew.");
    }
    RecentReading<Long> waiting =
        new RecentReading<>(() -> QuarkusTransaction.requiringNew().call(this::waiting));
    Gauge.builder("sojourn.master.key.waiting", () -> waiting.number(Long::doubleValue))
        .description("Patients whose data is still under another master key")
        .baseUnit("patients")
        .register(meters);
    Gauge.builder("sojourn.master.known", vault, Vault::masterKeysKnown)
        .description("Master keys this process knows; two while the key is changed")
        .baseUnit("keys")
        .register(meters);
  }

  @Override
  public void run() {
    UUID last = FIRST;
    long done = 0;
    List<UUID> batch;
    do {
      UUID after = last;
      batch = QuarkusTransaction.requiringNew().call(() -> next(after, AT_ONE_TIME));
      for (UUID id : batch) {
        done += rewrap(id) ? 1 : 0;
        last = id;
      }
    } while (!batch.isEmpty());
    if (done > 0) {
      LOG.infof("The keys of %d patients are under the new master key", done);
    }
  }

  /** One that can't be opened keeps the number from zero, and nobody else waiting. */
  private boolean rewrap(UUID id) {
    try {
      QuarkusTransaction.requiringNew().run(() -> dossiers.rewrap(id));
      return true;
    } catch (IllegalStateException e) {
      LOG.errorf(e, "The key of patient %s could not be wrapped anew", id);
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private List<UUID> next(UUID after, int atMost) {
    return em.createNativeQuery(
            "select id from patient where id > :after and " + UNDER_ANOTHER + " order by id",
            UUID.class)
        .setParameter("after", after)
        .setParameter("now", vault.masterKeyName())
        .setMaxResults(atMost)
        .getResultList();
  }

  private long waiting() {
    return (Long)
        em.createNativeQuery("select count(*) from patient where " + UNDER_ANOTHER, Long.class)
            .setParameter("now", vault.masterKeyName())
            .getSingleResult();
  }
}
