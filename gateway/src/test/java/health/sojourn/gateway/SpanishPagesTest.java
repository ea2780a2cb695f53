package health.sojourn.gateway;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.http.Language;
import health.sojourn.web.Words;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@DisplayName("A reader of Spanish")
class SpanishPagesTest {
  private static final String LETTERS = "/admin/dead-letters";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/developers|Cuando algo va mal|When something is wrong",
        "/problems|Cada error de la API lleva un código|Every error of the API",
        "/problems/cross-origin|Qué hacer|What to do",
        "/signin/failed|No ha iniciado sesión|You are not signed in",
        "/admin|Según lo que dijeron los servicios|As the services said",
        "/admin/audit|Quién guardó, leyó|Who stored, read",
        "/admin/dead-letters|Eventos que un servicio no pudo atender|Events that a service",
        "/admin/dead-letters/inquiry/" + FakeManagement.CURABLE + "|Repetir este evento|Replay this"
      })
  void readsEveryPage(String address, String spanish, String english) {
    page(address, "es")
        .statusCode(200)
        .header("Content-Language", "es")
        .header("Vary", containsString("Accept-Language, Cookie"))
        .body(containsString("<html lang=\"es\""))
        .body(containsString(spanish), not(containsString(english)));
    page(address, "en")
        .statusCode(200)
        .header("Content-Language", "en")
        .header("Vary", containsString("Accept-Language, Cookie"))
        .body(containsString("<html lang=\"en\""))
        .body(containsString(english), not(containsString(spanish)));
  }

  @Test
  void seesHowTheServicesAre() {
    page("/admin", "es")
        .body(
            allOf(
                containsString("No está listo"),
                containsString("17; el más antiguo, desde hace 2 h 1 min"),
                containsString("4, pedidos de nuevo"),
                containsString("No responde en su puerto de gestión")))
        // What a service says about itself is English, and is marked so.
        .body(containsString("<span lang=\"en\">the broker is away</span>"));
  }

  @Test
  void replaysAndIsToldHowItWent() {
    Response all = posting("service=inquiry").post(LETTERS);
    page(all.header("Location"), "es")
        .body(
            allOf(
                containsString("Se atendieron 3 eventos"),
                containsString("No se pudo atender un evento"),
                containsString("Un evento ya no estaba sin atender")));
    page(posting("service=content").post(LETTERS).header("Location"), "es")
        .body(containsString("Nada que repetir"));
  }

  @Test
  void searchesTheAuditLog() {
    page("/admin/audit?act=READ_CASE", "es")
        .body(containsString("<option value=\"READ_CASE\" selected>Leyó el caso sin nombre"))
        .body(containsString("Leyó el caso sin nombre</td>"))
        .body(containsString("<span class=\"quiet\">clínica</span>"));
    page("/admin/audit?inquiry=wrong", "es")
        .body(containsString("Una referencia es como SJ-XXXX-XXXX"))
        .body(not(containsString("That is no")));
    page("/admin/audit?inquiry=none", "es").body(containsString("Ninguna línea coincide"));
    page("/admin/audit?inquiry=away", "es").body(containsString("no responde"));
  }

  @Test
  void changesTheLanguageOfAnErrorAfterAFormOnThePageWithTheForm() {
    posting("service=nobody")
        .header("Referer", Upstreams.PUBLIC_URL + LETTERS + "?a=b")
        .cookie("sojourn-language", "es")
        .post(LETTERS)
        .then()
        .statusCode(404)
        .body(containsString("No hay nada en esta dirección"))
        .body(containsString("href=\"/admin/dead-letters?a=b&amp;lang=en\""));
    page(LETTERS + "?a=b&lang=en", "es").statusCode(200).body(containsString("Dead letters"));
    posting("service=nobody").post(LETTERS).then().body(containsString("href=\"/?lang=es\""));
  }

  @Test
  void signsInInThatLanguageToo() {
    signingIn("/signin", "es").header("Location", containsString("&ui_locales=es"));
    signingIn("/signin", "en").header("Location", containsString("&ui_locales=en"));
    signingIn("/admin?lang=es", "en").header("Location", containsString("&ui_locales=es"));
  }

  @Test
  void hasAWordForEveryCode() {
    for (String act :
        new String[] {
          "STORED", "READ_CASE", "READ_IDENTITY", "READ_MESSAGES", "EXPORTED", "ERASED"
        }) {
      assertEquals(0, Words.missing("act", act).size(), act);
    }
    for (String actor : new String[] {"SYSTEM", "PATIENT", "FACILITATOR", "CLINIC", "PARTNER"}) {
      assertEquals(0, Words.missing("actor", actor).size(), actor);
    }
    assertEquals("el paciente", Words.of("actor", "PATIENT", Language.SPANISH));
  }

  private static ValidatableResponse signingIn(String address, String language) {
    return GatewayTest.browser()
        .cookie("sojourn-language", language)
        .get(address)
        .then()
        .statusCode(302);
  }

  private static ValidatableResponse page(String address, String language) {
    return session().cookie("sojourn-language", language).get(local(address)).then();
  }

  private static RequestSpecification posting(String form) {
    return session()
        .header("Origin", Upstreams.PUBLIC_URL)
        .contentType("application/x-www-form-urlencoded")
        .body(form);
  }

  private static RequestSpecification session() {
    Map<String, String> session = CodeFlow.signIn("admin", "/admin");
    return GatewayTest.browser().cookies(session);
  }

  private static String local(String address) {
    return address.replace(Upstreams.PUBLIC_URL, "");
  }
}
