package health.sojourn.provider.leadinbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.testing.Contracts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadContractsTest {
  private static final UUID LEAD = UUID.fromString("019ab000-0000-7000-8000-000000000002");
  private static final Instant AT = Instant.parse("2026-11-20T15:00:00Z");

  @Test
  void whatAClinicDoesIsTheCommittedExample() {
    var answer = new LeadAnswers.Answer(LEAD, "demo-bogota", AT);
    Contracts.assertEqualsExample("provider/lead-viewed", answer);
    Contracts.assertEqualsExample("provider/lead-accepted", answer);
    Contracts.assertEqualsExample(
        "provider/lead-declined",
        new LeadAnswers.Decline(LEAD, "demo-bogota", AT, DeclineReason.OUTSIDE_CRITERIA));
    Contracts.assertEqualsExample(
        "provider/lead-asked",
        new LeadAnswers.Asked(
            LEAD, "demo-bogota", AT, UUID.fromString("019ab000-0000-7000-8000-000000000005")));
    Contracts.assertEqualsExample(
        "provider/treatment-reported",
        new LeadAnswers.Reported(
            LEAD,
            "demo-bogota",
            AT,
            Outcome.CANCELLED,
            CancelReason.PATIENT_CANCELLED,
            LocalDate.of(2027, 2, 11)));
  }

  @Test
  void anOfferIsRead() {
    InboxLead lead = InboxLeadTest.offered();
    assertThat(lead.id()).isEqualTo(LEAD);
    assertThat(lead.clinic()).isEqualTo("demo-bogota");
    assertThat(lead.answerBy()).isEqualTo("2026-11-24T22:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lead-expired", "lead-withdrawn", "lead-chosen", "lead-lost", "lead-closed"})
  void whatTheOwnerSaysIsRead(String event) {
    var moved = Contracts.example("inquiry/" + event, LeadEvents.Moved.class);
    assertThat(moved.leadId()).isEqualTo(LEAD);
    assertThat(moved.at()).isNotNull();
  }
}
