package health.sojourn.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  private Visitor visitor;

  @BeforeAll
  void startChromium() {
    chromium = Chromium.start("chromium");
    visitor = new Visitor(chromium);
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

    visitor.signIn(Api.FACILITATOR, "/desk");
    take("desk", "/desk", 1280, 900, false);
    take("desk-inquiry", "/desk/inquiries/" + reference, 1280, 1600, false);
    take("decision", "/desk/inquiries/" + reference + "#decisions", 1280, 1200, false);
    chromium.forgetCookies();
    visitor.signIn(Api.coordinatorOf(clinic), "/clinic-desk");
    take("clinic-inbox", "/clinic-desk", 1280, 900, false);
    take("clinic-lead", "/clinic-desk/leads/" + lead, 1280, 1200, false);
    take("clinic-lead-phone", "/clinic-desk/leads/" + lead, 390, 844, false);
    chromium.forgetCookies();
    visitor.openTheTrackingPage(asked.email(), reference);
    take("tracking", "/inquiries/" + reference, 1280, 1100, false);
    assertEquals(List.of(), chromium.complaints());
  }

  private static void named(ObjectNode inquiry) {
    ((ObjectNode) inquiry.get("patient")).put("givenName", "Anna").put("familyName", "Example");
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
