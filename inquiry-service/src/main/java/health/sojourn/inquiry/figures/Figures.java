package health.sojourn.inquiry.figures;

import health.sojourn.defaults.RecentReading;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.lead.LeadStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** How the work stands, for whoever watches the installation; no number is about one person. */
@Singleton
class Figures {
  private static final String INQUIRIES =
      "select lower(status), count(*) from inquiry group by status";

  private static final List<String> AGES = List.of("<8h", "<1d", "<2d", "older");
  private static final String OPEN_LEADS =
      """
      select lower(status) || '/' ||
        case when offered_at > now() - interval '8 hours' then '<8h'
             when offered_at > now() - interval '1 day' then '<1d'
             when offered_at > now() - interval '2 days' then '<2d'
             else 'older' end,
        count(*)
      from lead where status in ('OFFERED', 'VIEWED')
      group by 1
      """;

  private static final List<String> CLOCK_STATES = List.of("running", "warned", "breached");
  private static final String CLOCKS =
      """
      select case when breached_at is not null then 'breached'
                  when warned_at is not null then 'warned'
                  else 'running' end,
        count(*)
      from clock where stopped_at is null
      group by 1
      """;

  private final MeterRegistry meters;
  private final RecentReading<Map<String, Long>> inquiries;
  private final RecentReading<Map<String, Long>> openLeads;
  private final RecentReading<Map<String, Long>> clocks;

  Figures(MeterRegistry meters, DataSource database) {
    this.meters = meters;
    this.inquiries = RecentReading.counts(database, INQUIRIES);
    this.openLeads = RecentReading.counts(database, OPEN_LEADS);
    this.clocks = RecentReading.counts(database, CLOCKS);
  }

  void register(@Observes StartupEvent start) {
    for (InquiryStatus status : InquiryStatus.values()) {
      String state = label(status);
      Gauge.builder("sojourn.inquiries", () -> number(inquiries, state))
          .description("Inquiries by state")
          .baseUnit("inquiries")
          .tag("state", state)
          .register(meters);
    }
    Stream.of(LeadStatus.values())
        .filter(LeadStatus::open)
        .forEach(status -> AGES.forEach(age -> openLeads(label(status), age)));
    for (String state : CLOCK_STATES) {
      Gauge.builder("sojourn.clocks", () -> number(clocks, state))
          .description("Clocks that are not stopped, by what they have said")
          .baseUnit("clocks")
          .tag("state", state)
          .register(meters);
    }
  }

  private void openLeads(String state, String age) {
    Gauge.builder("sojourn.leads.open", () -> number(openLeads, state + "/" + age))
        .description("Leads that wait for their clinic's answer, by time since they were offered")
        .baseUnit("leads")
        .tag("state", state)
        .tag("age", age)
        .register(meters);
  }

  private static double number(RecentReading<Map<String, Long>> reading, String key) {
    return reading.number(counts -> counts.getOrDefault(key, 0L));
  }

  private static String label(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
