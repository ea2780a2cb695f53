package health.sojourn.e2e;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The one thread through everything: from the article to the patient's page that changes. */
class JourneyIT {
  private static final String REASON = "The patient has a sister there, she told us on the phone";
  private static final Pattern REFERENCE = Pattern.compile("SJ-[A-Z0-9]{4}-[A-Z0-9]{4}");

  @Test
  void fromTheArticleToTheClinicsAnswer() {
    Browser patient = new Browser();
    String email = NewInquiry.ofSomebodyNew().email();
    readAndCompare(patient);
    String reference = sendTheForm(patient, email);
    Page followed = openTheTrackingPage(patient, reference, email);
    String first = whoWasAskedFirst(reference);

    Browser facilitator = Browser.signedIn(Api.FACILITATOR, "/desk");
    String second = routeByHand(facilitator, reference, first);

    assertFalse(
        Browser.signedIn(Api.coordinatorOf(first), "/clinic-desk")
            .open("/clinic-desk")
            .html()
            .select("tr:contains(%s):contains(Waiting)".formatted(reference))
            .hasText(),
        "the first clinic no longer has it to answer");
    accept(Browser.signedIn(Api.coordinatorOf(second), "/clinic-desk"), reference, email);

    String before = followed.text();
    await()
        .atMost(ofSeconds(30))
        .untilAsserted(
            () -> {
              Page now = patient.open("/inquiries/" + reference);
              assertEquals(200, now.status());
              assertNotEquals(before, now.text());
              assertTrue(
                  now.html().select("h1").text().toLowerCase().contains("accept"), now.text());
            });
  }

  @Test
  void theSameThroughTheApi() {
    NewInquiry asked = NewInquiry.ofSomebodyNew();
    JsonPath received = Api.send(asked);
    String id = received.getString("id");
    assertTrue(REFERENCE.matcher(received.getString("reference")).matches());

    JsonPath leads =
        await()
            .atMost(ofSeconds(30))
            .until(() -> Leads.of(id), found -> !found.getList("items").isEmpty());
    String first = leads.getString("items[0].clinic");
    JsonPath decision =
        Api.as(Api.FACILITATOR).get("/api/v1/inquiries/" + id + "/decisions").jsonPath();
    assertEquals("AUTO", decision.getString("items[0].mode"));
    assertTrue(decision.getList("items[0].candidates").size() > 5, decision.prettify());

    String second = first.equals("demo-istanbul") ? "demo-bogota" : "demo-istanbul";
    Api.as(Api.LEAD)
        .contentType("application/json")
        .body(
            "{\"mode\":\"MANUAL\",\"clinics\":[\"%s\"],\"reason\":\"%s\"}"
                .formatted(second, REASON))
        .post("/api/v1/inquiries/" + id + "/routing")
        .then()
        .statusCode(201);
    String lead =
        await()
            .until(
                () ->
                    Leads.of(id).getString("items.find { it.clinic == '%s' }.id".formatted(second)),
                found -> found != null);
    await().atMost(ofSeconds(30)).until(() -> Leads.atClinic(second, lead) == 1);
    JsonPath theCase =
        Api.as(Api.coordinatorOf(second))
            .get("/api/v1/clinic-leads/" + lead)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertFalse(theCase.prettify().contains(asked.email()), "the case names nobody");
    Api.as(Api.coordinatorOf(second))
        .post("/api/v1/clinic-leads/" + lead + "/acceptance")
        .then()
        .statusCode(200);

    await().atMost(ofSeconds(30)).untilAsserted(() -> assertEquals("ACCEPTED", stateOf(id)));
  }

  private static void readAndCompare(Browser patient) {
    Page home = patient.open("/");
    assertEquals(200, home.status());
    Page article = home.follow("/therapies/allogeneic-msc-knee");
    assertEquals(200, article.status());
    assertTrue(article.text().contains("Contested"), "an article says what is contested");
    Page clinics = patient.open("/clinics?therapy=allogeneic-msc-knee&country=CO");
    assertEquals(200, clinics.status());
    assertTrue(clinics.text().contains("Demo"), clinics.toString());
    Page profile = clinics.follow("/clinics/demo-");
    assertEquals(200, profile.status());
    assertTrue(profile.text().contains("checked"), "a profile says how well it was checked");
  }

  private static String sendTheForm(Browser patient, String email) {
    Form form =
        patient
            .open("/inquiries/new")
            .form("/inquiries")
            .with("patient.givenName", "Roswitha")
            .with("patient.familyName", "Ziegenhals")
            .with("patient.birthYear", "1957")
            .with("patient.country", "DE")
            .with("patient.language", "en")
            .with("patient.email", email)
            .with("condition.side", "LEFT")
            .with("condition.kellgrenLawrence", "3")
            .with("condition.painNow", "6")
            .with("condition.heightCm", "170")
            .with("condition.weightKg", "75")
            .with("condition.notes", "I sing in a choir in Görlitz.")
            .withAll("wishes.countries")
            .withAll("noLegalBasis")
            .withAll("consent")
            .withAll("disclosure");
    Page sent = form.submit();
    assertTrue(sent.uri().getPath().endsWith("/sent"), sent.toString());
    Page again = form.submit();
    assertEquals(sent.uri(), again.uri(), "a double click is one inquiry");
    Matcher reference = REFERENCE.matcher(sent.text());
    assertTrue(reference.find(), sent.toString());
    return reference.group();
  }

  /** By the one-time link in the mail, which works once. */
  private static Page openTheTrackingPage(Browser patient, String reference, String email) {
    Page asked =
        patient
            .open("/inquiries/track")
            .form("/inquiries/track")
            .with("reference", reference)
            .with("email", email)
            .submit();
    assertEquals(200, asked.status(), asked.toString());
    String link =
        await()
            .atMost(ofSeconds(30))
            .until(() -> Sojourn.oneTimeLinkTo(email), Optional::isPresent)
            .get();
    Page tracked = patient.open(link).form("/redeem").submit();
    assertEquals(200, tracked.status(), tracked.toString());
    assertTrue(tracked.uri().getPath().endsWith(reference), tracked.toString());
    assertNotEquals(
        200, new Browser().open(link).form("/redeem").submit().status(), "it works only once");
    assertFalse(
        new Browser().open("/inquiries/" + reference).text().contains("Who read your case"),
        "nor without the link");
    return tracked;
  }

  private static String whoWasAskedFirst(String reference) {
    String id = idOf(reference);
    return await()
        .atMost(ofSeconds(30))
        .until(() -> Leads.of(id).getString("items[0].clinic"), clinic -> clinic != null);
  }

  private static String routeByHand(Browser facilitator, String reference, String first) {
    Page inquiry = facilitator.open("/desk").follow("/desk/inquiries/" + reference);
    assertEquals(200, inquiry.status(), inquiry.toString());
    assertTrue(inquiry.text().contains("Rule set"), "the desk says why");
    String second =
        inquiry.html().select("input[name=clinics]").stream()
            .map(Element::val)
            .filter(clinic -> !clinic.equals(first))
            .findFirst()
            .orElseThrow();
    Form form = inquiry.form("/routing").with("clinics", second);
    Page refused = form.submit();
    assertEquals(422, refused.status(), "a choice by hand needs a reason");
    Page routed = inquiry.form("/routing").with("clinics", second).with("reason", REASON).submit();
    assertEquals(200, routed.status(), routed.toString());
    assertTrue(routed.text().contains(REASON), routed.toString());
    return second;
  }

  private static void accept(Browser clinic, String reference, String email) {
    Page inbox =
        await()
            .atMost(ofSeconds(30))
            .until(() -> clinic.open("/clinic-desk"), page -> page.text().contains(reference));
    Element row = inbox.html().selectFirst("a:contains(%s)".formatted(reference));
    Page lead = clinic.open(row.absUrl("href"));
    assertTrue(lead.text().contains("The case"), lead.toString());
    for (String secret : List.of("Ziegenhals", email, "choir")) {
      assertFalse(lead.text().contains(secret), "the case names nobody: " + secret);
    }
    Page accepted = lead.form("/acceptance").submit();
    assertEquals(200, accepted.status(), accepted.toString());
    assertTrue(accepted.text().contains("You accepted this case"), accepted.toString());
  }

  private static String idOf(String reference) {
    return Api.as(Api.FACILITATOR)
        .queryParam("q", reference)
        .get("/api/v1/inquiries")
        .jsonPath()
        .getString("items[0].id");
  }

  private static String stateOf(String id) {
    JsonPath inquiry = Api.as(Api.FACILITATOR).get("/api/v1/inquiries/" + id).jsonPath();
    String nested = inquiry.getString("inquiry.status");
    return nested == null ? inquiry.getString("status") : nested;
  }
}
