package health.sojourn.content.claim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimsLinterResourceTest {

  @Test
  void aPromiseIsNamedWithItsPlaceAndWhatToDo() {
    lint("🙂 It cures.", "en")
        .statusCode(200)
        .body("hits.size()", equalTo(1))
        .body("hits[0].rule", equalTo("cure"))
        .body("hits[0].start", equalTo(6))
        .body("hits[0].end", equalTo(11))
        .body("hits[0].advice", containsString("No study shows a cure"));
  }

  @Test
  void theTextIsReadInItsOwnLanguage() {
    lint("Resultados garantizados", "es-CO")
        .statusCode(200)
        .body("hits[0].rule", equalTo("guaranteed"))
        .body("hits[0].advice", containsString("Nadie puede garantizar"));
    lint("Resultados garantizados", "en").statusCode(200).body("hits", empty());
  }

  @Test
  void anHonestTextHasNoHits() {
    lint("It does not cure arthritis, and nothing is guaranteed.", "en")
        .statusCode(200)
        .body("hits", empty());
    lint("", "en").statusCode(200).body("hits", empty());
  }

  @Test
  void whatCannotBeReadIsSaid() {
    lint("x", "de")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/language"))
        .body("errors[0].detail", containsString("English (en) and Spanish (es)"));
    lint("x".repeat(20_001), "en").statusCode(422).body("errors[0].pointer", equalTo("/text"));
    lint(null, "en").statusCode(422).body("errors[0].code", equalTo("required"));
    given()
        .contentType("application/json")
        .body("{\"text\":")
        .post("/api/v1/claims-linter")
        .then()
        .statusCode(400);
    given()
        .contentType("text/plain")
        .body("x")
        .post("/api/v1/claims-linter")
        .then()
        .statusCode(415);
  }

  private static ValidatableResponse lint(String text, String language) {
    Map<String, String> asked =
        text == null ? Map.of("language", language) : Map.of("text", text, "language", language);
    return given().contentType("application/json").body(asked).post("/api/v1/claims-linter").then();
  }
}
