package health.sojourn.content.publishing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.content.article.ArticleStatus;
import health.sojourn.content.article.ArticleText;
import health.sojourn.content.article.ArticleTexts;
import health.sojourn.content.article.ArticleVersion;
import health.sojourn.content.article.Articles;
import health.sojourn.content.article.NotPublishable;
import health.sojourn.content.article.Objection.Rule;
import health.sojourn.testing.Contracts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublisherTest {
  private static final String SLUG = "a-test-article";

  @Inject Publisher publisher;
  @Inject Articles articles;
  @Inject AgroalDataSource database;
  @Inject ObjectMapper json;

  @AfterEach
  void forget() {
    QuarkusTransaction.requiringNew().run(() -> articles.delete("slug", SLUG));
  }

  @Test
  void theArticleIsThereWhenTheServiceHasStarted() {
    ArticleVersion article = articles.published("allogeneic-msc-knee", "en").orElseThrow();
    assertEquals(1, article.version());
    assertEquals(ArticleTexts.first(), article.text());
  }

  @Test
  void whatItAnnouncesIsTheContractsExample() {
    Instant morning = Instant.parse("2026-11-20T09:00:00Z");
    ArticleText text =
        ArticleTexts.firstWith(article -> article.put("reviewedAt", morning.toString()));
    ArticleVersion version = ArticleVersion.draft(UUID.randomUUID(), text, "hash", 1, morning);
    version.submit(morning);
    version.publish(List.of(), morning);
    Contracts.assertEqualsExample("content/article-changed", ArticleChanged.of(version));
  }

  @Nested
  class AChangedText {

    @Test
    void supersedesTheVersionInForce() {
      publisher.publish(text("First title"), "one");
      publisher.publish(text("Second title"), "two");
      ArticleVersion now = articles.published(SLUG, "en").orElseThrow();
      ArticleVersion before = articles.version(SLUG, "en", 1).orElseThrow();
      assertEquals(2, now.version());
      assertEquals("Second title", now.text().title());
      assertEquals(ArticleStatus.SUPERSEDED, before.status());
      assertEquals("First title", before.text().title());
      assertEquals(
          List.of(2, 1), articles.readable(SLUG, "en").stream().map(v -> v.version()).toList());
    }

    @Test
    void leavesTheOldVersionAtItsOwnAddress() {
      publisher.publish(text("First title"), "one");
      publisher.publish(text("Second title"), "two");
      given()
          .get("/therapies/" + SLUG + "/versions/1")
          .then()
          .statusCode(200)
          .body(containsString("First title"))
          .body(containsString("This is an older version"));
      given()
          .get("/therapies/" + SLUG)
          .then()
          .body(containsString("Second title"))
          .body(not(containsString("This is an older version")));
      given()
          .get("/api/v1/articles/" + SLUG + "?version=1")
          .then()
          .body("status", equalTo("SUPERSEDED"))
          .body("title", equalTo("First title"));
    }

    @Test
    void isAnnouncedEachTimeInTheSameTransaction() throws Exception {
      int before = said().size();
      publisher.publish(text("First title"), "one");
      publisher.publish(text("Second title"), "two");
      List<String> said = said().subList(before, said().size());
      assertEquals(2, said.size());
      said.forEach(event -> Contracts.assertFits("content/article-changed", event));
      JsonNode last = json.readTree(said.get(1));
      assertEquals(2, last.path("version").asInt());
      assertEquals("Second title", last.path("title").asText());
      assertEquals("PENDING", last.path("medicalReview").asText());
    }
  }

  @Test
  void theSameTextAgainChangesNothing() throws Exception {
    publisher.publish(text("First title"), "one");
    publisher.publish(text("Second title"), "two");
    int said = said().size();
    assertTrue(publisher.publish(text("Second title"), "two").isEmpty());
    assertTrue(publisher.publish(text("First title"), "one").isEmpty());
    assertEquals(2, articles.published(SLUG, "en").orElseThrow().version());
    assertEquals(said, said().size());
  }

  @Test
  void whatTheGateRefusesLeavesNoTrace() throws Exception {
    publisher.publish(text("First title"), "one");
    int said = said().size();
    ArticleText bad =
        ArticleTexts.firstWith(
            article -> article.put("slug", SLUG).put("reviewDueOn", "2020-01-01"));
    NotPublishable refused =
        assertThrows(NotPublishable.class, () -> publisher.publish(bad, "two"));
    assertEquals(Rule.REVIEW_OVERDUE, refused.objections().get(0).rule());
    assertEquals(1, articles.published(SLUG, "en").orElseThrow().version());
    assertEquals(1, articles.count("slug", SLUG));
    assertEquals(said, said().size());
  }

  @Test
  void replicasThatStartTogetherMakeOneVersion() throws Exception {
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> start = () -> publisher.publish(text("First title"), "one").isPresent();
      int published = 0;
      for (var each : replicas.invokeAll(List.of(start, start, start, start))) {
        published += each.get() ? 1 : 0;
      }
      assertEquals(1, published);
      assertEquals(1, articles.count("slug", SLUG));
    } finally {
      replicas.shutdownNow();
    }
  }

  @Test
  void aWithdrawnArticleEndsOnTheTopic() throws Exception {
    ArticleVersion article = publisher.publish(text("First title"), "one").orElseThrow();
    publisher.withdraw(article, "It named the wrong dose.");
    List<String> said = said();
    assertEquals(null, said.get(said.size() - 1));
    assertTrue(articles.published(SLUG, "en").isEmpty());
    for (String address : List.of("/therapies/" + SLUG, "/api/v1/articles/" + SLUG)) {
      given().get(address).then().statusCode(410).body(containsString("It named the wrong dose."));
    }
  }

  @Test
  void markupInATextStaysText() {
    publisher.publish(text("<script>alert(1)</script> & more"), "one");
    for (String address : List.of("/", "/therapies", "/therapies/" + SLUG)) {
      given()
          .get(address)
          .then()
          .statusCode(200)
          .body(not(containsString("<script>alert")))
          .body(containsString(address.equals("/") ? "Sojourn" : "&lt;script&gt;"));
    }
  }

  @Test
  void pagesOfTheListHoldTogether() {
    publisher.publish(text("First title"), "one");
    var first = given().queryParam("limit", 1).get("/api/v1/articles").then();
    first.body("items", hasSize(1)).header("Link", containsString("rel=\"next\""));
    String next = first.extract().path("next");
    given()
        .queryParam("limit", 1)
        .queryParam("cursor", next)
        .get("/api/v1/articles")
        .then()
        .body("items", hasSize(1))
        .body("items[0].slug", equalTo("allogeneic-msc-knee"))
        .body("next", equalTo(null));
  }

  private static ArticleText text(String title) {
    return ArticleTexts.firstWith(article -> article.put("slug", SLUG).put("title", title));
  }

  /** What this service has said about the test's article so far; null is a tombstone. */
  private List<String> said() throws Exception {
    List<String> payloads = new ArrayList<>();
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select payload from event where topic = ? and key = ? order by position")) {
      query.setString(1, "content.articles");
      query.setString(2, SLUG);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          payloads.add(rows.getString(1));
        }
      }
    }
    return payloads;
  }
}
