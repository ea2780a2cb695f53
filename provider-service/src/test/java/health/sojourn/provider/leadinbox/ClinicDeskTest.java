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
    CaseServer.status = 200;
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
  }

  private static Document get(String clinic, String path, int status) {
    return Jsoup.parse(as(clinic).get(path).then().statusCode(status).extract().asString());
  }

  private static RequestSpecification as(String clinic) {
    return given().accept("text/html").auth().oauth2(Tokens.clinic(clinic));
  }
}
