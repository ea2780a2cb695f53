package health.sojourn.e2e;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one way through everything, in a real browser, for those who have no mouse or no scripts. */
class HandsIT {
  private static final Pattern REFERENCE = Pattern.compile("SJ-[A-Z0-9]{4}-[A-Z0-9]{4}");

  @BeforeAll
  static void startThePlatform() {
    Sojourn.platform();
  }

  @Test
  void withTheKeyboardAlone() {
    walkTheWholeWay(Keyboard::new);
  }

  @Test
  void withoutScripts() {
    walkTheWholeWay(Mouse::new);
  }

  @Test
  void theDesksKeysOpenTheirListMoveThroughRowsAndFindTheSearch() {
    try (Chromium chromium = Chromium.start("chromium-keys")) {
      Keyboard keyboard = new Keyboard(chromium, "keys");
      signIn(keyboard, Api.FACILITATOR, "/desk");
      keyboard.reach("[data-keys]");
      chromium.press("Enter");
      assertTrue(keyboard.has("dialog[open]"), "the button opens the list");
      chromium.press("Escape");
      keyboard.reach(".rail a");

      chromium.press("?");
      assertTrue(keyboard.has("dialog[open] :focus"), "the list has the focus");
      keyboard.picture("list");
      chromium.press("Escape");
      assertFalse(keyboard.has("dialog[open]"), "Escape closes it");
      assertTrue(keyboard.has(".rail a:focus"), "and the focus is back where it was");

      chromium.press("j");
      assertTrue(keyboard.has("tbody tr:nth-of-type(1) a:focus"), "j goes to the first row");
      chromium.press("j");
      assertTrue(keyboard.has("tbody tr:nth-of-type(2) a:focus"), "and on");
      chromium.press("k");
      assertTrue(keyboard.has("tbody tr:nth-of-type(1) a:focus"), "k goes back");
      chromium.press("/");
      assertTrue(keyboard.has("[name=q]:focus"), "/ goes to the search");
      keyboard.type("?jk/");
      assertEquals("?jk/", keyboard.value("q"), "where the keys are letters again");
      assertFalse(keyboard.has("dialog[open]"));
      assertEquals(List.of(), chromium.complaints());
    }
  }

  private static void walkTheWholeWay(BiFunction<Chromium, String, Hands> by) {
    String email = NewInquiry.ofSomebodyNew().email();
    try (Hands patient = by.apply(Chromium.start("chromium-patient"), "patient")) {
      readAndCompare(patient);
      String reference = ask(patient, email);
      follow(patient, reference, email);
      String second;
      try (Hands facilitator = by.apply(Chromium.start("chromium-facilitator"), "facilitator")) {
        second = routeByHand(facilitator, reference);
      }
      try (Hands clinic = by.apply(Chromium.start("chromium-clinic"), "clinic")) {
        accept(clinic, second, reference);
      }
      seeTheAnswer(patient, reference);
      withdraw(patient, reference);
      assertEquals(List.of(), patient.complaints());
    }
  }

  private static void readAndCompare(Hands patient) {
    patient.open("/");
    patient.look("home");
    patient.follow("/therapies/");
    patient.look("article");
    patient.follow("/clinics?therapy=");
    patient.choose("country", "CO");
    patient.send("/clinics");
    patient.look("clinics-in-colombia");
    assertTrue(patient.address().contains("country=CO"), patient.address());
    assertTrue(patient.read("article.clinic-card").contains("Colombia"));
    patient.follow("/clinics/demo-");
    patient.look("profile");
  }

  /** Too hastily first; what was written by then is not lost. */
  private static String ask(Hands patient, String email) {
    patient.open("/");
    patient.follow("/inquiries/new");
    patient.look("form");
    patient.fill("patient.givenName", "Roswitha");
    patient.send("/inquiries");
    patient.look("form-with-errors");
    assertEquals("Roswitha", patient.value("patient.givenName"));
    patient.jump("patient-familyName");
    assertTrue(patient.has("[name=\"patient.familyName\"]:focus"), "an error leads to its field");
    patient.fill("patient.familyName", "Ziegenhals");
    patient.fill("patient.birthYear", "1957");
    patient.choose("patient.country", "DE");
    patient.choose("patient.language", "en");
    patient.fill("patient.email", email);
    patient.choose("condition.side", "LEFT");
    patient.choose("condition.kellgrenLawrence", "3");
    patient.fill("condition.painNow", "6");
    patient.choose("wishes.countries", "CO");
    patient.choose("wishes.countries", "MX");
    patient.boxes("consents.").forEach(box -> patient.choose(box, "true"));
    patient.boxes("disclosures.").forEach(box -> patient.choose(box, "true"));
    patient.send("/inquiries");
    patient.look("sent");
    Matcher reference = REFERENCE.matcher(patient.read("main"));
    assertTrue(reference.find(), patient.read("main"));
    return reference.group();
  }

  private static void follow(Hands patient, String reference, String email) {
    patient.follow("/inquiries/track?reference=");
    patient.look("ask-for-the-link");
    patient.fill("email", email);
    patient.send("/inquiries/track");
    patient.look("link-sent");
    patient.open(Visitor.linkIn(email));
    patient.send("/redeem");
    patient.look("tracking");
    assertEquals("/inquiries/" + reference, patient.address());
  }

  /**
   * @return the clinic that has it now
   */
  private static String routeByHand(Hands facilitator, String reference) {
    signIn(facilitator, Api.FACILITATOR, "/desk");
    facilitator.look("desk");
    facilitator.follow("/desk/inquiries/" + reference);
    facilitator.look("decision");
    assertTrue(facilitator.read("details.decision").contains("Rule set"), "the desk says why");
    String second = facilitator.value("clinics", ":not(:has(~ span strong))");
    facilitator.choose("clinics", second);
    facilitator.fill("reason", "The patient has a sister there");
    facilitator.send("/routing");
    facilitator.look("routed");
    assertTrue(
        facilitator.read("details.decision").contains("The patient has a sister there"),
        "the reason stands with the decision");
    return second;
  }

  private static void accept(Hands clinic, String slug, String reference) {
    signIn(clinic, Api.coordinatorOf(slug), "/clinic-desk");
    await()
        .atMost(ofSeconds(30))
        .until(
            () -> {
              clinic.open("/clinic-desk");
              return clinic.read("main").contains(reference);
            });
    clinic.look("inbox");
    clinic.follow(clinic.leadsTo(reference));
    clinic.look("case");
    clinic.send("/acceptance");
    clinic.look("accepted");
    assertTrue(clinic.read("main").contains("You accepted this case"), clinic.read("main"));
  }

  private static void seeTheAnswer(Hands patient, String reference) {
    await()
        .atMost(ofSeconds(30))
        .until(
            () -> {
              patient.open("/inquiries/" + reference);
              return patient.read("h1").toLowerCase().contains("accept");
            });
    patient.look("accepted");
  }

  private static void withdraw(Hands patient, String reference) {
    patient.follow("/withdraw");
    patient.look("withdraw");
    patient.send("/withdraw");
    patient.look("withdrawn");
    assertFalse(patient.has("a[href*=\"/withdraw\"]"), "there is nothing left to withdraw");
    assertTrue(patient.read("h1").contains("closed"), patient.read("main"));
  }

  private static void signIn(Hands hands, String user, String desk) {
    hands.open(desk);
    hands.fill("username", user);
    hands.fill("password", "sojourn-demo");
    hands.send("login-actions/authenticate");
    assertEquals(desk, hands.address());
  }
}
