package health.sojourn.provider.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import health.sojourn.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeKeycloak.class)
class ClinicUsersTest {
  private static final String USERS = "/api/v1/clinics/demo-bogota/users";
  private static final String SOMEBODY =
      """
      {"email":"Clara@example.org","givenName":"Clara","familyName":"Demo"}
      """;

  @BeforeEach
  void nobody() {
    FakeKeycloak.forgetEverybody();
  }

  @Test
  void aClinicInvitesListsAndRemovesItsOwn() {
    UUID self = UUID.nameUUIDFromBytes("demo-clinic".getBytes());
    FakeKeycloak.put(self, "self@example.org", true, "demo-bogota", "clinic");
    String place =
        own()
            .body(SOMEBODY)
            .post(USERS)
            .then()
            .statusCode(201)
            .body("email", equalTo("clara@example.org"))
            .body("answered", equalTo(false))
            .header("Location", notNullValue())
            .extract()
            .header("Location");
    FakeKeycloak.add("staff@example.org", true, null, "facilitator");
    own()
        .get(USERS)
        .then()
        .statusCode(200)
        .body("items.email", contains("clara@example.org", "self@example.org"));
    String tag = own().get(place).then().statusCode(200).extract().header("ETag");
    own().delete(place).then().statusCode(428);
    own().header("If-Match", "\"another\"").delete(place).then().statusCode(412);
    own().header("If-Match", tag).delete(place).then().statusCode(204);
    own().get(place).then().statusCode(404).body("code", equalTo("person-not-found"));
  }

  @Test
  void theSameInvitationTwiceIsOneAccountAndAnotherPersonsAddressIsTaken() {
    String first = own().body(SOMEBODY).post(USERS).then().statusCode(201).extract().path("id");
    own().body(SOMEBODY).post(USERS).then().statusCode(201).body("id", equalTo(first));
    assertThat(FakeKeycloak.MAILS).hasSize(2);
    own()
        .body(SOMEBODY.replace("Clara\",", "Carla\","))
        .post(USERS)
        .then()
        .statusCode(409)
        .body("code", equalTo("email-taken"))
        .body("errors[0].pointer", equalTo("/email"));
  }

  @Test
  void anotherClinicsPeopleAreNotThereAndCannotBeChanged() {
    UUID id = FakeKeycloak.add("theirs@example.org", true, "demo-bogota", "clinic");
    as(Tokens.clinic("demo-medellin")).get(USERS).then().statusCode(404);
    as(Tokens.clinic("demo-medellin")).get(USERS + "/" + id).then().statusCode(404);
    as(Tokens.clinic("demo-medellin"))
        .body(SOMEBODY)
        .post(USERS)
        .then()
        .statusCode(403)
        .body("code", equalTo("foreign-clinic"));
    as(Tokens.clinic("demo-medellin"))
        .header("If-Match", "*")
        .delete(USERS + "/" + id)
        .then()
        .statusCode(403);
    as(Tokens.editor()).get(USERS).then().statusCode(403);
    assertThat(FakeKeycloak.USERS).hasSize(1);
  }

  @Test
  void staffMayForAnyClinicButReachOnlyItsPeople() {
    UUID admin = FakeKeycloak.add("admin@example.org", true, null, "admin");
    UUID odd = FakeKeycloak.add("odd@example.org", true, "demo-bogota", "clinic", "admin");
    for (String token : new String[] {Tokens.facilitator(), Tokens.admin()}) {
      as(token).body(SOMEBODY).post(USERS).then().statusCode(201);
      for (UUID id : new UUID[] {admin, odd}) {
        as(token).header("If-Match", "*").delete(USERS + "/" + id).then().statusCode(404);
      }
      as(token).get("/api/v1/clinics/nowhere/users").then().statusCode(404);
      as(token)
          .body(SOMEBODY)
          .post("/api/v1/clinics/nowhere/users")
          .then()
          .statusCode(404)
          .body("code", equalTo("clinic-not-found"));
    }
  }

  @Test
  void nobodyRemovesHimself() {
    UUID self = UUID.nameUUIDFromBytes("demo-clinic".getBytes());
    FakeKeycloak.put(self, "self@example.org", true, "demo-bogota", "clinic");
    own()
        .header("If-Match", "*")
        .delete(USERS + "/" + self)
        .then()
        .statusCode(409)
        .body("code", equalTo("own-account"));
  }

  @Test
  void whatIsWrongIsNamedByItsField() {
    own()
        .body("{\"email\":\"nobody\",\"givenName\":\"Clara\"}")
        .post(USERS)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/email", "/familyName"));
    own()
        .body(SOMEBODY.replace("\"Demo\"", "\"<Demo>\""))
        .post(USERS)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/familyName"));
  }

  @Test
  void whileKeycloakIsAwayThatIsSaid() {
    FakeKeycloak.away = true;
    own()
        .get(USERS)
        .then()
        .statusCode(503)
        .body("code", equalTo("people-unavailable"))
        .body("type", endsWith("/problems/people-unavailable"));
    FakeKeycloak.away = false;
  }

  private static RequestSpecification own() {
    return as(Tokens.clinic("demo-bogota"));
  }

  private static RequestSpecification as(String token) {
    return given().contentType("application/json").auth().oauth2(token);
  }
}
