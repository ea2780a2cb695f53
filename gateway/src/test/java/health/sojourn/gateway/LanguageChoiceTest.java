package health.sojourn.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@DisplayName("The language of a page")
class LanguageChoiceTest {
  private static final String COOKIE = "sojourn-language";

  @Test
  void isWhatTheAddressNamesThenTheCookieThenTheBrowserThenEnglish() {
    assertEquals("es", told(asking("en").cookie(COOKIE, "en"), "/therapies?lang=es"));
    assertEquals("en", told(asking("es").cookie(COOKIE, "es"), "/therapies?a=b&lang=en"));
    assertEquals("es", told(asking("en").cookie(COOKIE, "es"), "/therapies"));
    assertEquals("es", told(asking("fr,es-MX;q=0.7,en;q=0.1"), "/therapies"));
    assertEquals("en", told(asking("fr"), "/therapies"));
    assertEquals("en", told(given(), "/therapies"));
  }

  @Test
  void isNotWhatNobodyWritesIn() {
    assertEquals("es", told(asking("es").cookie(COOKIE, "tlh"), "/therapies?lang=fr"));
    assertEquals("en", told(asking("en"), "/therapies?lang=%2Fes"));
    assertNull(asking("en").get("/therapies?lang=fr").detailedCookie(COOKIE));
  }

  @Test
  void isRememberedForAYearFromScriptsApart() {
    Cookie cookie = asking("en").get("/therapies?lang=es").detailedCookie(COOKIE);
    assertEquals("es", cookie.getValue());
    assertEquals(365L * 24 * 60 * 60, cookie.getMaxAge());
    assertEquals("/", cookie.getPath());
    assertEquals("lax", cookie.getSameSite().toLowerCase());
    assertTrue(cookie.isHttpOnly());
    assertFalse(cookie.isSecured(), "the public address of the test is http");
    assertNull(asking("es").get("/therapies").detailedCookie(COOKIE));
  }

  @Test
  void dependsOnTheCookieForCachesOutside() {
    assertEquals("Accept-Language, Cookie", asking("es").get("/therapies").header("Vary"));
    page("/signin/failed").then().header("Vary", endsWith("Accept-Language, Cookie"));
    asking("es").get("/robots.txt").then().header("Vary", equalTo("Origin"));
  }

  @Test
  void isTheApisOwnAffair() {
    Response api = asking("es, fr;q=0.5").cookie(COOKIE, "en").get("/api/v1/articles?lang=es");
    api.then()
        .body("uri", equalTo("/api/v1/articles?lang=es"))
        .body("headers.'accept-language'", equalTo("es, fr;q=0.5"))
        .header("Vary", not(containsString("Cookie")));
    assertNull(api.detailedCookie(COOKIE));
    given().get("/api/v1/articles").then().body("headers.'accept-language'", nullValue());
  }

  @Test
  void isTheSameForTheGatewaysOwnPages() {
    page("/signin/failed?lang=es")
        .then()
        .header("Content-Language", "es")
        .body(containsString("<html lang=\"es\""), containsString("No ha iniciado sesión"))
        .body(containsString("Volver a iniciar sesión"))
        .body(not(containsString("Sign in again")));
    page("/ui/parts?lang=es").then().body(containsString("Piezas"));
    page("/problems/outside-clock?lang=es").then().body(containsString("Demasiado tarde"));
    page("/problems/outside-clock").then().body(containsString("Too late"));
  }

  @Test
  void isThatOfItsErrorsToo() {
    page("/clinics?lang=es")
        .then()
        .statusCode(503)
        .header("Content-Language", "es")
        .body(containsString("Una parte de la plataforma no está disponible"));
    GatewayTest.browser()
        .cookie(COOKIE, "es")
        .get("/nothing")
        .then()
        .statusCode(404)
        .body(containsString("No hay nada en esta dirección"));
  }

  private static RequestSpecification asking(String accepted) {
    return given()
        .urlEncodingEnabled(false)
        .header("Host", "sojourn.test")
        .header("Accept-Language", accepted);
  }

  private static String told(RequestSpecification request, String path) {
    return request.get(path).jsonPath().getString("headers.'accept-language'");
  }

  private static Response page(String path) {
    return GatewayTest.browser().get(path);
  }
}
