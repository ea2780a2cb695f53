package health.sojourn.inquiry.intake;

import static health.sojourn.inquiry.intake.Examples.at;
import static health.sojourn.inquiry.intake.Examples.inquiryBut;
import static health.sojourn.inquiry.intake.Examples.inquiryOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class InquiryApiTest {
  private static final String INQUIRIES = "/api/v1/inquiries";

  @Inject DataSource database;

  @Nested
  class Sending {
    @Test
    void keepsTheLanguageOfTheTextThatWasShown() {
      var asked = inquiryBut("shown@example.org", at("/patient/language", "\"es-MX\""));
      at("/consents/0/textLanguage", "\"en\"").accept(asked);
      String id = send(asked).path("id");
      assertEquals(
          1,
          count(
              "consent where purpose = 'CONTACT' and language = 'en' and inquiry_id = '"
                  + id
                  + "'"));
      assertEquals(1, count("consent where language = 'es' and inquiry_id = '" + id + "'"));
      assertEquals(2, count("disclosure where language = 'es' and inquiry_id = '" + id + "'"));
    }

    @Test
    void storesEverythingInOneGoAndSaysWhere() {
      Response answer = send(inquiryOf("all@example.org"));
      answer
          .then()
          .statusCode(201)
          .body("reference", matchesPattern("SJ-[2-9B-Z]{4}-[2-9B-Z]{4}"))
          .body("status", equalTo("RECEIVED"))
          .body("trackingUrl", endsWith("/inquiries/" + answer.path("reference")));
      String id = answer.path("id");
      assertTrue(answer.header("Location").endsWith(INQUIRIES + "/" + id));
      for (String row :
          List.of(
              "inquiry_history where kind = 'inquiry-received' and inquiry_id",
              "audit_log where act = 'STORED' and inquiry_id",
              "inquiry_seen where inquiry_id",
              "event where type = 'health.sojourn.inquiry.inquiry-received.v1' and key")) {
        assertEquals(1, count(row + " = '" + id + "'"), row);
      }
      assertEquals(2, count("consent where inquiry_id = '" + id + "'"));
      assertEquals(2, count("disclosure where inquiry_id = '" + id + "'"));
    }

    @Test
    void aPhoneNumberIsEnough() {
      var asked = inquiryBut("unused@example.org", at("/patient/phone", "\"0171 2345678\""));
      at("/patient/email", null).accept(asked);
      String id = send(asked).then().statusCode(201).extract().path("id");
      file(id).body("patient.phone", equalTo("+491712345678")).body("patient.email", equalTo(null));
    }

    @Test
    void theArticleSeenIsKept() {
      var asked =
          inquiryBut(
              "seen@example.org",
              at("/seen", "{\"article\":\"allogeneic-msc-knee\",\"articleVersion\":3}"));
      at("/wishes/clinics", "[\"demo-bogota\"]").accept(asked);
      String id = send(asked).then().statusCode(201).extract().path("id");
      assertEquals(
          1,
          count(
              "inquiry_seen where inquiry_id = '%s' and article_version = 3 and clinics->0->>'slug' = 'demo-bogota'"
                  .formatted(id)));
    }
  }

  @Nested
  class Again {
    @Test
    void theSameKeyGivesTheSameAnswer() {
      String key = UUID.randomUUID().toString();
      var asked = inquiryOf("again@example.org");
      Response first = send(asked, key);
      Response second = send(asked, key);
      second.then().statusCode(201).header("Idempotency-Replayed", "true");
      assertEquals((String) first.path("id"), second.path("id"));
      assertEquals(first.header("Location"), second.header("Location"));
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
      String key = UUID.randomUUID().toString();
      send(inquiryOf("one@example.org"), key).then().statusCode(201);
      send(inquiryOf("other@example.org"), key)
          .then()
          .statusCode(422)
          .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aMistakeDoesNotUseUpTheKey() {
      String key = UUID.randomUUID().toString();
      send(inquiryBut("slip@example.org", at("/patient/birthYear", "2999")), key)
          .then()
          .statusCode(422);
      send(inquiryOf("slip@example.org"), key).then().statusCode(201);
    }

    @Test
    void eightAtOnceAreOneInquiry() throws Exception {
      String key = UUID.randomUUID().toString();
      var asked = inquiryOf("eight@example.org");
      Callable<Response> sending = () -> send(asked, key);
      Set<String> ids = new HashSet<>();
      var pool = Executors.newFixedThreadPool(8);
      try {
        for (Future<Response> answer :
            pool.invokeAll(
                List.of(sending, sending, sending, sending, sending, sending, sending, sending))) {
          answer.get().then().statusCode(201);
          ids.add(answer.get().path("id"));
        }
      } finally {
        pool.shutdown();
      }
      assertEquals(1, ids.size());
      list("eight@example.org").body("items", hasSize(1));
    }
  }

  @Nested
  class SamePerson {
    @Test
    void isLinkedByMailAndKeepsItsOwner() {
      String first = sent("owned@example.org");
      execute("update inquiry set owner = 'demo-facilitator' where id = '" + first + "'");
      String second = sent("OWNED@example.org");
      file(second)
          .body("inquiry.owner", equalTo("demo-facilitator"))
          .body("related.findAll { it.kind == 'SAME_PERSON' }.inquiryId", contains(first));
    }

    @Test
    void isLinkedByPhone() {
      var one = inquiryBut("phone1@example.org", at("/patient/phone", "\"+49 171 2345111\""));
      var two = inquiryBut("phone2@example.org", at("/patient/phone", "\"0171/2345111\""));
      String first = send(one).then().statusCode(201).extract().path("id");
      String second = send(two).then().statusCode(201).extract().path("id");
      file(second).body("related.inquiryId", hasItem(first));
    }

    @Test
    void isNotLinkedAfterHalfAYear() {
      String first = sent("longago@example.org");
      execute(
          "update inquiry set received_at = received_at - interval '181 days' where id = '"
              + first
              + "'");
      String second = sent("longago@example.org");
      file(second).body("related.findAll { it.kind == 'SAME_PERSON' }", hasSize(0));
    }

    @Test
    void isOnlySuspectedByASimilarName() {
      var one = inquiryBut("n1@example.org", at("/patient/familyName", "\"Zwetschgenberger\""));
      var two = inquiryBut("n2@example.org", at("/patient/familyName", "\"Zwetschgenbergér\""));
      String first = send(one).then().statusCode(201).extract().path("id");
      String second = send(two).then().statusCode(201).extract().path("id");
      Eventually.holds(
          () ->
              count(
                      "inquiry_relation where kind = 'SIMILAR_NAME' and inquiry_id = '%s' and earlier_id = '%s'"
                          .formatted(second, first))
                  == 1);
    }
  }

  @Nested
  class WithAMistake {
    @ParameterizedTest(name = "{0} = {1} → {2}")
    @MethodSource("health.sojourn.inquiry.intake.InquiryApiTest#mistakes")
    void isRefusedNamingTheFieldAndNothingIsStored(
        String pointer, String value, String code, String place) {
      long before = count("inquiry") + count("patient") + count("idempotency_key");
      send(inquiryBut("mistake@example.org", at(pointer, value)), UUID.randomUUID().toString())
          .then()
          .statusCode(422)
          .contentType("application/problem+json")
          .body("code", equalTo("validation-failed"))
          .body("errors.code", hasItem(code))
          .body("errors.pointer", hasItem(startsWith(place)));
      assertEquals(before, count("inquiry") + count("patient") + count("idempotency_key"));
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
      var asked = inquiryBut("many@example.org", at("/patient/birthYear", "2999"));
      at("/patient/email", "\"nobody\"").accept(asked);
      at("/consents", "[]").accept(asked);
      send(asked)
          .then()
          .statusCode(422)
          .body(
              "errors.pointer",
              contains("/patient/email", "/patient/birthYear", "/consents", "/consents"));
    }

    @Test
    void aMissingDisclosureIsNamedWithItsVersion() {
      send(inquiryBut("missing@example.org", at("/disclosures", "[]")))
          .then()
          .statusCode(422)
          .body("errors.detail", hasItem("UNPROVEN_THERAPY, version 2026-11, is missing."));
    }
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("/therapy", null, "required"),
        mistake("/therapy", "\"magic\"", "therapy-unknown"),
        mistake("/patient", null, "required"),
        mistake("/patient/givenName", "\" \"", "required"),
        mistake("/patient/givenName", "\"" + "x".repeat(101) + "\"", "wrong-length"),
        mistake("/patient/email", null, "email-or-phone-required"),
        mistake("/patient/email", "\"a@b\"", "email-invalid"),
        mistake("/patient/phone", "\"12\"", "phone-invalid"),
        mistake("/patient/country", "\"Germany\"", "wrong-format"),
        mistake("/patient/country", "\"XX\"", "country-unknown"),
        mistake("/patient/language", "\"klingon!\"", "language-unknown"),
        mistake("/patient/birthYear", "2999", "in-future"),
        mistake("/patient/birthYear", "1800", "too-long-ago"),
        mistake("/condition", null, "required"),
        mistake("/condition/joint", null, "required"),
        mistake("/condition/joint", "\"ELBOW\"", "unknown-value"),
        mistake("/condition/kellgrenLawrence", "5", "out-of-range"),
        mistake("/condition/sinceYear", "1950", "before-birth"),
        mistake("/condition/notes", "\"" + "x".repeat(4001) + "\"", "wrong-length"),
        mistake("/wishes/clinics", "[\"nowhere\"]", "clinic-unknown"),
        Arguments.of(
            "/wishes/countries", "[\"CO\",\"TH\"]", "countries-not-covered", "/consents/1"),
        mistake("/wishes/from", "\"2020-01-01\"", "in-past"),
        mistake("/wishes/from", "\"soon\"", "date-invalid"),
        mistake("/wishes/budget/currency", "\"XXX\"", "currency-unknown"),
        mistake("/wishes/budget/amount", "\"-1\"", "wrong-format"),
        mistake("/consents", null, "consent-missing"),
        mistake("/disclosures/0/textLanguage", "\"de\"", "text-language-unknown"),
        mistake(
            "/consents",
            "[{\"purpose\":\"CONTACT\",\"textVersion\":\"2025-01\"}]",
            "text-version-not-in-force"),
        mistake("/disclosures", "[]", "disclosure-missing"));
  }

  private static Arguments mistake(String pointer, String value, String code) {
    return Arguments.of(pointer, value, code, pointer);
  }

  @Nested
  class NotEvenReadable {
    @Test
    void isRefusedBeforeAnythingIsStored() {
      refused("{\"therapy\":", "application/json", 400, "malformed-json");
      refused("{\"therapy\":\"a\",\"therapy\":\"b\"}", "application/json", 400, "duplicate-key");
      refused("", "application/json", 400, "body-missing");
      refused("x=1", "text/plain", 415, "unsupported-media-type");
    }

    private void refused(String body, String type, int status, String code) {
      given()
          .contentType(type)
          .body(body)
          .post(INQUIRIES)
          .then()
          .statusCode(status)
          .body("code", equalTo(code));
    }
  }

  @Nested
  class Staff {
    @Test
    void takesAnInquiryByPhone() {
      String id =
          given()
              .auth()
              .oauth2(Tokens.facilitator())
              .contentType(ContentType.JSON)
              .body(inquiryBut("byphone@example.org", at("/channel", "\"PHONE\"")).toString())
              .post(INQUIRIES)
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      file(id).body("inquiry.channel", equalTo("PHONE"));
      assertEquals(
          2,
          count(
              "consent where recorded_by = 'demo-facilitator' and channel = 'PHONE' and inquiry_id = '%s'"
                  .formatted(id)));
    }

    @Test
    void findsByReferenceMailAndName() {
      var asked = inquiryBut("findme@example.org", at("/patient/familyName", "\"Öztürk-Weiß\""));
      Response sent = send(asked);
      String reference = sent.path("reference");
      for (String q :
          List.of(reference, reference.toLowerCase(), "FindMe@example.org", "oztürk greta")) {
        list(q).body("items.reference", contains(reference));
      }
      list("findm@example.org").body("items", hasSize(0));
      list("Öztür").body("items", hasSize(0));
    }

    @Test
    void readsPageByPage() {
      for (int i = 0; i < 3; i++) {
        sent("page@example.org");
      }
      Response first = listing("page@example.org", 2, null);
      first.then().body("items", hasSize(2));
      listing("page@example.org", 2, first.path("next"))
          .then()
          .body("items", hasSize(1))
          .body("next", equalTo(null));
    }

    @Test
    void eachReadingIsWrittenDown() {
      String id = sent("read@example.org");
      file(id).body("health.notes", equalTo("Stairs are bad."));
      assertEquals(
          1,
          count(
              "audit_log where act = 'READ_IDENTITY' and actor = 'demo-facilitator' and inquiry_id = '%s'"
                  .formatted(id)));
    }
  }

  @Nested
  class WhoMay {
    @Test
    void anybodySendsAndOnlyFacilitatorsRead() {
      String id = sent("who@example.org");
      given().get(INQUIRIES + "/" + id).then().statusCode(401);
      given().get(INQUIRIES).then().statusCode(401);
      given()
          .auth()
          .oauth2(Tokens.clinic("demo-bogota"))
          .get(INQUIRIES + "/" + id)
          .then()
          .statusCode(403);
      send(inquiryBut("who@example.org", at("/channel", "\"PHONE\"")))
          .then()
          .statusCode(403)
          .body("code", equalTo("channel-not-yours"));
    }

    @Test
    void aPartnerSeesStateAndTimesOfItsOwn() {
      var asked = inquiryOf("partner@example.org");
      var partner =
          given().auth().oauth2(Tokens.withRoles("partner")).contentType("application/json");
      partner.body(asked.toString()).post(INQUIRIES).then().statusCode(400);
      String id =
          given()
              .auth()
              .oauth2(Tokens.withRoles("partner"))
              .contentType("application/json")
              .header("Idempotency-Key", UUID.randomUUID())
              .body(asked.toString())
              .post(INQUIRIES)
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      String foreign = sent("foreign@example.org");
      given()
          .auth()
          .oauth2(Tokens.withRoles("partner"))
          .get(INQUIRIES + "/" + id)
          .then()
          .statusCode(200)
          .body("status", notNullValue())
          .body("patient", equalTo(null));
      given()
          .auth()
          .oauth2(Tokens.withRoles("partner"))
          .get(INQUIRIES + "/" + foreign)
          .then()
          .statusCode(404);
    }
  }

  private static String sent(String email) {
    return send(inquiryOf(email)).then().statusCode(201).extract().path("id");
  }

  private static Response send(Object body) {
    return given().contentType(ContentType.JSON).body(body.toString()).post(INQUIRIES);
  }

  private static Response send(Object body, String key) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body.toString())
        .post(INQUIRIES);
  }

  private static ValidatableResponse file(String id) {
    return given()
        .auth()
        .oauth2(Tokens.facilitator())
        .get(INQUIRIES + "/" + id)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse list(String q) {
    return listing(q, 20, null).then().statusCode(200);
  }

  private static Response listing(String q, int limit, String cursor) {
    var request =
        given().auth().oauth2(Tokens.facilitator()).queryParam("q", q).queryParam("limit", limit);
    if (cursor != null) {
      request.queryParam("cursor", cursor);
    }
    return request.get(INQUIRIES);
  }

  private long count(String from) {
    try (var connection = database.getConnection();
        var found = connection.createStatement().executeQuery("select count(*) from " + from)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void execute(String sql) {
    try (var connection = database.getConnection()) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
