package health.sojourn.inquiry.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import health.sojourn.http.Problem;
import health.sojourn.inquiry.directory.Clinic;
import health.sojourn.inquiry.lead.LeadEvent.EventType;
import health.sojourn.inquiry.lead.LeadEvent.LeadClosed;
import health.sojourn.inquiry.lead.LeadEvent.Reason;
import health.sojourn.testing.Contracts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeadTest {
  private static final UUID INQUIRY = UUID.fromString("019ab000-0000-7000-8000-000000000001");
  private static final UUID LEAD = UUID.fromString("019ab000-0000-7000-8000-000000000002");
  private static final UUID DECISION = UUID.fromString("019ab000-0000-7000-8000-000000000003");
  private static final Instant LATER = Instant.parse("2026-11-24T22:05:00Z");

  /** How a lead comes into each state. */
  private static final Map<LeadStatus, List<LeadStatus>> WAYS =
      Map.of(
          LeadStatus.OFFERED, List.of(),
          LeadStatus.VIEWED, List.of(LeadStatus.VIEWED),
          LeadStatus.ACCEPTED, List.of(LeadStatus.ACCEPTED),
          LeadStatus.QUOTED, List.of(LeadStatus.ACCEPTED, LeadStatus.QUOTED),
          LeadStatus.CHOSEN, List.of(LeadStatus.ACCEPTED, LeadStatus.QUOTED, LeadStatus.CHOSEN),
          LeadStatus.DECLINED, List.of(LeadStatus.DECLINED),
          LeadStatus.EXPIRED, List.of(LeadStatus.EXPIRED),
          LeadStatus.WITHDRAWN, List.of(LeadStatus.WITHDRAWN),
          LeadStatus.LOST, List.of(LeadStatus.LOST));

  /** The whole machine once more, as a reader would draw it. */
  private static final String MACHINE =
      """
      OFFERED   -> VIEWED ACCEPTED DECLINED EXPIRED WITHDRAWN LOST
      VIEWED    -> ACCEPTED DECLINED EXPIRED WITHDRAWN LOST
      ACCEPTED  -> QUOTED WITHDRAWN LOST
      QUOTED    -> CHOSEN WITHDRAWN LOST
      CHOSEN    -> WITHDRAWN
      """;

  private static Lead lead() {
    return new Lead(
        LEAD,
        INQUIRY,
        "SJ-7K2M-9QRT",
        "demo-bogota",
        DECISION,
        Instant.parse("2026-11-20T09:00:00Z"),
        Instant.parse("2026-11-24T22:00:00Z"));
  }

  private static Lead leadIn(LeadStatus status) {
    Lead lead = lead();
    WAYS.get(status).forEach(next -> step(lead, next));
    return lead;
  }

  private static LeadEvent step(Lead lead, LeadStatus next) {
    return switch (next) {
      case OFFERED -> throw new IllegalArgumentException("A lead begins there");
      case VIEWED -> lead.view(LATER);
      case ACCEPTED -> lead.accept(LATER);
      case QUOTED -> lead.quote(LATER);
      case CHOSEN -> lead.choose(LATER);
      case DECLINED -> lead.decline("OUTSIDE_CRITERIA", LATER);
      case EXPIRED -> lead.expire(LATER);
      case WITHDRAWN -> lead.withdraw(Reason.CONSENT_WITHDRAWN, LATER);
      case LOST -> lead.lose(Reason.OTHER_CLINIC_CHOSEN, LATER);
    };
  }

  static Stream<Arguments> everyStep() {
    return Stream.of(LeadStatus.values())
        .flatMap(
            from ->
                Stream.of(LeadStatus.values())
                    .filter(to -> to != LeadStatus.OFFERED)
                    .map(to -> arguments(from, to)));
  }

  private static boolean drawn(LeadStatus from, LeadStatus to) {
    return MACHINE
        .lines()
        .filter(line -> line.startsWith(from.name()))
        .anyMatch(line -> List.of(line.split("\\W+")).indexOf(to.name()) > 0);
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("everyStep")
  void movesAlongItsEdgesAndNowhereElse(LeadStatus from, LeadStatus to) {
    Lead lead = leadIn(from);
    assertEquals(drawn(from, to), from.edgeTo(to).isPresent());
    if (drawn(from, to)) {
      LeadEvent event = step(lead, to);
      assertEquals(Optional.of(event.type()), from.edgeTo(to));
      assertEquals(to, lead.status());
    } else {
      Problem refused = assertThrows(Problem.class, () -> step(lead, to));
      assertEquals(409, refused.status());
      assertEquals("lead-state", refused.code());
      assertEquals(from, lead.status());
    }
  }

  @Nested
  class OnKafka {
    @Test
    void eachEventIsTheCommittedExample() {
      Contracts.assertEqualsExample(
          "inquiry/lead-offered", lead().offered("allogeneic-msc-knee", "DE", "de"));
      Contracts.assertEqualsExample("inquiry/lead-expired", lead().expire(LATER));
      Contracts.assertEqualsExample(
          "inquiry/lead-withdrawn", lead().withdraw(Reason.CONSENT_WITHDRAWN, LATER));
      Contracts.assertEqualsExample(
          "inquiry/lead-lost", lead().lose(Reason.OTHER_CLINIC_CHOSEN, LATER));
      Contracts.assertEqualsExample("inquiry/lead-chosen", leadIn(LeadStatus.QUOTED).choose(LATER));
      Contracts.assertEqualsExample(
          "inquiry/lead-closed", leadIn(LeadStatus.EXPIRED).answeredAfterItsEnd(LATER));
    }

    @Test
    void whatTheClinicSaidIsNotSaidAgain() {
      assertEquals(
          List.of(EventType.VIEWED, EventType.ACCEPTED, EventType.DECLINED, EventType.QUOTED),
          Stream.of(EventType.values()).filter(type -> type.contract().isEmpty()).toList());
    }

    @Test
    void theClinicsExamplesAreUnderstood() {
      var declined = Contracts.example("provider/lead-declined", ClinicAnswerHandlers.Answer.class);
      assertEquals(LEAD, declined.leadId());
      assertEquals("OUTSIDE_CRITERIA", declined.reason());
      for (String other : List.of("lead-viewed", "lead-accepted", "lead-asked")) {
        var answer = Contracts.example("provider/" + other, ClinicAnswerHandlers.Answer.class);
        assertEquals("demo-bogota", answer.clinic());
        assertEquals(Instant.parse("2026-11-20T15:00:00Z"), answer.at());
      }
      Clinic clinic = Contracts.example("provider/clinic-changed", Clinic.class);
      assertEquals(10, clinic.capacity().openLeads());
      assertEquals(List.of(1, 2, 3), clinic.offers().get(0).inclusion().kellgrenLawrence());
    }
  }

  @Test
  void aLateYesIsToldWhyItCountsNoMore() {
    assertEquals(
        List.of(
            Reason.ANSWERED_TOO_LATE,
            Reason.ANSWERED_TOO_LATE,
            Reason.WITHDRAWN,
            Reason.OTHER_CLINIC_CHOSEN),
        Stream.of(LeadStatus.EXPIRED, LeadStatus.DECLINED, LeadStatus.WITHDRAWN, LeadStatus.LOST)
            .map(status -> leadIn(status).answeredAfterItsEnd(LATER))
            .map(LeadClosed::reason)
            .toList());
  }
}
