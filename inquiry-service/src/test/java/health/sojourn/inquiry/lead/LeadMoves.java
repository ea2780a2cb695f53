package health.sojourn.inquiry.lead;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** What clinics and time do to a lead, without the way over Kafka. */
@ApplicationScoped
public class LeadMoves {
  private final Leads leads;
  private final ClinicAnswers answers;
  private final ExpireLead expiry;
  private final Clock clock;

  LeadMoves(Leads leads, ClinicAnswers answers, ExpireLead expiry, Clock clock) {
    this.leads = leads;
    this.answers = answers;
    this.expiry = expiry;
    this.clock = clock;
  }

  public void accepts(UUID lead) {
    acceptsAs(lead, clinic(lead));
  }

  public void acceptsAs(UUID lead, String clinic) {
    QuarkusTransaction.requiringNew().run(() -> answers.accepted(lead, clinic, clock.instant()));
  }

  public void declines(UUID lead, String reason) {
    String clinic = clinic(lead);
    QuarkusTransaction.requiringNew()
        .run(() -> answers.declined(lead, clinic, reason, clock.instant()));
  }

  public void asks(UUID lead) {
    String clinic = clinic(lead);
    QuarkusTransaction.requiringNew().run(() -> answers.asked(lead, clinic, clock.instant()));
  }

  public void expiryRuns(UUID lead) {
    expiry.run(lead.toString(), new ExpireLead.Due(lead, 1));
  }

  private String clinic(UUID lead) {
    return QuarkusTransaction.requiringNew().call(() -> leads.find(lead).orElseThrow().clinic());
  }
}
