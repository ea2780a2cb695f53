package health.sojourn.provider.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClinicListPageTest {

  @Test
  void aCardSaysWhatMatters() {
    var card = page("/clinics?country=CO", 200).selectFirst("article:has(h2:contains(Bogotá))");
    assertThat(card.text())
        .contains(
            "26 of 39 facts checked",
            "USD 5,000 – USD 7,500",
            "Included: cells and injection",
            "Not included: flights",
            "Umbilical cord tissue",
            "40–60 million cells for each knee",
            "National licence",
            "speaks Spanish, English",
            "invented for this demonstration",
            "What a clinic pays us is not part of it");
    assertThat(card.select("h2 a").attr("href")).isEqualTo("/clinics/demo-bogota");
    assertThat(card.select("details li")).hasSize(2);
  }

  @Test
  void aCardSaysTheSameInSpanish() {
    Document page = page("/clinics?country=CO&language=es&maxPrice=7000&lang=es", 200);
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("es");
    assertThat(page.title()).isEqualTo("Clínicas – Sojourn");
    var card = page.selectFirst("article:has(h2:contains(Bogotá))");
    assertThat(card.text().replace('\u00a0', ' '))
        .contains(
            "26 de 39 datos comprobados",
            "USD 5 000 – USD 7 500",
            "Incluye: cells and injection",
            "Tejido del cordón umbilical",
            "40–60 millones de células para cada rodilla",
            "Licencia nacional",
            "Bogotá, Colombia · habla español, inglés · inventada para esta demostración",
            "esta clínica tiene 0,",
            "Habla español (1 de 1, cuenta un 20 %)",
            "Una parte de sus precios pasa de USD 7 000 (0,8 de 1, cuenta un 20 %)",
            "Suele responder en",
            "Lo que una clínica nos paga no cuenta");
    assertThat(card.select(".price-list [lang=en]").text()).contains("flights");
    assertThat(page("/clinics?country=MX&language=de&lang=es", 200).text())
        .contains("Dice que habla alemán; nadie lo ha comprobado");
  }

  @Test
  void choicesAreInTheOrderOfTheReadersLanguage() {
    var languages = page("/clinics?lang=es", 200).select("select[name=language] option").eachText();
    assertThat(languages.subList(0, 4)).containsExactly("Da igual", "Alemán", "Árabe", "Coreano");
    assertThat(page("/clinics?lang=es", 200).select("select[name=country] option").eachText())
        .contains("Alemania", "Corea del Sur");
  }

  @Test
  void theFormIsPlainAndKeepsWhatWasChosen() {
    Document page = page("/clinics?country=MX&maxPrice=9000&currency=EUR", 200);
    var form = page.selectFirst("form.facets");
    assertThat(form.attr("method")).isEqualToIgnoringCase("get");
    assertThat(form.select("select[name=country] option[selected]").val()).isEqualTo("MX");
    assertThat(form.select("input[name=maxPrice]").val()).isEqualTo("9000");
    assertThat(form.select("a[href=/clinics]").text()).isEqualTo("Clear all");
    assertThat(page.text()).contains("converted at the rate of");
  }

  @Test
  void nothingFoundSaysWhatToDo() {
    Document page = page("/clinics?country=JP&maxPrice=10", 200);
    assertThat(page.select("#none").text()).contains("Take one filter away");
  }

  @Test
  void aWrongFilterIsSaidAtTheFieldAndKept() {
    Document page = page("/clinics?maxPrice=cheap", 422);
    assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#maxPrice");
    assertThat(page.select("#maxPrice").val()).isEqualTo("cheap");
    assertThat(page("/clinics?maxPrice=cheap&lang=es", 422).select(".error-summary").text())
        .isEqualTo(
            "No pudimos leer sus filtros Escriba el precio solo con cifras, por ejemplo 8000.");
  }

  @Test
  void pagesKeepTheFilters() {
    Document first = page("/clinics?language=en&limit=5", 200);
    String next = first.select("a[rel=next]").attr("href");
    assertThat(next).contains("language=en").contains("cursor=");
    Document second = page(next, 200);
    assertThat(second.select("a[rel=first]").attr("href")).doesNotContain("cursor");
    assertThat(second.select("article h2").eachText())
        .doesNotContainAnyElementsOf(first.select("article h2").eachText());
  }

  private static Document page(String path, int status) {
    return Jsoup.parse(
        given()
            .urlEncodingEnabled(false)
            .get(path)
            .then()
            .statusCode(status)
            .contentType("text/html")
            .extract()
            .asString());
  }
}
