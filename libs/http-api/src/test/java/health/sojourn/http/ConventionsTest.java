package health.sojourn.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConventionsTest {
  private static final String LETTERS = "/api/v1/letters";

  @Inject DataSource database;

  @Nested
  class Lists {
    @Test
    void goOnWhereTheyStopped() {
      String next =
          given()
              .get(LETTERS + "?limit=2&year=2026")
              .then()
              .body("items", contains(1, 2))
              .extract()
              .header("Link");
      String address = next.substring(1, next.indexOf('>'));
      assertEquals("<" + address + ">; rel=\"next\"", next);
      String last =
          given()
              .urlEncodingEnabled(false)
              .get(address)
              .then()
              .body("items", contains(3, 4))
              .extract()
              .path("next");
      given()
          .get(LETTERS + "?limit=2&cursor=" + last)
          .then()
          .body("items", contains(5))
          .body("next", nullValue())
          .header("Link", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "e30", "bnVsbA", "eyJudW1iZXIiOjEsIngiOjJ9", "%20"})
    void refuseACursorThatIsNotOurs(String cursor) {
      given()
          .urlEncodingEnabled(false)
          .get(LETTERS + "?cursor=" + cursor)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void capTheLimit() {
      given().get(LETTERS + "?limit=1000").then().statusCode(200);
      assertEquals(100, Page.limit("1000"));
      assertEquals(20, Page.limit(null));
    }
  }

  @Nested
  class PublicAnswers {
    @Test
    void areNotSentTwice() {
      String tag =
          given()
              .get(LETTERS + "/public")
              .then()
              .statusCode(200)
              .header("Cache-Control", startsWith("public"))
              .header("Link", startsWith("</api/v1/letters/public?cursor=b>"))
              .extract()
              .header("ETag");
      given()
          .header("If-None-Match", tag)
          .get(LETTERS + "/public")
          .then()
          .statusCode(304)
          .header("ETag", equalTo(tag))
          .body(equalTo(""));
      given().header("If-None-Match", "\"other\"").get(LETTERS + "/public").then().statusCode(200);
    }

    @Test
    void answerHead() {
      given().head(LETTERS + "/public").then().statusCode(200).body(equalTo(""));
    }
  }

  @Test
  void aChangeNeedsTheVersionItChanges() {
    String letter = LETTERS + "/" + UUID.randomUUID();
    given().put(letter).then().statusCode(428).body("code", equalTo("precondition-required"));
    given()
        .header("If-Match", "\"v2\"")
        .put(letter)
        .then()
        .statusCode(412)
        .body("code", equalTo("precondition-failed"));
    given().header("If-Match", "\"v2\", \"v3\"").put(letter).then().statusCode(204);
  }

  @Nested
  class Repeated {
    private final String key = UUID.randomUUID().toString();
    private final String text = "Letter " + key;

    @AfterEach
    void nobodyWaits() {
      Letters.mayEnd.countDown();
      Letters.started = new CountDownLatch(0);
      Letters.mayEnd = new CountDownLatch(0);
    }

    @Test
    void requestsGetTheFirstAnswer() {
      Response first = send(key, text);
      Response second = send(key, text);
      Response quoted = send('"' + key + '"', text);

      assertEquals(201, first.statusCode());
      assertEquals(201, second.statusCode());
      assertEquals(first.asString(), second.asString());
      assertEquals(first.header("Location"), second.header("Location"));
      assertEquals(first.contentType(), second.contentType());
      assertEquals(null, first.header("Idempotency-Replayed"));
      assertEquals("true", second.header("Idempotency-Replayed"));
      assertEquals("true", quoted.header("Idempotency-Replayed"));
      assertEquals(1, stored(text));
    }

    @Test
    void keysWithAnotherBodyAreRefused() {
      send(key, text);
      Response other = send(key, text + "!");
      assertEquals(422, other.statusCode());
      assertEquals("idempotency-key-reused", other.path("code"));
      assertEquals(0, stored(text + "!"));
    }

    @Test
    void requestsAfterAFailureTryAgain() {
      assertEquals(500, send(key, "fail").statusCode());
      assertEquals(201, send(key, text).statusCode());
      assertEquals(0, stored("fail"));
    }

    @Test
    void doubleClicksMakeOneLetter() throws Exception {
      List<CompletableFuture<Response>> clicks = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        clicks.add(CompletableFuture.supplyAsync(() -> send(key, text)));
      }
      for (CompletableFuture<Response> click : clicks) {
        assertEquals(201, click.get(20, TimeUnit.SECONDS).statusCode());
      }
      assertEquals(1, stored(text));
    }

    @Test
    void requestsDoNotWaitForeverForTheFirst() throws Exception {
      Letters.started = new CountDownLatch(1);
      Letters.mayEnd = new CountDownLatch(1);
      var first = CompletableFuture.supplyAsync(() -> send(key, text));
      Letters.started.await();

      Response second = send(key, text);
      assertEquals(409, second.statusCode());
      assertEquals("idempotency-key-in-use", second.path("code"));
      assertEquals(0, stored(text));

      Letters.mayEnd.countDown();
      assertEquals(201, first.get(20, TimeUnit.SECONDS).statusCode());
      assertEquals(1, stored(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "schlüssel"})
    void keysMustBePrintable(String bad) {
      Response answer = send(bad, text);
      assertEquals(400, answer.statusCode());
      assertEquals("idempotency-key-invalid", answer.path("code"));
    }

    @Test
    void requestsWithoutAKeyAreNew() {
      String id = send(null, text).path("id");
      assertNotEquals(id, send(null, text).path("id"));
      assertEquals(2, stored(text));
    }

    private Response send(String key, String text) {
      var request =
          given()
              .contentType("application/json")
              .body("{\"text\":\"" + text + "\",\"to\":{\"street\":\"Main Street\"}}");
      return (key == null ? request : request.header("Idempotency-Key", key)).post(LETTERS);
    }

    private int stored(String text) {
      try (var connection = database.getConnection();
          var count = connection.prepareStatement("select count(*) from letter where text = ?")) {
        count.setString(1, text);
        var found = count.executeQuery();
        found.next();
        return found.getInt(1);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
