package health.sojourn.provider;

import static io.restassured.RestAssured.given;

import health.sojourn.provider.leadinbox.CaseServer;
import health.sojourn.provider.leadinbox.LeadTopic;
import health.sojourn.provider.people.FakeKeycloak;
import health.sojourn.testing.AccessMatrix;
import health.sojourn.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(CaseServer.class)
@QuarkusTestResource(FakeKeycloak.class)
class ProviderRoutesTest extends AccessMatrix {
  private static final String WORDS = "{\"text\":\"Since when?\"}";
  private static final String QUOTE =
      """
      {"items":[{"text":"Cells","amount":{"amount":"5000.00","currency":"USD"}}],"visits":1,
       "nights":0,"refundRule":"All of it","validUntil":"%s","language":"en"}
      """
          .formatted(LocalDate.now().plusDays(30));

  /** By the end of the route; for the others {@code {}} will do. */
  private static final Map<String, String> BODIES =
      Map.of(
          "/clinics/{slug}",
          """
          {"name":"Demo","city":"Bogota","timeZone":"America/Bogota",
           "location":{"latitude":4.7,"longitude":-74.1}}
          """,
          "/users",
          "{\"email\":\"matrix@example.org\",\"givenName\":\"Demo\",\"familyName\":\"Matrix\"}",
          "/capacity",
          "{\"openLeads\":5,\"paused\":false,\"holidays\":[],\"workingHours\":[]}",
          "/decline",
          "{\"reason\":\"OTHER\"}",
          "/question",
          WORDS,
          "/messages",
          WORDS,
          "/treatment",
          "{\"outcome\":\"TREATED\",\"day\":\"" + LocalDate.now() + "\"}",
          "/quote",
          QUOTE);

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PDF = "%PDF-1.7 demo";

  @Inject LeadTopic topic;

  @BeforeEach
  @AfterEach
  void nobodyAndTheCaseIsThere() {
    FakeKeycloak.forgetEverybody();
    CaseServer.status = 200;
  }

  @Override
  protected Sample sample(String method, String path, String anywhere) {
    String own =
        path.replace("{slug}", OWN)
            .replace("{therapy}", "allogeneic-msc-knee")
            .replace("{name}", path.contains("/offers/") ? "doseMin" : "licence");
    if (path.startsWith("/clinic-desk/quote-templates/")) {
      // One that is gone, or was never one's own, is no mistake.
      return Sample.at(anywhere);
    }
    Sample sample = Sample.at(withId(own, anywhere));
    if (path.contains("{slug}") || path.contains("{id}")) {
      sample = sample.ofOwnClinic();
    }
    if (path.equals("/clinic-desk/facts/{name}/withdrawal")) {
      return sample.ofOwnClinic().with(FORM, "change=" + draft());
    }
    return path.endsWith("/evidence")
        ? sample.with("application/octet-stream", PDF)
        : sample.with(body(path));
  }

  private static String body(String path) {
    return BODIES.entrySet().stream()
        .filter(body -> path.endsWith(body.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("{}");
  }

  private String withId(String path, String anywhere) {
    if (path.contains("/quote/{version}")) {
      return path.replace("{id}", quoted().toString()).replace("{version}", "1");
    }
    if (path.contains("/leads/{id}") || path.contains("/clinic-leads/{id}")) {
      UUID lead = topic.offer(OWN, Instant.now().plus(Duration.ofDays(1)));
      return path.replace("{id}", lead.toString());
    }
    if (path.contains("/users/{id}") || path.contains("/people/{id}")) {
      return path.replace("{id}", colleague().toString());
    }
    if (path.contains("/evidence/{id}")) {
      return path.replace("{id}", evidence());
    }
    return path.contains("{") ? anywhere : path;
  }

  /** Of the caller, who has an account too. */
  private static UUID colleague() {
    UUID caller = UUID.nameUUIDFromBytes("demo-clinic".getBytes());
    FakeKeycloak.put(caller, "self@example.org", true, OWN, "clinic");
    return FakeKeycloak.add(UUID.randomUUID() + "@example.org", true, OWN, "clinic");
  }

  private UUID quoted() {
    UUID lead = topic.accepted(OWN);
    given()
        .auth()
        .oauth2(Tokens.clinic(OWN))
        .contentType("application/json")
        .body(QUOTE)
        .post("/api/v1/clinic-leads/" + lead + "/quote")
        .then()
        .statusCode(201);
    return lead;
  }

  private static String evidence() {
    return given()
        .auth()
        .oauth2(Tokens.clinic(OWN))
        .contentType("application/octet-stream")
        .body(PDF.getBytes())
        .post("/api/v1/clinics/" + OWN + "/evidence")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A change of a fact that its clinic has proposed. */
  private static String draft() {
    String fact = "/api/v1/clinics/" + OWN + "/facts/licence";
    String tag = given().auth().oauth2(Tokens.clinic(OWN)).get(fact).header("ETag");
    return given()
        .auth()
        .oauth2(Tokens.clinic(OWN))
        .contentType("application/json")
        .header("If-Match", tag)
        .body("{\"value\":\"DEMO-MATRIX\"}")
        .put(fact)
        .then()
        .statusCode(200)
        .extract()
        .path("draft.id");
  }
}
