package health.sojourn.inquiry.intake;

import static health.sojourn.inquiry.intake.InquiryStatus.ACCEPTED;
import static health.sojourn.inquiry.intake.InquiryStatus.CHOSEN;
import static health.sojourn.inquiry.intake.InquiryStatus.CLOSED;
import static health.sojourn.inquiry.intake.InquiryStatus.COMPLETED;
import static health.sojourn.inquiry.intake.InquiryStatus.QUOTED;
import static health.sojourn.inquiry.intake.InquiryStatus.RECEIVED;
import static health.sojourn.inquiry.intake.InquiryStatus.ROUTED;
import static health.sojourn.inquiry.intake.InquiryStatus.UNPLACED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.InquiryEvent.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class InquiryStatusTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  /** Where each state may go, written down a second time and by hand. */
  private static final Map<InquiryStatus, Set<InquiryStatus>> ALLOWED =
      Map.of(
          RECEIVED, Set.of(ROUTED, UNPLACED, CLOSED),
          ROUTED, Set.of(ROUTED, ACCEPTED, UNPLACED, CLOSED),
          ACCEPTED, Set.of(ROUTED, QUOTED, UNPLACED, CLOSED),
          QUOTED, Set.of(ROUTED, ACCEPTED, CHOSEN, UNPLACED, CLOSED),
          CHOSEN, Set.of(COMPLETED, CLOSED),
          COMPLETED, Set.of(CLOSED),
          UNPLACED, Set.of(ROUTED, CLOSED),
          CLOSED, Set.of());

  private static final Map<InquiryStatus, List<InquiryStatus>> WAY =
      Map.of(
          RECEIVED, List.of(),
          ROUTED, List.of(ROUTED),
          ACCEPTED, List.of(ROUTED, ACCEPTED),
          QUOTED, List.of(ROUTED, ACCEPTED, QUOTED),
          CHOSEN, List.of(ROUTED, ACCEPTED, QUOTED, CHOSEN),
          COMPLETED, List.of(ROUTED, ACCEPTED, QUOTED, CHOSEN, COMPLETED),
          UNPLACED, List.of(UNPLACED),
          CLOSED, List.of(CLOSED));

  @TestFactory
  Stream<DynamicTest> everyStateGoesWhereTheTableSaysAndNowhereElse() {
    return Stream.of(InquiryStatus.values())
        .flatMap(from -> Stream.of(InquiryStatus.values()).map(to -> step(from, to)));
  }

  private static DynamicTest step(InquiryStatus from, InquiryStatus to) {
    boolean allowed = ALLOWED.get(from).contains(to);
    return DynamicTest.dynamicTest(
        from + (allowed ? " → " : " ↛ ") + to,
        () -> {
          Inquiry inquiry = in(from);
          if (allowed) {
            EventType emitted = move(inquiry, to).type();
            assertEquals(to, inquiry.status());
            assertEquals(emitted, from.edgeTo(to).orElseThrow());
          } else {
            Problem refused = assertThrows(Problem.class, () -> move(inquiry, to));
            assertEquals(409, refused.status());
            assertEquals("inquiry-state", refused.code());
            assertEquals(from, inquiry.status());
          }
        });
  }

  private static Inquiry in(InquiryStatus state) {
    Inquiry inquiry =
        new Inquiry(
            UUID.randomUUID(),
            "SJ-7K2M-9QRT",
            UUID.randomUUID(),
            "allogeneic-msc-knee",
            "DE",
            "de",
            1961,
            Channel.FORM,
            null,
            NOW);
    WAY.get(state).forEach(next -> move(inquiry, next));
    return inquiry;
  }

  private static InquiryEvent move(Inquiry inquiry, InquiryStatus to) {
    UUID decision = UUID.randomUUID();
    return switch (to) {
      case RECEIVED -> throw Problem.conflict("inquiry-state", "Nothing becomes new again.");
      case ROUTED -> inquiry.route(decision, RoutingMode.AUTO, List.of("demo-bogota"), NOW);
      case ACCEPTED -> inquiry.accept("demo-bogota", NOW);
      case QUOTED -> inquiry.quote("demo-bogota", NOW);
      case CHOSEN -> inquiry.choose("demo-bogota", NOW);
      case COMPLETED -> inquiry.complete(NOW);
      case UNPLACED -> inquiry.leaveUnplaced(decision, List.of("CAPACITY"), NOW);
      case CLOSED -> inquiry.close(CloseReason.WITHDRAWN, NOW);
    };
  }
}
