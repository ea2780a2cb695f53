package health.sojourn.provider.leadinbox;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** What a clinic did with a lead, said in the transaction that did it. */
@ApplicationScoped
class LeadAnswers {
  static final Contract VIEWED = of("lead-viewed");
  static final Contract ACCEPTED = of("lead-accepted");
  static final Contract DECLINED = of("lead-declined");

  @Inject Outbox outbox;

  record Answer(UUID leadId, String clinic, Instant at) {}

  record Decline(UUID leadId, String clinic, Instant at, DeclineReason reason) {}

  void viewed(InboxLead lead) {
    outbox.append(VIEWED, key(lead), new Answer(lead.id(), lead.clinic(), lead.viewedAt()));
  }

  void accepted(InboxLead lead) {
    outbox.append(ACCEPTED, key(lead), new Answer(lead.id(), lead.clinic(), lead.answeredAt()));
  }

  void declined(InboxLead lead) {
    outbox.append(
        DECLINED,
        key(lead),
        new Decline(lead.id(), lead.clinic(), lead.answeredAt(), lead.declineReason()));
  }

  private static String key(InboxLead lead) {
    return lead.id().toString();
  }

  private static Contract of(String event) {
    return Contract.v1("provider.answers", "provider", event);
  }
}
