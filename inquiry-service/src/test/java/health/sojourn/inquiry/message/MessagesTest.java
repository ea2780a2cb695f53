package health.sojourn.inquiry.message;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.inquiry.intake.Eventually;
import health.sojourn.inquiry.lead.LeadMoves;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.inquiry.routing.Placed;
import health.sojourn.inquiry.tracking.Visits;
import health.sojourn.testing.Tokens;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessagesTest {
  private static final String QUESTION = "Can you send the date of the last X-ray?";

  @Inject Market market;
  @Inject Placed placed;
  @Inject LeadMoves moves;
  @Inject Messages messages;
  @Inject Visits visits;
  @Inject AuditLog audit;
  @Inject MockMailbox mailbox;

  private UUID inquiry;
  private UUID lead;

  @BeforeEach
  void aLead() {
    inquiry = placed.acceptedBy("a", "b");
    lead = placed.leadAt(inquiry, "a");
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Nested
  class AClinicsWords {
    @Test
    void areKeptOnceUnderTheirId() {
      UUID id = UUID.randomUUID();
      put("a", id, QUESTION).statusCode(201);
      put("a", id, QUESTION).statusCode(200);
      put("a", id, "Something else").statusCode(409).body("code", equalTo("message-differs"));
      asClinic("a").body("items.text", contains(QUESTION)).body("items.released", contains(false));
    }

    @Test
    void reachThePatientWhenTheyAreReleased() {
      UUID id = UUID.randomUUID();
      put("a", id, QUESTION).statusCode(201);
      asPatient().body("items", empty());
      int before = mailbox.getMailsSentTo(address()).size();
      for (int click = 0; click < 2; click++) {
        messages.release(inquiry, id, Actor.facilitator("demo-facilitator"));
      }
      asPatient()
          .body("items.text", contains(QUESTION))
          .body("items.from", contains("CLINIC"))
          .body("items.clinic", contains("Clinic a"));
      Eventually.holds(() -> subjects(before).contains("A message about " + reference()));
      assertEquals(1, subjects(before).stream().filter(it -> it.startsWith("A message")).count());
      Mail mail =
          mailbox.getMailsSentTo(address()).stream()
              .filter(it -> it.getSubject().startsWith("A message"))
              .findFirst()
              .orElseThrow();
      assertTrue(!mail.getText().contains("X-ray") && !mail.getHtml().contains("X-ray"));
      asClinic("a").body("items.released", contains(true));
    }

    @Test
    void areNotForOtherClinicsAndOtherRoles() {
      put("a", UUID.randomUUID(), QUESTION).statusCode(201);
      asClinic("b").body("items", empty());
      read(Tokens.clinic("b"), lead).statusCode(404).body("code", equalTo("lead-unknown"));
      read(Tokens.facilitator(), lead).statusCode(403);
      given().get("/internal/v1/leads/{id}/messages", lead).then().statusCode(401);
      given()
          .auth()
          .oauth2(Tokens.clinic("b"))
          .contentType(ContentType.JSON)
          .body(Map.of("text", "Hello", "kind", "MESSAGE"))
          .put("/internal/v1/leads/{id}/messages/{message}", lead, UUID.randomUUID())
          .then()
          .statusCode(404);
    }

    @Test
    void areChecked() {
      put("a", UUID.randomUUID(), "  ").statusCode(422).body("errors.pointer", contains("/text"));
      put("a", UUID.randomUUID(), "x".repeat(4001))
          .statusCode(422)
          .body("errors.code", contains("too-long"));
      put("a", UUID.randomUUID(), "x".repeat(4000)).statusCode(201);
    }

    @Test
    void endWithTheLead() {
      UUID open = placed.at("d");
      UUID offered = placed.leadAt(open, "d");
      moves.declines(offered, "NO_CAPACITY");
      read(Tokens.clinic("d"), offered).statusCode(410);
    }
  }

  @Nested
  class APatientsWords {
    @Test
    void reachTheClinicWhenTheyAreReleased() {
      UUID id = UUID.fromString(send(lead, "In March.", null).statusCode(201).extract().path("id"));
      asClinic("a").body("items", empty());
      asPatient().body("items.text", contains("In March.")).body("items.released", contains(false));
      messages.release(inquiry, id, Actor.facilitator("demo-facilitator"));
      asClinic("a")
          .body("items.text", contains("In March."))
          .body("items.from", contains("PATIENT"));
      AuditLog.Row last = QuarkusTransaction.requiringNew().call(() -> audit.of(inquiry).get(0));
      assertEquals(AuditLog.Act.READ_MESSAGES, last.act());
      assertEquals(Actor.clinic("a"), last.actor());
      asClinic("b").body("items", empty());
    }

    @Test
    void thatWereKeptBackStayWithTheFacilitator() {
      UUID id = UUID.fromString(send(lead, "Call +49 171 1", null).extract().path("id"));
      messages.keepBack(inquiry, id, Actor.facilitator("demo-facilitator"));
      asClinic("a").body("items", empty());
      messages.release(inquiry, id, Actor.facilitator("demo-facilitator"));
      asClinic("a").body("items.text", contains("Call +49 171 1"));
    }

    @Test
    void areSentOnceWithOneKey() {
      String key = UUID.randomUUID().toString();
      String first = send(lead, "In March.", key).statusCode(201).extract().path("id");
      send(lead, "In March.", key).statusCode(201).body("id", equalTo(first));
      send(lead, "In April.", key).statusCode(409);
      asPatient().body("items.text", contains("In March."));
    }

    @Test
    void needSomebodyToWriteTo() {
      send(null, "Hello", null).statusCode(422).body("errors.pointer", contains("/leadId"));
      send(lead, " ", null).statusCode(422).body("errors.pointer", contains("/text"));
      send(UUID.randomUUID(), "Hello", null).statusCode(404);
      UUID other = placed.acceptedBy("d");
      send(placed.leadAt(other, "d"), "Hello", null)
          .statusCode(404)
          .body("code", equalTo("lead-unknown"));
    }

    @Test
    void areRefusedOnceTheClinicNoLongerHasTheInquiry() {
      inquiry = placed.at("d");
      lead = placed.leadAt(inquiry, "d");
      moves.declines(lead, "NO_CAPACITY");
      send(lead, "Hello", null).statusCode(409).body("code", equalTo("lead-over"));
    }

    @Test
    void needNoNameWhereThereIsOnlyOneClinic() {
      inquiry = placed.acceptedBy("d");
      lead = placed.leadAt(inquiry, "d");
      send(null, "Hello", null).statusCode(201).body("leadId", equalTo(lead.toString()));
    }
  }

  @Test
  void whatAFacilitatorWritesBothRead() {
    messages.put(
        inquiry,
        lead,
        UUID.randomUUID(),
        Actor.facilitator("demo-facilitator"),
        Message.Kind.MESSAGE,
        "I called; all is well.");
    asPatient().body("items.from", contains("FACILITATOR"));
    asClinic("a").body("items.text", contains("I called; all is well."));
  }

  private ValidatableResponse put(String clinic, UUID id, String text) {
    return given()
        .auth()
        .oauth2(Tokens.clinic(clinic))
        .contentType(ContentType.JSON)
        .body(Map.of("text", text, "kind", "QUESTION"))
        .put("/internal/v1/leads/{id}/messages/{message}", placed.leadAt(inquiry, clinic), id)
        .then();
  }

  private ValidatableResponse send(UUID lead, String text, String key) {
    var request =
        visits
            .of(inquiry)
            .contentType(ContentType.JSON)
            .body(lead == null ? Map.of("text", text) : Map.of("text", text, "leadId", lead));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post("/api/v1/tracking/{reference}/messages", reference()).then();
  }

  private ValidatableResponse asPatient() {
    return visits
        .of(inquiry)
        .get("/api/v1/tracking/{reference}/messages", reference())
        .then()
        .statusCode(200);
  }

  private ValidatableResponse asClinic(String clinic) {
    return read(Tokens.clinic(clinic), placed.leadAt(inquiry, clinic)).statusCode(200);
  }

  private static ValidatableResponse read(String token, UUID lead) {
    return given().auth().oauth2(token).get("/internal/v1/leads/{id}/messages", lead).then();
  }

  private String reference() {
    return placed.reference(inquiry);
  }

  private String address() {
    return placed.address(inquiry);
  }

  private List<String> subjects(int before) {
    return mailbox.getMailsSentTo(address()).stream().skip(before).map(Mail::getSubject).toList();
  }
}
