package health.sojourn.inquiry.routing;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import health.sojourn.http.Language;
import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.intake.History;
import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.lead.LeadMoves;
import health.sojourn.inquiry.lead.LeadStatus;
import health.sojourn.inquiry.lead.LeadView;
import health.sojourn.inquiry.lead.Leads;
import health.sojourn.testing.Contracts;
import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoutingTest {
  @Inject Market market;
  @Inject Inquiries inquiries;
  @Inject Leads leads;
  @Inject LeadMoves clinic;
  @Inject Routing routing;
  @Inject History history;
  @Inject Decisions decisions;
  @Inject UnplacedQueue queue;
  @Inject PassingTime passingTime;
  @Inject Directory directory;
  @Inject EntityManager em;

  @BeforeEach
  void anEmptyMarket() {
    market.clear();
  }

  @AfterEach
  void asItWas() {
    MovableClock.back();
    market.reopen();
  }

  @Nested
  class ANewInquiry {
    @Test
    void isOfferedToTheBestClinicAtOnce() {
      market.clinic("best", json -> json.putArray("languages").add("de"));
      market.clinic("other");
      UUID id = market.inquiry();
      LeadView lead = theLead(id, "best");
      assertEquals(InquiryStatus.ROUTED, status(id));
      assertEquals(1, leadsOf(id).size());
      assertTrue(lead.answerBy().isAfter(lead.offeredAt()));
      JsonNode said = Topic.read("inquiry.leads", lead.id().toString(), "lead-offered");
      Contracts.assertFits("inquiry/lead-offered", said.toString());
      assertEquals(fields(Contracts.example("inquiry/lead-offered", JsonNode.class)), fields(said));
      assertEquals("best", said.get("clinic").asText());
      JsonNode routed = Topic.read("inquiry.inquiries", id.toString(), "inquiry-routed");
      Contracts.assertFits("inquiry/inquiry-routed", routed.toString());
    }

    @Test
    void isDecidedOnceAndToldInBothLanguages() {
      market.clinic("a");
      market.clinic("b");
      UUID id = market.inquiry();
      reaches(id, InquiryStatus.ROUTED);
      Decision decision = decisions.of(id).get(0);
      assertEquals(decision, decision.in(Language.ENGLISH));
      assertTrue(
          decision.tieBreak().startsWith("Clinic a and Clinic b score alike"), decision.tieBreak());
      Decision spanish = decision.in(Language.SPANISH);
      assertTrue(
          spanish.tieBreak().startsWith("Clinic a y Clinic b tienen una puntuación parecida"),
          spanish.tieBreak());
      assertTrue(spanish.patientText().startsWith("Hemos preguntado a"), spanish.patientText());
    }

    @Test
    void thatNobodyFitsIsUnplacedWithAnOwnerAndAClock() {
      market.clinic("suspended", json -> json.put("suspended", true));
      UUID id = market.inquiry();
      reaches(id, InquiryStatus.UNPLACED);
      JsonNode said = Topic.read("inquiry.inquiries", id.toString(), "inquiry-unplaced");
      Contracts.assertFits("inquiry/inquiry-unplaced", said.toString());
      assertEquals("SUSPENDED", said.get("reasons").get(0).asText());
      assertEquals("facilitators", inquiries.find(id).orElseThrow().owner());
      Number clocks =
          (Number)
              em.createNativeQuery(
                      "select count(*) from clock where inquiry_id = :id and kind = 'REVIEW'")
                  .setParameter("id", id)
                  .getSingleResult();
      assertEquals(1, clocks.intValue());
    }

    @Test
    void isRoutedOnceHoweverOftenTheWorkIsDone() {
      market.clinic("a");
      market.clinic("b");
      UUID id = market.inquiry();
      reaches(id, InquiryStatus.ROUTED);
      routing.continueByRule(id);
      routing.continueByRule(id);
      assertEquals(1, leadsOf(id).size());
    }

    @Test
    void takesItsTurn() {
      market.clinic("a");
      market.clinic("b");
      UUID first = market.inquiry();
      reaches(first, InquiryStatus.ROUTED);
      UUID second = market.inquiry();
      reaches(second, InquiryStatus.ROUTED);
      assertEquals("a", leadsOf(first).get(0).clinic());
      assertEquals("b", leadsOf(second).get(0).clinic());
    }

    @Test
    void isToBeAnsweredInTheClinicsOwnHours() {
      ZoneId seoul = ZoneId.of("Asia/Seoul");
      LocalDate today = LocalDate.now(seoul);
      market.clinic(
          "a",
          json -> {
            json.put("timeZone", "Asia/Seoul");
            ArrayNode hours = Samples.capacity(json).putArray("workingHours");
            for (DayOfWeek day : DayOfWeek.values()) {
              hours.addObject().put("day", day.name()).put("from", "10:00").put("to", "11:00");
            }
            Samples.capacity(json).putArray("holidays").add(today.plusDays(1).toString());
          });
      LeadView lead = theLead(market.inquiry(), "a");
      ZonedDateTime answerBy = lead.answerBy().atZone(seoul);
      LocalDate offered = lead.offeredAt().atZone(seoul).toLocalDate();
      assertEquals(LocalTime.of(11, 0), answerBy.toLocalTime());
      assertEquals(offered.plusDays(offered.equals(today) ? 3 : 2), answerBy.toLocalDate());
    }

    @Test
    void neverFillsAClinicOverItsWeek() {
      market.clinic("week", json -> Samples.capacity(json).put("weeklyLeads", 1));
      UUID first = market.inquiry();
      reaches(first, InquiryStatus.ROUTED);
      clinic.accepts(leadsOf(first).get(0).id());
      UUID second = market.inquiry();
      reaches(second, InquiryStatus.UNPLACED);
      Decision decision = decisions.of(second).get(0);
      assertEquals(
          List.of("The clinic got 1 of 1 new inquiries this week."),
          decision.candidates().get(0).exclusions().stream().map(Exclusion::text).toList());
    }

    @Test
    void neverFillsAClinicOverItsLimit() {
      market.clinic("small", json -> Samples.capacity(json).put("openLeads", 2));
      List<UUID> ids = IntStream.range(0, 5).mapToObj(number -> market.inquiry()).toList();
      await()
          .atMost(10, SECONDS)
          .until(() -> ids.stream().noneMatch(id -> status(id) == InquiryStatus.RECEIVED));
      assertEquals(2, ids.stream().filter(id -> status(id) == InquiryStatus.ROUTED).count());
      assertEquals(3, ids.stream().filter(id -> status(id) == InquiryStatus.UNPLACED).count());
    }
  }

  @Nested
  class AClinicsAnswer {
    @Test
    void yesMovesLeadAndInquiry() {
      market.clinic("a");
      UUID id = market.inquiry();
      LeadView lead = theLead(id, "a");
      Topic.answer("lead-viewed", lead.id(), "a", Map.of());
      Topic.answer("lead-accepted", lead.id(), "a", Map.of());
      reaches(id, InquiryStatus.ACCEPTED);
      assertEquals(LeadStatus.ACCEPTED, leadsOf(id).get(0).status());
      Topic.answer("lead-accepted", lead.id(), "a", Map.of());
      JsonNode said = Topic.read("inquiry.inquiries", id.toString(), "inquiry-accepted");
      Contracts.assertFits("inquiry/inquiry-accepted", said.toString());
      assertEquals(
          List.of(
              "inquiry-received",
              "inquiry-routed",
              "lead-offered",
              "lead-viewed",
              "lead-accepted",
              "inquiry-accepted"),
          history.of(id).stream().map(History.Entry::kind).toList());
    }

    @Test
    void noAsksTheNextClinicAndNeverThisOneAgain() {
      market.clinic("a");
      market.clinic("b", json -> json.put("responseHours", 72));
      UUID id = market.inquiry();
      LeadView lead = theLead(id, "a");
      Topic.answer("lead-declined", lead.id(), "a", Map.of("reason", "OUTSIDE_CRITERIA"));
      LeadView next = theLead(id, "b");
      assertEquals("OUTSIDE_CRITERIA", leadsOf(id).get(0).declineReason());
      assertEquals(InquiryStatus.ROUTED, status(id));
      clinic.declines(next.id(), "NO_CAPACITY");
      reaches(id, InquiryStatus.UNPLACED);
      assertEquals(2, leadsOf(id).size());
    }

    @Test
    void thatComesTooLateChangesNothingAndIsAnswered() {
      market.clinic("a");
      UUID id = market.inquiry();
      LeadView lead = theLead(id, "a");
      MovableClock.moveTo(lead.answerBy().plusSeconds(299));
      clinic.expiryRuns(lead.id());
      assertEquals(LeadStatus.OFFERED, leadsOf(id).get(0).status());
      MovableClock.moveTo(lead.answerBy().plusSeconds(301));
      clinic.expiryRuns(lead.id());
      reaches(id, InquiryStatus.UNPLACED);
      Contracts.assertFits(
          "inquiry/lead-expired",
          Topic.read("inquiry.leads", lead.id().toString(), "lead-expired").toString());
      Topic.answer("lead-accepted", lead.id(), "a", Map.of());
      JsonNode closed = Topic.read("inquiry.leads", lead.id().toString(), "lead-closed");
      Contracts.assertFits("inquiry/lead-closed", closed.toString());
      assertEquals("ANSWERED_TOO_LATE", closed.get("reason").asText());
      assertEquals(LeadStatus.EXPIRED, leadsOf(id).get(0).status());
      assertEquals(InquiryStatus.UNPLACED, status(id));
    }

    @Test
    void fromAnotherClinicIsIgnored() {
      market.clinic("a");
      UUID id = market.inquiry();
      LeadView lead = theLead(id, "a");
      clinic.acceptsAs(lead.id(), "stranger");
      assertEquals(LeadStatus.OFFERED, leadsOf(id).get(0).status());
    }
  }

  @Nested
  class TheQueue {
    @Test
    void drainsOldestFirstWhenAClinicChanges() {
      market.clinic("a", json -> Samples.capacity(json).put("paused", true));
      UUID older = market.inquiry();
      UUID newer = market.inquiry();
      reaches(older, InquiryStatus.UNPLACED);
      reaches(newer, InquiryStatus.UNPLACED);
      market.clinic("a", json -> Samples.capacity(json).put("openLeads", 1));
      drainsTo(older);
      assertEquals(InquiryStatus.UNPLACED, status(newer));
      clinic.accepts(leadsOf(older).get(0).id());
      drainsTo(newer);
    }

    @Test
    void drainsWhenAClinicSaysThatItsPauseIsOver() {
      market.hearOf("a", json -> Samples.capacity(json).put("paused", true));
      await().atMost(10, SECONDS).until(() -> directory.find("a").isPresent());
      UUID id = market.inquiry();
      reaches(id, InquiryStatus.UNPLACED);
      market.hearOf("a", json -> {});
      drainsTo(id);
      assertEquals("a", leadsOf(id).get(0).clinic());
    }

    @Test
    void drainsWhenAPauseIsOverThoughNobodySaysSo() {
      ZoneId bogota = ZoneId.of("America/Bogota");
      LocalDate today = LocalDate.now(bogota);
      market.clinic(
          "a",
          json ->
              Samples.capacity(json)
                  .put("paused", true)
                  .put("pausedUntil", today.plusDays(1).toString())
                  .putArray("holidays"));
      UUID id = market.inquiry();
      reaches(id, InquiryStatus.UNPLACED);
      passingTime.run();
      isTried();
      assertEquals(InquiryStatus.UNPLACED, status(id));
      MovableClock.moveTo(today.plusDays(2).atTime(9, 0).atZone(bogota).toInstant());
      passingTime.run();
      drainsTo(id);
    }

    @Test
    void drainsWhenAnotherWeekBegins() {
      market.clinic(
          "next-week", json -> Samples.capacity(json).put("weeklyLeads", 1).putArray("holidays"));
      UUID first = market.inquiry();
      reaches(first, InquiryStatus.ROUTED);
      clinic.accepts(leadsOf(first).get(0).id());
      UUID second = market.inquiry();
      reaches(second, InquiryStatus.UNPLACED);
      LocalDate monday =
          LocalDate.now(ZoneId.of("America/Bogota")).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      MovableClock.moveTo(monday.atTime(0, 1).atZone(ZoneId.of("America/Bogota")).toInstant());
      passingTime.run();
      drainsTo(second);
    }

    @Test
    void isLeftAloneWhileNothingChanges() {
      UUID id = market.inquiry();
      reaches(id, InquiryStatus.UNPLACED);
      market.clinic("a");
      drainsTo(id);
      isTried();
      queue.run();
      assertEquals(1, leadsOf(id).size());
    }

    @Test
    void keepsItsWishesWhileTheDatabaseIsAway() {
      UUID id = market.inquiry();
      reaches(id, InquiryStatus.UNPLACED);
      UnplacedQueue whileAway =
          new UnplacedQueue(
              em,
              new Routing(null, null, null, null, null, null, null, null, null) {
                @Override
                public boolean continueByRule(UUID inquiry) {
                  throw new JDBCConnectionException("away", new SQLException());
                }
              });
      // The service's own run may come first and have nothing left to try.
      await()
          .atMost(10, SECONDS)
          .until(
              () -> {
                market.clinic("a", json -> Samples.capacity(json).put("paused", true));
                return failsForWantOfTheDatabase(whileAway);
              });
    }

    /** What fails is run again; what returns has forgotten its wishes. */
    private boolean failsForWantOfTheDatabase(UnplacedQueue queue) {
      try {
        queue.run();
        return false;
      } catch (JDBCConnectionException e) {
        return true;
      }
    }

    private void isTried() {
      await()
          .atMost(10, SECONDS)
          .until(
              () -> {
                queue.run();
                return wishes() == 0;
              });
    }

    /**
     * The service drains by itself too, whichever run comes first; or not, while a test that moved
     * the clock has put its next run off.
     */
    private void drainsTo(UUID id) {
      await()
          .atMost(10, SECONDS)
          .until(
              () -> {
                queue.run();
                return status(id) == InquiryStatus.ROUTED;
              });
    }

    private long wishes() {
      return QuarkusTransaction.requiringNew()
          .call(
              () ->
                  (Long)
                      em.createNativeQuery("select count(*) from unplaced_wish", Long.class)
                          .getSingleResult());
    }
  }

  @Nested
  class ByHand {
    private UUID id;

    @BeforeEach
    void anInquiryAtItsFirstClinic() {
      market.clinic("a");
      market.clinic("b", json -> json.put("responseHours", 72));
      market.clinic("full", json -> Samples.capacity(json).put("openLeads", 0));
      market.clinic("paused", json -> Samples.capacity(json).put("paused", true));
      id = market.inquiry();
      theLead(id, "a");
    }

    @Test
    void aFacilitatorMovesItWithAReason() {
      route(Tokens.facilitator(), "MANUAL", List.of("b"), "She has a friend there.")
          .statusCode(201)
          .body("mode", equalTo("MANUAL"))
          .body("reason", equalTo("She has a friend there."))
          .body("outcome", equalTo("ROUTED"))
          .body("leads.clinic", contains("b"))
          .body("candidates.find { it.clinic == 'full' }.exclusions[0].code", equalTo("CAPACITY"))
          .body("candidates.find { it.clinic == 'b' }.components", hasSize(5));
      assertEquals(
          List.of("a WITHDRAWN", "b OFFERED"),
          leadsOf(id).stream().map(lead -> lead.clinic() + " " + lead.status()).toList());
      UUID withdrawn = leadsOf(id).get(0).id();
      JsonNode said = Topic.read("inquiry.leads", withdrawn.toString(), "lead-withdrawn");
      assertEquals("REROUTED", said.get("reason").asText());
      given()
          .auth()
          .oauth2(Tokens.facilitator())
          .get("/api/v1/inquiries/{id}/decisions", id)
          .then()
          .statusCode(200)
          .body("items.mode", contains("MANUAL", "AUTO"))
          .body("items[1].inputHash", notNullValue());
    }

    @Test
    void theRulesCanBeAskedAgain() {
      route(Tokens.facilitator(), "AUTO", null, null)
          .statusCode(201)
          .body("leads.clinic", contains("a"));
      assertEquals(1, leadsOf(id).size());
    }

    @Test
    void aReasonAndAClinicAreNeeded() {
      route(Tokens.facilitator(), "MANUAL", List.of(), " ")
          .statusCode(422)
          .body("errors.pointer", contains("/clinics", "/reason"));
      route(Tokens.facilitator(), "MANUAL", List.of("nowhere"), "Why not")
          .statusCode(422)
          .body("errors.pointer", contains("/clinics/0"))
          .body("errors.code", contains("unknown-clinic"));
    }

    @Test
    void onlyALeadFacilitatorGoesAgainstARule() {
      route(Tokens.facilitator(), "MANUAL", List.of("full"), "They called.")
          .statusCode(403)
          .body("code", equalTo("override-needs-lead-facilitator"))
          .body("errors[0].detail", containsString("open leads"));
      assertEquals(1, leadsOf(id).size());
      route(Tokens.leadFacilitator(), "MANUAL", List.of("full"), "They called.")
          .statusCode(201)
          .body("leads.clinic", contains("full"));
    }

    @Test
    void nobodyAsksAClinicThatIsPaused() {
      route(Tokens.leadFacilitator(), "MANUAL", List.of("paused"), "Please")
          .statusCode(409)
          .body("code", equalTo("rule-forbids-clinic"));
    }

    @Test
    void itIsTooLateOnceAClinicAccepted() {
      clinic.accepts(leadsOf(id).get(0).id());
      route(Tokens.facilitator(), "MANUAL", List.of("b"), "Changed my mind")
          .statusCode(409)
          .body("code", equalTo("inquiry-state"));
    }

    @Test
    void othersMayNot() {
      given()
          .contentType(ContentType.JSON)
          .body(Map.of("mode", "AUTO"))
          .post("/api/v1/inquiries/{id}/routing", id)
          .then()
          .statusCode(401);
      route(Tokens.clinic("a"), "AUTO", null, null).statusCode(403);
      given()
          .auth()
          .oauth2(Tokens.editor())
          .get("/api/v1/inquiries/{id}/decisions", id)
          .then()
          .statusCode(403);
    }

    @Test
    void anUnknownInquiryIsNotFound() {
      id = UUID.randomUUID();
      route(Tokens.facilitator(), "AUTO", null, null).statusCode(404);
    }

    @Test
    void twoClicksAreOneDecision() {
      String key = UUID.randomUUID().toString();
      for (int click = 0; click < 2; click++) {
        given()
            .auth()
            .oauth2(Tokens.facilitator())
            .header("Idempotency-Key", key)
            .contentType(ContentType.JSON)
            .body(Map.of("mode", "MANUAL", "clinics", List.of("b"), "reason", "Asked for it"))
            .post("/api/v1/inquiries/{id}/routing", id)
            .then()
            .statusCode(201);
      }
      assertEquals(2, leadsOf(id).size());
    }

    private ValidatableResponse route(
        String token, String mode, List<String> clinics, String reason) {
      Map<String, Object> body = new HashMap<>();
      body.put("mode", mode);
      body.put("clinics", clinics);
      body.put("reason", reason);
      return given()
          .auth()
          .oauth2(token)
          .contentType(ContentType.JSON)
          .body(body)
          .post("/api/v1/inquiries/{id}/routing", id)
          .then();
    }
  }

  @Nested
  class Records {
    @Test
    void aDecisionCannotBeChanged() {
      market.clinic("a");
      UUID id = market.inquiry();
      theLead(id, "a");
      Exception refused =
          assertThrows(
              Exception.class,
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () ->
                              em.createNativeQuery(
                                      "update decision set reason = 'better' where inquiry_id = :id")
                                  .setParameter("id", id)
                                  .executeUpdate()));
      assertTrue(refused.getMessage().contains("never changes"), refused.getMessage());
    }

    @Test
    void leadsAreListedInPages() {
      market.clinic("a");
      market.clinic("b");
      for (int number = 0; number < 3; number++) {
        reaches(market.inquiry(), InquiryStatus.ROUTED);
      }
      String next =
          given()
              .auth()
              .oauth2(Tokens.facilitator())
              .get("/api/v1/leads?status=OFFERED&limit=2")
              .then()
              .statusCode(200)
              .body("items", hasSize(2))
              .body("items.status", hasItem("OFFERED"))
              .extract()
              .path("next");
      given()
          .auth()
          .oauth2(Tokens.facilitator())
          .queryParam("cursor", next)
          .get("/api/v1/leads?status=OFFERED&limit=2")
          .then()
          .statusCode(200)
          .body("items", hasSize(1))
          .body("next", equalTo(null));
      given()
          .auth()
          .oauth2(Tokens.facilitator())
          .get("/api/v1/leads?clinic=nobody")
          .then()
          .body("items", empty());
      given().auth().oauth2(Tokens.clinic("a")).get("/api/v1/leads").then().statusCode(403);
    }
  }

  private InquiryStatus status(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> inquiries.find(id).orElseThrow().status());
  }

  private void reaches(UUID id, InquiryStatus wanted) {
    await().atMost(10, SECONDS).until(() -> status(id) == wanted);
  }

  private List<LeadView> leadsOf(UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> leads.of(id).stream().map(LeadView::of).toList());
  }

  private LeadView theLead(UUID id, String slug) {
    await()
        .atMost(10, SECONDS)
        .until(() -> leadsOf(id).stream().anyMatch(lead -> lead.clinic().equals(slug)));
    return leadsOf(id).stream()
        .filter(lead -> lead.clinic().equals(slug))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
