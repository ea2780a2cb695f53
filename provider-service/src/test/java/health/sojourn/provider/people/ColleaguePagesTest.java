package health.sojourn.provider.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeKeycloak.class)
class ColleaguePagesTest {
  private static final String PEOPLE = "/clinic-desk/people";
  private static final UUID SELF = UUID.nameUUIDFromBytes("demo-clinic".getBytes());

  @BeforeEach
  void oneCoordinator() {
    FakeKeycloak.forgetEverybody();
    FakeKeycloak.put(SELF, "self@example.org", true, "demo-bogota", "clinic");
  }

  @AfterEach
  void nobody() {
    FakeKeycloak.forgetEverybody();
  }

  @Test
  void aClinicSeesItsOwnPeopleAndNobodyElse() {
    FakeKeycloak.add("theirs@example.org", true, "demo-medellin", "clinic");
    FakeKeycloak.add("staff@example.org", true, null, "facilitator");
    FakeKeycloak.add("ours@example.org", true, "demo-bogota", "clinic");
    Document page = get(PEOPLE, 200);
    assertThat(page.select("tbody tr")).hasSize(2);
    assertThat(page.text()).contains("ours@example.org", "this is you").doesNotContain("theirs@");
  }

  @Test
  void anInvitationBindsToTheOwnClinicAndASecondClickIsTheSame() {
    for (int click = 0; click < 2; click++) {
      assertThat(location(invite("New@Example.org", "Clara"))).endsWith(PEOPLE + "?done=invited");
    }
    assertThat(FakeKeycloak.USERS).hasSize(2);
    assertThat(FakeKeycloak.MAILS).hasSize(2);
    Document page = get(PEOPLE + "?done=invited", 200);
    assertThat(page.text())
        .contains("The invitation is on its way", "new@example.org", "Invited, not answered yet");
    assertThat(FakeKeycloak.USERS.values().toString()).contains("\"clinic\":[\"demo-bogota\"]");
  }

  @Test
  void whatIsWrongIsSaidAndNothingTypedIsLost() {
    Document wrong = page(invite("nobody", ""), 422);
    assertThat(wrong.select(".error-summary a").eachAttr("href"))
        .containsExactly("#email", "#givenName");
    assertThat(wrong.select("#email").val()).isEqualTo("nobody");
    FakeKeycloak.add("taken@example.org", true, null, "editor");
    Document taken = page(invite("taken@example.org", "Clara"), 409);
    assertThat(taken.select("#email-error").text()).contains("has an account already");
    assertThat(taken.select("#givenName").val()).isEqualTo("Clara");
    assertThat(FakeKeycloak.MAILS).isEmpty();
  }

  @Test
  void anInvitationCanBeSentAgain() {
    UUID ours = FakeKeycloak.add("ours@example.org", true, "demo-bogota", "clinic");
    location(desk().post(PEOPLE + "/" + ours + "/invitation"));
    assertThat(FakeKeycloak.MAILS).hasSize(1);
    FakeKeycloak.mailAway = true;
    assertThat(page(desk().post(PEOPLE + "/" + ours + "/invitation"), 503).text())
        .contains("the mail could not be sent", "ours@example.org");
  }

  @Test
  void removingAsksFirstAndEndsTheAccount() {
    UUID ours = FakeKeycloak.add("ours@example.org", true, "demo-bogota", "clinic");
    Document asked = get(PEOPLE + "/" + ours + "/removal", 200);
    assertThat(asked.text()).contains("ours@example.org is deleted");
    assertThat(FakeKeycloak.USERS).hasSize(2);
    assertThat(location(desk().post(asked.select("main form").attr("action"))))
        .endsWith("done=removed");
    assertThat(FakeKeycloak.USERS).hasSize(1);
    get(PEOPLE + "/" + ours + "/removal", 404);
  }

  @Test
  void nobodyShutsTheClinicOut() {
    UUID ours = FakeKeycloak.add("ours@example.org", true, "demo-bogota", "clinic");
    assertThat(get(PEOPLE, 200).select("a[href$=" + SELF + "/removal]")).isEmpty();
    assertThat(page(desk().post(PEOPLE + "/" + SELF + "/removal"), 409).text())
        .contains("your own account", "ours@example.org");
    // Removed by the colleague a moment ago, with a token that is still good.
    FakeKeycloak.USERS.remove(SELF.toString());
    desk().post(PEOPLE + "/" + ours + "/removal").then().statusCode(403);
    assertThat(FakeKeycloak.USERS).hasSize(1);
  }

  @Test
  void anotherClinicsPeopleAreNotThere() {
    UUID theirs = FakeKeycloak.add("theirs@example.org", true, "demo-medellin", "clinic");
    UUID staff = FakeKeycloak.add("staff@example.org", true, null, "admin");
    for (UUID id : new UUID[] {theirs, staff}) {
      get(PEOPLE + "/" + id + "/removal", 404);
      desk().post(PEOPLE + "/" + id + "/removal").then().statusCode(404);
      desk().post(PEOPLE + "/" + id + "/invitation").then().statusCode(404);
    }
    assertThat(FakeKeycloak.USERS).hasSize(3);
    assertThat(FakeKeycloak.MAILS).isEmpty();
  }

  @Test
  void thePagesSpeakSpanish() {
    Document page = get(PEOPLE + "?lang=es", 200);
    assertThat(page.select("h1").text()).isEqualTo("Nuestro equipo");
    assertThat(page.select("thead").text()).isEqualTo("Nombre Correo electrónico Cuenta Cambiar");
    assertThat(
            page(desk().header("Accept-Language", "es").post(PEOPLE + "/" + SELF + "/removal"), 409)
                .select(".error-summary a")
                .text())
        .isEqualTo("Esta es su propia cuenta. Un compañero puede eliminarla.");
    assertThat(get(PEOPLE + "/invitation?lang=es", 200).select("h1").text())
        .isEqualTo("Invitar a un compañero");
  }

  private static Response invite(String email, String givenName) {
    return desk()
        .formParam("email", email)
        .formParam("givenName", givenName)
        .formParam("familyName", "Demo")
        .post(PEOPLE + "/invitation");
  }

  private static String location(Response response) {
    return response.then().statusCode(303).extract().header("Location");
  }

  private static Document get(String path, int status) {
    return page(desk().get(path), status);
  }

  private static Document page(Response response, int status) {
    return Jsoup.parse(response.then().statusCode(status).extract().asString());
  }

  private static RequestSpecification desk() {
    return given()
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded")
        .auth()
        .oauth2(Tokens.clinic("demo-bogota"))
        .redirects()
        .follow(false);
  }
}
