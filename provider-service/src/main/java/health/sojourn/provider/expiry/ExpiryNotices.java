package health.sojourn.provider.expiry;

import health.sojourn.defaults.Ids;
import health.sojourn.tasks.RecurringTask;
import health.sojourn.tasks.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells clinics what ends within 30 days, once for each fact and last day. Facilitators see the
 * same on a page of their own. It asks the facts themselves, so that none is missed whichever way
 * it came in.
 */
@ApplicationScoped
class ExpiryNotices implements RecurringTask {
  @Inject EntityManager entities;
  @Inject Tasks tasks;
  @Inject Clock clock;
  @Inject Ids ids;

  @Override
  public String name() {
    return "announce-expiring-facts";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    QuarkusTransaction.requiringNew().run(this::announce);
  }

  private void announce() {
    LocalDate today = LocalDate.now(clock);
    List<?> rows =
        entities
            .createNativeQuery(
                """
                insert into expiry_notice (clinic_slug, therapy, name, valid_to, told_at)
                select d.clinic_slug, d.therapy, d.name, d.valid_to, :now from (%s) d
                where d.valid_to between :today and :until
                on conflict do nothing
                returning clinic_slug, therapy, name, valid_to
                """
                    .formatted(ExpiringFacts.DATED),
                Tuple.class)
            .setParameter("now", clock.instant())
            .setParameter("today", today)
            .setParameter("until", today.plusDays(ExpiringFacts.NOTICE_DAYS))
            .getResultList();
    rows.stream()
        .map(Tuple.class::cast)
        .collect(Collectors.groupingBy(it -> it.get("clinic_slug", String.class)))
        .forEach(
            (clinic, ending) ->
                tasks.schedule(
                    ExpiryMail.TYPE,
                    ids.next().toString(),
                    new ExpiryMail.Data(clinic, ending.stream().map(ExpiryNotices::line).toList()),
                    clock.instant()));
  }

  private static ExpiryMail.Line line(Tuple row) {
    return new ExpiryMail.Line(
        row.get("therapy", String.class),
        row.get("name", String.class),
        row.get("valid_to", LocalDate.class));
  }
}
