package health.sojourn.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.http.Language;
import health.sojourn.money.Money;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Who reads a page")
class ReaderTest {
  @Inject Engine engine;
  @Inject Reader reader;

  @Nested
  @DisplayName("in Spanish")
  class InSpanish {
    @Test
    void findsEveryPartInIt() throws IOException {
      Document page = page(get("/pages?lang=es", "en"));
      Files.writeString(Path.of("target", "parts_es.html"), page.outerHtml());
      assertEquals("es", page.selectFirst("html").attr("lang"));
      assertEquals("Piezas – Sojourn", page.title());
      assertEquals("Ir al contenido", page.selectFirst(".skip").text());
      assertEquals("Seguir mi solicitud", page.select(".site-nav a").last().text());
      assertTrue(page.select(".meter").text().contains("14 de 22 datos comprobados"));
      assertTrue(page.select(".stance").text().contains("Discutido"));
      assertTrue(page.select(".pill").text().contains("Sin respuesta a tiempo"));
      assertTrue(page.select(".price").text().contains("USD 5 000 – USD 7 500"));
      assertTrue(page.select(".choices legend").text().contains("¿Qué rodilla?"));
      assertTrue(page.select(".choice").text().contains("Izquierda"));
      assertEquals(
          "Escriba una dirección como nombre@example.org",
          page.selectFirst(".error-summary a").text());
      assertEquals("! Error: Indique qué rodilla es", page.select(".choices .error").text());
    }

    @Test
    void findsProblemsInIt() {
      Response answer = get("/pages/nothing", "es-CO");
      answer.then().statusCode(404).header("Content-Language", "es");
      Document page = page(answer);
      assertEquals("es", page.selectFirst("html").attr("lang"));
      assertEquals("No hay nada en esta dirección", page.selectFirst("h1").text());
      assertFalse(page.text().contains("There is nothing"));
      assertTrue(page.text().contains("Ir a la página principal"));
    }
  }

  @Nested
  @DisplayName("can change the language")
  class CanChangeTheLanguage {
    @Test
    void ofThisPageAndItsQuery() {
      List<Element> links =
          page(get("/pages?country=CO&lang=en&x=%C3%A9", "es")).select(".site-language a");
      assertEquals("/pages?country=CO&x=%C3%A9&lang=en", links.get(0).attr("href"));
      assertEquals("/pages?country=CO&x=%C3%A9&lang=es", links.get(1).attr("href"));
      assertEquals("true", links.get(0).attr("aria-current"));
      assertFalse(links.get(1).hasAttr("aria-current"));
      assertEquals("es", links.get(1).attr("lang"));
      assertEquals("es", links.get(1).attr("hreflang"));
      assertEquals("Español", links.get(1).text());
    }

    @Test
    void ofTheAnswerToAFormWhereTheFormIs() {
      assertEquals("/form?a=1&lang=es", answered("http://elsewhere.example/form?a=1"));
      for (String none :
          List.of("//evil.example", "nonsense", "http://x/\\evil", "http://x//evil")) {
        assertEquals("/?lang=es", answered(none), none);
      }
    }

    @Test
    void ofAFormThatCameBackMoreThanOnce() {
      Response answer = given().header("Referer", "http://x/pages/again").post("/pages/again");
      assertEquals(
          "/pages?a=%C3%A9&lang=es", page(answer).select(".site-language a").last().attr("href"));
    }

    @Test
    void ofAProblem() {
      Element link = page(get("/pages/nothing?a=1", "en")).select(".site-language a").last();
      assertEquals("/pages/nothing?a=1&lang=es", link.attr("href"));
    }

    private String answered(String referer) {
      Response answer = given().header("Referer", referer).post("/pages");
      return page(answer).select(".site-language a").last().attr("href");
    }
  }

  @Nested
  @DisplayName("is told to caches:")
  class IsToldToCaches {
    @Test
    void pagesDifferAndSayWhy() {
      Response english = get("/pages/kept", "en");
      Response spanish = get("/pages/kept", "es");
      assertNotEquals(english.header("ETag"), spanish.header("ETag"));
      for (Response one : List.of(english, spanish)) {
        assertEquals("Accept-Language", one.header("Vary"));
      }
      assertEquals("en", english.header("Content-Language"));
      assertEquals("es", spanish.header("Content-Language"));
    }

    @Test
    void alsoWhenNothingChanged() {
      Response known = get("/pages/still", "es");
      given()
          .header("Accept-Language", "es")
          .header("If-None-Match", known.header("ETag"))
          .get("/pages/still")
          .then()
          .statusCode(304)
          .header("Vary", containsString("Accept-Language"));
    }
  }

  @Nested
  @DisplayName("may be nobody's request")
  class WithoutARequest {
    @Test
    void thenItIsEnglishOrWhatTheTemplateIsTold() {
      String template =
          "{reader:language} {web:why} {ui:date(day)} {ui:number(n)} {ui:word('stance', 'CONTESTED')}";
      assertEquals(
          "en Why? 2 January 2026 1,250.5 Contested", rendered(template, Language.ENGLISH, false));
      assertEquals(
          "es ¿Por qué? 2 de enero de 2026 1\u00a0250,5 Discutido",
          rendered(template, Language.SPANISH, true));
      assertEquals(Language.ENGLISH, reader.language());
      assertEquals("Why?", reader.messages(WebMessages.class).why());
      assertEquals("¿Por qué?", Reader.messages(WebMessages.class, Language.SPANISH).why());
    }

    @Test
    void tagsAndIncludesSpeakItToo() {
      String template = "{#checkedMeter checked=3 facts=4 /}{#include web/footer /}";
      String html = rendered(template, Language.SPANISH, true);
      assertTrue(html.contains("3 de 4 datos comprobados"), html);
      assertTrue(html.contains("Privacidad"), html);
    }

    private String rendered(String template, Language language, boolean told) {
      var page =
          engine
              .parse(template, Variant.forContentType(Variant.TEXT_PLAIN))
              .data("day", LocalDate.of(2026, 1, 2), "n", 1250.5);
      return (told ? page.setLocale(language.tag()) : page).render();
    }
  }

  @Test
  void amountsAreWrittenAsTheLanguageDoesAndNeverReadTwoWays() {
    Money price = Money.of("12500.50", "USD");
    assertEquals("USD\u00a012,500.50", Notation.money(price, Language.ENGLISH));
    assertEquals("USD\u00a012\u00a0500,50", Notation.money(price, Language.SPANISH));
    assertEquals(
        "1 de enero de 2026, 07:30 America/Bogota",
        Notation.moment(Instant.parse("2026-01-01T12:30:00Z"), "America/Bogota", Language.SPANISH));
  }

  @Test
  void placesAndTonguesHaveTheirNamesInBoth() {
    assertEquals("Germany", Notation.country("DE", Language.ENGLISH));
    assertEquals("Alemania", Notation.country("DE", Language.SPANISH));
    assertEquals("German", Notation.language("de", Language.ENGLISH));
    assertEquals("alemán", Notation.language("de", Language.SPANISH));
  }

  @Test
  void codesHaveWordsOrSaySo() {
    assertEquals(List.of(), Words.missing("level", 0, 1, 2, 3, "X"));
    assertEquals(List.of("en state.NEW", "es state.NEW"), Words.missing("state", "OFFERED", "NEW"));
    assertEquals("NEW", Words.of("state", "NEW", Language.SPANISH));
    assertEquals("Ofrecida", Words.of("state", "OFFERED", Language.SPANISH));
  }

  @Test
  void aClockCountsInBothLanguages() {
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    WebMessages english = Reader.messages(WebMessages.class, Language.ENGLISH);
    WebMessages spanish = Reader.messages(WebMessages.class, Language.SPANISH);
    ClockFace day = ClockFace.at(now, now, now.plus(Duration.ofHours(26)));
    ClockFace days = ClockFace.at(now, now, now.plus(Duration.ofHours(120)));
    ClockFace minutes = ClockFace.at(now, now, now.plus(Duration.ofMinutes(125)));
    assertEquals("1 day 2 h", english.span(day));
    assertEquals("5 days", english.span(days));
    assertEquals("2 h 5 min", english.span(minutes));
    assertEquals("1 día 2 h", spanish.span(day));
    assertEquals("5 días", spanish.span(days));
    assertEquals("dentro de 5 días", spanish.timeLeft(spanish.span(days)));
  }

  private static Response get(String path, String accepted) {
    return given()
        .urlEncodingEnabled(false)
        .header("Accept", "text/html")
        .header("Accept-Language", accepted)
        .get(path);
  }

  private static Document page(Response answer) {
    return Jsoup.parse(answer.asString());
  }
}
