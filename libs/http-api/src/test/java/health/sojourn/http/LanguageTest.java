package health.sojourn.http;

import static health.sojourn.http.Language.ENGLISH;
import static health.sojourn.http.Language.SPANISH;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es|SPANISH",
        "es-419,es;q=0.9|SPANISH",
        "de,es;q=0.8,en;q=0.5|SPANISH",
        "en;q=0.4,es;q=0.6|SPANISH",
        "en-GB,es;q=0.5|ENGLISH",
        "de|ENGLISH",
        "*|ENGLISH",
        "es;q=0|ENGLISH",
        ";;q=,%|ENGLISH",
        "''|ENGLISH"
      })
  void isThePreferredOneOfTwoElseEnglish(String header, Language expected) {
    assertEquals(expected, Language.preferred(header));
    assertEquals(ENGLISH, Language.preferred(null));
  }

  @Test
  void isNamedInTheAddressOrIgnoredThere() {
    assertEquals(Optional.of(SPANISH), Language.inQuery("a=%zz&lang=es-MX&b"));
    assertEquals(Optional.of(ENGLISH), Language.inQuery("lang=EN"));
    for (String other :
        new String[] {null, "", "lang", "lang=", "lang=%zz", "slang=es", "lang=fr"}) {
      assertEquals(Optional.empty(), Language.inQuery(other));
    }
  }

  @Test
  void ofAProblemsPageIsTheReaders() {
    page("/nothing?lang=es", "en")
        .header("Content-Language", "es")
        .header("Vary", containsString("Accept-Language"))
        .body(containsString("<html lang=\"es\""), containsString("No hay nada en esta dirección"));
    page("/nothing", "es").header("Content-Language", "es");
    page("/nothing", "de")
        .header("Content-Language", "en")
        .body(containsString("<html lang=\"en\""), containsString("There is nothing"));
  }

  @Test
  void ofTheApiIsEnglish() {
    given()
        .header("Accept-Language", "es")
        .get("/api/v1/nothing?lang=es")
        .then()
        .body("title", equalTo("There is nothing at this address"))
        .header("Content-Language", nullValue())
        .header("Vary", not(containsString("Accept-Language")));
  }

  @Test
  void ofAFieldsMistakeIsFoundByItsCode() {
    FieldError missing = new FieldError("/patient/email", "required", "This is missing.");
    FieldError unheard = new FieldError("/patient/email", "never-heard", "Unheard.");
    assertEquals("This is missing.", FieldTexts.say(missing, ENGLISH));
    assertEquals("Falta este dato.", FieldTexts.say(missing, SPANISH));
    assertEquals("Revise esta respuesta.", FieldTexts.say(unheard, SPANISH));
    FieldError listed = new FieldError("/letters/12/stamp", "required", "This is missing.");
    assertEquals("Falta el sello.", FieldTexts.say(listed, SPANISH));
  }

  private static ValidatableResponse page(String path, String accepted) {
    return given()
        .header("Accept", "text/html")
        .header("Accept-Language", accepted)
        .get(path)
        .then()
        .statusCode(404);
  }
}
