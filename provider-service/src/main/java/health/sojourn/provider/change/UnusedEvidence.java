package health.sojourn.provider.change;

import health.sojourn.tasks.RecurringTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;

/** Forgets files that were sent a week ago with forms nobody finished. */
@ApplicationScoped
class UnusedEvidence implements RecurringTask {
  private static final Duration PATIENCE = Duration.ofDays(7);

  @Inject EntityManager entities;
  @Inject Clock clock;

  @Override
  public String name() {
    return "forget-unused-evidence";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        delete from evidence e where uploaded_at < :before and not exists (
                          select 1 from fact_change c
                          where c.clinic_slug = e.clinic_slug and e.id = any(c.evidence))
                        """)
                    .setParameter("before", clock.instant().minus(PATIENCE))
                    .executeUpdate());
  }
}
