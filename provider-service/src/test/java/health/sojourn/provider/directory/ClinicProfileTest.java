package health.sojourn.provider.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClinicProfileTest {

  @Nested
  class AsData {

    @Test
    void hasEveryFactWithWhoSaysSo() {
      JsonPath clinic =
          given().get("/api/v1/clinics/demo-bogota").then().statusCode(200).extract().jsonPath();
      assertThat(clinic.getList("facts")).hasSize(11);
      assertThat(clinic.getList("offers[0].facts")).hasSize(28);
      Map<String, Object> fact = clinic.getMap("offers[0].facts.find { it.name == 'doseMin' }");
      assertThat(fact)
          .containsOnlyKeys(
              "name", "value", "unit", "source", "level", "checkedAt", "checkedBy", "validTo")
          .containsEntry("value", 40)
          .containsEntry("unit", "million cells")
          .containsEntry("level", "2")
          .containsEntry("checkedAt", "2026-09-14");
    }

    @Test
    void saysUnknownAndExpired() {
      JsonPath clinic = given().get("/api/v1/clinics/demo-bogota").jsonPath();
      assertThat(clinic.getString("offers[0].facts.find { it.name == 'gmpCertificate' }.level"))
          .isEqualTo("X");
      JsonPath phuket = given().get("/api/v1/clinics/demo-phuket").jsonPath();
      assertThat((Object) phuket.get("offers[0].facts.find { it.name == 'priceMin' }.value"))
          .isNull();
    }

    @Test
    void publishesTheBandAndNotTheAddressForLeads() {
      given()
          .get("/api/v1/clinics/demo-bogota")
          .then()
          .body("commissionBand", equalTo("10-15%"))
          .body(not(containsString("leads@")));
    }

    @Test
    void ofASuspendedClinicSaysSo() {
      given()
          .get("/api/v1/clinics/demo-antalya")
          .then()
          .statusCode(200)
          .body("suspended.since", equalTo("2026-11-03"));
      given().get("/api/v1/clinics/demo-bogota").then().body("suspended", nullValue());
    }

    @Test
    void isCachedAndAnswers304() {
      String tag = given().get("/api/v1/clinics/demo-seoul").header("ETag");
      given().header("If-None-Match", tag).get("/api/v1/clinics/demo-seoul").then().statusCode(304);
    }

    @Test
    void ofNobodyIsAProblem() {
      given()
          .get("/api/v1/clinics/nobody")
          .then()
          .statusCode(404)
          .contentType(containsString("application/problem+json"))
          .body("code", equalTo("clinic-not-found"))
          .body("$", hasKey("requestId"));
    }
  }

  @Nested
  class AsAPage {

    @Test
    void showsEveryFactWithItsLevelAndWhatWasNotChecked() {
      Document page = page("demo-bogota");
      assertThat(page.select(".fact-chip")).hasSize(39);
      assertThat(page.select(".unchecked li")).hasSize(13);
      assertThat(page.select(".unchecked").text())
          .contains("Certificate of the laboratory (GMP): expired on 31 October 2026");
      assertThat(page.text())
          .contains(
              "26 of 39 facts checked",
              "10-15% of the price",
              "Monday to Thursday 08:00–17:00; Friday",
              "USD 5,000");
      assertThat(page.select("a.button").attr("href"))
          .isEqualTo("/inquiries/new?clinic=demo-bogota");
    }

    @Test
    void ofASuspendedClinicOffersNoForm() {
      Document page = page("demo-antalya");
      assertThat(page.text()).contains("Suspended", "belongs to another clinic");
      assertThat(page.select("a[href^=/inquiries/new]")).isEmpty();
    }

    @Test
    void ofAPausedClinicSaysSo() {
      assertThat(page("demo-busan").text()).contains("Takes no new inquiries right now");
    }

    @Test
    void warnsWhereNobodyShowedALegalBasis() {
      assertThat(page("demo-cancun").text())
          .contains("Nobody showed us what allows this treatment");
      assertThat(page("demo-bogota").text()).doesNotContain("Nobody showed us");
    }

    @Test
    void saysTheSameInSpanishAndMarksWhatIsNot() {
      Document page = page("demo-bogota?lang=es");
      assertThat(page.selectFirst("html").attr("lang")).isEqualTo("es");
      assertThat(page.select(".fact-chip")).hasSize(39);
      assertThat(page.text().replace('\u00a0', ' '))
          .contains(
              "26 de 39 datos comprobados",
              "El 10-15% del precio",
              "La mitad de sus respuestas llegó en ",
              "de lunes a jueves 08:00–17:00; viernes 08:00–15:00",
              "Células madre de donante para la artrosis de rodilla",
              "Dosis más pequeña 40 millones de células",
              "Fecha del permiso 12 de marzo de 2024",
              "Precio desde USD 5 000",
              "Idiomas español, inglés",
              "Certificado del lote para usted Sí",
              "De 30 a 80 años",
              "No acepta a personas con: Cáncer, Infección, Anticoagulantes, Embarazo",
              "quien lo emitió, a petición nuestra");
      assertThat(page.select(".unchecked").text())
          .contains("Certificado del laboratorio (GMP): venció el 31 de octubre de 2026");
      assertThat(page.select("blockquote").attr("lang")).isEqualTo("en");
      assertThat(page.select(".fact-value [lang=en]").eachText())
          .contains("Local", "District health office (demo)")
          .doesNotContain("Ecografía", "español, inglés");
    }

    @Test
    void countsOneAsOne() {
      assertThat(page("demo-medellin").text()).contains("Follow-up 1 visit self-declared");
      assertThat(page("demo-medellin?lang=es").text())
          .contains("Revisiones posteriores 1 visita lo dice la propia clínica");
    }

    @Test
    void inSpanishWarnsAndSaysWhoIsSuspendedOrPaused() {
      assertThat(page("demo-antalya?lang=es").text())
          .contains("Suspendida", "Desde el 3 de noviembre de 2026");
      assertThat(page("demo-busan?lang=es").text()).contains("Por ahora no acepta");
      assertThat(page("demo-cancun?lang=es").text())
          .contains("Nadie nos ha mostrado qué permite este tratamiento allí")
          .contains("Base legal: Ninguna declarada.");
    }

    @Test
    void ofNobodyIsSaidInSpanish() {
      String problem =
          given()
              .accept("text/html")
              .get("/clinics/nobody?lang=es")
              .then()
              .statusCode(404)
              .extract()
              .asString();
      assertThat(Jsoup.parse(problem).select("main").text())
          .contains("No existe esa clínica", "Búsquela en la lista")
          .doesNotContain("No clinic is called");
    }

    private Document page(String slug) {
      return Jsoup.parse(
          given().get("/clinics/" + slug).then().statusCode(200).extract().asString());
    }
  }
}
