package health.sojourn.inquiry.intake;

import health.sojourn.messaging.Contract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What happened to an inquiry, as it is told to other services: ids, country, language, states and
 * codes, and nothing a person typed.
 */
public sealed interface InquiryEvent {

  UUID inquiryId();

  EventType type();

  /** The clinic it is about, or null. */
  default String clinic() {
    return null;
  }

  /** When it happened. */
  Instant at();

  /** Every kind of event an inquiry can cause. */
  enum EventType {
    RECEIVED,
    ROUTED,
    UNPLACED,
    ACCEPTED,
    QUOTED,
    CHOSEN,
    COMPLETED,
    CLOSED;

    /** The name under which this event leaves the service. */
    public Contract contract() {
      return switch (this) {
        case RECEIVED -> inquiries("inquiry-received");
        case ROUTED -> inquiries("inquiry-routed");
        case UNPLACED -> inquiries("inquiry-unplaced");
        case ACCEPTED -> inquiries("inquiry-accepted");
        case QUOTED -> inquiries("inquiry-quoted");
        case CHOSEN -> inquiries("inquiry-chosen");
        case COMPLETED -> inquiries("inquiry-completed");
        case CLOSED -> inquiries("inquiry-closed");
      };
    }

    private static Contract inquiries(String event) {
      return Contract.v1("inquiry.inquiries", "inquiry", event);
    }
  }

  record InquiryReceived(
      UUID inquiryId,
      String reference,
      String therapy,
      String country,
      String language,
      Channel channel,
      Instant receivedAt)
      implements InquiryEvent {
    @Override
    public EventType type() {
      return EventType.RECEIVED;
    }

    @Override
    public Instant at() {
      return receivedAt;
    }
  }

  record InquiryRouted(
      UUID inquiryId,
      String reference,
      UUID decisionId,
      RoutingMode mode,
      List<String> clinics,
      Instant at)
      implements InquiryEvent {
    @Override
    public EventType type() {
      return EventType.ROUTED;
    }
  }

  record InquiryUnplaced(
      UUID inquiryId, String reference, UUID decisionId, List<String> reasons, Instant at)
      implements InquiryEvent {
    @Override
    public EventType type() {
      return EventType.UNPLACED;
    }
  }

  record InquiryAccepted(UUID inquiryId, String reference, String clinic, Instant at)
      implements InquiryEvent {
    @Override
    public EventType type() {
      return EventType.ACCEPTED;
    }
  }

  record InquiryQuoted(UUID inquiryId, String reference, String clinic, Instant at)
      implements InquiryEvent {
    @Override
    public EventType type() {
      return EventType.QUOTED;
    }
  }

  record InquiryChosen(UUID inquiryId, String reference, String clinic, Instant at)
      implements InquiryEvent {
    @Override
    public EventType type() {
      return EventType.CHOSEN;
    }
  }

  record InquiryCompleted(UUID inquiryId, String reference, String clinic, Instant at)
      implements InquiryEvent {
    @Override
    public EventType type() {
      return EventType.COMPLETED;
    }
  }

  record InquiryClosed(UUID inquiryId, String reference, CloseReason reason, Instant at)
      implements InquiryEvent {
    @Override
    public EventType type() {
      return EventType.CLOSED;
    }
  }
}
