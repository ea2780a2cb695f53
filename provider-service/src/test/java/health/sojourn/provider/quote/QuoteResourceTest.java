package health.sojourn.provider.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.sojourn.provider.leadinbox.CaseServer;
import health.sojourn.provider.leadinbox.InboxStatus;
import health.sojourn.provider.leadinbox.LeadTopic;
import health.sojourn.testing.Contracts;
import health.sojourn.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CaseServer.class)
class QuoteResourceTest {
  private static final String LEADS = "/api/v1/clinic-leads/";
  private static final String QUOTE =
      """
      {"items":[{"text":"Cells","amount":{"amount":"5000.00","currency":"USD"}},
                {"text":"Injection","amount":{"amount":"1400.00","currency":"USD"}}],
       "included":["Transfer"],"excluded":["Flight"],"visits":2,"nights":3,
       "followUp":"A video visit after a month","refundRule":"All of it until a week before",
       "deposit":{"amount":"500.00","currency":"USD"},"validUntil":"%s","language":"en"}
      """
          .formatted(LocalDate.now().plusDays(30));

  @Inject LeadTopic topic;

  @TestHTTPResource(value = "/", management = true)
  String management;

  @Nested
  class AQuote {

    @Test
    void isSummedKeptAndSaid() {
      UUID lead = topic.accepted("demo-bogota");
      make(lead, QUOTE)
          .then()
          .statusCode(201)
          .header("Location", endsWith(LEADS + lead + "/quote/1"))
          .body("total.amount", equalTo("6400.00"))
          .body("state", equalTo("IN_FORCE"));
      assertThat(topic.status(lead)).isEqualTo(InboxStatus.QUOTED);
      as("demo-bogota")
          .get(LEADS + lead + "/quote/1")
          .then()
          .body("items[1].amount.amount", equalTo("1400.00"))
          .body("refundRule", equalTo("All of it until a week before"));
      String said = topic.awaitAnswers(lead, 2).get(1);
      assertThat(said).contains("quote-made").doesNotContain("Cells");
      Contracts.assertFits("provider/quote-made", said.split(" ", 2)[1]);
    }

    @Test
    void inACurrencyWithoutDecimalsFitsItsContract() {
      UUID lead = topic.accepted("demo-tokyo");
      given()
          .auth()
          .oauth2(Tokens.clinic("demo-tokyo"))
          .contentType(ContentType.JSON)
          .body(QUOTE.replace("USD", "JPY").replace(".00", ""))
          .post(LEADS + lead + "/quote")
          .then()
          .statusCode(201)
          .body("total.amount", equalTo("6400"));
      Contracts.assertFits(
          "provider/quote-made", topic.awaitAnswers(lead, 2).get(1).split(" ", 2)[1]);
    }

    @Test
    void sentTwiceUnderOneKeyIsOneVersion() {
      UUID lead = topic.accepted("demo-bogota");
      String first = keyed(lead, QUOTE).then().statusCode(201).extract().path("id");
      keyed(lead, QUOTE).then().statusCode(201).body("id", equalTo(first));
      keyed(lead, QUOTE.replace("Cells", "Others")).then().statusCode(422);
      as("demo-bogota").get(LEADS + lead + "/quote").then().body("items", hasSize(1));
    }

    @Test
    void isReplacedByTheNextVersion() {
      UUID lead = topic.accepted("demo-bogota");
      make(lead, QUOTE).then().statusCode(201);
      make(lead, versioned(1)).then().statusCode(409).body("code", equalTo("quote-version"));
      make(lead, versioned(2)).then().statusCode(201).body("version", equalTo(2));
      as("demo-bogota")
          .get(LEADS + lead + "/quote")
          .then()
          .body("items.version", equalTo(List.of(2, 1)))
          .body("items.state", equalTo(List.of("IN_FORCE", "REPLACED")));
      withdraw(lead, 1).then().statusCode(409).body("code", equalTo("quote-replaced"));
    }

    @Test
    void isTakenBackOnceAndAnotherCanFollow() {
      UUID lead = topic.accepted("demo-bogota");
      make(lead, QUOTE);
      withdraw(lead, 1).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
      withdraw(lead, 1).then().statusCode(200);
      assertThat(topic.status(lead)).isEqualTo(InboxStatus.ACCEPTED);
      make(lead, QUOTE).then().statusCode(201).body("version", equalTo(2));
      List<String> said = topic.awaitAnswers(lead, 4);
      assertThat(said).hasSize(4);
      assertThat(said.get(2)).contains("quote-withdrawn");
      Contracts.assertFits("provider/quote-withdrawn", said.get(2).split(" ", 2)[1]);
    }

    @Test
    void isForALeadThatWasAcceptedAndNotChosen() {
      UUID offered = topic.offer("demo-bogota", Instant.now().plus(Duration.ofDays(1)));
      make(offered, QUOTE).then().statusCode(409).body("code", equalTo("lead-not-accepted"));
      UUID lead = topic.accepted("demo-bogota");
      make(lead, QUOTE);
      topic.choose(lead);
      make(lead, QUOTE).then().statusCode(409).body("code", equalTo("lead-chosen"));
      withdraw(lead, 1).then().statusCode(409).body("code", equalTo("lead-chosen"));
    }

    @Test
    void thatDoesNotAddUpIsRefusedWithEveryMistake() {
      UUID lead = topic.accepted("demo-bogota");
      make(lead, "{}")
          .then()
          .statusCode(422)
          .body("errors.pointer.contains('/items')", equalTo(true))
          .body("errors.pointer.contains('/refundRule')", equalTo(true));
      make(lead, QUOTE.replaceFirst("USD", "EUR"))
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo("mixed-currencies"));
      make(lead, QUOTE.replace("5000.00", "many"))
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/items/0/amount/amount"));
      make(lead, QUOTE.replaceFirst("\"validUntil\":\"[^\"]*\"", "\"validUntil\":\"2020-01-01\""))
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo("in-the-past"));
      make(lead, "{\"items\":").then().statusCode(400);
      assertThat(topic.status(lead)).isEqualTo(InboxStatus.ACCEPTED);
    }
  }

  @Nested
  class WhoOwnsLeads {

    @Test
    void readsTheWholeOfItOnTheManagementPort() {
      UUID lead = topic.accepted("demo-bogota");
      internal(lead).then().statusCode(200).body("items", hasSize(0));
      make(lead, QUOTE);
      make(lead, QUOTE);
      internal(lead)
          .then()
          .statusCode(200)
          .body("items.version", equalTo(List.of(2, 1)))
          .body("items[0].total.amount", equalTo("6400.00"))
          .body("items[0].deposit.amount", equalTo("500.00"))
          .body("items[0].containsKey('withdrawnAt')", equalTo(false));
      internal(UUID.randomUUID()).then().statusCode(404);
      given().get("/internal/v1/leads/" + lead + "/quotes").then().statusCode(404);
    }

    private Response internal(UUID lead) {
      return given().get(management.replace("/q/", "/internal/v1/leads/") + lead + "/quotes");
    }
  }

  @Test
  void anotherClinicsQuoteIsNotThere() {
    UUID lead = topic.accepted("demo-bogota");
    make(lead, QUOTE);
    as("demo-medellin").get(LEADS + lead + "/quote").then().statusCode(404);
    as("demo-medellin").get(LEADS + lead + "/quote/1").then().statusCode(404);
    as("demo-medellin").post(LEADS + lead + "/quote/1/withdrawal").then().statusCode(404);
    as("demo-medellin")
        .contentType(ContentType.JSON)
        .body(QUOTE)
        .post(LEADS + lead + "/quote")
        .then()
        .statusCode(404);
    as("demo-bogota").get(LEADS + lead + "/quote/9").then().statusCode(404);
    given().auth().oauth2(Tokens.facilitator()).get(LEADS + lead + "/quote").then().statusCode(403);
  }

  private static String versioned(int version) {
    return QUOTE.replace("{\"items\"", "{\"version\":" + version + ",\"items\"");
  }

  private static Response make(UUID lead, String body) {
    return as("demo-bogota").contentType(ContentType.JSON).body(body).post(LEADS + lead + "/quote");
  }

  private static Response keyed(UUID lead, String body) {
    return as("demo-bogota")
        .header("Idempotency-Key", "4f1c6d")
        .contentType(ContentType.JSON)
        .body(body)
        .post(LEADS + lead + "/quote");
  }

  private static Response withdraw(UUID lead, int version) {
    return as("demo-bogota").post(LEADS + lead + "/quote/" + version + "/withdrawal");
  }

  private static RequestSpecification as(String clinic) {
    return given().auth().oauth2(Tokens.clinic(clinic));
  }
}
