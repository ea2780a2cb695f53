package health.sojourn.provider.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ComparisonTest {
  private static final String PAIR = "slugs=demo-medellin,demo-bogota";

  @Nested
  class TheAnswer {
    private JsonPath pair;

    @BeforeEach
    void ask() {
      pair =
          given()
              .get("/api/v1/clinics/compare?" + PAIR)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
    }

    @Test
    void keepsTheOrderInWhichClinicsWereNamed() {
      assertThat(pair.getList("clinics.slug")).containsExactly("demo-medellin", "demo-bogota");
      assertThat(pair.getList("facts[0].values")).hasSize(2);
      assertThat(pair.getList("offers.therapy")).containsExactly("allogeneic-msc-knee");
    }

    @Test
    void marksWhatDiffers() {
      assertThat(pair.getBoolean("facts.find { it.name == 'licence' }.differs")).isTrue();
      assertThat(pair.getBoolean("facts.find { it.name == 'languages' }.differs")).isFalse();
      assertThat(pair.getBoolean("offers[0].facts.find { it.name == 'storage' }.differs")).isTrue();
      assertThat(pair.getBoolean("offers[0].facts.find { it.name == 'cellSource' }.differs"))
          .isFalse();
    }

    @Test
    void saysOfEachValueHowWellItWasChecked() {
      List<String> levels = pair.getList("facts.find { it.name == 'licence' }.values.level");
      assertThat(levels).containsExactly("1", "2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?slugs=demo-bogota",
        "?slugs=demo-bogota,demo-bogota",
        "?slugs=a,b,c,d,e,f",
        "?slugs=,,"
      })
  void needsTwoToFive(String query) {
    given()
        .get("/api/v1/clinics/compare" + query)
        .then()
        .statusCode(422)
        .contentType(containsString("application/problem+json"))
        .body("code", equalTo("compare-two-to-five"))
        .body("errors.pointer", equalTo(List.of("/slugs")));
  }

  @Test
  void aClinicThatIsNotThereIs404() {
    given().get("/api/v1/clinics/compare?slugs=demo-bogota,nobody").then().statusCode(404);
  }

  @Test
  void thePageShowsTheSameFactsAndMarksThoseThatDiffer() {
    Document page = page("/clinics/compare?slugs=demo-medellin&slugs=demo-bogota", 200);
    assertThat(page.select("table").get(0).select("thead th a").eachText())
        .containsExactly("Demo Ortopedia Medellín", "Demo Clinic Bogotá");
    assertThat(page.select("tr.differs > th").eachText()).contains("Fresh or frozen ≠ differs");
    assertThat(page.select("tr:not(.differs) > th").eachText())
        .contains("Where the cells come from");
    Document less = page(page.select("a[href*=only]").attr("href"), 200);
    assertThat(less.select("tbody tr:not(.differs, .group) > th").eachText())
        .doesNotContain("Where the cells come from");
    assertThat(less.select("a[href=/clinics/compare?slugs=demo-medellin,demo-bogota]").text())
        .isEqualTo("Everything");
  }

  @Test
  void thePageOfOneOfThreeCanBeTakenOut() {
    Document page = page("/clinics/compare?slugs=demo-medellin,demo-bogota,demo-seoul", 200);
    assertThat(page.select("a:contains(Take this clinic out)").eachAttr("href"))
        .contains("/clinics/compare?slugs=demo-medellin,demo-seoul");
    assertThat(page("/clinics/compare?" + PAIR, 200).select("a:contains(Take this)")).isEmpty();
  }

  @Test
  void thePageSpeaksSpanishAndSaysHowManyToChoose() {
    assertThat(page("/clinics/compare?lang=es&" + PAIR, 200).select("h1").text())
        .isEqualTo("Clínicas lado a lado");
    assertThat(page("/clinics/compare?lang=es&slugs=demo-bogota", 422).text())
        .contains("de dos a cinco");
  }

  private static Document page(String path, int status) {
    return Jsoup.parse(
        given().accept("text/html").get(path).then().statusCode(status).extract().asString());
  }
}
