package health.sojourn.inquiry.treatment;

import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.lead.Leads;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What clinics report at the end, without the way over Kafka. */
@ApplicationScoped
public class ReportMoves {
  private final Treatments treatments;
  private final Leads leads;
  private final Clock clock;

  ReportMoves(Treatments treatments, Leads leads, Clock clock) {
    this.treatments = treatments;
    this.leads = leads;
    this.clock = clock;
  }

  public void reports(UUID lead, String outcome, String reason) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              String clinic = leads.find(lead).map(LeadView::of).orElseThrow().clinic();
              treatments.reported(
                  new Treatments.Reported(
                      lead,
                      clinic,
                      clock.instant(),
                      outcome,
                      reason,
                      LocalDate.parse("2027-02-11")));
            });
  }
}
