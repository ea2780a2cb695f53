package health.sojourn.provider.leadinbox;

import health.sojourn.messaging.Contract;
import health.sojourn.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a clinic did with a lead, said in the transaction that did it. */
@ApplicationScoped
class LeadAnswers {
  static final Contract VIEWED = of("lead-viewed");
  static final Contract ACCEPTED = of("lead-accepted");
  static final Contract DECLINED = of("lead-declined");
  static final Contract ASKED = of("lead-asked");
  static final Contract REPORTED = of("treatment-reported");

  @Inject Outbox outbox;

  record Answer(UUID leadId, String clinic, Instant at) {}

  record Decline(UUID leadId, String clinic, Instant at, DeclineReason reason) {}

  record Asked(UUID leadId, String clinic, Instant at, UUID questionId) {}

  /**
   * @param reason null when treated, and then absent
   */
  record Reported(
      UUID leadId,
      String clinic,
      Instant at,
      Outcome outcome,
      CancelReason reason,
      LocalDate day) {}

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

  void asked(InboxLead lead, UUID question, Instant at) {
    outbox.append(ASKED, key(lead), new Asked(lead.id(), lead.clinic(), at, question));
  }

  void reported(InboxLead lead) {
    outbox.append(
        REPORTED,
        key(lead),
        new Reported(
            lead.id(),
            lead.clinic(),
            lead.reportedAt(),
            lead.outcome(),
            lead.outcomeReason(),
            lead.outcomeDay()));
  }

  private static String key(InboxLead lead) {
    return lead.id().toString();
  }

  private static Contract of(String event) {
    return Contract.v1("provider.answers", "provider", event);
  }
}
