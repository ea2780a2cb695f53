package health.sojourn.provider.directory;

import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reading a clinic already shows that a fact expired or a pause ended; this tells the services that
 * only hear of changes: at the end (UTC) of the fact's last day, at the end of the pause's last day
 * at the clinic.
 */
@ApplicationScoped
class Endings implements TaskHandler<Endings.Watch> {
  // Stored with work that waits, so it keeps the name it had when only facts ended.
  private static final TaskType<Watch> TYPE = new TaskType<>("say-facts-expired", Watch.class);

  @Inject Tasks tasks;
  @Inject Instance<Clinics> clinics;

  record Watch(String clinic) {}

  void watch(Clinic clinic, Instant now) {
    clinic
        .nextExpiryFrom(LocalDate.ofInstant(now, ZoneOffset.UTC))
        .ifPresent(last -> sayAfter(last, ZoneOffset.UTC, clinic, clinic.slug() + "/" + last));
    clinic
        .capacity()
        .lastPausedDayFrom(clinic.dayAt(now))
        .ifPresent(
            last ->
                sayAfter(last, clinic.place().zone(), clinic, clinic.slug() + "/pause/" + last));
  }

  private void sayAfter(LocalDate lastDay, ZoneId zone, Clinic clinic, String id) {
    tasks.cancel(TYPE, id);
    tasks.schedule(
        TYPE, id, new Watch(clinic.slug()), lastDay.plusDays(1).atStartOfDay(zone).toInstant());
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
