package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The main pages in a real browser: nothing is refused or broken, and pictures for the README. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
  private static final Path PICTURES = Path.of("target/screenshots");

  private Chromium chromium;

  @BeforeAll
  void startChromium() {
    Optional<Path> program = Chromium.installed();
    if (program.isEmpty() && Boolean.getBoolean("sojourn.require-tools")) {
      fail("Chromium is not installed, and no tool may be missing here");
    }
    assumeTrue(program.isPresent(), "Chromium is not installed");
    Sojourn.platform();
    chromium = Chromium.start(program.get(), Path.of("target/chromium").toAbsolutePath());
  }

  @AfterAll
  void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void whatEverybodySees() throws IOException {
    take("home", "/", 1280, 900, false);
    take("home-dark", "/", 1280, 900, true);
    take("home-phone", "/", 390, 844, false);
    take("article", "/therapies/allogeneic-msc-knee", 1280, 1400, false);
    take("clinics", "/clinics?therapy=allogeneic-msc-knee", 1280, 1200, false);
    take("profile", "/clinics/demo-bogota", 1280, 1400, false);
    take("profile-phone", "/clinics/demo-bogota", 390, 844, false);
    take("form", "/inquiries/new", 1280, 1400, false);
    assertEquals(List.of(), chromium.complaints());
  }

  @Test
  void whatAFacilitatorAndAClinicSee() throws IOException {
    NewInquiry asked = NewInquiry.ofSomebodyNew().with(BrowserIT::named);
    JsonPath inquiry = Api.send(asked);
    JsonPath leads =
        Awaitility.await()
            .until(() -> Leads.of(inquiry.getString("id")), l -> !l.getList("items").isEmpty());
    String clinic = leads.getString("items[0].clinic");
    String lead = leads.getString("items[0].id");
    String reference = inquiry.getString("reference");
    Awaitility.await().until(() -> Leads.atClinic(clinic, lead) == 1);

    signIn(Api.FACILITATOR, "/desk");
    take("desk", "/desk", 1280, 900, false);
    take("desk-inquiry", "/desk/inquiries/" + reference, 1280, 1600, false);
    take("decision", "/desk/inquiries/" + reference + "#decisions", 1280, 1200, false);
    chromium.forgetCookies();
    signIn(Api.coordinatorOf(clinic), "/clinic-desk");
    take("clinic-inbox", "/clinic-desk", 1280, 900, false);
    take("clinic-lead", "/clinic-desk/leads/" + lead, 1280, 1200, false);
    take("clinic-lead-phone", "/clinic-desk/leads/" + lead, 390, 844, false);
    chromium.forgetCookies();
    openTheTrackingPage(asked, reference);
    take("tracking", "/inquiries/" + reference, 1280, 1100, false);
    assertEquals(List.of(), chromium.complaints());
  }

  private static void named(ObjectNode inquiry) {
    ((ObjectNode) inquiry.get("patient")).put("givenName", "Anna").put("familyName", "Example");
  }

  private void openTheTrackingPage(NewInquiry asked, String reference) {
    Api.anonymous()
        .contentType("application/json")
        .body("{\"reference\":\"%s\",\"email\":\"%s\"}".formatted(reference, asked.email()))
        .post("/api/v1/tracking/links")
        .then()
        .statusCode(202);
    String link =
        Awaitility.await()
            .until(() -> Sojourn.oneTimeLinkTo(asked.email()), Optional::isPresent)
            .get();
    chromium.open(link);
    chromium.leave("document.querySelector('form[action*=redeem]').submit()");
  }

  private void signIn(String user, String path) {
    chromium.show(1280, 900, false);
    chromium.open(Sojourn.url() + path);
    chromium.leave(
        """
        document.querySelector('[name=username]').value = '%s';
        document.querySelector('[name=password]').value = 'sojourn-demo';
        document.querySelector('#kc-form-login').submit();
        """
            .formatted(user));
    assertEquals(path, chromium.evaluate("location.pathname").asText());
  }

  private void take(String name, String path, int width, int height, boolean dark)
      throws IOException {
    chromium.show(width, height, dark);
    chromium.open(Sojourn.url() + path);
    assertEquals(
        path, chromium.evaluate("location.pathname + location.search + location.hash").asText());
    double wide = chromium.evaluate("document.documentElement.scrollWidth").asDouble();
    assertTrue(wide <= width, path + " is wider than the screen: " + wide + " > " + width);
    chromium.screenshot(PICTURES.resolve(name + ".png"));
  }
}
