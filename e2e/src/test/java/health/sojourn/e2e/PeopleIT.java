package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.local.Mail;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A coordinator's account from the invitation to its end, with the real Keycloak's own pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final String EMAIL = "clara.demo@example.org";
  private static final String PASSWORD = "a-long-demo-password";
  private static final Pattern LINK = Pattern.compile("https?://\\S+action-token\\S+");

  private Chromium chromium;
  private Visitor visitor;

  @BeforeAll
  void startChromium() {
    chromium = Chromium.start("chromium-people");
    visitor = new Visitor(chromium);
  }

  @AfterAll
  void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void anInvitedCoordinatorAnswersForOneClinicUntilDisabled() {
    Browser admin = Browser.signedIn("demo-admin", "/admin/people");
    Page person = invite(admin);
    assertTrue(person.text().contains("Invited, not answered yet"), person::toString);

    choosePassword(linkIn(mail()));
    visitor.trySignIn(EMAIL, PASSWORD, "/clinic-desk");
    assertEquals("/clinic-desk", chromium.evaluate("location.pathname").asText());
    String desk = text();
    assertTrue(desk.contains(nameOf("demo-medellin")), desk);
    assertFalse(desk.contains(nameOf("demo-bogota")), desk);
    assertEquals(
        403, chromium.answer("fetch('/desk').then(answer => answer.status)").asInt(), "the desk");

    Page disabled = admin.open(person.uri().toString()).form("/disabling").submit();
    assertEquals(200, disabled.status(), disabled::toString);
    assertTrue(disabled.text().contains("Disabled"), disabled::toString);
    chromium.forgetCookies();
    visitor.trySignIn(EMAIL, PASSWORD, "/clinic-desk");
    String refused = text();
    assertTrue(refused.contains("disabled"), refused);

    Page list = disabled.follow("/removal").form("/removal").submit();
    assertEquals("/admin/people", list.uri().getPath());
    assertEquals(404, admin.open(person.uri().toString()).status());
  }

  @Test
  void itsPagesFitOnADesktopAndAPhone() throws IOException {
    chromium.forgetCookies();
    visitor.signIn("demo-admin", "/admin/people");
    chromium.screenshot(PICTURES.resolve("people.png"));
    chromium.open(Sojourn.url() + "/admin/people/invitation");
    chromium.show(390, 1400, true);
    chromium.screenshot(PICTURES.resolve("people-invitation-phone-dark.png"));
    assertTrue(chromium.evaluate("document.documentElement.scrollWidth").asInt() <= 390);
    chromium.show(1280, 1200, false);
    chromium.open(Sojourn.url() + "/admin/people?q=bogota");
    chromium.leave("document.querySelector('tbody th a').click()");
    chromium.screenshot(PICTURES.resolve("person.png"));
    assertEquals(
        List.of(), chromium.complaints().stream().filter(it -> !it.contains("/desk")).toList());
  }

  @Test
  void theListKnowsTheRealmsPeopleByRoleClinicAndName() {
    Browser admin = Browser.signedIn("demo-admin", "/admin/people");
    String found = "demo-clinic-medellin@example.org";
    for (String narrowed :
        List.of(
            "?q=MEDELLIN+demo", "?role=clinic&q=medellin", "?clinic=demo-medellin&role=clinic")) {
      Page list = admin.open("/admin/people" + narrowed);
      assertTrue(list.text().contains(found), list::toString);
      assertFalse(list.text().contains("demo-editor@example.org"), list::toString);
    }
    String another = inviteThroughTheApi();
    Page first = admin.open("/admin/people");
    assertEquals(20, first.html().select("tbody tr").size(), first::toString);
    assertTrue(first.follow("cursor=").html().select("tbody tr").size() > 0);
    assertFalse(first.text().contains("service-account"), first::toString);
    removeThroughTheApi(another);
  }

  /** Twice, which is once. There are twenty demo users: one more makes a second page. */
  private static String inviteThroughTheApi() {
    String somebody =
        """
        {"email":"zoe.demo@example.org","givenName":"Zoe","familyName":"Demo"}
        """;
    List<String> places =
        Stream.of(Api.FACILITATOR, "demo-clinic-berlin")
            .map(
                user ->
                    Api.as(user)
                        .contentType("application/json")
                        .body(somebody)
                        .post("/api/v1/clinics/demo-berlin/users")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location"))
            .toList();
    assertEquals(places.get(0), places.get(1));
    assertEquals(2, Sojourn.mailsTo("zoe.demo@example.org").size());
    return URI.create(places.get(0)).getPath();
  }

  private static void removeThroughTheApi(String place) {
    String own = "demo-clinic-berlin";
    Api.as("demo-clinic-munich").header("If-Match", "*").delete(place).then().statusCode(403);
    String tag = Api.as(own).get(place).then().statusCode(200).extract().header("ETag");
    Api.as(own).header("If-Match", tag).delete(place).then().statusCode(204);
    Api.as(own).get(place).then().statusCode(404);
  }

  private static Page invite(Browser admin) {
    Page person =
        admin
            .open("/admin/people")
            .follow("/invitation")
            .form("/invitation")
            .with("email", EMAIL)
            .with("givenName", "Clara")
            .with("familyName", "Demo")
            .with("roles", "clinic")
            .with("clinic", "demo-medellin")
            .submit();
    assertEquals(200, person.status(), person::toString);
    return person;
  }

  private static Mail mail() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Sojourn.mailsTo(EMAIL), mails -> !mails.isEmpty())
        .get(0);
  }

  private static String linkIn(Mail mail) {
    Matcher link = LINK.matcher(mail.text());
    assertTrue(link.find(), mail::text);
    assertTrue(link.group().startsWith(Sojourn.url() + "/auth/realms/sojourn/"), link.group());
    return link.group();
  }

  private void choosePassword(String link) {
    chromium.forgetCookies();
    chromium.show(1280, 900, false);
    chromium.open(link);
    chromium.leave("document.querySelector('#kc-info-message a').click()");
    chromium.leave(
        """
        document.querySelector('[name=password-new]').value = '%1$s';
        document.querySelector('[name=password-confirm]').value = '%1$s';
        document.querySelector('#kc-passwd-update-form').submit();
        """
            .formatted(PASSWORD));
    String back =
        chromium.evaluate("document.querySelector('#kc-info-message a')?.href ?? ''").asText();
    assertEquals(Sojourn.url() + "/signin?return=/clinic-desk", back, this::text);
  }

  private static String nameOf(String clinic) {
    return Api.anonymous().get("/api/v1/clinics/" + clinic).jsonPath().getString("name");
  }

  private String text() {
    return chromium.evaluate("document.body.innerText").asText();
  }
}
