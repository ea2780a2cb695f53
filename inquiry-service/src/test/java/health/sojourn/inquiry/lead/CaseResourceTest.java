package health.sojourn.inquiry.lead;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import health.sojourn.inquiry.consent.Consents;
import health.sojourn.inquiry.consent.Purpose;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseResourceTest {
  @Inject Market market;
  @Inject Leads leads;
  @Inject LeadMoves clinic;
  @Inject Consents consents;
  @Inject AuditLog audit;

  private UUID inquiry;
  private UUID lead;

  @BeforeEach
  void aLead() {
    market.clear();
    market.clinic("a");
    inquiry = market.inquiry();
    await()
        .atMost(10, SECONDS)
        .until(() -> QuarkusTransaction.requiringNew().call(() -> !leads.of(inquiry).isEmpty()));
    lead = QuarkusTransaction.requiringNew().call(() -> leads.of(inquiry).get(0).id());
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Test
  void showsTheClinicWhatItNeedsAndNoMore() {
    ValidatableResponse answer =
        read(Tokens.clinic("a"))
            .statusCode(200)
            .body("leadId", equalTo(lead.toString()))
            .body("status", equalTo("OFFERED"))
            .body("ageBand", equalTo("60-69"))
            .body("bmiBand", equalTo("25-29.9"))
            .body("kellgrenLawrence", equalTo(2))
            .body("budget.amount", equalTo("8000.00"));
    JsonPath json = answer.extract().jsonPath();
    assertEquals(
        new TreeSet<>(
            Set.of(
                "leadId",
                "reference",
                "therapy",
                "status",
                "country",
                "language",
                "languages",
                "ageBand",
                "bmiBand",
                "joint",
                "side",
                "kellgrenLawrence",
                "painNow",
                "sinceYear",
                "treatmentsTried",
                "contraindications",
                "budget",
                "from",
                "answerBy")),
        new TreeSet<>(json.getMap("$").keySet()));
    String body = answer.extract().asString();
    assertFalse(body.contains("Erika") || body.contains("Beispiel"), body);
    assertFalse(body.contains("stairs") || body.contains("@example.org"), body);
  }

  @Test
  void writesDownWhoReadIt() {
    read(Tokens.clinic("a")).statusCode(200);
    AuditLog.Row last = QuarkusTransaction.requiringNew().call(() -> audit.of(inquiry).get(0));
    assertEquals(Actor.clinic("a"), last.actor());
    assertEquals(AuditLog.Act.READ_CASE, last.act());
  }

  @Test
  void doesNotExistForAnybodyElse() {
    read(Tokens.clinic("b")).statusCode(404).body("code", equalTo("lead-unknown"));
    read(Tokens.facilitator()).statusCode(403);
    given().get("/internal/v1/leads/{id}/case", lead).then().statusCode(401);
    lead = UUID.randomUUID();
    read(Tokens.clinic("a")).statusCode(404);
  }

  @Test
  void staysOpenWhileTheClinicHasIt() {
    clinic.accepts(lead);
    read(Tokens.clinic("a")).statusCode(200).body("status", equalTo("ACCEPTED"));
  }

  @Test
  void closesWhenTheLeadEnds() {
    clinic.declines(lead, "NO_CAPACITY");
    read(Tokens.clinic("a")).statusCode(410).body("code", equalTo("lead-ended"));
  }

  @Test
  void closesWhenThePatientSaysNo() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                consents.withdraw(inquiry, Purpose.SHARE_HEALTH_DATA_WITH_CLINICS, Instant.now()));
    read(Tokens.clinic("a")).statusCode(409).body("code", equalTo("consent-withdrawn"));
  }

  private ValidatableResponse read(String token) {
    return given().auth().oauth2(token).get("/internal/v1/leads/{id}/case", lead).then();
  }
}
