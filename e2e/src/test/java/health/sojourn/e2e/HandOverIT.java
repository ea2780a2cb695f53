package health.sojourn.e2e;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the clinic's yes to the end of the treatment, with everybody's programs and pages. */
class HandOverIT {
  private static final String QUESTION = "How many stairs are there at home?";
  private static final String ANSWER = "Twelve, with a handrail.";

  private final NewInquiry asked = NewInquiry.ofSomebodyNew();
  private final Browser facilitator = Browser.signedIn(Api.FACILITATOR, "/desk");

  private String inquiry;
  private String reference;
  private String clinic;
  private String lead;
  private String session;

  @Test
  void fromTheYesToTheTreatment() {
    aClinicAccepts();
    openTheTrackingPage();
    theClinicAsksAndThePatientAnswers();
    String quote = theClinicQuotes();
    assertFalse(theCase().contains(asked.email()), "nobody is named before the choice");
    choose(quote).statusCode(200);
    reaches("CHOSEN");
    await()
        .atMost(ofSeconds(30))
        .untilAsserted(() -> assertTrue(theCase().contains(asked.email()), "now the clinic knows"));
    theClinicReports();
    patient().post(tracking("confirmation?outcome=TREATED")).then().statusCode(204);
    reaches("COMPLETED");
    track().body("history.kind", hasItem("inquiry-completed"));
  }

  private void aClinicAccepts() {
    JsonPath received = Api.send(asked);
    inquiry = received.getString("id");
    reference = received.getString("reference");
    JsonPath leads =
        await()
            .atMost(ofSeconds(30))
            .until(() -> Leads.of(inquiry), found -> !found.getList("items").isEmpty());
    clinic = leads.getString("items[0].clinic");
    lead = leads.getString("items[0].id");
    await().atMost(ofSeconds(30)).until(() -> Leads.atClinic(clinic, lead) == 1);
    clinic().post("/api/v1/clinic-leads/" + lead + "/acceptance").then().statusCode(200);
    reaches("ACCEPTED");
  }

  private void openTheTrackingPage() {
    String link =
        await()
            .atMost(ofSeconds(30))
            .until(() -> Sojourn.oneTimeLinkTo(asked.email()), Optional::isPresent)
            .get();
    session =
        Api.anonymous()
            .contentType("application/json")
            .body(Map.of("token", link.substring(link.indexOf("token=") + 6).replaceAll("&.*", "")))
            .post("/api/v1/tracking/sessions")
            .then()
            .statusCode(201)
            .body("reference", equalTo(reference))
            .extract()
            .cookie("sojourn_tracking");
  }

  private void theClinicAsksAndThePatientAnswers() {
    String key = UUID.randomUUID().toString();
    for (int attempt = 0; attempt < 2; attempt++) {
      clinic()
          .header("Idempotency-Key", key)
          .body(Map.of("text", QUESTION))
          .post("/api/v1/clinic-leads/" + lead + "/question")
          .then()
          .statusCode(201);
    }
    assertEquals(List.of(), messagesToThePatient());
    release(QUESTION);
    assertEquals(List.of(QUESTION), messagesToThePatient());
    await()
        .atMost(ofSeconds(30))
        .until(
            () ->
                Sojourn.mailsTo(asked.email()).stream()
                    .anyMatch(mail -> mail.text().contains("There is a message for you")));
    patient()
        .contentType("application/json")
        .body(Map.of("text", ANSWER))
        .post(tracking("messages"))
        .then()
        .statusCode(201);
    assertEquals(List.of(QUESTION), messagesToTheClinic());
    release(ANSWER);
    assertEquals(List.of(QUESTION, ANSWER), messagesToTheClinic());
    await()
        .atMost(ofSeconds(30))
        .untilAsserted(() -> track().body("history.kind", hasItem("lead-asked")));
  }

  /** With one click on the facilitator's page, where it waits. */
  private void release(String text) {
    Page page = facilitator.open("/desk?waiting=MESSAGE").follow("/desk/inquiries/" + reference);
    assertTrue(page.text().contains(text), page.toString());
    Page released = page.form("/release").submit();
    assertEquals(200, released.status(), released.toString());
  }

  private String theClinicQuotes() {
    clinic()
        .body(
            Map.of(
                "items",
                List.of(
                    Map.of(
                        "text",
                        "Injection of one knee",
                        "amount",
                        Map.of("amount", "5200.00", "currency", "EUR"))),
                "included",
                List.of("Airport transfer"),
                "excluded",
                List.of("Flight"),
                "visits",
                2,
                "nights",
                3,
                "refundRule",
                "All of it until a week before",
                "validUntil",
                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                "language",
                "en"))
        .post("/api/v1/clinic-leads/" + lead + "/quote")
        .then()
        .statusCode(201);
    reaches("QUOTED");
    JsonPath quotes = patient().get(tracking("quotes")).then().statusCode(200).extract().jsonPath();
    assertTrue(quotes.getBoolean("complete"), quotes.prettify());
    assertEquals("5200.00", quotes.getString("items[0].total.amount"));
    assertEquals("Injection of one knee", quotes.getString("items[0].details.items[0].text"));
    assertEquals(List.of("Flight"), quotes.getList("items[0].details.excluded"));
    return quotes.getString("items[0].quoteId");
  }

  private ValidatableResponse choose(String quote) {
    return patient()
        .contentType("application/json")
        .body(Map.of("leadId", lead, "quoteId", quote))
        .post(tracking("choice"))
        .then();
  }

  private void theClinicReports() {
    clinic()
        .body(Map.of("outcome", "TREATED", "day", LocalDate.now(ZoneOffset.UTC).toString()))
        .post("/api/v1/clinic-leads/" + lead + "/treatment")
        .then()
        .statusCode(200);
    await()
        .atMost(ofSeconds(30))
        .untilAsserted(() -> track().body("report.outcome", equalTo("TREATED")));
    assertEquals("CHOSEN", state(), "one side's word is not enough");
  }

  private List<String> messagesToThePatient() {
    return patient().get(tracking("messages")).then().statusCode(200).extract().path("items.text");
  }

  private List<String> messagesToTheClinic() {
    return clinic()
        .get("/api/v1/clinic-leads/" + lead + "/messages")
        .then()
        .statusCode(200)
        .extract()
        .path("items.text");
  }

  private String theCase() {
    return clinic().get("/api/v1/clinic-leads/" + lead).then().statusCode(200).extract().asString();
  }

  private void reaches(String wanted) {
    await().atMost(ofSeconds(30)).untilAsserted(() -> assertEquals(wanted, state()));
  }

  private String state() {
    return Api.as(Api.FACILITATOR)
        .get("/api/v1/inquiries/" + inquiry)
        .jsonPath()
        .getString("inquiry.status");
  }

  private ValidatableResponse track() {
    return patient().get("/api/v1/tracking/" + reference).then().statusCode(200);
  }

  private RequestSpecification clinic() {
    return Api.as(Api.coordinatorOf(clinic)).contentType("application/json");
  }

  private RequestSpecification patient() {
    return Api.anonymous().cookie("sojourn_tracking", session).header("Origin", Sojourn.url());
  }

  private String tracking(String path) {
    return "/api/v1/tracking/" + reference + "/" + path;
  }
}
