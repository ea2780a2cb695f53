package health.sojourn.provider.directory;

import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Reading a fact already shows that it expired; this tells the services that only hear of changes,
 * at the end (UTC) of the fact's last day.
 */
@ApplicationScoped
class ExpiringFacts implements TaskHandler<ExpiringFacts.Watch> {
  private static final TaskType<Watch> TYPE = new TaskType<>("say-facts-expired", Watch.class);

  @Inject Tasks tasks;
  @Inject Instance<Clinics> clinics;

  record Watch(String clinic) {}

  void watch(Clinic clinic, LocalDate today) {
    clinic
        .nextExpiryFrom(today)
        .ifPresent(
            lastDay -> {
              String id = clinic.slug() + "/" + lastDay;
              tasks.cancel(TYPE, id);
              tasks.schedule(
                  TYPE,
                  id,
                  new Watch(clinic.slug()),
                  lastDay.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
            });
  }

  @Override
  public TaskType<Watch> type() {
    return TYPE;
  }

  @Override
  public void run(String id, Watch watch) {
    clinics.get().change(watch.clinic(), clinic -> {});
  }
}
