package health.sojourn.provider.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClinicListTest {
  private static final String LIST = "/api/v1/clinics";

  @Inject EntityManager entities;
  @Inject CatalogueIndex index;

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
      "therapy=A%20B,/therapy",
      "verifiedAtLeast=9,/verifiedAtLeast",
      "sort=commission,/sort",
      "facets=perhaps,/facets",
      "maxPrice=10&maxPrice=20,/maxPrice"
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
    void takeSeveralValuesRepeatedOrWithCommas() {
      List<String> repeated =
          given().get(LIST + "?country=CO&country=DE&limit=100").jsonPath().getList("items.slug");
      assertThat(repeated)
          .contains("demo-bogota", "demo-berlin")
          .doesNotContain("demo-cancun")
          .isEqualTo(
              given().get(LIST + "?country=CO,DE&limit=100").jsonPath().getList("items.slug"));
    }

    @Test
    void findByWordsWithoutAccentsAndSayWhy() {
      given()
          .queryParam("q", "bogota")
          .get(LIST)
          .then()
          .statusCode(200)
          .body("items[0].slug", equalTo("demo-bogota"))
          .body("items[0].score.components.name", hasItem("words"))
          .body("items[0].score.components.text", hasItem("Its name or place has what you typed"));
    }

    @Test
    void byLevelOfTheLicence() {
      List<String> checked =
          given().get(LIST + "?verifiedAtLeast=2&limit=100").jsonPath().getList("items.slug");
      assertThat(checked).contains("demo-bogota").doesNotContain("demo-medellin");
    }

    @Test
    void thoseWithoutAPriceOnlyWhenAskedFor() {
      given()
          .get(LIST + "?maxPrice=UNKNOWN&limit=100")
          .then()
          .body("items.slug", hasItem("demo-phuket"))
          .body("items.slug", not(hasItem("demo-bogota")));
      given()
          .get(LIST + "?maxPrice=6000&maxPrice=UNKNOWN&limit=100")
          .then()
          .body("items.slug", hasItems("demo-phuket", "demo-bogota"));
    }

    @Test
    void aLimitThatIsNoNumberIs400() {
      given().get(LIST + "?limit=many").then().statusCode(400);
    }
  }

  @Nested
  class FacetCounts {

    @Test
    void areThereOnlyWhenAskedFor() {
      given().get(LIST).then().body("$", not(hasKey("facets")));
      given()
          .get(LIST + "?facets=true")
          .then()
          .body(
              "facets.keySet()",
              containsInAnyOrder(
                  "country",
                  "city",
                  "language",
                  "cellSource",
                  "legalBasis",
                  "accreditation",
                  "imagingGuidance",
                  "verification",
                  "price"));
    }

    @Test
    void countTheUnknownOnesToo() {
      JsonPath facets = given().get(LIST + "?facets=true").jsonPath().setRootPath("facets");
      assertThat(facets.getInt("cellSource.find { it.value == 'UNKNOWN' }.count")).isEqualTo(1);
      assertThat(facets.getInt("country.find { it.value == 'CO' }.count")).isEqualTo(2);
      assertThat(facets.getList("country.count", Integer.class).stream().mapToInt(it -> it).sum())
          .isEqualTo(13);
    }

    @Test
    void leaveTheirOwnFilterOut() {
      JsonPath facets =
          given()
              .get(LIST + "?facets=true&country=CO&language=en")
              .jsonPath()
              .setRootPath("facets");
      assertThat(facets.getList("country.value")).contains("CO", "MX", "DE");
      assertThat(facets.getInt("language.find { it.value == 'es' }.count")).isEqualTo(2);
    }

    @Test
    void sayWhereTheNextPageIsAsWell() {
      given()
          .get(LIST + "?facets=true&limit=5")
          .then()
          .header("Link", containsString("facets=true"))
          .body("next", notNullValue());
    }
  }

  @Nested
  class Orders {

    @Test
    void byPriceBeginWithTheLowestAndEndWithTheUnknownOnes() {
      List<String> slugs =
          given().get(LIST + "?sort=price&limit=100").jsonPath().getList("items.slug");
      assertThat(slugs).endsWith("demo-phuket").hasSize(13);
    }

    @Test
    void byWhatWasCheckedBeginWithMost() {
      List<Integer> checked =
          given().get(LIST + "?sort=checked&limit=100").jsonPath().getList("items.checked.checked");
      assertThat(checked).isSortedAccordingTo(Comparator.reverseOrder());
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

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=price", "&sort=checked&language=en", "&q=demo"})
    void followEachOtherInEveryOrder(String query) {
      List<String> whole =
          given().get(LIST + "?limit=100" + query).jsonPath().getList("items.slug");
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        var request = cursor == null ? given() : given().queryParam("cursor", cursor);
        JsonPath page = request.get(LIST + "?limit=3" + query).jsonPath();
        seen.addAll(page.getList("items.slug"));
        cursor = page.getString("next");
      } while (cursor != null);
      assertThat(seen).isEqualTo(whole).isNotEmpty();
    }

    @Test
    void aCursorOfAnotherQuestionIs400() {
      String next = given().get(LIST + "?limit=3").jsonPath().getString("next");
      given()
          .queryParam("cursor", next)
          .get(LIST + "?limit=3&sort=price")
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void aCursorSomebodyAlteredIs400() {
      String next = given().get(LIST + "?limit=3").jsonPath().getString("next");
      String opened = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
      for (String altered :
          List.of(opened.replace("demo-", "demo_"), opened.replaceFirst("\\d+", "1"))) {
        assertThat(altered).isNotEqualTo(opened);
        given()
            .queryParam(
                "cursor",
                Base64.getUrlEncoder().encodeToString(altered.getBytes(StandardCharsets.UTF_8)))
            .get(LIST + "?limit=3")
            .then()
            .statusCode(400)
            .body("code", equalTo("invalid-cursor"));
      }
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

  /** Whatever clinics pay, every order stays the same, also in an index that is read anew. */
  @Test
  void commissionIsNotAnInput() {
    String query = LIST + "?limit=100&facets=true&language=en&maxPrice=9000&currency=USD&sort=";
    Map<String, String> before = answers(query);
    var random = new Random(20261122);
    List<Object[]> agreed = agreements();
    for (int run = 0; run < 20; run++) {
      for (Object[] agreement : agreed) {
        int from = random.nextInt(50);
        change(agreement[0], from, from + random.nextInt(50));
      }
      index.readAgain();
      assertThat(answers(query)).as("run %s", run).isEqualTo(before);
    }
    agreed.forEach(it -> change(it[0], it[1], it[2]));
  }

  private static Map<String, String> answers(String query) {
    return Stream.of(Sort.values())
        .collect(
            Collectors.toMap(Sort::apiName, it -> given().get(query + it.apiName()).asString()));
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
