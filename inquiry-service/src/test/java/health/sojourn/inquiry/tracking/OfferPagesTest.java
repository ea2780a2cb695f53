package health.sojourn.inquiry.tracking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
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
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OfferPagesTest {
  @Inject Market market;
  @Inject Placed placed;
  @Inject QuoteMoves quotes;
  @Inject Messages messages;
  @Inject ReportMoves reports;
  @Inject Visits visits;

  private UUID inquiry;
  private UUID lead;
  private String address;

  @BeforeEach
  void anInquiryThatTwoClinicsAccepted() {
    inquiry = placed.acceptedBy("a", "b");
    lead = placed.leadAt(inquiry, "a");
    address = "/inquiries/" + placed.reference(inquiry);
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Test
  void offersStandSideBySideAndSayWhatIsNotKnown() {
    quotes.tellsTheWhole(quotes.quotes(lead, "6400.00"), "6400.00");
    quotes.quotes(placed.leadAt(inquiry, "b"), "5900.00");
    Document page = page("");
    assertEquals(List.of("Clinic a", "Clinic b"), page.select(".tile h3").eachText());
    String a = page.select(".tile").first().text();
    for (String part :
        List.of("USD 6,400", "Airport transfer", "Flight", "Half of it", "Injection of both")) {
      assertTrue(a.replace('\u00a0', ' ').contains(part), part + " in " + a);
    }
    String b = page.select(".tile").last().text();
    assertTrue(b.contains("can’t be shown right now"), b);
    assertTrue(page.text().contains("Some details are missing"));
    assertEquals(2, page.select(".tile a.button").size());
  }

  @Test
  void choosingSaysFirstWhatIsToldToWhom() {
    Made made = quotes.quotes(lead, "6400.00");
    Document ask = page(page("").select(".tile a.button").attr("href").substring(address.length()));
    assertEquals("Choose Clinic a?", ask.select("h1").text());
    for (String told : List.of("Erika Beispiel", placed.address(inquiry), "Clinic b")) {
      assertTrue(ask.text().contains(told), told + " in " + ask.text());
    }
    assertEquals(InquiryStatus.QUOTED, placed.status(inquiry), "looking changes nothing");
    for (int click = 0; click < 2; click++) {
      post("/choice", Map.of("quote", made.key()))
          .statusCode(303)
          .header("Location", endsWith(address));
    }
    assertEquals(InquiryStatus.CHOSEN, placed.status(inquiry));
    Document chosen = page("");
    assertTrue(chosen.text().contains("You chose Clinic a"), chosen.text());
    assertTrue(chosen.select(".tile a.button").isEmpty());
    visits
        .of(inquiry)
        .get(address + "/choice?quote=" + made.key())
        .then()
        .statusCode(303)
        .header("Location", endsWith(address));
  }

  @Test
  void anOfferThatWasTakenBackMeanwhileIsNotChosen() {
    Made made = quotes.quotes(lead, "6400.00");
    quotes.withdraws(made);
    Document page =
        Jsoup.parse(
            post("/choice", Map.of("quote", made.key())).statusCode(409).extract().asString());
    assertTrue(page.select(".error-summary").text().contains("took this offer back"));
    assertEquals("#offers", page.select(".error-summary a").attr("href"));
    assertTrue(page.select(".tile").text().contains("Taken back by the clinic"));
    post("/choice", Map.of("quote", "nonsense")).statusCode(404);
  }

  @Test
  void aQuestionIsAnsweredOnThePage() {
    UUID question = UUID.randomUUID();
    messages.put(
        inquiry, lead, question, Actor.clinic("a"), Message.Kind.QUESTION, "How <b>far</b>?");
    assertTrue(page("").select(".words").isEmpty());
    messages.release(inquiry, question, Actor.facilitator("demo-facilitator"));
    Document page = page("");
    assertEquals("How <b>far</b>?", page.select(".words").text());
    String id = page.select("form[action$=/messages] input[name=id]").val();
    Map<String, String> answer = Map.of("id", id, "lead", lead.toString(), "text", "Two hours.");
    post("/messages", answer).statusCode(303);
    post("/messages", answer).statusCode(303);
    assertEquals(List.of("How <b>far</b>?", "Two hours."), page("").select(".words").eachText());
    assertTrue(page("").text().contains("A facilitator reads it first."));
    Document wrong =
        Jsoup.parse(
            post("/messages", Map.of("id", id, "lead", lead.toString(), "text", "Three hours."))
                .statusCode(409)
                .extract()
                .asString());
    assertEquals("Three hours.", wrong.select("textarea").val());
    post("/messages", Map.of("id", id, "lead", lead.toString(), "text", "")).statusCode(422);
  }

  @Test
  void aReportIsConfirmedOnThePage() {
    Made made = quotes.quotes(lead, "6400.00");
    post("/choice", Map.of("quote", made.key())).statusCode(303);
    reports.reports(lead, "TREATED", null);
    assertEquals("Yes, I was treated", page("").select("form[action$=/confirmation]").text());
    post("/confirmation", Map.of("outcome", "CANCELLED")).statusCode(409);
    post("/confirmation", Map.of("outcome", "TREATED")).statusCode(303);
    assertEquals(InquiryStatus.COMPLETED, placed.status(inquiry));
    assertTrue(page("").select("form[action$=/confirmation]").isEmpty());
  }

  @Test
  void itSpeaksSpanish() {
    quotes.tellsTheWhole(quotes.quotes(lead, "6400.00"), "6400.00");
    Document page =
        Jsoup.parse(
            visits
                .of(inquiry)
                .header("Accept-Language", "es")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    page.select("[lang=en]").remove();
    assertEquals("Sus presupuestos", page.select("#offers").text());
    assertFalse(page.text().matches("(?s).*\\b(the|your|and|you|offer)\\b.*"), page.text());
  }

  @Test
  void itIsClosedWithoutItsOwnSession() {
    UUID other = market.inquiry();
    for (String path : List.of("/choice", "/messages", "/confirmation")) {
      given()
          .contentType("application/x-www-form-urlencoded")
          .post(address + path)
          .then()
          .statusCode(404)
          .body(containsString("Send me a link"));
      visits
          .of(other)
          .contentType("application/x-www-form-urlencoded")
          .post(address + path)
          .then()
          .statusCode(404);
    }
    given().get(address + "/choice").then().statusCode(404);
    assertEquals(InquiryStatus.ACCEPTED, placed.status(inquiry));
  }

  private Document page(String path) {
    return Jsoup.parse(
        visits.of(inquiry).get(address + path).then().statusCode(200).extract().asString());
  }

  private ValidatableResponse post(String path, Map<String, String> fields) {
    return visits
        .of(inquiry)
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .formParams(fields)
        .post(address + path)
        .then();
  }
}
