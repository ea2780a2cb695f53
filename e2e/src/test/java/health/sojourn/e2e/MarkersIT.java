package health.sojourn.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.local.Platform;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is about a person is in the database and in mails, and nowhere else: not in a log, on a
 * topic, in a number's label or in a trace, whatever fails. Every field that is about somebody gets
 * a value of its own, and everything else is searched for all of them.
 */
class MarkersIT {
  private static final Pattern LINK = Pattern.compile("/inquiries/track/redeem\\?token=([\\w-]+)");
  private static final Pattern REFERENCE = Pattern.compile("SJ-[A-Z0-9]{4}-[A-Z0-9]{4}");

  private final Watched watched = Watched.platform();
  private final Platform platform = watched.running();

  /** By what they are, in small letters. */
  private final Map<String, String> markers = new LinkedHashMap<>();

  private final String knownRequest = "known-request-" + UUID.randomUUID();

  @Test
  void nothingAboutAPersonIsAnywhereElse() throws Exception {
    String token = mark("a facilitator's token", Api.tokenAt(watched.url(), Api.FACILITATOR));
    String inquiry = anInquiryThroughTheApi();
    wordsBetweenClinicAndPatient(inquiry, token);
    anInquiryThroughTheForm();
    aRefusedMail();
    signInsThatFail();
    peoplesPages();
    aBrokenRecord(inquiry, token);
    aServiceThatIsSilent();
    whileTheDatabaseIsAway(token);

    Map<String, String> places = everywhere();
    assertEquals(Set.of(), found(places));
    // The search sees what is there.
    places.put("planted", "x" + markers.values().iterator().next() + "x");
    assertEquals(1, found(places).size());
    // It was started anew meanwhile.
    String service = places.get("log of inquiry-service.log.1");
    assertTrue(service.contains(knownRequest), "failures are logged");
    assertTrue(service.contains("patient-mail failed"), "mails were refused");
    assertTrue(places.get("topics").contains(inquiry), "events were read");
    assertTrue(places.get("spans").contains("/api/v1/inquiries/{id}"), "spans were read");
    assertTrue(places.get("numbers of gateway").contains("http_server_requests"));
  }

  private String mark(String what, String value) {
    markers.put(what, value.toLowerCase(Locale.ROOT));
    return value;
  }

  private String anInquiryThroughTheApi() {
    NewInquiry inquiry =
        NewInquiry.ofSomebodyNew()
            .with(
                json ->
                    json.withObject("/patient")
                        .put("givenName", mark("a given name", "Zqgiven"))
                        .put("familyName", mark("a family name", "Zqfamily"))
                        .put("email", mark("an address", "zqmail@example.org"))
                        .put("phone", "+49" + mark("a phone number", "15123987654")))
            .with(
                json ->
                    json.withObject("/condition")
                        .put("notes", mark("a free text", "Zqnotes about my knee")))
            .with(
                json ->
                    json.withObject("/contact")
                        .put("relation", "CHILD")
                        .put("givenName", mark("a relative's name", "Zqdaughter"))
                        .put("email", mark("a relative's address", "zqcontact@example.org")));
    String id =
        watched
            .api()
            .header("Idempotency-Key", mark("an idempotency key", "zqkey-" + UUID.randomUUID()))
            .contentType("application/json")
            .body(inquiry.json())
            .post("/api/v1/inquiries")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    watched
        .api()
        .contentType("application/json")
        .body(inquiry.with(json -> json.withObject("/patient").put("birthYear", 3000)).json())
        .post("/api/v1/inquiries")
        .then()
        .statusCode(422);
    return id;
  }

  /** A clinic asks, the patient answers, a facilitator lets both through. */
  private void wordsBetweenClinicAndPatient(String inquiry, String token) {
    JsonPath lead =
        await()
            .atMost(ofSeconds(30))
            .until(
                () -> as(token).get("/api/v1/leads?inquiry=" + inquiry).jsonPath(),
                leads -> !leads.getList("items").isEmpty());
    String id = lead.getString("items[0].id");
    String coordinator = Api.coordinatorOf(lead.getString("items[0].clinic"));
    String clinic = mark("a coordinator's token", Api.tokenAt(watched.url(), coordinator));
    await()
        .atMost(ofSeconds(30))
        .until(() -> as(clinic).get("/api/v1/clinic-leads/" + id).statusCode() == 200);
    as(clinic)
        .contentType("application/json")
        .body(Map.of("text", mark("a clinic's question", "Zqquestion about stairs")))
        .post("/api/v1/clinic-leads/" + id + "/question")
        .then()
        .statusCode(201);
    as(clinic)
        .contentType("application/json")
        .body(Map.of("text", "Zqtoolong".repeat(500)))
        .post("/api/v1/clinic-leads/" + id + "/question")
        .then()
        .statusCode(422);
    mark("words that were refused", "zqtoolong");
    Browser facilitator = new Browser(watched.url());
    facilitator.signIn(Api.FACILITATOR, "/desk");
    facilitator.open("/desk/inquiries/" + inquiry).form("/release").submit();
    String link =
        await()
            .atMost(ofSeconds(30))
            .until(() -> tokenTo("zqcontact@example.org"), it -> it != null);
    String session =
        watched
            .api()
            .contentType("application/json")
            .body(Map.of("token", mark("a one-time link of the API", link)))
            .post("/api/v1/tracking/sessions")
            .then()
            .statusCode(201)
            .extract()
            .cookie("sojourn_tracking");
    String reference = as(token).get("/api/v1/inquiries/" + inquiry).path("inquiry.reference");
    watched
        .api()
        .cookie("sojourn_tracking", mark("a patient's session", session))
        .header("Origin", watched.url())
        .contentType("application/json")
        .body(Map.of("leadId", id, "text", mark("a patient's answer", "Zqanswer, twelve")))
        .post("/api/v1/tracking/" + reference + "/messages")
        .then()
        .statusCode(201);
  }

  private RequestSpecification as(String token) {
    return watched.api().header("Authorization", "Bearer " + token);
  }

  private void anInquiryThroughTheForm() {
    String email = mark("an address in the form", "zqform@example.org");
    Browser patient = new Browser(watched.url());
    Page sent =
        patient
            .open("/inquiries/new")
            .form("/inquiries")
            .with("patient.givenName", mark("a name in the form", "Zqroswitha"))
            .with("patient.familyName", mark("a family name in the form", "Zqziegenhals"))
            .with("patient.birthYear", "1957")
            .with("patient.country", "DE")
            .with("patient.language", "en")
            .with("patient.email", email)
            .with("condition.side", "LEFT")
            .with("condition.kellgrenLawrence", "3")
            .with("condition.painNow", "6")
            .with("condition.heightCm", "170")
            .with("condition.weightKg", "75")
            .with("condition.notes", mark("a text in the form", "Zqchoir in Görlitz"))
            .withAll("wishes.countries")
            .withAll("noLegalBasis")
            .withAll("consent")
            .withAll("disclosure")
            .submit();
    Matcher reference = REFERENCE.matcher(sent.text());
    assertTrue(reference.find(), sent::toString);
    track(patient, reference.group(), email);
  }

  /** By the link, which is asked for, opened, used and used again. */
  private void track(Browser patient, String reference, String email) {
    patient
        .open("/inquiries/track")
        .form("/inquiries/track")
        .with("reference", reference)
        .with("email", email)
        .submit();
    String token = await().atMost(ofSeconds(30)).until(() -> tokenTo(email), it -> it != null);
    mark("a one-time link", token);
    Page tracked = patient.open("/inquiries/track/redeem?token=" + token).form("/redeem").submit();
    assertTrue(tracked.uri().getPath().endsWith(reference), tracked::toString);
    new Browser(watched.url())
        .open("/inquiries/track/redeem?token=" + token)
        .form("/redeem")
        .submit();
  }

  private String tokenTo(String email) {
    return watched.mailsTo(email).stream()
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(link -> link.group(1))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private void aRefusedMail() {
    String address = StrictMailServer.REFUSED + mark("a refused address", "zqrefused@example.org");
    watched
        .api()
        .contentType("application/json")
        .body(
            NewInquiry.ofSomebodyNew()
                .with(json -> json.withObject("/patient").put("email", address))
                .json())
        .post("/api/v1/inquiries")
        .then()
        .statusCode(201);
    await().atMost(ofSeconds(30)).until(() -> watched.mailServer().refusals().contains(address));
  }

  private void signInsThatFail() {
    String user = mark("a user name", "zquser");
    String password = mark("a password", "zqpassword-1234");
    new Browser(watched.url())
        .open("/desk")
        .form("login-actions/authenticate")
        .with("username", user)
        .with("password", password)
        .submit();
    watched
        .api()
        .formParam("grant_type", "password")
        .formParam("client_id", "sojourn-demo")
        .formParam("username", user)
        .formParam("password", password)
        .post("/auth/realms/sojourn/protocol/openid-connect/token");
    String typed = mark("an error that came back", "zqerror");
    watched
        .api()
        .get(
            "/signin/callback?error=access_denied&error_description=%1$s&state=%1$s"
                .formatted(typed));
    watched.api().get("/signin/callback?code=%1$s&state=%1$s".formatted(typed));
    watched.api().get("/signin/failed?error=%1$s&error_description=%1$s".formatted(typed));
    watched.api().get("/signin?return=/desk?q=" + typed);
    watched.api().header("Authorization", "Bearer " + typed).get("/api/v1/leads");
    watched
        .api()
        .header("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9." + typed + ".c2ln")
        .get("/api/v1/leads");
  }

  private void peoplesPages() {
    Browser admin = new Browser(watched.url());
    admin.signIn("demo-admin", "/admin/people");
    for (String address :
        List.of(
            mark("an invited address", "zqinvited@example.org"),
            StrictMailServer.REFUSED + mark("a refused invitation", "zqgone@example.org"))) {
      admin
          .open("/admin/people/invitation")
          .form("/invitation")
          .with("email", address)
          .with("givenName", mark("an invited name", "Zqclara"))
          .with("familyName", mark("an invited family name", "Zqinvitedfamily"))
          .with("roles", "clinic")
          .with("clinic", "demo-medellin")
          .submit();
    }
    admin.open("/admin/people?q=" + mark("who was searched for", "zqsearched"));
    admin.open("/admin/people/" + mark("a path of people", "zqperson"));
    admin.open("/admin/audit?actor=" + mark("an audit filter", "zqaudit"));
  }

  /** What is sealed can no longer be opened. */
  private void aBrokenRecord(String inquiry, String token) throws SQLException {
    sql(
        "update patient set identity = '\\x00' where id ="
            + " (select patient_id from inquiry where id = '%s')".formatted(inquiry));
    watched
        .api()
        .header("Authorization", "Bearer " + token)
        .header("X-Request-Id", knownRequest)
        .queryParam("q", mark("a query of a failure", "zqquery"))
        .get("/api/v1/inquiries/" + inquiry)
        .then()
        .statusCode(500);
    // Spans wait in the service to be sent, and it is killed next.
    await().atMost(ofSeconds(30)).until(() -> spans().contains("/api/v1/inquiries/{id}"));
  }

  private String spans() {
    return watched.collector().received().stream()
        .map(bytes -> new String(bytes, ISO_8859_1))
        .collect(joining());
  }

  private void aServiceThatIsSilent() {
    platform.pause("inquiry-service");
    try {
      askWhatIsTyped("silent", null);
    } finally {
      platform.resume("inquiry-service");
    }
    platform.kill("inquiry-service");
    askWhatIsTyped("killed", null);
    platform.start("inquiry-service");
  }

  private void whileTheDatabaseIsAway(String token) {
    platform.kill("PostgreSQL");
    try {
      askWhatIsTyped("away", token);
    } finally {
      platform.start("PostgreSQL");
    }
    await()
        .atMost(ofSeconds(60))
        .until(() -> watched.api().get("/api/v1/clinics").statusCode() == 200);
  }

  /** Addresses with something of a person's in each part, of every service. */
  private void askWhatIsTyped(String when, String token) {
    String path = mark("a path, " + when, "zqpath" + when);
    String query = mark("a query, " + when, "zqquery" + when + "@example.org");
    for (String address :
        List.of(
            "/inquiries/%s?email=%s",
            "/inquiries/%s/sent?email=%s",
            "/inquiries/track/redeem?token=%s&email=%s",
            "/api/v1/inquiries/%s?q=%s",
            "/api/v1/inquiries?q=%s&cursor=%s",
            "/clinics/%s?q=%s",
            "/api/v1/clinics/%s?q=%s",
            "/admin/people?q=%s&clinic=%s",
            "/therapies/%s?q=%s")) {
      var request = watched.api();
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      request.urlEncodingEnabled(false).get(address.formatted(path, query));
    }
    watched
        .api()
        .contentType("application/json")
        .body(
            NewInquiry.ofSomebodyNew()
                .with(json -> json.withObject("/patient").put("email", query))
                .json())
        .post("/api/v1/inquiries");
  }

  private void sql(String update) throws SQLException {
    Map<String, String> service = platform.environmentOf("inquiry-service");
    try (var connection =
            DriverManager.getConnection(
                service.get("QUARKUS_DATASOURCE_JDBC_URL"),
                service.get("QUARKUS_DATASOURCE_USERNAME"),
                service.get("QUARKUS_DATASOURCE_PASSWORD"));
        var statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(update));
    }
  }

  private Map<String, String> everywhere() throws IOException {
    Map<String, String> places = new LinkedHashMap<>();
    for (Path directory : List.of(watched.home().resolve("log"), watched.home().resolve("kafka"))) {
      try (Stream<Path> logs = Files.list(directory)) {
        logs.filter(file -> file.toString().contains(".log"))
            .forEach(file -> places.put(nameOf(file), read(file)));
      }
    }
    places.put("the launcher's words", String.join("\n", watched.progress()));
    places.put("topics", Topics.everythingOn(platform.environmentOf("inquiry-service")));
    places.put("spans", spans());
    for (String service : Platform.SERVICES) {
      int port = platform.settings().ports().management().get(service);
      places.put(
          "numbers of " + service,
          io.restassured.RestAssured.get("http://127.0.0.1:" + port + "/q/metrics").asString());
    }
    return places;
  }

  private static String nameOf(Path log) {
    return "log of " + log.getFileName().toString().replaceAll("\\.log$", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each with the line, so that what it was can be seen. */
  private Set<String> found(Map<String, String> places) {
    Set<String> found = new TreeSet<>();
    places.forEach(
        (place, text) -> {
          String small = text.toLowerCase(Locale.ROOT);
          markers.forEach(
              (what, marker) -> {
                int at = small.indexOf(marker);
                if (at >= 0) {
                  String around =
                      text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
                  found.add("%s in %s: …%s…".formatted(what, place, around.strip()));
                }
              });
        });
    return found;
  }
}
