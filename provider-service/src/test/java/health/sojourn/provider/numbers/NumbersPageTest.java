package health.sojourn.provider.numbers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import health.sojourn.provider.leadinbox.CaseServer;
import health.sojourn.provider.leadinbox.LeadTopic;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CaseServer.class)
class NumbersPageTest {
  private static final String CLINIC = "demo-phuket";
  private static final String NUMBERS = "/api/v1/clinics/" + CLINIC + "/numbers";
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  @Inject LeadTopic topic;

  @Test
  void countsWhatTheClinicAnswered() {
    int before = as(Tokens.clinic(CLINIC)).get(NUMBERS).path("answers.offered");
    UUID accepted = topic.offer(CLINIC, TOMORROW);
    UUID declined = topic.offer(CLINIC, TOMORROW);
    topic.offer(CLINIC, TOMORROW);
    as(Tokens.clinic(CLINIC)).post("/api/v1/clinic-leads/" + accepted + "/acceptance");
    as(Tokens.clinic(CLINIC))
        .body("{\"reason\":\"LANGUAGE\"}")
        .post("/api/v1/clinic-leads/" + declined + "/decline");
    as(Tokens.facilitator())
        .get(NUMBERS)
        .then()
        .statusCode(200)
        .body("answers.offered", equalTo(before + 3))
        .body("answers.accepted", greaterThanOrEqualTo(1))
        .body("answers.waiting", greaterThanOrEqualTo(1))
        .body("declines.code", hasItem("LANGUAGE"))
        .body("outcomes.code", hasItem("ACCEPTED"))
        .body("answerHours.answers", greaterThanOrEqualTo(2))
        .body("weeks", hasSize(greaterThanOrEqualTo(13)));
    Document page = page(CLINIC, "");
    assertThat(page.select("svg rect").size()).isGreaterThan(4);
    assertThat(page.select("svg").attr("aria-labelledby")).isEqualTo("weeks-title");
    assertThat(page.select("#weeks tbody tr").first().text()).contains("%d".formatted(before + 3));
    assertThat(page.select("main").text()).contains("Half of your answers", "Language", "Accepted");
  }

  @Test
  void agreesWithWhatPatientsAreTold() {
    Number told = given().get("/api/v1/clinics/demo-seoul").path("responseHours");
    Number counted =
        as(Tokens.clinic("demo-seoul"))
            .get("/api/v1/clinics/demo-seoul/numbers")
            .path("answerHours.median");
    assertThat(counted.doubleValue()).isEqualTo(told.doubleValue());
  }

  @Test
  void saysWhereThereIsNothingYet() {
    assertThat(page("demo-antalya", "").select("#none").text()).contains("Nothing to count yet");
    assertThat(page("demo-antalya", "?lang=es").select("main").text())
        .contains("Todavía no hay nada que contar", "los últimos 90 días");
  }

  @Test
  void speaksSpanish() {
    Document page = page("demo-seoul", "?lang=es");
    assertThat(page.title()).isEqualTo("Nuestras cifras – Sojourn");
    assertThat(page.select("#weeks thead").text()).contains("Semana del", "Rechazadas");
  }

  @Test
  void areNobodyElses() {
    given().get(NUMBERS).then().statusCode(401);
    as(Tokens.clinic("demo-berlin")).get(NUMBERS).then().statusCode(404);
    as(Tokens.editor()).get(NUMBERS).then().statusCode(403);
    as(Tokens.facilitator()).get("/api/v1/clinics/nowhere/numbers").then().statusCode(404);
  }

  private static Document page(String clinic, String query) {
    return Jsoup.parse(
        as(Tokens.clinic(clinic))
            .accept("text/html")
            .get("/clinic-desk/numbers" + query)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static RequestSpecification as(String token) {
    return given().contentType("application/json").auth().oauth2(token);
  }
}
