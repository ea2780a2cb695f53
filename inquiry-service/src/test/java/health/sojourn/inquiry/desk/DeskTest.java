package health.sojourn.inquiry.desk;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.inquiry.intake.Inquiries;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.privacy.AuditLog;
import health.sojourn.inquiry.routing.Market;
import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskTest {
  @Inject Market market;
  @Inject Inquiries inquiries;
  @Inject AuditLog audit;

  private UUID id;
  private String reference;

  @BeforeEach
  void oneInquiryAtAClinic() {
    market.clear();
    market.clinic("first");
    market.clinic("second", json -> json.put("responseHours", 72));
    market.clinic("suspended", json -> json.put("suspended", true));
    id = market.inquiry();
    await().atMost(10, SECONDS).until(() -> status() == InquiryStatus.ROUTED);
    reference =
        QuarkusTransaction.requiringNew().call(() -> inquiries.find(id).orElseThrow().reference());
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Test
  void theListShowsWhoHasItAndWhatIsDue() {
    Document page = page("/desk?status=ROUTED");
    var row =
        page.select("tbody tr").stream().filter(tr -> tr.text().contains(reference)).findFirst();
    assertTrue(row.orElseThrow().text().contains("Clinic first"), page.text());
    assertTrue(row.get().select(".clock").text().contains("left"));
    assertEquals("/desk/inquiries/" + reference, row.get().select("a").attr("href"));
    var here = page.select(".rail-link[aria-current]");
    assertEquals("With a clinic", here.select("span").first().text());
    assertTrue(Integer.parseInt(here.select(".count").text()) >= 1);
  }

  @Test
  void oneIsFoundByItsReferenceOrItsAddress() {
    assertEquals(1, page("/desk?q=" + reference).select("tbody tr").size());
    Document nothing = page("/desk?q=nobody@example.org");
    assertEquals(0, nothing.select("tbody tr").size());
    assertFalse(nothing.select(".empty").isEmpty());
  }

  @Test
  void anInquirySaysWhoWhatAndWhy() {
    Document page = page("/desk/inquiries/" + reference);
    assertTrue(page.text().contains("Erika Beispiel"));
    assertTrue(page.text().contains("What a clinic pays us played no part."));
    Document same = page("/desk/inquiries/" + id);
    assertEquals(page.select("h1").text(), same.select("h1").text());
    var decision = page.select(".decision");
    assertEquals(5 * 2, decision.select("meter").size());
    assertTrue(decision.text().contains("SUSPENDED The clinic is suspended."));
    assertEquals(
        List.of("Received", "Routed", "Offered"), page.select(".timeline-title").eachText());
    assertTrue(page.text().contains("Share health data with clinics: Colombia, Mexico"));
    var last = QuarkusTransaction.requiringNew().call(() -> audit.of(id).get(0));
    assertEquals(AuditLog.Act.READ_IDENTITY, last.act());
  }

  @Test
  void itSpeaksSpanish() {
    Document list = spanish("/desk?status=ROUTED");
    assertEquals("Solicitudes", list.select("h1").text());
    assertEquals("En una clínica", list.select(".rail-link[aria-current] span").first().text());
    assertTrue(list.select("tbody").text().contains("Alemania, alemán, nacimiento: 1961"));
    Document page = spanish("/desk/inquiries/" + reference);
    assertTrue(page.text().contains("Lo que nos paga una clínica no ha influido."));
    assertTrue(page.text().contains("Compartir datos de salud con clínicas: Colombia, México"));
    assertTrue(page.text().contains("Texto 2026-11 en inglés, dado el"));
    String decision = page.select(".decision").text();
    assertTrue(decision.contains("SUSPENDED La clínica está suspendida."), decision);
    assertTrue(decision.contains("idioma 0,6 × 0,3: Habla inglés, como se pidió"), decision);
    assertEquals(
        List.of("Recibida", "Se buscó clínica", "Ofrecida"),
        page.select(".timeline-title").eachText());
    assertFalse(page.text().matches("(?s).*\\b(The|the|clinic|and|of)\\b.*"), page.text());
  }

  @Test
  void itsFormComesBackInSpanishAndItsLanguageCanBeChanged() {
    Document page =
        Jsoup.parse(
            request(Tokens.facilitator(), List.of("suspended"), " ", null)
                .header("Accept-Language", "es")
                .header("Referer", "http://localhost/desk/inquiries/" + reference + "/routing")
                .post("/desk/inquiries/" + reference + "/routing")
                .then()
                .statusCode(422)
                .extract()
                .asString());
    assertEquals("Diga por qué; el motivo se guarda.", page.select(".error-summary li").text());
    assertEquals(
        "/desk/inquiries/" + reference + "?lang=en",
        page.select(".site-language a[lang=en]").attr("href"));
    String forbidden =
        request(Tokens.facilitator(), List.of("suspended"), "Por favor", null)
            .header("Accept-Language", "es")
            .post("/desk/inquiries/" + reference + "/routing")
            .then()
            .statusCode(403)
            .extract()
            .asString();
    assertEquals(
        "Una de las clínicas elegidas está suspendida.",
        Jsoup.parse(forbidden).select(".error-summary li").text());
  }

  @Test
  void itIsMovedByHandWithoutScripts() {
    Document page = page("/desk/inquiries/" + reference);
    String key = page.select("form:has(textarea) input[name=key]").attr("value");
    for (int click = 0; click < 2; click++) {
      post(Tokens.facilitator(), List.of("second"), "Asked for it", key)
          .statusCode(303)
          .header("Location", endsWith("/desk/inquiries/" + reference));
    }
    Document after = page("/desk/inquiries/" + reference);
    assertEquals(2, after.select(".decision").size());
    assertTrue(after.text().contains("Reason: Asked for it"));
    assertTrue(after.text().contains("Withdrawn"));
  }

  @Test
  void whatIsMissingIsSaidKindlyAndWhatWasTypedStays() {
    String html =
        post(Tokens.facilitator(), List.of("second"), " ", null)
            .statusCode(422)
            .extract()
            .asString();
    Document page = Jsoup.parse(html);
    assertEquals("Say why; the reason is kept.", page.select(".error-summary li").text());
    assertTrue(page.select("input[value=second]").hasAttr("checked"));
  }

  @Test
  void onlyALeadFacilitatorIsOfferedWhatARuleForbids() {
    assertTrue(page("/desk/inquiries/" + reference).select("input[value=suspended]").isEmpty());
    String forbidden =
        post(Tokens.facilitator(), List.of("suspended"), "Please", null)
            .statusCode(403)
            .extract()
            .asString();
    assertTrue(Jsoup.parse(forbidden).select(".error-summary").text().contains("suspended"));
    Document lead =
        Jsoup.parse(
            get(Tokens.leadFacilitator(), "/desk/inquiries/" + reference).extract().asString());
    assertEquals(1, lead.select("input[value=suspended]").size());
    post(Tokens.leadFacilitator(), List.of("suspended"), "It is back", null).statusCode(303);
  }

  @Test
  void itIsNobodyElses() {
    given().accept("text/html").get("/desk").then().statusCode(401);
    get(Tokens.clinic("first"), "/desk/inquiries/" + reference).statusCode(403);
    get(Tokens.facilitator(), "/desk/inquiries/SJ-0000-0000").statusCode(404);
  }

  private InquiryStatus status() {
    return QuarkusTransaction.requiringNew().call(() -> inquiries.find(id).orElseThrow().status());
  }

  private static Document page(String address) {
    return Jsoup.parse(get(Tokens.facilitator(), address).statusCode(200).extract().asString());
  }

  private static Document spanish(String address) {
    return Jsoup.parse(
        given()
            .auth()
            .oauth2(Tokens.facilitator())
            .header("Accept-Language", "es")
            .accept("text/html")
            .get(address)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static ValidatableResponse get(String token, String address) {
    return given().auth().oauth2(token).accept("text/html").get(address).then();
  }

  private ValidatableResponse post(String token, List<String> clinics, String reason, String key) {
    return request(token, clinics, reason, key)
        .post("/desk/inquiries/" + reference + "/routing")
        .then();
  }

  private static RequestSpecification request(
      String token, List<String> clinics, String reason, String key) {
    RequestSpecification request =
        given()
            .auth()
            .oauth2(token)
            .accept("text/html")
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParam("mode", "MANUAL")
            .formParam("clinics", clinics)
            .formParam("reason", reason);
    if (key != null) {
      request.formParam("key", key);
    }
    return request;
  }
}
