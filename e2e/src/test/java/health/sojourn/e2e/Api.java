package health.sojourn.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The HTTP API through the gateway, as a program of somebody's calls it. */
final class Api {
  static final String FACILITATOR = "demo-facilitator";
  static final String LEAD = "demo-lead";

  /** A token is good for five minutes; these are taken anew before. */
  private static final Duration KEPT = Duration.ofMinutes(3);

  private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

  private record Token(String value, Instant from) {
    boolean old() {
      return from.plus(KEPT).isBefore(Instant.now());
    }
  }

  private Api() {}

  static RequestSpecification anonymous() {
    return given().spec(base());
  }

  static RequestSpecification as(String user) {
    return given().spec(base()).header("Authorization", "Bearer " + token(user));
  }

  /**
   * @param clinic its slug, such as {@code demo-bogota}
   */
  static String coordinatorOf(String clinic) {
    return clinic.equals("demo-bogota")
        ? "demo-clinic"
        : "demo-clinic-" + clinic.substring("demo-".length());
  }

  /** Of one of the people who work for the clinic. */
  static String coordinatorIdOf(String clinic) {
    return as(FACILITATOR)
        .get("/api/v1/clinics/{clinic}/users", clinic)
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].id");
  }

  static JsonPath send(NewInquiry inquiry) {
    return anonymous()
        .contentType(ContentType.JSON)
        .body(inquiry.json())
        .post("/api/v1/inquiries")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static RequestSpecification base() {
    return new RequestSpecBuilder().setBaseUri(Sojourn.url()).setAccept(ContentType.JSON).build();
  }

  private static String token(String user) {
    return TOKENS
        .compute(
            user,
            (name, kept) ->
                kept == null || kept.old()
                    ? new Token(tokenAt(Sojourn.url(), name), Instant.now())
                    : kept)
        .value();
  }

  /** By password, through the client that exists with demo data only; good for five minutes. */
  static String tokenAt(String platform, String user) {
    return given()
        .baseUri(platform)
        .formParam("grant_type", "password")
        .formParam("client_id", "sojourn-demo")
        .formParam("username", user)
        .formParam("password", "sojourn-demo")
        .post("/auth/realms/sojourn/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}
