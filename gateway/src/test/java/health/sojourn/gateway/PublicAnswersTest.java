package health.sojourn.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@TestProfile(PublicAnswersTest.ForASecond.class)
@DisplayName("Of a public answer the gateway")
class PublicAnswersTest {
  public static class ForASecond implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sojourn.cache.longest", "2s", "sojourn.cache.size", "16K");
    }
  }

  @TestHTTPResource("/therapies/public")
  URI address;

  @Test
  void tellsEverybodyWhatTheServiceSaidOnceUntilItIsOld() {
    given().get(path("/old")).then().body(equalTo("1 en")).header("Age", nullValue());
    given()
        .get(path("/old"))
        .then()
        .body(equalTo("1 en"))
        .header("Age", matchesPattern("[01]"))
        .header("ETag", "\"1\"")
        .header("Vary", "Accept-Language, Cookie")
        .header("X-Request-Id", not(equalTo("of-the-first")))
        .header("X-Content-Type-Options", "nosniff");
    Awaitility.await().untilAsserted(() -> given().get(path("/old")).then().body(equalTo("2 en")));
  }

  @Test
  void keepsOneForEachLanguage() {
    given().get(path("/tongue")).then().body(equalTo("1 en"));
    RequestSpecification spanish = given().header("Accept-Language", "es-CO,es;q=0.9");
    spanish.get(path("/tongue")).then().body(equalTo("2 es"));
    given().cookie("sojourn-language", "es").get(path("/tongue")).then().body(equalTo("2 es"));
    given().get(path("/tongue")).then().body(equalTo("1 en"));
  }

  @Test
  void sendsNothingToWhoHasIt() {
    for (int i = 0; i < 2; i++) {
      given()
          .header("If-None-Match", "W/\"1\"")
          .get(path("/known"))
          .then()
          .statusCode(304)
          .header("ETag", "\"1\"")
          .body(equalTo(""));
    }
    given().head(path("/known")).then().statusCode(200).header("Content-Length", "4");
    given().header("If-None-Match", "\"0\"").get(path("/known")).then().body(equalTo("1 en"));
  }

  @Test
  void givesNothingToWhoSaysWhoItIs() {
    given().get(path("/who")).then().body(equalTo("1 en"));
    given().header("Authorization", "Bearer a").get(path("/who")).then().body(startsWith("2 "));
    given().cookie("q_session", "a").get(path("/who")).then().body(startsWith("3 "));
    given().header("Cache-Control", "no-cache").get(path("/who")).then().body(startsWith("4 "));
    given().header("Range", "bytes=0-1").get(path("/who")).then().body(startsWith("5 "));
    given().get(path("/who")).then().body(equalTo("1 en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a?Cache-Control=private",
        "/b?Cache-Control=no-store",
        "/c?Set-Cookie=a%3Db",
        "/d?Vary=*",
        "/e?Vary=Cookie",
        "/gone"
      })
  void keepsNothingThatIsNotForAll(String answer) {
    given().get(path(answer)).then().body(startsWith("1 "));
    given().get(path(answer)).then().body(startsWith("2 "));
  }

  @Test
  void asksOnceForManyWhoAskAtOnce() {
    List<String> answers = atOnce(path("/slow"), 20);
    assertEquals(List.of("1 en"), answers.stream().distinct().toList());
  }

  @Test
  void asksForEachWhenTheAnswerIsNotForAll() {
    List<String> answers = atOnce(path("/slow?Cache-Control=private"), 5);
    assertEquals(5, answers.stream().distinct().count());
  }

  @Test
  void saysThatTheServiceBrokeOff() {
    given().get(path("/cut")).then().statusCode(502).body("code", notNullValue());
    assertEquals(502, given().get(path("/cut")).statusCode());
  }

  @Test
  void makesTheOthersNotWaitForOneWhoLeaves() throws Exception {
    HttpClient hasty = HttpClient.newHttpClient();
    CompletableFuture<HttpResponse<String>> first = ask(hasty, path("/left/slow"));
    CompletableFuture<HttpResponse<String>> second =
        ask(HttpClient.newHttpClient(), path("/left/slow"));
    first.cancel(true);
    assertEquals(200, second.get(5, TimeUnit.SECONDS).statusCode());
  }

  private List<String> atOnce(String path, int times) {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, times).mapToObj(i -> ask(client, path)).toList();
    return asked.stream().map(CompletableFuture::join).map(HttpResponse::body).toList();
  }

  private CompletableFuture<HttpResponse<String>> ask(HttpClient client, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(5)).build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String path(String path) {
    return "/therapies/public" + path;
  }
}
