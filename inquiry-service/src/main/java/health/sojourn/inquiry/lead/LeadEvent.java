package health.sojourn.inquiry.lead;

import health.sojourn.messaging.Contract;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What happened to a lead: ids, country, language, states and codes, nothing a person typed. */
public sealed interface LeadEvent {

  UUID leadId();

  UUID inquiryId();

  String clinic();

  EventType type();

  /** When it happened. */
  Instant at();

  /** Every kind of event a lead can cause. */
  enum EventType {
    OFFERED("lead-offered"),
    VIEWED("lead-viewed"),
    ACCEPTED("lead-accepted"),
    DECLINED("lead-declined"),
    QUOTED("lead-quoted"),
    CHOSEN("lead-chosen"),
    EXPIRED("lead-expired"),
    WITHDRAWN("lead-withdrawn"),
    LOST("lead-lost"),
    CLOSED("lead-closed");

    private final String said;

    EventType(String said) {
      this.said = said;
    }

    /** Its name in the history. */
    public String said() {
      return said;
    }

    /**
     * The name under which it leaves the service; none for what the clinic itself said, because
     * that is already on {@code provider.answers}.
     */
    public Optional<Contract> contract() {
      return switch (this) {
        case OFFERED, CHOSEN, EXPIRED, WITHDRAWN, LOST, CLOSED ->
            Optional.of(Contract.v1("inquiry.leads", "inquiry", said));
        case VIEWED, ACCEPTED, DECLINED, QUOTED -> Optional.empty();
      };
    }
  }

  /** Why we took a lead back or ended it. */
  enum Reason {
    REROUTED,
    WITHDRAWN,
    CONSENT_WITHDRAWN,
    INQUIRY_CLOSED,
    OTHER_CLINIC_CHOSEN,
    ANSWERED_TOO_LATE
  }

  record LeadOffered(
      UUID leadId,
      UUID inquiryId,
      String reference,
      String clinic,
      String therapy,
      String country,
      String language,
      Instant offeredAt,
      Instant answerBy)
      implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.OFFERED;
    }

    @Override
    public Instant at() {
      return offeredAt;
    }
  }

  record LeadViewed(UUID leadId, UUID inquiryId, String clinic, Instant at) implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.VIEWED;
    }
  }

  record LeadAccepted(UUID leadId, UUID inquiryId, String clinic, Instant at) implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.ACCEPTED;
    }
  }

  record LeadDeclined(UUID leadId, UUID inquiryId, String clinic, Instant at, String reason)
      implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.DECLINED;
    }
  }

  record LeadQuoted(UUID leadId, UUID inquiryId, String clinic, Instant at) implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.QUOTED;
    }
  }

  record LeadChosen(UUID leadId, UUID inquiryId, String clinic, Instant at) implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.CHOSEN;
    }
  }

  record LeadExpired(UUID leadId, UUID inquiryId, String clinic, Instant at) implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.EXPIRED;
    }
  }

  record LeadWithdrawn(UUID leadId, UUID inquiryId, String clinic, Instant at, Reason reason)
      implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.WITHDRAWN;
    }
  }

  record LeadLost(UUID leadId, UUID inquiryId, String clinic, Instant at, Reason reason)
      implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.LOST;
    }
  }

  /** An answer came that can't count any more; the clinic is told why. */
  record LeadClosed(UUID leadId, UUID inquiryId, String clinic, Instant at, Reason reason)
      implements LeadEvent {
    @Override
    public EventType type() {
      return EventType.CLOSED;
    }
  }
}
