package health.sojourn.content.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ArticleResourceTest {
  private static final String LIST = "/api/v1/articles";
  private static final String ARTICLE = LIST + "/allogeneic-msc-knee";

  @Test
  void listsTheArticlesOfATherapy() {
    given()
        .queryParam("therapy", "allogeneic-msc-knee")
        .queryParam("lang", "en")
        .get(LIST)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("items", hasSize(1))
        .body("items[0].slug", equalTo("allogeneic-msc-knee"))
        .body("items[0].title", startsWith("Donor stem cells"))
        .body("items[0].therapy", equalTo("allogeneic-msc-knee"))
        .body("items[0].language", equalTo("en"))
        .body("items[0].version", equalTo(1))
        .body("items[0].publishedAt", notNullValue())
        .body("items[0].lastReviewedAt", equalTo("2026-11-22T09:00:00Z"))
        .body("items[0].medicalReview", equalTo("PENDING"))
        .body("$", hasKey("next"))
        .body("next", nullValue());
  }

  @Test
  void nothingMatchesIsAnEmptyList() {
    given().queryParam("therapy", "other").get(LIST).then().body("items", hasSize(0));
    given().queryParam("lang", "de").get(LIST).then().body("items", hasSize(0));
  }

  @Test
  void tellsTheWholeArticle() {
    given()
        .get(ARTICLE)
        .then()
        .statusCode(200)
        .body("sections", hasSize(14))
        .body("claims", hasSize(12))
        .body("claims.id", hasItem("claim-1"))
        .body("claims.text", everyItem(notNullValue()))
        .body("claims.stance", hasItem("CONTESTED"))
        .body("claims.certainty", hasItem("VERY_LOW"))
        .body("claims.citationIds", everyItem(not(equalTo(List.of()))))
        .body("citations.find { it.id == 'cochrane-2025' }.year", equalTo(2025))
        .body("citations.find { it.id == 'vega-2015' }.pmid", equalTo("25822648"))
        .body(
            "citations.find { it.id == 'mautner-2023' }.doi", equalTo("10.1038/s41591-023-02632-w"))
        .body("citations.find { it.id == 'source-btm-2024' }.seen", equalTo("NOT_SEEN"))
        .body("citations.design", everyItem(notNullValue()))
        .body("citations.participants", everyItem(notNullValue()))
        .body("citations.finding", everyItem(notNullValue()))
        .body("evidence", hasSize(5))
        .body("legalStatus", hasSize(14))
        .body("disclosures.disclaimer", startsWith("This is information"))
        .body("corrections", hasSize(0));
  }

  @Test
  void anOlderVersionIsAskedForByNumber() {
    given()
        .queryParam("version", 1)
        .get(ARTICLE)
        .then()
        .statusCode(200)
        .body("version", equalTo(1));
    given()
        .queryParam("version", 7)
        .get(ARTICLE)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("article-not-found"));
    given().queryParam("lang", "de").get(ARTICLE).then().statusCode(404);
  }

  @Test
  void isKeptByCachesUntilItChanges() {
    for (String address : List.of(LIST, ARTICLE)) {
      String tag =
          given()
              .get(address)
              .then()
              .header("Cache-Control", equalTo("public, max-age=60"))
              .extract()
              .header("ETag");
      given().header("If-None-Match", tag).get(address).then().statusCode(304);
      given().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
      given().head(address).then().statusCode(200).header("ETag", equalTo(tag));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=-1",
        "?limit=many",
        "?therapy=%27%20or%201=1--",
        "?lang=xx_YY%3Cscript%3E",
        "?cursor=!!!",
        "?cursor=bm9zcGFjZQ",
        "/allogeneic-msc-knee?version=0",
        "/allogeneic-msc-knee?version=one",
        "/allogeneic-msc-knee?version=99999999999",
        "/allogeneic-msc-knee?lang=e",
        "/UPPER"
      })
  void whatCannotBeReadIs400(String asked) {
    given()
        .urlEncodingEnabled(false)
        .get(LIST + asked)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", notNullValue());
  }

  @Test
  void moreThanAHundredIsTakenAsAHundred() {
    given().queryParam("limit", 5000).get(LIST).then().statusCode(200);
  }

  @Test
  void nothingCanBeWrittenHere() {
    given().contentType("application/json").body("{}").post(LIST).then().statusCode(405);
    given().delete(ARTICLE).then().statusCode(405);
  }
}
