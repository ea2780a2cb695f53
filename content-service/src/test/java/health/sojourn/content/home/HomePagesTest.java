package health.sojourn.content.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HomePagesTest {

  @Test
  void answersTheQuestionInFiveLines() {
    Document page = page("/");
    assertTrue(page.text().contains("What should I know before I pay for stem cells in my knee?"));
    assertEquals(5, page.select(".answer li").size());
    assertEquals(3, page.select("ol li").size());
    assertFalse(page.select("a[href=/therapies/allogeneic-msc-knee]").isEmpty());
    assertFalse(page.select("a[href=/inquiries/new]").isEmpty());
    assertTrue(page.text().contains("What we will not do"));
    assertFalse(page.select("main a[href=/how-we-are-paid]").isEmpty());
    assertFalse(page.text().contains("[["));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/how-we-are-paid", "/how-we-check", "/privacy", "/complaints", "/corrections"})
  void whatTheFooterLeadsToIsThere(String address) {
    Document page = page(address);
    assertEquals(1, page.select("h1").size());
    assertEquals(1, page.select("main").size());
    assertTrue(page.select("main").text().length() > 200);
    assertFalse(page("/").select("footer a[href=" + address + "]").isEmpty());
    given().get("/sitemap.xml").then().body("urlset.url.loc", hasItem(containsString(address)));
  }

  @Test
  void noCorrectionYet() {
    assertTrue(page("/corrections").text().contains("None yet."));
  }

  @Test
  void searchEnginesFindTheArticle() {
    given()
        .get("/sitemap.xml")
        .then()
        .statusCode(200)
        .contentType("application/xml")
        .body("urlset.url.loc", hasItem(containsString("/therapies/allogeneic-msc-knee")));
    given()
        .get("/robots.txt")
        .then()
        .statusCode(200)
        .contentType("text/plain")
        .body(containsString("/sitemap.xml"))
        .body(containsString("Disallow: /desk"));
  }

  private static Document page(String address) {
    return Jsoup.parse(
        given().get(address).then().statusCode(200).contentType("text/html").extract().asString());
  }
}
