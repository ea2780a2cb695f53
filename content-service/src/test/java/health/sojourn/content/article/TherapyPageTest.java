package health.sojourn.content.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.content.citation.Citation;
import health.sojourn.content.claim.Claim;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TherapyPageTest {
  private static final String ADDRESS = "/therapies/allogeneic-msc-knee";

  private final ArticleText article = ArticleTexts.first();

  @Test
  void showsEveryClaimWithItsStanceAndItsSources() {
    Document page = page();
    for (Claim claim : article.claims()) {
      Element shown = page.getElementById(claim.id());
      assertTrue(shown.text().contains(claim.text()), claim.id());
      assertTrue(
          shown.selectFirst("summary .stance").text().equalsIgnoreCase(word(claim)), claim.id());
      Set<String> sources =
          shown.select("details a[href^=#source-]").stream()
              .map(link -> link.attr("href").substring("#source-".length()))
              .collect(Collectors.toSet());
      assertEquals(new HashSet<>(claim.sources()), sources, claim.id());
    }
    assertEquals(article.claims().size(), page.select(".claim").size());
  }

  @Test
  void everyLinkWithinThePageArrives() {
    Document page = page();
    for (Element link : page.select("a[href^=#]")) {
      String target = link.attr("href").substring(1);
      assertTrue(page.getElementById(target) != null, target);
    }
    List<String> ids = page.select("[id]").eachAttr("id");
    assertEquals(ids.size(), new HashSet<>(ids).size(), "an id is there twice");
    for (Element named : page.select("[aria-labelledby], [aria-describedby]")) {
      String names = named.attr("aria-labelledby") + " " + named.attr("aria-describedby");
      for (String id : names.trim().split("\\s+")) {
        assertTrue(page.getElementById(id) != null, id);
      }
    }
  }

  @Test
  void everySourceSaysWhatItIsAndHowMuchOfItWasSeen() {
    Document page = page();
    for (Citation citation : article.citations()) {
      Element source = page.getElementById("source-" + citation.id());
      assertTrue(source.text().contains(citation.design()), citation.id());
      assertTrue(source.text().contains(citation.participants()), citation.id());
      assertTrue(source.text().contains(citation.finding()), citation.id());
      assertEquals(
          citation.seen() == Citation.Seen.NOT_SEEN,
          source.text().contains("Not seen."),
          citation.id());
      if (citation.doi() != null) {
        assertFalse(source.select("a[href=https://doi.org/" + citation.doi() + "]").isEmpty());
      }
      if (citation.pmid() != null) {
        assertFalse(
            source
                .select("a[href=https://pubmed.ncbi.nlm.nih.gov/" + citation.pmid() + "/]")
                .isEmpty());
      }
      assertFalse(source.select("a[href^=#]").isEmpty(), citation.id() + " is used nowhere");
    }
  }

  @Test
  void drawsEachPlotWithItsWordsItsNumbersAndItsDoubt() {
    Document page = page();
    for (ArticleText.Plot plot : article.plots()) {
      Element figure = page.getElementById("plot-" + plot.id());
      assertEquals(plot.title(), figure.selectFirst("svg title").text());
      assertEquals(plot.description(), figure.selectFirst("svg desc").text());
      assertEquals(plot.rows().size(), figure.select("svg circle").size());
      assertEquals(plot.rows().size(), figure.select("tbody tr").size());
    }
    assertTrue(page.getElementById("plot-pain").text().contains("is disputed"));
    assertTrue(page.getElementById("plot-pain").text().contains("−23.28 to −3.20"));
    assertTrue(page.select("svg text").text().matches("(?s).*SCUlpTOR 2026: 321.*"));
  }

  @Test
  void saysWhatIsMissing() {
    Document page = page();
    assertTrue(page.select(".banner").text().contains("No clinician has reviewed this article"));
    assertTrue(page.getElementById("law").text().contains("not legal advice"));
    assertEquals(
        9,
        page.select("#law tbody tr").stream()
            .filter(row -> row.text().contains("Unknown"))
            .count());
    assertTrue(page.getElementById("disclosures").text().contains("not medical advice"));
    assertTrue(page.getElementById("history").text().contains("None yet"));
  }

  @Test
  void canBeReadWithAScreenReader() {
    Document page = page();
    assertEquals("en", page.selectFirst("html").attr("lang"));
    assertEquals(1, page.select("h1").size());
    assertEquals(1, page.select("main").size());
    assertFalse(page.select("header").isEmpty());
    assertFalse(page.select("footer").isEmpty());
    assertTrue(page.select("nav").stream().allMatch(nav -> named(nav)), "a nav without a name");
    assertTrue(page.select("svg[role=img]").stream().allMatch(svg -> named(svg)));
    assertTrue(page.select("[style], script:not([src])").isEmpty(), "against the page's policy");
    int level = 1;
    for (Element heading : page.select("main h1, main h2, main h3, main h4")) {
      int next = heading.tagName().charAt(1) - '0';
      assertTrue(next <= level + 1, heading.text());
      level = next;
    }
  }

  @Test
  void eachVersionHasAnAddressOfItsOwn() {
    given().get(ADDRESS + "/versions/1").then().statusCode(200);
    given().queryParam("version", 1).get(ADDRESS).then().statusCode(200);
    given().get(ADDRESS + "/versions/99").then().statusCode(404);
    given().get("/therapies/nothing-here").then().statusCode(404);
  }

  @Test
  void isListed() {
    Document list =
        Jsoup.parse(given().get("/therapies").then().statusCode(200).extract().asString());
    assertEquals(article.title(), list.selectFirst("a[href=" + ADDRESS + "]").text());
  }

  @Test
  void isKeptByCachesUntilItChanges() {
    var first =
        given().get(ADDRESS).then().statusCode(200).header("ETag", startsWith("\"")).extract();
    given()
        .header("If-None-Match", first.header("ETag"))
        .get(ADDRESS)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(first.header("ETag")))
        .header("Cache-Control", equalTo("public, max-age=60"));
    given().head(ADDRESS).then().statusCode(200).header("ETag", equalTo(first.header("ETag")));
  }

  private static boolean named(Element element) {
    return element.hasAttr("aria-label") || element.hasAttr("aria-labelledby");
  }

  private static String word(Claim claim) {
    String mark =
        switch (claim.stance()) {
          case SUPPORTED -> "●";
          case CONTESTED -> "◐";
          case UNSUPPORTED -> "○";
          case UNVERIFIED -> "?";
        };
    return mark + " " + claim.stance();
  }

  private static Document page() {
    return Jsoup.parse(given().get(ADDRESS).then().statusCode(200).extract().asString());
  }
}
