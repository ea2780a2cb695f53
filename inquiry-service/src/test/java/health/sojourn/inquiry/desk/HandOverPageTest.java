package health.sojourn.inquiry.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.message.Message;
import health.sojourn.inquiry.message.Messages;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.quote.QuoteMoves;
import health.sojourn.inquiry.quote.QuoteMoves.Made;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.inquiry.routing.Placed;
import health.sojourn.inquiry.treatment.ReportMoves;
import health.sojourn.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandOverPageTest {
  private static final String REASON = "She told us on the phone today";

  @Inject Market market;
  @Inject Placed placed;
  @Inject QuoteMoves quotes;
  @Inject Messages messages;
  @Inject ReportMoves reports;

  private UUID inquiry;
  private UUID lead;
  private String address;

  @BeforeEach
  void anInquiryThatTwoClinicsAccepted() {
    inquiry = placed.acceptedBy("a", "b");
    lead = placed.leadAt(inquiry, "a");
    address = "/desk/inquiries/" + placed.reference(inquiry);
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Test
  void aQuestionWaitsIsCountedAndReleasedByOneClick() {
    int before = waiting("MESSAGE");
    UUID question = asked("How long is the flight?");
    assertEquals(before + 1, waiting("MESSAGE"));
    assertTrue(
        page("/desk?waiting=MESSAGE").text().contains(placed.reference(inquiry)),
        "the number leads to what it counts");
    Document page = page(address);
    assertTrue(page.text().contains("How long is the flight?"), page.text());
    Element form = page.selectFirst("form[action$=/release]");
    assertEquals("Release to the patient", form.selectFirst("button").text());
    for (int click = 0; click < 2; click++) {
      post("/messages/" + question + "/release", Map.of())
          .statusCode(303)
          .header("Location", endsWith(address));
    }
    assertEquals(before, waiting("MESSAGE"));
    assertTrue(page(address).select("form[action$=/release]").isEmpty());
    post("/messages/" + question + "/keep-back", Map.of()).statusCode(409);
  }

  @Test
  void whatWasKeptBackNoLongerWaits() {
    int before = waiting("MESSAGE");
    UUID question = asked("What is her name?");
    post("/messages/" + question + "/keep-back", Map.of()).statusCode(303);
    assertEquals(before, waiting("MESSAGE"));
    assertTrue(page(address).text().contains("Kept back."));
  }

  @Test
  void aMessageIsWrittenOnceAndComesBackWithWhatIsMissing() {
    Document page = page(address);
    String id = page.select("form[action$=/messages] input[name=id]").val();
    Map<String, String> message =
        Map.of("id", id, "lead", lead.toString(), "text", "I called her; all is well.");
    post("/messages", message).statusCode(303);
    post("/messages", message).statusCode(303);
    assertEquals(1, page(address).select(".words:contains(all is well)").size());
    Document again =
        Jsoup.parse(
            post("/messages", Map.of("id", id, "lead", lead.toString(), "text", "Another one"))
                .statusCode(409)
                .extract()
                .asString());
    assertEquals("Another one", again.select("textarea[name=text]").val());
    assertFalse(id.equals(again.select("form[action$=/messages] input[name=id]").val()));
    post("/messages", Map.of("id", id, "lead", lead.toString(), "text", " ")).statusCode(422);
  }

  @Test
  void itChoosesForThePatientWithAReason() {
    Made made = quotes.quotes(lead, "6400.00");
    quotes.tellsTheWhole(made, "6400.00");
    quotes.quotes(placed.leadAt(inquiry, "b"), "5900.00");
    Document page = page(address);
    assertTrue(page.text().contains("Injection of both knees"), page.text());
    assertTrue(page.text().contains("Some details are missing"), "b's can't be read");
    Document refused =
        Jsoup.parse(
            post("/choice", Map.of("quote", made.key(), "reason", " "))
                .statusCode(422)
                .extract()
                .asString());
    assertEquals("Say why; the reason is kept.", refused.select(".error-summary li").text());
    assertTrue(refused.select("input[value=%s]".formatted(made.key())).hasAttr("checked"));
    post("/choice", Map.of("reason", REASON)).statusCode(422);
    for (int click = 0; click < 2; click++) {
      post("/choice", Map.of("quote", made.key(), "reason", REASON)).statusCode(303);
    }
    assertEquals(InquiryStatus.CHOSEN, placed.status(inquiry));
    Document chosen = page(address);
    assertTrue(chosen.text().contains("Chosen by demo-facilitator"), chosen.text());
    assertTrue(chosen.text().contains(REASON), chosen.text());
    assertTrue(chosen.select("form[action$=/choice]").isEmpty());
  }

  @Test
  void anOfferThatWasTakenBackMeanwhileIsRefusedWithWhatWasTyped() {
    Made made = quotes.quotes(lead, "6400.00");
    quotes.withdraws(made);
    Document refused =
        Jsoup.parse(
            spanish("/choice", Map.of("quote", made.key(), "reason", REASON))
                .statusCode(409)
                .extract()
                .asString());
    assertEquals(
        "La clínica retiró este presupuesto; ya no se puede elegir.",
        refused.select(".error-summary li").text());
  }

  @Test
  void itConfirmsWhatTheClinicReports() {
    Made made = quotes.quotes(lead, "6400.00");
    post("/choice", Map.of("quote", made.key(), "reason", REASON)).statusCode(303);
    int before = waiting("REPORT");
    reports.reports(lead, "TREATED", null);
    assertEquals(before + 1, waiting("REPORT"));
    assertTrue(page("/desk?waiting=REPORT").text().contains(placed.reference(inquiry)));
    assertEquals("TREATED", page(address).select("input[name=outcome]").val());
    post("/confirmation", Map.of("outcome", "CANCELLED")).statusCode(409);
    post("/confirmation", Map.of("outcome", "TREATED")).statusCode(303);
    post("/confirmation", Map.of("outcome", "TREATED")).statusCode(303);
    assertEquals(InquiryStatus.COMPLETED, placed.status(inquiry));
    assertEquals(before, waiting("REPORT"));
    assertTrue(page(address).text().contains("Confirmed by demo-facilitator"));
  }

  @Test
  void itSpeaksSpanish() {
    quotes.tellsTheWhole(quotes.quotes(lead, "6400.00"), "6400.00");
    asked("How long is the flight?");
    Document page =
        Jsoup.parse(
            given()
                .auth()
                .oauth2(Tokens.facilitator())
                .header("Accept-Language", "es")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    page.select("[lang=en], .words").remove();
    assertTrue(page.text().contains("Elegir en nombre del paciente"), page.text());
    assertTrue(page.text().contains("Entregar al paciente"), page.text());
    assertFalse(page.text().matches("(?s).*\\b(The|the|offer|and|of)\\b.*"), page.text());
  }

  @Test
  void itIsNobodyElses() {
    UUID question = asked("How long is the flight?");
    for (String path : List.of("/choice", "/messages", "/confirmation")) {
      request(Tokens.clinic("a"), Map.of()).post(address + path).then().statusCode(403);
    }
    UUID other = placed.acceptedBy("c");
    request(Tokens.facilitator(), Map.of())
        .post("/desk/inquiries/" + placed.reference(other) + "/messages/" + question + "/release")
        .then()
        .statusCode(404);
  }

  private UUID asked(String text) {
    UUID id = UUID.randomUUID();
    messages.put(inquiry, lead, id, Actor.clinic("a"), Message.Kind.QUESTION, text);
    return id;
  }

  private static int waiting(String what) {
    String count =
        page("/desk").select(".rail-link[href$=waiting=%s] .count".formatted(what)).text();
    return count.isEmpty() ? 0 : Integer.parseInt(count);
  }

  private static Document page(String address) {
    return Jsoup.parse(
        given()
            .auth()
            .oauth2(Tokens.facilitator())
            .accept("text/html")
            .get(address)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private ValidatableResponse post(String path, Map<String, String> fields) {
    return request(Tokens.facilitator(), fields).post(address + path).then();
  }

  private ValidatableResponse spanish(String path, Map<String, String> fields) {
    return request(Tokens.facilitator(), fields)
        .header("Accept-Language", "es")
        .post(address + path)
        .then();
  }

  private static io.restassured.specification.RequestSpecification request(
      String token, Map<String, String> fields) {
    return given()
        .auth()
        .oauth2(token)
        .accept("text/html")
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParams(fields);
  }
}
