package health.sojourn.provider.leadinbox;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Envelope;
import health.sojourn.messaging.EventHandler;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** A new lead is in the inbox, and its clinic will have mail. */
@ApplicationScoped
class LeadOfferedHandler implements EventHandler<LeadEvents.Offered> {
  @Inject EntityManager entities;
  @Inject Tasks tasks;
  @Inject Clock clock;

  @Override
  public Contract contract() {
    return LeadEvents.OFFERED;
  }

  @Override
  public Class<LeadEvents.Offered> payload() {
    return LeadEvents.Offered.class;
  }

  @Override
  public void handle(LeadEvents.Offered event, Envelope envelope) {
    entities.persist(InboxLead.offered(event));
    // A clinic unknown here is the event's own fault and shows up with it, not at the commit.
    entities.flush();
    tasks.schedule(
        NewLeadMail.TYPE,
        event.leadId().toString(),
        new LeadMail.Data(event.leadId()),
        clock.instant());
  }
}
