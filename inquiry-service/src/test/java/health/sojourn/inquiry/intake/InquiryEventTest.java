package health.sojourn.inquiry.intake;

import static health.sojourn.testing.Contracts.assertEqualsExample;

import health.sojourn.inquiry.intake.InquiryEvent.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InquiryEventTest {
  private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000001");
  private static final UUID DECISION = UUID.fromString("019ab000-0000-7000-8000-000000000003");
  private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant AFTERNOON = Instant.parse("2026-11-20T15:00:00Z");
  private static final String CLINIC = "demo-bogota";

  @ParameterizedTest
  @EnumSource
  void isToldAsTheContractSays(EventType type) {
    assertEqualsExample("inquiry/" + type.contract().event(), event(type));
  }

  /** The events as the aggregate makes them. */
  private static InquiryEvent event(EventType type) {
    Inquiry inquiry =
        new Inquiry(
            ID,
            "SJ-7K2M-9QRT",
            UUID.randomUUID(),
            "allogeneic-msc-knee",
            "DE",
            "de",
            1961,
            Channel.FORM,
            null,
            MORNING);
    return switch (type) {
      case RECEIVED -> inquiry.received();
      case ROUTED -> routed(inquiry);
      case UNPLACED -> inquiry.leaveUnplaced(DECISION, List.of("CAPACITY", "LEGAL_BASIS"), MORNING);
      case ACCEPTED -> accepted(inquiry);
      case QUOTED -> {
        accepted(inquiry);
        yield inquiry.quote(CLINIC, AFTERNOON);
      }
      case CHOSEN -> chosen(inquiry);
      case COMPLETED -> {
        chosen(inquiry);
        yield inquiry.complete(AFTERNOON);
      }
      case CLOSED -> inquiry.close(CloseReason.WITHDRAWN, AFTERNOON);
    };
  }

  private static InquiryEvent routed(Inquiry inquiry) {
    return inquiry.route(DECISION, RoutingMode.AUTO, List.of(CLINIC), MORNING);
  }

  private static InquiryEvent accepted(Inquiry inquiry) {
    routed(inquiry);
    return inquiry.accept(CLINIC, AFTERNOON);
  }

  private static InquiryEvent chosen(Inquiry inquiry) {
    accepted(inquiry);
    inquiry.quote(CLINIC, AFTERNOON);
    return inquiry.choose(CLINIC, AFTERNOON);
  }
}
