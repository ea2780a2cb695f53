package health.sojourn.inquiry.lead;

import health.sojourn.inquiry.clock.ClockPolicy;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Ends a lead that nobody answered in time; routing then looks for the next clinic. */
@ApplicationScoped
class ExpireLead implements TaskHandler<ExpireLead.Due> {
  static final TaskType<Due> TASK = new TaskType<>("expire-lead", Due.class);

  private final Leads leads;
  private final Clock clock;

  ExpireLead(Leads leads, Clock clock) {
    this.leads = leads;
    this.clock = clock;
  }

  /**
   * @param policy the version of the clock's policy the lead was offered under
   */
  record Due(UUID leadId, int policy) {}

  @Override
  public TaskType<Due> type() {
    return TASK;
  }

  @Override
  @Transactional
  public void run(String id, Due due) {
    Instant now = clock.instant();
    leads
        .hold(due.leadId())
        .map(Leads.Held::lead)
        .filter(lead -> lead.status().open())
        .filter(lead -> !now.isBefore(ClockPolicy.version(due.policy()).expiresAt(lead.answerBy())))
        .ifPresent(lead -> leads.publish(lead.expire(now), Actor.SYSTEM));
  }
}
