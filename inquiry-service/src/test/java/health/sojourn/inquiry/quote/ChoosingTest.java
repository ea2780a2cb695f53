package health.sojourn.inquiry.quote;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import health.sojourn.inquiry.clock.Clocks;
import health.sojourn.inquiry.clock.RunningClock.Kind;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.lead.LeadMoves;
import health.sojourn.inquiry.lead.LeadStatus;
import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.quote.QuoteMoves.Made;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.inquiry.routing.MovableClock;
import health.sojourn.inquiry.routing.Placed;
import health.sojourn.inquiry.routing.Topic;
import health.sojourn.inquiry.tracking.Visits;
import health.sojourn.testing.Contracts;
import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChoosingTest {
  @Inject Market market;
  @Inject Placed placed;
  @Inject LeadMoves leads;
  @Inject QuoteMoves quotes;
  @Inject Visits visits;
  @Inject Clocks clocks;
  @Inject History history;
  @Inject AuditLog audit;

  private UUID inquiry;

  @AfterEach
  void asItWas() {
    MovableClock.back();
    market.reopen();
  }

  @Nested
  class AQuote {
    @Test
    void movesLeadAndInquiryAndIsToldOnce() {
      inquiry = placed.acceptedBy("a");
      UUID lead = placed.leadAt(inquiry, "a");
      Map<String, Object> quote =
          Map.of(
              "quoteId",
              UUID.randomUUID().toString(),
              "version",
              1,
              "total",
              Map.of("amount", "6400.00", "currency", "EUR"),
              "validUntil",
              "2099-12-31");
      Topic.answer("quote-made", lead, "a", quote);
      await().atMost(20, SECONDS).until(() -> placed.status(inquiry) == InquiryStatus.QUOTED);
      Contracts.assertFits(
          "inquiry/inquiry-quoted",
          Topic.read("inquiry.inquiries", inquiry.toString(), "inquiry-quoted").toString());
      assertEquals(LeadStatus.QUOTED, placed.lead(inquiry, "a").status());
      assertEquals(List.of(), running());
      quotes()
          .body("items", hasSize(1))
          .body("items[0].total.amount", equalTo("6400.00"))
          .body("items[0].converted.currency", equalTo("USD"))
          .body("items[0].standing", equalTo("OPEN"))
          .body("items[0].details", nullValue())
          .body("complete", equalTo(false));
      Topic.answer(
          "quote-withdrawn", lead, "a", Map.of("quoteId", quote.get("quoteId"), "version", 1));
      await()
          .atMost(20, SECONDS)
          .untilAsserted(() -> quotes().body("items[0].standing", equalTo("WITHDRAWN")));
      assertEquals(List.of(Kind.QUOTE), running(), "the clinic owes another one");
    }

    @Test
    void isReadAsAWholeFromItsOwner() {
      inquiry = placed.acceptedBy("a");
      quotes.tellsTheWhole(quotes.quotes(placed.leadAt(inquiry, "a"), "6400.00"), "6400.00");
      quotes()
          .body("complete", equalTo(true))
          .body("items[0].details.items[0].text", equalTo("Injection of both knees"))
          .body("items[0].details.excluded", contains("Flight"))
          .body("items[0].converted", nullValue());
    }

    @Test
    void thatCameBeforeItsYesCountsAsOne() {
      inquiry = placed.at("a");
      UUID lead = placed.leadAt(inquiry, "a");
      quotes.quotes(lead, "6400.00");
      leads.accepts(lead);
      assertEquals(InquiryStatus.QUOTED, placed.status(inquiry));
      assertEquals(LeadStatus.QUOTED, placed.lead(inquiry, "a").status());
    }

    @Test
    void whoseWithdrawalCameFirstIsWithdrawn() {
      inquiry = placed.acceptedBy("a");
      UUID lead = placed.leadAt(inquiry, "a");
      Made first = quotes.quotes(lead, 1, "6400.00");
      Made second = new Made(lead, UUID.randomUUID(), 2);
      quotes.withdraws(second);
      quotes().body("items.version", contains(1));
      quotes.quotes(lead, 2, "6000.00");
      quotes().body("items.version", contains(2)).body("items.standing", contains("WITHDRAWN"));
      choose(first).statusCode(409).body("code", equalTo("quote-replaced"));
    }

    @Test
    void ofALeadThatHasEndedIsAnswered() {
      inquiry = placed.at("a");
      UUID lead = placed.leadAt(inquiry, "a");
      leads.declines(lead, "NO_CAPACITY");
      quotes.quotes(lead, "6400.00");
      JsonNode closed = Topic.read("inquiry.leads", lead.toString(), "lead-closed");
      Contracts.assertFits("inquiry/lead-closed", closed.toString());
      assertEquals(LeadStatus.DECLINED, placed.lead(inquiry, "a").status());
      quotes().body("items", hasSize(0));
    }
  }

  @Nested
  class AChoice {
    @Test
    void leavesOneClinicAndTellsTheOthers() {
      inquiry = placed.acceptedBy("a", "b", "c");
      Made a = quotes.quotes(placed.leadAt(inquiry, "a"), "6400.00");
      Made b = quotes.quotes(placed.leadAt(inquiry, "b"), "5900.00");
      caseOf(a, "a").statusCode(200).body("patient", nullValue());
      for (int click = 0; click < 2; click++) {
        choose(b).statusCode(200).body("quoteId", equalTo(b.id().toString()));
      }
      assertEquals(InquiryStatus.CHOSEN, placed.status(inquiry));
      assertEquals(
          List.of("a LOST", "b CHOSEN", "c LOST"),
          placed.leadsOf(inquiry).stream()
              .filter(lead -> lead.status() != LeadStatus.WITHDRAWN)
              .map(lead -> lead.clinic() + " " + lead.status())
              .sorted()
              .toList());
      Contracts.assertFits(
          "inquiry/lead-chosen",
          Topic.read("inquiry.leads", b.lead().toString(), "lead-chosen").toString());
      JsonNode lost = Topic.read("inquiry.leads", a.lead().toString(), "lead-lost");
      Contracts.assertFits("inquiry/lead-lost", lost.toString());
      assertEquals("OTHER_CLINIC_CHOSEN", lost.get("reason").asText());
      Contracts.assertFits(
          "inquiry/inquiry-chosen",
          Topic.read("inquiry.inquiries", inquiry.toString(), "inquiry-chosen").toString());
      assertEquals(List.of(), running());
      assertEquals(
          1, kinds().stream().filter("inquiry-chosen"::equals).count(), "told once for two clicks");
      choose(a).statusCode(409).body("code", equalTo("already-chosen"));
      quotes()
          .body("items.standing", contains("ENDED", "OPEN"))
          .body("items.chosen", contains(false, true));
    }

    @Test
    void showsTheClinicWhoItIsAndNobodyElse() {
      inquiry = placed.acceptedBy("a", "b");
      Made a = quotes.quotes(placed.leadAt(inquiry, "a"), "6400.00");
      Made b = quotes.quotes(placed.leadAt(inquiry, "b"), "5900.00");
      for (Made made : List.of(a, b)) {
        String clinic = made == a ? "a" : "b";
        String body = caseOf(made, clinic).statusCode(200).extract().asString();
        assertFalse(body.contains("patient\"") || body.contains("Erika"), body);
        assertFalse(body.contains("contact\""), body);
      }
      choose(a).statusCode(200);
      caseOf(a, "a")
          .statusCode(200)
          .body("status", equalTo("CHOSEN"))
          .body("patient.givenName", equalTo("Erika"))
          .body("patient.familyName", equalTo("Beispiel"))
          .body("patient.keySet()", hasSize(4))
          .body("from", equalTo("2027-02-01"));
      AuditLog.Row last = QuarkusTransaction.requiringNew().call(() -> audit.of(inquiry).get(0));
      assertEquals(Actor.clinic("a"), last.actor());
      assertEquals(AuditLog.Act.READ_IDENTITY, last.act());
      caseOf(b, "b").statusCode(410);
      caseOf(a, "b").statusCode(404);
    }

    @Test
    void isRefusedWhereTheQuoteNoLongerHolds() {
      inquiry = placed.acceptedBy("a");
      UUID lead = placed.leadAt(inquiry, "a");
      Made first = quotes.quotes(lead, 1, "6400.00");
      Made second = quotes.quotes(lead, 2, "6000.00");
      choose(first).statusCode(409).body("code", equalTo("quote-replaced"));
      choose(new Made(lead, second.id(), 1))
          .statusCode(409)
          .body("code", equalTo("quote-replaced"));
      MovableClock.moveTo(Instant.now().plus(Duration.ofDays(16)));
      choose(second).statusCode(409).body("code", equalTo("quote-expired"));
      MovableClock.back();
      quotes.withdraws(second);
      choose(second).statusCode(409).body("code", equalTo("quote-withdrawn"));
      assertEquals(InquiryStatus.QUOTED, placed.status(inquiry));
      choose(quotes.quotes(lead, 3, "6100.00")).statusCode(200);
    }

    @Test
    void isForItsOwnInquiryOnly() {
      UUID other = placed.acceptedBy("a");
      Made others = quotes.quotes(placed.leadAt(other, "a"), "6400.00");
      inquiry = market.inquiry();
      choose(others).statusCode(404).body("code", equalTo("quote-unknown"));
      assertEquals(InquiryStatus.QUOTED, placed.status(other));
      given()
          .get("/api/v1/tracking/{reference}/quotes", placed.reference(other))
          .then()
          .statusCode(404);
      visits
          .of(inquiry)
          .contentType(ContentType.JSON)
          .body(Map.of("leadId", others.lead(), "quoteId", others.id()))
          .post("/api/v1/tracking/{reference}/choice", placed.reference(other))
          .then()
          .statusCode(404)
          .body("code", equalTo("tracking-session-missing"));
    }

    @Test
    void namesWhatIsMissing() {
      inquiry = placed.acceptedBy("a");
      visits
          .of(inquiry)
          .contentType(ContentType.JSON)
          .body("{}")
          .post("/api/v1/tracking/{reference}/choice", placed.reference(inquiry))
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/leadId", "/quoteId"));
    }

    @Test
    void isWithdrawnWithTheInquiry() {
      inquiry = placed.acceptedBy("a");
      Made a = quotes.quotes(placed.leadAt(inquiry, "a"), "6400.00");
      choose(a).statusCode(200);
      visits
          .of(inquiry)
          .post("/api/v1/tracking/{reference}/withdrawal", placed.reference(inquiry))
          .then()
          .statusCode(204);
      caseOf(a, "a").statusCode(410);
      JsonNode said = Topic.read("inquiry.leads", a.lead().toString(), "lead-withdrawn");
      assertEquals("CONSENT_WITHDRAWN", said.get("reason").asText());
    }
  }

  @Test
  void secondOffersDoNotMoveTheInquiry() {
    inquiry = placed.acceptedBy("a", "b");
    quotes.quotes(placed.leadAt(inquiry, "a"), "6400.00");
    quotes.quotes(placed.leadAt(inquiry, "b"), "5900.00");
    assertEquals(1, kinds().stream().filter("inquiry-quoted"::equals).count());
    quotes().body("items.standing", everyItem(equalTo("OPEN"))).body("items", hasSize(2));
    assertTrue(
        placed.leadsOf(inquiry).stream().map(LeadView::status).anyMatch(LeadStatus.QUOTED::equals));
  }

  private ValidatableResponse choose(Made made) {
    return visits
        .of(inquiry)
        .contentType(ContentType.JSON)
        .body(Map.of("leadId", made.lead(), "quoteId", made.id(), "version", made.version()))
        .post("/api/v1/tracking/{reference}/choice", placed.reference(inquiry))
        .then();
  }

  private ValidatableResponse quotes() {
    return visits
        .of(inquiry)
        .get("/api/v1/tracking/{reference}/quotes", placed.reference(inquiry))
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse caseOf(Made made, String clinic) {
    return given()
        .auth()
        .oauth2(Tokens.clinic(clinic))
        .get("/internal/v1/leads/{id}/case", made.lead())
        .then();
  }

  private List<Kind> running() {
    return QuarkusTransaction.requiringNew()
        .call(() -> clocks.running(inquiry).stream().map(clock -> clock.kind).toList());
  }

  private List<String> kinds() {
    return QuarkusTransaction.requiringNew()
        .call(() -> history.of(inquiry).stream().map(History.Entry::kind).toList());
  }
}
