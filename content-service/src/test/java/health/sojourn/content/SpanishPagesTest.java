package health.sojourn.content;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.content.article.ArticleText.Standing;
import health.sojourn.content.article.ArticleTexts;
import health.sojourn.content.citation.Citation.Seen;
import health.sojourn.http.Language;
import health.sojourn.web.Words;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A reader of Spanish")
class SpanishPagesTest {
  private static final String ARTICLE = "/therapies/allogeneic-msc-knee";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/|Infórmese antes de viajar para tratarse|Know before you travel",
        "/therapies|Lo que se sabe, lo que no se sabe y quién lo dice|What is known, what is not",
        "/how-we-are-paid|Nos pagan las clínicas. Usted, no.|Clinics pay us",
        "/how-we-check|Los niveles de un dato|The levels of a fact",
        "/privacy|Cuando envía una solicitud|When you send an inquiry",
        "/complaints|Ha sufrido un daño|You were harmed",
        "/corrections|Ninguna hasta ahora|None yet"
      })
  void readsEveryPage(String address, String spanish, String english) {
    Document page = page(address, "es");
    assertEquals("es", page.selectFirst("html").attr("lang"));
    assertTrue(page.text().contains(spanish), address);
    assertFalse(page.text().contains(english), address);
    Document original = page(address, "en");
    assertEquals("en", original.selectFirst("html").attr("lang"));
    assertTrue(original.text().contains(english), address);
    assertFalse(original.text().contains(spanish), address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/therapies", ARTICLE, "/privacy", "/how-we-check"})
  void getsAnAnswerThatCachesTellApart(String address) {
    Response english = answer(address, "en");
    Response spanish = answer(address, "es");
    assertNotEquals(english.header("ETag"), spanish.header("ETag"));
    for (Response each : List.of(english, spanish)) {
      each.then()
          .header("Vary", containsString("Accept-Language"))
          .header("Cache-Control", equalTo("public, max-age=60"));
    }
    spanish.then().header("Content-Language", "es");
    // What an English reader has is no reason to send nothing.
    given()
        .header("Accept-Language", "es")
        .header("If-None-Match", english.header("ETag"))
        .get(address)
        .then()
        .statusCode(200);
    given()
        .header("Accept-Language", "es")
        .header("If-None-Match", spanish.header("ETag"))
        .get(address)
        .then()
        .statusCode(304)
        .header("Vary", containsString("Accept-Language"));
  }

  @Test
  void isToldThatTheArticleItselfIsInEnglish() {
    Document page = page(ARTICLE, "es");
    Element article = page.selectFirst("article");
    assertEquals("en", article.attr("lang"));
    assertTrue(
        article.select(".banner").text().contains("El texto de este artículo está en inglés"));
    assertTrue(page("/", "es").text().contains("Estas líneas están en inglés"));
    assertEquals("en", page("/", "es").selectFirst(".answer").attr("lang"));
    assertTrue(page("/therapies", "es").select("h2").text().contains("(en inglés)"));
    for (String address : List.of("/", "/therapies", ARTICLE)) {
      assertFalse(page(address, "en").text().contains("in English"), address);
    }
  }

  @Test
  void readsWhatStandsRoundTheArticle() {
    Document page = page(ARTICLE, "es");
    assertEquals("En pocas palabras", page.getElementById("in-short").text());
    assertTrue(page.select(".banner").text().contains("Ningún médico ha revisado este artículo"));
    assertTrue(page.getElementById("claim-1").text().contains("Quizá lea usted:"));
    assertTrue(page.select("#claim-1 .stance").text().contains("Discutido"));
    assertTrue(page.getElementById("plot-pain").text().contains("de −23.28 a −3.20"));
    assertTrue(page.getElementById("law").text().contains("no es asesoramiento jurídico"));
    assertTrue(page.select("#cost td").text().contains("de 5 000 a 7 500"));
    assertEquals("Fuente 1", page.selectFirst("a[href=#source-cochrane-2025]").attr("aria-label"));
    assertTrue(page.getElementById("history").text().contains("Qué ha cambiado"));
  }

  /** A screen reader changes its voice by this: English words in Spanish sound like nonsense. */
  @Test
  void hearsEachPartInItsOwnLanguage() {
    Document page = page(ARTICLE, "es");
    for (String frame :
        List.of("#in-short", "#contents", ".crumbs", ".banner", "caption", "thead th")) {
      page.select("article " + frame).forEach(part -> assertEquals("es", language(part), frame));
    }
    for (String own :
        List.of(
            "h1",
            ".answer li",
            "section:not(#history) > p",
            ".claim li",
            ".sources li > p:first-child")) {
      assertFalse(page.select("article " + own).isEmpty(), own);
      page.select("article " + own).forEach(part -> assertEquals("en", language(part), own));
    }
  }

  @Test
  void isToldOfErrorsInSpanish() {
    given()
        .header("Accept", "text/html")
        .header("Accept-Language", "es")
        .get("/therapies/nothing-here")
        .then()
        .statusCode(404)
        .body(containsString("Ese artículo no existe"))
        .body(not(containsString("There is no")));
  }

  @Test
  void mayChooseByTheAddressWhateverTheBrowserPrefers() {
    given()
        .header("Accept-Language", "en")
        .get("/privacy?lang=es")
        .then()
        .body(containsString("<html lang=\"es\""))
        .body(containsString("href=\"/privacy?lang=en\""));
  }

  @Test
  void hasAWordForEveryCode() {
    assertEquals(List.of(), Words.missing("standing", (Object[]) Standing.values()));
    assertEquals(List.of(), Words.missing("seen", (Object[]) Seen.values()));
    assertEquals("No se sabe", Words.of("standing", Standing.UNKNOWN, Language.SPANISH));
    assertEquals("en", ArticleTexts.first().language());
  }

  private static String language(Element part) {
    return part.hasAttr("lang") ? part.attr("lang") : part.closest("[lang]").attr("lang");
  }

  private static Response answer(String address, String language) {
    return given().header("Accept-Language", language).get(address);
  }

  private static Document page(String address, String language) {
    return Jsoup.parse(answer(address, language).then().statusCode(200).extract().asString());
  }
}
