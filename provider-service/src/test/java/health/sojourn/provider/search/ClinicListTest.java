package health.sojourn.provider.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ClinicListTest {
  private static final String LIST = "/api/v1/clinics";

  @Inject EntityManager entities;

  @Nested
  class AnItem {

    @Test
    void hasTheShapePartnersRelyOn() {
      JsonPath bogota = item("demo-bogota", "");
      assertThat(bogota.getMap("").keySet())
          .containsExactlyInAnyOrder(
              "slug", "name", "country", "city", "languages", "demo", "offer", "checked", "score");
      assertThat(bogota.getMap("offer").keySet())
          .containsExactlyInAnyOrder("therapy", "cellSource", "doseMillion", "legalBasis", "price");
      assertThat(bogota.getMap("offer.price").keySet())
          .containsExactlyInAnyOrder("min", "max", "included", "excluded", "validUntil");
      assertThat(bogota.getString("offer.price.min.amount")).isEqualTo("5000.00");
      assertThat(bogota.getMap("offer.doseMillion"))
          .isEqualTo(Map.of("min", 40, "max", 60, "per", "KNEE"));
      assertThat(bogota.getInt("checked.facts")).isEqualTo(39);
      assertThat(bogota.getList("score.components.name")).containsExactly("checked", "answerTime");
    }

    @Test
    void saysWhatIsUnknown() {
      JsonPath phuket = item("demo-phuket", "");
      assertThat((Object) phuket.get("offer.price")).isNull();
      assertThat((Object) phuket.get("offer.doseMillion")).isNull();
      assertThat(phuket.getString("offer.cellSource")).isEqualTo("UNKNOWN");
    }

    @Test
    void showsAConvertedPriceAsConvertedAndOnlyWhenAsked() {
      JsonPath seoul = item("demo-seoul", "?currency=EUR");
      assertThat(seoul.getString("offer.price.min.currency")).isEqualTo("KRW");
      assertThat(seoul.getString("offer.price.converted.min.currency")).isEqualTo("EUR");
      assertThat(seoul.getString("offer.price.converted.ratesAsOf")).isNotNull();
      assertThat(item("demo-berlin", "?currency=EUR").getMap("offer.price"))
          .doesNotContainKey("converted");
    }

    private JsonPath item(String slug, String query) {
      return given()
          .get(LIST + query)
          .then()
          .statusCode(200)
          .extract()
          .jsonPath()
          .setRootPath("items.find { it.slug == '" + slug + "' }");
    }
  }

  @Nested
  class Filters {

    @Test
    void byCountryPutsTheBetterCheckedFirst() {
      given()
          .get(LIST + "?country=CO")
          .then()
          .statusCode(200)
          .body("items.slug", equalTo(List.of("demo-bogota", "demo-medellin")))
          .body("next", nullValue());
    }

    @Test
    void byLanguageGivesOnlyThoseThatSpeakItAndScoresIt() {
      given()
          .get(LIST + "?language=de")
          .then()
          .body("items.languages", everyItem(hasItem("de")))
          .body("items", not(empty()))
          .body("items[0].score.components.name", hasItem("language"));
    }

    @Test
    void reasonsAreInEnglishForWhateverProgramAsks() {
      given()
          .header("Accept-Language", "es")
          .get(LIST + "?language=de&maxPrice=20000&country=DE")
          .then()
          .body(
              "items[0].score.components.text",
              hasItems("Speaks German", "The whole price range is within USD\u00a020,000"));
      given()
          .get(LIST + "?language=de&country=MX")
          .then()
          .body("items[0].score.components.text", hasItem("Says it speaks German; nobody checked"));
    }

    @Test
    void byCellSourceFindsTheUnknownOnesToo() {
      given()
          .get(LIST + "?cellSource=CORD_BLOOD")
          .then()
          .body("items.slug", equalTo(List.of("demo-seoul")));
      given()
          .get(LIST + "?cellSource=UNKNOWN")
          .then()
          .body("items.slug", equalTo(List.of("demo-phuket")));
    }

    @Test
    void byPriceConvertsAndLeavesUnknownPricesOut() {
      given()
          .get(LIST + "?maxPrice=5000&currency=USD")
          .then()
          .body(
              "items.slug",
              hasItems(
                  "demo-bogota", "demo-tijuana", "demo-medellin", "demo-munich", "demo-cancun"))
          .body("items.slug", not(hasItem("demo-phuket")))
          .body("items.slug", not(hasItem("demo-seoul")));
    }

    @Test
    void byTherapyNobodyOffersFindsNobody() {
      given().get(LIST + "?therapy=something-else").then().statusCode(200).body("items", empty());
    }

    @Test
    void aSuspendedClinicIsNeverListed() {
      given().get(LIST + "?limit=100").then().body("items.slug", not(hasItem("demo-antalya")));
    }

    @ParameterizedTest
    @CsvSource({
      "country=Narnia,/country",
      "language=xx,/language",
      "cellSource=MOON,/cellSource",
      "legalBasis=TRUST_ME,/legalBasis",
      "maxPrice=cheap,/maxPrice",
      "maxPrice=-5,/maxPrice",
      "currency=BTC,/currency",
      "therapy=A%20B,/therapy"
    })
    void aValueNobodyKnowsIsNamed(String query, String pointer) {
      given()
          .get(LIST + "?" + query)
          .then()
          .statusCode(422)
          .contentType(containsString("application/problem+json"))
          .body("code", equalTo("validation-failed"))
          .body("errors.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void aLimitThatIsNoNumberIs400() {
      given().get(LIST + "?limit=many").then().statusCode(400);
    }
  }

  @Nested
  class Pages {

    @Test
    void followEachOtherWithoutGapOrRepetition() {
      List<String> whole = given().get(LIST + "?limit=100").jsonPath().getList("items.slug");
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        var request = given().queryParam("limit", 5);
        JsonPath page =
            (cursor == null ? request : request.queryParam("cursor", cursor)).get(LIST).jsonPath();
        seen.addAll(page.getList("items.slug"));
        cursor = page.getString("next");
      } while (cursor != null);
      assertThat(seen).isEqualTo(whole).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void areInTheOrderOfTheScore() {
      List<Float> scores = given().get(LIST + "?limit=100").jsonPath().getList("items.score.value");
      assertThat(scores).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void sayWhereTheNextOneIs() {
      given()
          .get(LIST + "?limit=5")
          .then()
          .body("items", hasSize(5))
          .header("Link", containsString("rel=\"next\""));
    }

    @Test
    void anInventedCursorIs400() {
      given()
          .get(LIST + "?cursor=abc")
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-cursor"));
    }
  }

  @Test
  void isCachedAndAnswers304() {
    String tag =
        given()
            .get(LIST)
            .then()
            .header("Cache-Control", containsString("public"))
            .header("ETag", notNullValue())
            .extract()
            .header("ETag");
    given().header("If-None-Match", tag).get(LIST).then().statusCode(304);
  }

  /** Whatever clinics pay, the order stays the same. */
  @Test
  void commissionIsNotAnInput() {
    String query = LIST + "?limit=100&language=en&maxPrice=9000&currency=USD";
    String before = given().get(query).asString();
    var random = new Random(20261122);
    List<Object[]> agreed = agreements();
    for (int run = 0; run < 50; run++) {
      for (Object[] agreement : agreed) {
        int from = random.nextInt(50);
        change(agreement[0], from, from + random.nextInt(50));
      }
      assertThat(given().get(query).asString()).as("run %s", run).isEqualTo(before);
    }
    agreed.forEach(it -> change(it[0], it[1], it[2]));
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> agreements() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createNativeQuery(
                        "select clinic_slug, percent_from, percent_to from commission_agreement")
                    .getResultList());
  }

  private void change(Object clinic, Object from, Object to) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        """
                        update commission_agreement set percent_from = :from, percent_to = :to
                        where clinic_slug = :clinic
                        """)
                    .setParameter("clinic", clinic)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .executeUpdate());
  }
}
