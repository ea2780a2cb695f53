package health.sojourn.inquiry.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The audit log's search")
class AuditResourceTest {
  @Inject Market market;
  @Inject AuditLog audit;
  @Inject EntityManager em;
  @Inject Clock clock;

  private final String reader = "reader-" + UUID.randomUUID();
  private UUID inquiry;
  private String reference;

  @BeforeEach
  void somebodyReads() {
    inquiry = market.inquiry();
    reference =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    em.createNativeQuery(
                            "select reference from inquiry where id = :id", String.class)
                        .setParameter("id", inquiry)
                        .getSingleResult()
                        .toString());
    write(inquiry, Act.READ_CASE);
    write(inquiry, Act.READ_IDENTITY);
  }

  @Test
  void showsTheNewestFirstAndNothingOfTheData() {
    JsonPath found =
        search(Map.of("actor", reader))
            .statusCode(200)
            .body("items.act", equalTo(List.of("READ_IDENTITY", "READ_CASE")))
            .body("items.reference", everyItem(equalTo(reference)))
            .body("items[0].inquiryId", equalTo(inquiry.toString()))
            .body("items[0].actorKind", equalTo("FACILITATOR"))
            .body("next", nullValue())
            .extract()
            .jsonPath();
    assertEquals(
        Set.of("at", "actorKind", "actor", "act", "inquiryId", "reference"),
        found.getMap("items[0]").keySet());
  }

  @Test
  void findsByActAndByWhoHasNoName() {
    search(Map.of("actor", reader, "act", "READ_CASE")).body("items", hasSize(1));
    search(Map.of("actor", reader, "act", "ERASED")).body("items", empty());
    search(Map.of("actor", "patient", "inquiry", reference))
        .body("items.act", equalTo(List.of("STORED")))
        .body("items[0].actor", nullValue());
  }

  @Test
  void findsByReferenceHoweverItIsTypedAndById() {
    for (String typed :
        List.of(reference, reference.toLowerCase().replace("-", " "), inquiry.toString())) {
      search(Map.of("actor", reader, "inquiry", typed)).statusCode(200).body("items", hasSize(2));
    }
    write(UUID.randomUUID(), Act.ERASED);
    search(Map.of("actor", reader, "inquiry", reference)).body("items", hasSize(2));
  }

  @Test
  void keepsTheLinesOfAnInquiryThatIsGone() {
    UUID gone = UUID.randomUUID();
    write(gone, Act.ERASED);
    search(Map.of("inquiry", gone.toString()))
        .body("items.act", equalTo(List.of("ERASED")))
        .body("items[0].reference", nullValue());
  }

  @Test
  void countsTheFirstAndTheLastDayIn() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate tomorrow = today.plusDays(1);
    LocalDate yesterday = today.minusDays(1);
    search(Map.of("actor", reader, "from", "" + yesterday, "to", "" + tomorrow))
        .body("items", hasSize(2));
    search(Map.of("actor", reader, "from", "" + today.plusDays(2))).body("items", empty());
    search(Map.of("actor", reader, "to", "" + today.minusDays(2))).body("items", empty());
  }

  @Test
  void goesOnWhereThePageEndedWhateverIsAddedMeanwhile() {
    write(inquiry, Act.EXPORTED);
    List<String> acts = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page =
          search(Map.of("actor", reader, "limit", "1", "cursor", cursor))
              .statusCode(200)
              .body("items", hasSize(1))
              .extract()
              .jsonPath();
      acts.add(page.getString("items[0].act"));
      cursor = page.getString("next");
      write(UUID.randomUUID(), Act.ERASED);
    } while (cursor != null);
    assertEquals(List.of("EXPORTED", "READ_IDENTITY", "READ_CASE"), acts);
  }

  @Test
  void saysWhichFilterItDoesNotUnderstand() {
    search(Map.of("inquiry", "SJ-2222-2223"))
        .statusCode(400)
        .body("code", equalTo("reference-unknown"));
    search(Map.of("act", "LOOKED")).statusCode(400).body("code", equalTo("invalid-parameter"));
    search(Map.of("from", "yesterday")).statusCode(400).body("detail", notNullValue());
    search(Map.of("limit", "0")).statusCode(400);
    search(Map.of("cursor", "x")).statusCode(400).body("code", equalTo("invalid-cursor"));
  }

  @Test
  void isForAdminsOnly() {
    given().get("/internal/v1/audit").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.leadFacilitator())
        .get("/internal/v1/audit")
        .then()
        .statusCode(403);
  }

  private void write(UUID about, Act act) {
    QuarkusTransaction.requiringNew().run(() -> audit.write(about, Actor.facilitator(reader), act));
  }

  private static ValidatableResponse search(Map<String, String> filter) {
    return given()
        .auth()
        .oauth2(Tokens.admin())
        .queryParams(filter)
        .get("/internal/v1/audit")
        .then();
  }
}
