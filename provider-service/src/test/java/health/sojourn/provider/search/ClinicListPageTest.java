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
  void choicesSayHowManyThereAreTheMostFirst() {
    Document page = page("/clinics?lang=es", 200);
    var countries = page.select("fieldset:has(legend:contains(País)) > label");
    assertThat(countries.get(0).text()).matches(".+ \\(2\\)");
    assertThat(page.select("fieldset:has(legend:contains(País)) label").eachText())
        .contains("Alemania (2)", "Corea del Sur (2)");
    assertThat(page.select("fieldset:has(legend:contains(Idioma)) label").eachText())
        .anyMatch(it -> it.startsWith("Alemán ("));
    assertThat(page.select("fieldset:has(legend:contains(células)) label").eachText())
        .contains("No se indica (1)");
  }

  @Test
  void theFormIsPlainAndKeepsWhatWasChosen() {
    Document page = page("/clinics?country=MX&maxPrice=9000&currency=EUR&sort=price", 200);
    var form = page.selectFirst("form.facets");
    assertThat(form.attr("method")).isEqualToIgnoringCase("get");
    assertThat(form.select("input[name=country][checked]").val()).isEqualTo("MX");
    assertThat(form.select("input[name=maxPrice]").val()).isEqualTo("9000");
    assertThat(form.select("input[name=sort]").val()).isEqualTo("price");
    assertThat(form.select("details.more-filters").hasAttr("open")).isTrue();
    assertThat(form.select("a[href=/clinics]").text()).isEqualTo("Clear all");
    assertThat(page.text()).contains("converted at the rate of");
  }

  @Test
  void eachFilterCanBeTakenAwayByItself() {
    Document page = page("/clinics?country=MX&country=CO&language=es&q=demo&maxPrice=9000", 200);
    assertThat(page.select(".chips a").eachText().stream().map(it -> it.replace('\u00a0', ' ')))
        .containsExactly(
            "Take away: “demo” ✕",
            "Take away: Country: Colombia ✕",
            "Take away: Country: Mexico ✕",
            "Take away: Language spoken: Spanish ✕",
            "Take away: Price at most USD 9,000 ✕");
    Document less = page(page.select(".chips a").get(1).attr("href"), 200);
    assertThat(less.select(".chips a").eachText()).hasSize(4).noneMatch(it -> it.contains("Colo"));
    assertThat(less.select("input[name=country][checked]").val()).isEqualTo("MX");
  }

  @Test
  void nothingFoundSaysWhichFilterToTakeAway() {
    Document page = page("/clinics?country=JP&language=de", 200);
    assertThat(page.select("#none li").eachText())
        .hasSize(2)
        .anyMatch(it -> it.startsWith("Without “Country: Japan” there"))
        .anyMatch(it -> it.startsWith("Without “Language spoken: German” there"));
    assertThat(page(page.select("#none a").get(0).attr("href"), 200).select("article"))
        .isNotEmpty();
    assertThat(page("/clinics?country=SE&q=zzzzzz", 200).select("#none a").attr("href"))
        .isEqualTo("/clinics");
  }

  @Test
  void theMapSaysItsPlacesInWordsToo() {
    Document page = page("/clinics?language=es", 200);
    assertThat(page.select(".places-map svg[role=img]").attr("aria-label")).isNotBlank();
    assertThat(page.select(".places-map use").attr("href")).startsWith("/ui/world.svg?v=");
    assertThat(page.select(".places-map circle")).isNotEmpty();
    var places = page.select(".places-map li");
    assertThat(places).hasSameSizeAs(page.select(".places-map circle"));
    assertThat(page(places.get(0).selectFirst("a").attr("href"), 200).select("article"))
        .hasSize(Integer.parseInt(places.get(0).select(".count").text().replaceAll("\\D", "")));
  }

  @Test
  void searchEnginesFindTheListAndNotEveryCombinationOfFilters() {
    Document plain = page("/clinics?country=CO", 200);
    assertThat(plain.select("link[rel=canonical]").attr("href"))
        .endsWith("/clinics?country=CO&lang=en");
    assertThat(plain.select("link[rel=alternate][hreflang=es]").attr("href"))
        .endsWith("/clinics?country=CO&lang=es");
    assertThat(plain.select("meta[name=robots]")).isEmpty();
    assertThat(
            page("/clinics?country=CO&language=es", 200)
                .select("meta[name=robots]")
                .attr("content"))
        .isEqualTo("noindex");
  }

  @Test
  void clinicsAreChosenForComparingOnTheirCards() {
    var form = page("/clinics", 200).selectFirst("form[action=/clinics/compare]");
    assertThat(form.select("article input[name=slugs]").eachAttr("value")).contains("demo-bogota");
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
