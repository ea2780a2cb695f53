package health.sojourn.inquiry.treatment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.lead.LeadStatus;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.quote.Choice.Wish;
import health.sojourn.inquiry.quote.Choosing;
import health.sojourn.inquiry.quote.QuoteMoves;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.inquiry.routing.Placed;
import health.sojourn.inquiry.routing.Topic;
import health.sojourn.inquiry.tracking.Visits;
import health.sojourn.testing.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TreatmentsTest {
  @Inject Market market;
  @Inject Placed placed;
  @Inject QuoteMoves quotes;
  @Inject Choosing choosing;
  @Inject ReportMoves clinic;
  @Inject Visits visits;

  private UUID inquiry;
  private UUID lead;

  @BeforeEach
  void aChosenClinic() {
    inquiry = placed.acceptedBy("a", "b");
    lead = placed.leadAt(inquiry, "a");
    QuoteMoves.Made made = quotes.quotes(lead, "6400.00");
    choosing.choose(inquiry, new Wish(lead, made.id(), 1, null), Actor.PATIENT);
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Test
  void areCompletedWhenThePatientConfirms() {
    Topic.answer(
        "treatment-reported", lead, "a", Map.of("outcome", "TREATED", "day", "2027-02-11"));
    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> view().body("report.outcome", equalTo("TREATED")));
    assertEquals(InquiryStatus.CHOSEN, placed.status(inquiry), "one side's word is not enough");
    for (int click = 0; click < 2; click++) {
      confirm("?outcome=TREATED").statusCode(204);
    }
    assertEquals(InquiryStatus.COMPLETED, placed.status(inquiry));
    assertEquals(LeadStatus.CHOSEN, placed.lead(inquiry, "a").status());
    Contracts.assertFits(
        "inquiry/inquiry-completed",
        Topic.read("inquiry.inquiries", inquiry.toString(), "inquiry-completed").toString());
    view().body("status", equalTo("COMPLETED")).body("report.confirmed", equalTo(true));
  }

  @Test
  void areClosedWhenACancellationIsConfirmed() {
    clinic.reports(lead, "CANCELLED", "PATIENT_CANCELLED");
    assertEquals(InquiryStatus.CHOSEN, placed.status(inquiry));
    confirm("").statusCode(204);
    assertEquals(InquiryStatus.CLOSED, placed.status(inquiry));
    JsonNode closed = Topic.read("inquiry.inquiries", inquiry.toString(), "inquiry-closed");
    assertEquals("CANCELLED", closed.get("reason").asText());
    assertEquals(LeadStatus.WITHDRAWN, placed.lead(inquiry, "a").status());
  }

  @Test
  void areNotConfirmedAgainstWhatWasRead() {
    clinic.reports(lead, "TREATED", null);
    clinic.reports(lead, "CANCELLED", "OTHER");
    confirm("?outcome=TREATED").statusCode(409).body("code", equalTo("report-changed"));
    assertEquals(InquiryStatus.CHOSEN, placed.status(inquiry));
  }

  @Test
  void areNotConfirmedBeforeTheClinicSaysSo() {
    confirm("").statusCode(409).body("code", equalTo("nothing-reported"));
  }

  @Test
  void areIgnoredFromClinicsThatWereNotChosenAndInWordsNobodyKnows() {
    UUID other = placed.leadAt(inquiry, "b");
    clinic.reports(other, "TREATED", null);
    JsonNode closed = Topic.read("inquiry.leads", other.toString(), "lead-closed");
    assertEquals("OTHER_CLINIC_CHOSEN", closed.get("reason").asText());
    clinic.reports(lead, "POSTPONED", null);
    view().body("report", nullValue());
  }

  @Test
  void theClinicsExampleIsUnderstood() {
    var reported = Contracts.example("provider/treatment-reported", Treatments.Reported.class);
    assertEquals("CANCELLED", reported.outcome());
    assertEquals("PATIENT_CANCELLED", reported.reason());
    assertEquals("2027-02-11", reported.day().toString());
  }

  private ValidatableResponse confirm(String query) {
    return visits
        .of(inquiry)
        .post("/api/v1/tracking/{reference}/confirmation" + query, placed.reference(inquiry))
        .then();
  }

  private ValidatableResponse view() {
    return visits
        .of(inquiry)
        .get("/api/v1/tracking/{reference}", placed.reference(inquiry))
        .then()
        .statusCode(200);
  }
}
