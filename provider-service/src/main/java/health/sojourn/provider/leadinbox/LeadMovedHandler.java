package health.sojourn.provider.leadinbox;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Envelope;
import health.sojourn.messaging.EventHandler;
import health.sojourn.provider.leadinbox.InboxStatus.Step;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;

/** What the owner of leads says about one that the clinic has. One bean for each event below. */
abstract class LeadMovedHandler implements EventHandler<LeadEvents.Moved> {
  private final Contract contract;
  private final Step step;

  @Inject EntityManager entities;
  @Inject Tasks tasks;
  @Inject Clock clock;

  LeadMovedHandler(Contract contract, Step step) {
    this.contract = contract;
    this.step = step;
  }

  @Override
  public Contract contract() {
    return contract;
  }

  @Override
  public Class<LeadEvents.Moved> payload() {
    return LeadEvents.Moved.class;
  }

  @Override
  public void handle(LeadEvents.Moved event, Envelope envelope) {
    InboxLead lead = entities.find(InboxLead.class, event.leadId(), LockModeType.PESSIMISTIC_WRITE);
    if (lead == null) {
      throw new IllegalStateException("Lead " + event.leadId() + " was never offered here");
    }
    lead.told(step, event.at(), event.reason());
  }

  @ApplicationScoped
  static class Expired extends LeadMovedHandler {
    Expired() {
      super(LeadEvents.EXPIRED, Step.EXPIRE);
    }
  }

  @ApplicationScoped
  static class Withdrawn extends LeadMovedHandler {
    Withdrawn() {
      super(LeadEvents.WITHDRAWN, Step.WITHDRAW);
    }
  }

  @ApplicationScoped
  static class Chosen extends LeadMovedHandler {
    Chosen() {
      super(LeadEvents.CHOSEN, Step.CHOOSE);
    }

    @Override
    public void handle(LeadEvents.Moved event, Envelope envelope) {
      super.handle(event, envelope);
      tasks.schedule(
          ChosenMail.TYPE,
          event.leadId().toString(),
          new LeadMail.Data(event.leadId()),
          clock.instant());
    }
  }

  @ApplicationScoped
  static class Lost extends LeadMovedHandler {
    Lost() {
      super(LeadEvents.LOST, Step.LOSE);
    }
  }

  @ApplicationScoped
  static class Closed extends LeadMovedHandler {
    Closed() {
      super(LeadEvents.CLOSED, Step.CLOSE);
    }
  }
}
