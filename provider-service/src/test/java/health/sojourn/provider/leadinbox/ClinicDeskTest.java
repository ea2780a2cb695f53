package health.sojourn.provider.leadinbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import health.sojourn.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CaseServer.class)
class ClinicDeskTest {
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  @Inject LeadTopic topic;

  @BeforeEach
  void theCaseIsThere() {
    CaseServer.isBack();
  }

  @Test
  void anEmptyInboxSaysWhatWillHappen() {
    Document page = get("demo-tokyo", "/clinic-desk", 200);
    assertThat(page.select("#none").text()).contains("No inquiries yet", "you get mail");
  }

  @Test
  void aNewLeadShowsItsClockInWords() {
    UUID lead = topic.offer("demo-panama", TOMORROW);
    Document page = get("demo-panama", "/clinic-desk", 200);
    var row = page.selectFirst("tr:has(a[href=/clinic-desk/leads/" + lead + "])");
    assertThat(row.text()).contains("Germany", "German", "Offered", "h");
    assertThat(row.select(".clock").text()).contains("left");
    assertThat(page.text()).contains("waits for your answer");
  }

  @Test
  void theCaseIsShownAndAcceptedWithOneButton() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    Document page = get("demo-berlin", "/clinic-desk/leads/" + lead, 200);
    assertThat(page.text()).contains("3 of 4", "6 of 10", "60-69 years", "Exercise", "USD 8,000");
    String action = page.select("form[action$=/acceptance]").attr("action");
    as("demo-berlin")
        .redirects()
        .follow(false)
        .post(action)
        .then()
        .statusCode(303)
        .header("Location", endsWith("/clinic-desk/leads/" + lead));
    Document after = get("demo-berlin", "/clinic-desk/leads/" + lead, 200);
    assertThat(after.text()).contains("You accepted this case");
    assertThat(after.select("form[action$=/decline]")).isEmpty();
  }

  @Test
  void decliningNeedsAReasonAndKeepsThePage() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    String path = "/clinic-desk/leads/" + lead + "/decline";
    Document again =
        Jsoup.parse(as("demo-berlin").post(path).then().statusCode(422).extract().asString());
    assertThat(again.select(".error-summary a").attr("href")).isEqualTo("#reason");
    as("demo-berlin")
        .redirects()
        .follow(false)
        .formParam("reason", "MEDICAL_RISK")
        .post(path)
        .then()
        .statusCode(303);
    assertThat(get("demo-berlin", "/clinic-desk/leads/" + lead, 200).text())
        .contains("You declined this case", "Medical risk");
  }

  @Test
  void aClosedLeadShowsTheReason() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    topic.send(LeadEvents.CLOSED, topic.example("lead-closed", lead), UUID.randomUUID());
    topic.awaitStatus(lead, InboxStatus.CLOSED);
    assertThat(get("demo-berlin", "/clinic-desk/leads/" + lead, 200).text())
        .contains("Your answer came after the time was over");
  }

  @Test
  void aCaseThatCannotBeFetchedIsSaidAndTheRestStays() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    CaseServer.status = 500;
    Document page = get("demo-berlin", "/clinic-desk/leads/" + lead, 503);
    assertThat(page.text()).contains("The case can't be shown right now", "Try again");
    assertThat(page.select("form[action$=/acceptance]")).hasSize(1);
  }

  @Test
  void theInboxIsNarrowedFromItsRail() {
    String clinic = "demo-bangkok";
    UUID fresh = topic.offer(clinic, TOMORROW);
    UUID accepted = topic.accepted(clinic);
    Document page = get(clinic, "/clinic-desk?filter=ACCEPTED", 200);
    assertThat(page.select("tbody a").eachAttr("href"))
        .contains("/clinic-desk/leads/" + accepted)
        .doesNotContain("/clinic-desk/leads/" + fresh);
    assertThat(page.select(".rail [aria-current]").text()).contains("quote to write");
    var unread = get(clinic, "/clinic-desk?filter=UNREAD", 200);
    assertThat(unread.select("tr:has(a[href$=" + fresh + "])").text()).contains("New");
    get(clinic, "/clinic-desk/leads/" + fresh, 200);
    var row = get(clinic, "/clinic-desk", 200).select("tr:has(a[href$=" + fresh + "])");
    assertThat(row.select(".new-mark")).isEmpty();
    assertThat(get(clinic, "/clinic-desk?filter=QUOTED", 200).select("#none").text())
        .contains("Nothing here");
    get(clinic, "/clinic-desk?filter=SOME", 400);
  }

  @Test
  void aLeadSaysHowFarItIs() {
    UUID lead = topic.accepted("demo-berlin");
    Document page = get("demo-berlin", "/clinic-desk/leads/" + lead, 200);
    assertThat(page.select(".steps .step-done").eachText()).anyMatch(it -> it.contains("Accepted"));
    assertThat(page.select(".steps [aria-current]").text()).contains("Quote sent");
    assertThat(page.select("a[href=/clinic-desk/leads/" + lead + "/quote]").text())
        .isEqualTo("Write the quote");
  }

  @Test
  void severalAreDeclinedAtOnceOnlyByAPausedClinic() {
    UUID one = topic.offer("demo-berlin", TOMORROW);
    as("demo-berlin")
        .formParam("lead", one)
        .formParam("reason", "NO_CAPACITY")
        .post("/clinic-desk/declines")
        .then()
        .statusCode(409);
    assertThat(topic.status(one)).isEqualTo(InboxStatus.OFFERED);
    assertThat(get("demo-berlin", "/clinic-desk", 200).select("input[name=lead]")).isEmpty();
  }

  @Test
  void aPausedClinicDeclinesSeveralAtOnceAndHearsOfThoseItCannot() {
    String paused = "demo-busan";
    UUID one = topic.offer(paused, TOMORROW);
    UUID two = topic.offer(paused, TOMORROW);
    UUID accepted = topic.accepted(paused);
    Document inbox = get(paused, "/clinic-desk", 200);
    assertThat(inbox.select("input[name=lead]").eachAttr("value"))
        .contains(one.toString(), two.toString())
        .doesNotContain(accepted.toString());
    as(paused)
        .formParam("reason", "NO_CAPACITY")
        .post("/clinic-desk/declines")
        .then()
        .statusCode(422);
    as(paused)
        .redirects()
        .follow(false)
        .formParam("lead", one, two)
        .formParam("reason", "NO_CAPACITY")
        .post("/clinic-desk/declines")
        .then()
        .statusCode(303);
    assertThat(topic.status(one)).isEqualTo(InboxStatus.DECLINED);
    assertThat(topic.awaitAnswers(two, 1).get(0)).contains("lead-declined", "NO_CAPACITY");
    UUID three = topic.offer(paused, TOMORROW);
    Document some =
        Jsoup.parse(
            as(paused)
                .formParam("lead", three, accepted)
                .formParam("reason", "NO_CAPACITY")
                .post("/clinic-desk/declines")
                .then()
                .statusCode(409)
                .extract()
                .asString());
    assertThat(some.select(".banner a").eachAttr("href"))
        .containsExactly("/clinic-desk/leads/" + accepted);
    assertThat(topic.status(three)).isEqualTo(InboxStatus.DECLINED);
  }

  @Test
  void aQuestionIsAskedOnceHoweverOftenItIsClicked() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    String path = "/clinic-desk/leads/" + lead + "/messages";
    Document page = get("demo-berlin", path, 200);
    assertThat(page.select(".timeline").text())
        .contains("Since when do you take <b>blood thinners</b>?", "A facilitator has not let it");
    String key = page.select("input[name=key]").attr("value");
    for (int click = 0; click < 2; click++) {
      as("demo-berlin")
          .redirects()
          .follow(false)
          .formParam("key", key)
          .formParam("kind", "QUESTION")
          .formParam("text", "How far can you walk?")
          .post(path)
          .then()
          .statusCode(303);
    }
    as("demo-berlin").post("/clinic-desk/leads/" + lead + "/acceptance");
    assertThat(topic.awaitAnswers(lead, 2).stream().map(it -> it.split(" ")[0]))
        .containsExactly(
            "health.sojourn.provider.lead-asked.v1", "health.sojourn.provider.lead-accepted.v1");
  }

  @Test
  void wordsThatCannotBeKeptComeBack() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    String path = "/clinic-desk/leads/" + lead + "/messages";
    CaseServer.status = 500;
    Document again = write(path, "QUESTION", "How far can you walk?", 503);
    assertThat(again.select("textarea").text()).isEqualTo("How far can you walk?");
    assertThat(again.select(".error-summary").text()).contains("try again");
    assertThat(again.text()).contains("messages can't be shown");
    CaseServer.isBack();
    Document undecided = write(path, "", "How far can you walk?", 422);
    assertThat(undecided.select(".error-summary a").attr("href")).isEqualTo("#kind");
    assertThat(write(path, "MESSAGE", " ", 422).select(".error-summary a").attr("href"))
        .isEqualTo("#text");
  }

  @Test
  void aChosenLeadIsHandedOver() {
    UUID lead = topic.accepted("demo-berlin");
    String path = "/clinic-desk/leads/" + lead + "/hand-over";
    get("demo-berlin", path, 409);
    topic.choose(lead);
    CaseServer.chosen = true;
    Document page = get("demo-berlin", path, 200);
    assertThat(page.text()).contains("Demo Patient", "+4915112345678", "patient@example.org");
    as("demo-berlin")
        .redirects()
        .follow(false)
        .formParam("done", "CONTACTED", "DATES_AGREED")
        .formParam("arrivesOn", "2027-02-10")
        .formParam("treatedOn", "2027-02-11")
        .post(path)
        .then()
        .statusCode(303);
    // A colleague's page from before knows nothing of these ticks and leaves them.
    as("demo-berlin")
        .redirects()
        .follow(false)
        .formParam("done", "TRAVEL_ARRANGED")
        .formParam("arrivesOn", "2027-02-10")
        .post(path)
        .then()
        .statusCode(303);
    Document after = get("demo-berlin", path, 200);
    assertThat(after.select("input[name=done][checked]").eachAttr("value"))
        .containsExactly("CONTACTED", "DATES_AGREED", "TRAVEL_ARRANGED");
    assertThat(after.select("label:has([value=CONTACTED]) small").text()).contains("demo-clinic");
    as("demo-berlin")
        .formParam("was", "CONTACTED", "DATES_AGREED", "TRAVEL_ARRANGED")
        .formParam("done", "CONTACTED", "TRAVEL_ARRANGED")
        .post(path);
    assertThat(get("demo-berlin", path, 200).select("input[name=done][checked]").eachAttr("value"))
        .containsExactly("CONTACTED", "TRAVEL_ARRANGED");
  }

  @Test
  void datesAndReportsThatCannotBeComeBack() {
    UUID lead = topic.accepted("demo-berlin");
    topic.choose(lead);
    String path = "/clinic-desk/leads/" + lead + "/hand-over";
    Document again =
        Jsoup.parse(
            as("demo-berlin")
                .formParam("done", "CONTACTED")
                .formParam("arrivesOn", "2027-02-10")
                .formParam("treatedOn", "2027-02-09")
                .post(path)
                .then()
                .statusCode(422)
                .extract()
                .asString());
    assertThat(again.select(".error-summary a").attr("href")).isEqualTo("#treatedOn");
    assertThat(again.select("#treatedOn").attr("value")).isEqualTo("2027-02-09");
    assertThat(again.select("input[name=done][checked]").attr("value")).isEqualTo("CONTACTED");
    Document report =
        Jsoup.parse(
            as("demo-berlin")
                .formParam("outcome", "CANCELLED")
                .formParam("day", "soon")
                .post(path + "/report")
                .then()
                .statusCode(422)
                .extract()
                .asString());
    assertThat(report.select(".error-summary a").eachAttr("href")).contains("#day");
    String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
    as("demo-berlin")
        .redirects()
        .follow(false)
        .formParam("outcome", "CANCELLED")
        .formParam("reason", "DID_NOT_COME")
        .formParam("day", today)
        .post(path + "/report")
        .then()
        .statusCode(303);
    assertThat(get("demo-berlin", path, 200).text())
        .contains("Cancelled", "The patient did not come", "waits to be confirmed");
    assertThat(
            get("demo-berlin", "/clinic-desk?filter=ENDED", 200).select("tbody a").eachAttr("href"))
        .contains("/clinic-desk/leads/" + lead);
  }

  private static Document write(String path, String kind, String text, int status) {
    return Jsoup.parse(
        as("demo-berlin")
            .formParam("key", "k")
            .formParam("kind", kind)
            .formParam("text", text)
            .post(path)
            .then()
            .statusCode(status)
            .extract()
            .asString());
  }

  @Test
  void theDeskSpeaksSpanish() {
    assertThat(get("demo-tokyo", "/clinic-desk?lang=es", 200).select("#none").text())
        .contains("Todavía no hay solicitudes", "usted recibirá un correo");
    UUID lead = topic.offer("demo-tijuana", TOMORROW);
    Document inbox = get("demo-tijuana", "/clinic-desk?lang=es", 200);
    assertThat(inbox.selectFirst("html").attr("lang")).isEqualTo("es");
    assertThat(inbox.title()).isEqualTo("Bandeja de entrada – Sojourn");
    var row = inbox.selectFirst("tr:has(a[href=/clinic-desk/leads/" + lead + "])");
    assertThat(row.text()).contains("Alemania", "alemán", "Ofrecida", "dentro de");
    assertThat(row.select("td").eachAttr("data-label"))
        .containsExactly("El paciente vive en", "Habla", "Estado", "Respuesta");
    Document open = get("demo-tijuana", "/clinic-desk/leads/" + lead + "?lang=es", 200);
    assertThat(open.select("main").text().replace('\u00a0', ' '))
        .contains("Rodilla, Izquierda", "3 de 4", "6 de 10", "60-69 años")
        .contains("Ejercicio, Pastillas antiinflamatorias", "no indicó nada", "alemán, inglés")
        .contains("USD 8 000", "1 de febrero de 2027", "Riesgo médico", "Aceptar este caso");
    String declined = "/clinic-desk/leads/" + lead + "/decline?lang=es";
    Document again =
        Jsoup.parse(as("demo-tijuana").post(declined).then().statusCode(422).extract().asString());
    assertThat(again.select(".error-summary").text())
        .isEqualTo("Falta una cosa Elija por qué rechaza el caso.");
  }

  @Test
  void everyEndOfALeadIsSaidInSpanish() {
    UUID closed = topic.offer("demo-berlin", TOMORROW);
    topic.send(LeadEvents.CLOSED, topic.example("lead-closed", closed), UUID.randomUUID());
    topic.awaitStatus(closed, InboxStatus.CLOSED);
    assertThat(get("demo-berlin", "/clinic-desk/leads/" + closed + "?lang=es", 200).text())
        .contains("Cerrada", "Su respuesta llegó cuando el plazo había terminado.");
    UUID declined = topic.offer("demo-berlin", TOMORROW);
    as("demo-berlin")
        .formParam("reason", "PRICE")
        .post("/clinic-desk/leads/" + declined + "/decline");
    assertThat(get("demo-berlin", "/clinic-desk/leads/" + declined + "?lang=es", 200).text())
        .contains("Ustedes rechazaron este caso", "No alcanza lo que puede pagar.");
    UUID tooLate = topic.offer("demo-berlin", Instant.now().minusSeconds(60));
    assertThat(get("demo-berlin", "/clinic-desk/leads/" + tooLate + "?lang=es", 200).text())
        .contains("El plazo para responder ha terminado", "La solicitud pasa a otra clínica");
    CaseServer.status = 500;
    UUID away = topic.offer("demo-berlin", TOMORROW);
    assertThat(get("demo-berlin", "/clinic-desk/leads/" + away + "?lang=es", 503).text())
        .contains("Ahora no se puede mostrar el caso", "Intentarlo de nuevo");
  }

  @Test
  void nobodyElseGetsIn() {
    given().accept("text/html").get("/clinic-desk").then().statusCode(401);
    given().auth().oauth2(Tokens.facilitator()).get("/clinic-desk").then().statusCode(403);
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    as("demo-munich").get("/clinic-desk/leads/" + lead).then().statusCode(404);
    as("demo-munich").post("/clinic-desk/leads/" + lead + "/acceptance").then().statusCode(404);
    as("demo-munich").get("/clinic-desk/leads/" + lead + "/messages").then().statusCode(404);
    as("demo-munich").get("/clinic-desk/leads/" + lead + "/hand-over").then().statusCode(404);
  }

  private static Document get(String clinic, String path, int status) {
    return Jsoup.parse(as(clinic).get(path).then().statusCode(status).extract().asString());
  }

  private static RequestSpecification as(String clinic) {
    return given().accept("text/html").auth().oauth2(Tokens.clinic(clinic));
  }
}
