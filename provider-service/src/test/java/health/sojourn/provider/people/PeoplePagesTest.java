package health.sojourn.provider.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeKeycloak.class)
class PeoplePagesTest {
  private static final String PEOPLE = "/admin/people";
  private static final UUID ADMIN = UUID.nameUUIDFromBytes("demo-admin".getBytes());

  @Inject EntityManager entities;

  @BeforeEach
  void oneAdmin() {
    FakeKeycloak.forgetEverybody();
    FakeKeycloak.put(ADMIN, "admin@example.org", true, null, "admin");
  }

  @AfterEach
  void isBack() {
    FakeKeycloak.forgetEverybody();
  }

  @Test
  void anInvitationMakesABoundAccountSendsMailAndIsWrittenDown() {
    String person = location(invite("New@Example.org", "clinic", "demo-medellin"));
    String id = person.substring(person.lastIndexOf('/') + 1);
    assertThat(FakeKeycloak.ROLES.get(id)).contains("clinic");
    assertThat(FakeKeycloak.MAILS)
        .singleElement()
        .asString()
        .contains(id, "sojourn-gateway", "/signin?return=/clinic-desk", "UPDATE_PASSWORD");
    Document page = get(PEOPLE + "/" + id, 200);
    assertThat(page.text())
        .contains(
            "New Demo", "new@example.org", "Invited, not answered yet", "clinic demo-medellin")
        .contains("up to five minutes")
        .contains(ADMIN.toString());
  }

  @Test
  void aSecondClickMakesNoSecondAccount() {
    List<CompletableFuture<ValidatableResponse>> clicks =
        Stream.of(1, 2)
            .map(
                i -> CompletableFuture.supplyAsync(() -> invite("twice@example.org", "editor", "")))
            .toList();
    List<String> places = clicks.stream().map(CompletableFuture::join).map(this::location).toList();
    assertThat(places.get(0)).isEqualTo(places.get(1));
    assertThat(FakeKeycloak.USERS).hasSize(2);
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
    Document page = page(invite("nobody@", "clinic", ""), 422);
    assertThat(page.select(".error-summary a").eachAttr("href"))
        .containsExactly("#email", "#clinic");
    assertThat(page.select("#email").val()).isEqualTo("nobody@");
    assertThat(page.select("#givenName").val()).isEqualTo("New");
    assertThat(page.select("[name=roles][value=clinic]").hasAttr("checked")).isTrue();
    assertThat(page.select("#email-error").text()).contains("name@example.org");
    assertThat(FakeKeycloak.USERS).hasSize(1);
  }

  @Test
  void aTakenAddressIsSaidAtTheAddress() {
    FakeKeycloak.add("taken@example.org", true, null, "editor");
    Document page = page(invite("taken@example.org", "editor", ""), 409);
    assertThat(page.select("#email-error").text()).contains("has an account already");
    assertThat(FakeKeycloak.MAILS).isEmpty();
  }

  @Test
  void mailThatCannotBeSentIsSaidAndTheSameInvitationSendsItLater() {
    FakeKeycloak.mailAway = true;
    assertThat(page(invite("late@example.org", "editor", ""), 503).text())
        .contains("the mail could not be sent");
    FakeKeycloak.mailAway = false;
    location(invite("late@example.org", "editor", ""));
    assertThat(FakeKeycloak.MAILS).hasSize(1);
    assertThat(FakeKeycloak.USERS).hasSize(2);
  }

  @Test
  void filtersCanBeCombinedAndPagesGoOn() {
    for (int i = 0; i < 25; i++) {
      FakeKeycloak.add("bulk-%02d@example.org".formatted(i), true, "demo-bogota", "clinic");
    }
    FakeKeycloak.add("bulk-editor@example.org", true, null, "editor");
    Document first = get(PEOPLE + "?q=bulk&role=clinic&clinic=demo-bogota", 200);
    assertThat(first.select("tbody tr")).hasSize(20);
    String next = first.select("a[rel=next]").attr("href");
    assertThat(get(next, 200).select("tbody tr")).hasSize(5);
    assertThat(get(PEOPLE + "?q=BULK-ed", 200).select("tbody th").text()).isEqualTo("Test Demo");
    assertThat(get(PEOPLE + "?role=editor", 200).select("tbody tr")).hasSize(1);
    assertThat(get(PEOPLE + "?q=nobody-like-this", 200).select(".empty").text())
        .contains("Nobody fits");
    assertThat(get(PEOPLE + "?clinic=nowhere%20x:y", 200).select(".empty")).hasSize(1);
  }

  @Test
  void bindingAnewReplacesRolesAndSignsOut() {
    UUID id = FakeKeycloak.add("moves@example.org", true, "demo-bogota", "clinic", "offline");
    location(admin().formParam("roles", "facilitator").post(at(id, "binding")).then());
    assertThat(FakeKeycloak.ROLES.get(id.toString())).containsExactly("facilitator", "offline");
    assertThat(FakeKeycloak.USERS.get(id.toString()).path("attributes").has("clinic")).isFalse();
    assertThat(FakeKeycloak.LOGOUTS).containsExactly(id.toString());
    Document page =
        page(admin().formParam("clinic", "demo-bogota").post(at(id, "binding")).then(), 422);
    assertThat(page.select(".error-summary a").eachAttr("href"))
        .containsExactly("#roles", "#clinic");
  }

  @Test
  void aDisabledPersonIsSignedOutAtOnceAndCanBeEnabled() {
    UUID id = FakeKeycloak.add("away@example.org", true, null, "editor");
    location(admin().post(at(id, "disabling")).then());
    assertThat(FakeKeycloak.USERS.get(id.toString()).path("enabled").asBoolean()).isFalse();
    assertThat(FakeKeycloak.LOGOUTS).containsExactly(id.toString());
    assertThat(page(admin().post(at(id, "invitation")).then(), 409).text())
        .contains("Enable it first");
    location(admin().post(at(id, "enabling")).then());
    assertThat(FakeKeycloak.USERS.get(id.toString()).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void removingAsksFirst() {
    UUID id = FakeKeycloak.add("gone@example.org", true, null, "editor");
    assertThat(get(at(id, "removal"), 200).select("form[action$=/removal] button")).hasSize(1);
    location(admin().post(at(id, "removal")).then());
    get(PEOPLE + "/" + id, 404);
  }

  @Test
  void nobodyLocksOutHimselfOrTheLastAdmin() {
    FakeKeycloak.add("other-admin@example.org", true, null, "admin");
    assertThat(page(admin().post(at(ADMIN, "disabling")).then(), 409).text())
        .contains("your own account");
    page(admin().formParam("roles", "editor").post(at(ADMIN, "binding")).then(), 409);
    FakeKeycloak.forgetEverybody();
    UUID last = FakeKeycloak.add("last@example.org", true, null, "admin");
    FakeKeycloak.add("disabled-admin@example.org", false, null, "admin");
    assertThat(page(admin().post(at(last, "disabling")).then(), 409).text())
        .contains("the last admin");
    page(admin().post(at(last, "removal")).then(), 409);
    page(admin().formParam("roles", "editor").post(at(last, "binding")).then(), 409);
    assertThat(FakeKeycloak.ROLES.get(last.toString())).containsExactly("admin");
  }

  @Test
  void whileKeycloakIsAwayThatIsSaidAndTheFormKeeps() {
    FakeKeycloak.away = true;
    assertThat(get(PEOPLE, 503).text()).contains("can't be reached right now");
    Document page = page(invite("kept@example.org", "editor", ""), 503);
    assertThat(page.select("#email").val()).isEqualTo("kept@example.org");
  }

  @Test
  void thePagesSpeakSpanish() {
    UUID id = FakeKeycloak.add("uno@example.org", true, "demo-bogota", "clinic");
    Document list = get(PEOPLE + "?lang=es", 200);
    assertThat(list.selectFirst("html").attr("lang")).isEqualTo("es");
    assertThat(list.select("h1, thead, .desk-name").text())
        .isEqualTo("Administración Personas Nombre Correo electrónico Funciones Clínica Cuenta");
    assertThat(list.select("tr:has(a[href$=" + id + "])").text()).contains("Clínica", "Activa");
    assertThat(list.select("select[name=role]").text()).contains("Revisor médico");
    location(admin().post(at(id, "disabling")).then());
    assertThat(get(PEOPLE + "/" + id + "?lang=es", 200).select("main").text())
        .contains("Desactivada", "Responde a las solicitudes de una clínica", "Eliminar la cuenta")
        .contains("Cuenta desactivada", "por " + ADMIN);
    assertThat(get(at(id, "removal") + "?lang=es", 200).select("main").text())
        .contains("¿Eliminar a Test Demo?", "La cuenta de uno@example.org se borra");
    assertThat(get(PEOPLE + "?q=nobody&lang=es", 200).select(".empty").text())
        .contains("No hay nadie así");
  }

  @Test
  void whatIsWrongIsSaidInSpanish() {
    assertThat(errorsInSpanish(spanish().formParam("email", "x").post(PEOPLE + "/invitation")))
        .containsExactly(
            "Escriba un correo como nombre@example.org.",
            "Escriba los apellidos.",
            "Escriba el nombre de pila.",
            "Elija al menos una función.");
    FakeKeycloak.add("taken@example.org", true, null, "editor");
    assertThat(
            errorsInSpanish(
                spanish()
                    .formParam("email", "taken@example.org")
                    .formParam("givenName", "Nueva")
                    .formParam("familyName", "Demo")
                    .formParam("roles", "editor")
                    .post(PEOPLE + "/invitation")))
        .singleElement()
        .asString()
        .contains("ya tiene una cuenta");
    assertThat(errorsInSpanish(spanish().post(at(ADMIN, "disabling"))))
        .containsExactly("Esta es su propia cuenta. Pida a otro administrador que lo haga.");
    FakeKeycloak.away = true;
    assertThat(page(spanish().get(PEOPLE).then(), 503).select("h1").text())
        .isEqualTo("Ahora no se puede acceder a las cuentas");
  }

  @Test
  void aTokenThatIsRefusedIsFetchedAnewOnce() {
    get(PEOPLE, 200);
    int before = FakeKeycloak.TOKENS.size();
    get(PEOPLE, 200);
    assertThat(FakeKeycloak.TOKENS).hasSize(before);
    FakeKeycloak.keys++;
    get(PEOPLE, 200);
    assertThat(FakeKeycloak.TOKENS).hasSize(before + 1);
  }

  @Test
  void theLogRefusesToBeChanged() {
    location(invite("logged@example.org", "editor", ""));
    for (String change : List.of("update people_log set act = 'X'", "delete from people_log")) {
      assertThatThrownBy(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(() -> entities.createNativeQuery(change).executeUpdate()))
          .hasStackTraceContaining("people_log is append-only");
    }
  }

  private static ValidatableResponse invite(String email, String role, String clinic) {
    return admin()
        .formParam("email", email)
        .formParam("givenName", "New")
        .formParam("familyName", "Demo")
        .formParam("roles", role)
        .formParam("clinic", clinic)
        .post(PEOPLE + "/invitation")
        .then();
  }

  private static String at(UUID id, String what) {
    return PEOPLE + "/" + id + "/" + what;
  }

  private String location(ValidatableResponse response) {
    return response.statusCode(303).extract().header("Location");
  }

  private static Document page(ValidatableResponse response, int status) {
    return Jsoup.parse(response.statusCode(status).extract().asString());
  }

  private static Document get(String path, int status) {
    return page(admin().urlEncodingEnabled(false).get(path).then(), status);
  }

  private static RequestSpecification spanish() {
    return admin().header("Accept-Language", "es");
  }

  private static List<String> errorsInSpanish(Response answer) {
    return Jsoup.parse(answer.asString()).select(".error-summary a").eachText();
  }

  private static RequestSpecification admin() {
    return given()
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded")
        .auth()
        .oauth2(Tokens.admin())
        .redirects()
        .follow(false);
  }
}
