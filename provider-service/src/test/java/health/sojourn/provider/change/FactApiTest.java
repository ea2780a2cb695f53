package health.sojourn.provider.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import health.sojourn.provider.verification.FactName;
import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactApiTest {
  private static final String ANOTHER_FACILITATOR =
      Tokens.token("demo-second", Map.of(), Duration.ofMinutes(5), "facilitator");

  @Inject TestClinics clinics;
  @Inject EntityManager entities;

  private String slug;

  @BeforeEach
  void aClinic() {
    slug = clinics.add();
  }

  @Nested
  class AProposal {

    @Test
    void isADraftThatPatientsDoNotRead() {
      propose(
              clinic(),
              "licence",
              "{\"value\":\"DEMO-2\",\"validTo\":\"2098-01-31\",\"note\":\"New\"}")
          .statusCode(200)
          .body("published.value", equalTo("DEMO-1"))
          .body("draft.value", equalTo("DEMO-2"))
          .body("draft.validTo", equalTo("2098-01-31"))
          .body("draft.byClinic", equalTo(true))
          .header("ETag", notNullValue());
      given()
          .get("/api/v1/clinics/" + slug)
          .then()
          .body("facts.find { it.name == 'licence' }.value", equalTo("DEMO-1"))
          .body(not(containsString("DEMO-2")));
      assertThat(events(slug)).isOne();
    }

    @Test
    void ofAnOfferKeepsItsKindAndUnit() {
      proposeOffer(clinic(), "priceMax", "{\"value\":7500.5,\"unit\":\"USD\"}")
          .statusCode(200)
          .body("draft.value", equalTo(7500.5f))
          .body("draft.unit", equalTo("USD"));
      proposeOffer(clinic(), "releaseTests", "{\"value\":[\"sterility\",\"endotoxin\"]}")
          .statusCode(200)
          .body("draft.value", contains("sterility", "endotoxin"));
      proposeOffer(clinic(), "batchCertificate", "{\"value\":true}")
          .statusCode(200)
          .body("draft.value", equalTo(true));
      proposeOffer(clinic(), "doseMin", "{\"value\":40}")
          .statusCode(200)
          .body("draft.unit", equalTo("million cells"));
    }

    @Test
    void namesAllThatIsWrongWithIt() {
      propose(
              clinic(),
              "leadEmail",
              "{\"value\":\"nobody\",\"unit\":\"USD\",\"validTo\":\"2020-01-01\",\"evidence\":[\"%s\"]}"
                  .formatted(UUID.randomUUID()))
          .statusCode(422)
          .body("errors.pointer", contains("/value", "/unit", "/validTo", "/evidence"));
      proposeOffer(clinic(), "priceMin", "{\"value\":8000,\"unit\":\"USD\"}")
          .statusCode(422)
          .body("errors.code", contains("above-the-upper"));
      propose(clinic(), "licence", "{\"value\":{\"a\":1}}").statusCode(422);
      propose(clinic(), "licence", "{\"value\":null").statusCode(400);
      propose(clinic(), "city", "{\"value\":null}").statusCode(422);
    }

    @Test
    void sentTwiceIsOneDraftAndStaleIsRefused() {
      String tag = tag(clinic(), facts("licence"));
      String body = "{\"value\":\"DEMO-2\"}";
      String id =
          put(clinic(), facts("licence"), tag, body).statusCode(200).extract().path("draft.id");
      put(clinic(), facts("licence"), tag, body).statusCode(200).body("draft.id", equalTo(id));
      put(as(Tokens.facilitator()), facts("licence"), tag, "{\"value\":\"DEMO-3\"}")
          .statusCode(412)
          .body("code", equalTo("precondition-failed"));
      put(clinic(), facts("licence"), null, "{\"value\":\"DEMO-3\"}").statusCode(428);
      propose(as(Tokens.facilitator()), "licence", "{\"value\":\"DEMO-3\"}")
          .statusCode(200)
          .body("draft.value", equalTo("DEMO-3"))
          .body("draft.byClinic", equalTo(false));
      assertThat(statuses(slug)).containsExactlyInAnyOrder("REPLACED", "WAITING");
    }

    @Test
    void ofTwoAtOnceOneIsRefusedAndNoneIsLost() {
      String tag = tag(clinic(), facts("licence"));
      List<Integer> answers =
          Stream.of("DEMO-A", "DEMO-B")
              .map(
                  value ->
                      CompletableFuture.supplyAsync(
                          () ->
                              put(clinic(), facts("licence"), tag, "{\"value\":\"" + value + "\"}")
                                  .extract()
                                  .statusCode()))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers).containsExactlyInAnyOrder(200, 412);
      assertThat(statuses(slug)).containsExactly("WAITING");
    }

    @Test
    void canSayThatSomethingIsNoLongerStated() {
      String id =
          propose(clinic(), "licence", "{\"value\":null}")
              .statusCode(200)
              .extract()
              .path("draft.id");
      check(
              "licence",
              "{\"change\":\"%s\",\"outcome\":\"APPROVED\",\"how\":\"SELF_DECLARED\"}"
                  .formatted(id))
          .statusCode(200)
          .body("published.value", nullValue())
          .body("history[0].from", equalTo("DEMO-1"))
          .body("history[0].to.value", nullValue());
    }
  }

  @Nested
  class ACheck {

    @Test
    void publishesWithLevelAndMethodAndTellsTheOthers() {
      String id = proposed("licence", "{\"value\":\"DEMO-2\",\"validTo\":\"2098-01-31\"}");
      check(
              "licence",
              "{\"change\":\"%s\",\"outcome\":\"APPROVED\",\"how\":\"ISSUER_SITE\",\"level\":\"3\"}"
                  .formatted(id))
          .statusCode(200)
          .body("draft", nullValue())
          .body("published.value", equalTo("DEMO-2"))
          .body("published.level", equalTo("3"))
          .body("published.checkedBy", equalTo("Sojourn"))
          .body("published.checkedAt", notNullValue())
          .body("history", hasSize(2))
          .body("history[0].by", equalTo("demo-facilitator"))
          .body("history[0].how", equalTo("ISSUER_SITE"))
          .body("history[0].from", equalTo("DEMO-1"));
      given()
          .get("/api/v1/clinics/" + slug)
          .then()
          .body("facts.find { it.name == 'licence' }.value", equalTo("DEMO-2"));
      assertThat(events(slug)).isEqualTo(2);
      assertThat(lastEvent(slug)).contains("\"licenceLevel\":3");
    }

    @Test
    void sendsBackWithAReasonTheClinicReads() {
      String id = proposed("licence", "{\"value\":\"DEMO-2\"}");
      check(
              "licence",
              "{\"change\":\"%s\",\"outcome\":\"REJECTED\",\"how\":\"DOCUMENT\"}".formatted(id))
          .statusCode(422)
          .body("errors.pointer", contains("/reason"));
      check(
              "licence",
              "{\"change\":\"%s\",\"outcome\":\"REJECTED\",\"how\":\"DOCUMENT\",\"reason\":\"The scan is blurred.\"}"
                  .formatted(id))
          .statusCode(200)
          .body("published.value", equalTo("DEMO-1"));
      clinic()
          .get(facts("licence"))
          .then()
          .body("sentBack.reason", equalTo("The scan is blurred."))
          .body("draft", nullValue());
      assertThat(events(slug)).isOne();
    }

    @Test
    void isDoneOnceAndNeverOfOnesOwn() {
      String id = proposed("licence", "{\"value\":\"DEMO-2\"}");
      String approval =
          "{\"change\":\"%s\",\"outcome\":\"APPROVED\",\"how\":\"VISIT\"}".formatted(id);
      check("licence", approval).statusCode(200);
      check("licence", approval).statusCode(200);
      post(as(ANOTHER_FACILITATOR), facts("licence") + "/checks", null, approval)
          .statusCode(409)
          .body("code", equalTo("change-decided"));
      assertThat(events(slug)).isEqualTo(2);
      String own =
          propose(as(Tokens.facilitator()), "airports", "{\"value\":[\"CLO\"]}")
              .statusCode(200)
              .extract()
              .path("draft.id");
      String ofOwn =
          "{\"change\":\"%s\",\"outcome\":\"APPROVED\",\"how\":\"VISIT\"}".formatted(own);
      check("airports", ofOwn).statusCode(409).body("code", equalTo("own-change"));
      post(as(ANOTHER_FACILITATOR), facts("airports") + "/checks", null, ofOwn)
          .statusCode(200)
          .body("published.value", contains("CLO"));
    }

    @Test
    void ofWhatIsPublishedNeedsWhatWasSeen() {
      String holds = "{\"outcome\":\"APPROVED\",\"how\":\"VISIT\",\"validTo\":\"2097-01-01\"}";
      check("licence", holds).statusCode(428);
      String tag = tag(clinic(), facts("licence"));
      post(as(Tokens.facilitator()), facts("licence") + "/checks", tag, holds)
          .statusCode(200)
          .body("published.level", equalTo("3"))
          .body("published.validTo", equalTo("2097-01-01"));
      String failed =
          "{\"outcome\":\"REJECTED\",\"how\":\"ISSUER_SITE\",\"reason\":\"Not in the register.\"}";
      post(as(Tokens.facilitator()), facts("licence") + "/checks", tag, failed).statusCode(412);
      post(
              as(Tokens.facilitator()),
              facts("licence") + "/checks",
              tag(clinic(), facts("licence")),
              failed)
          .statusCode(200)
          .body("published.value", equalTo("DEMO-1"))
          .body("published.level", equalTo("X"))
          .body("history[0].reason", equalTo("Not in the register."));
      assertThat(lastEvent(slug)).doesNotContain("licenceLevel");
    }

    @Test
    void ofAnotherFactsDraftIsNotFound() {
      String id = proposed("licence", "{\"value\":\"DEMO-2\"}");
      check(
              "airports",
              "{\"change\":\"%s\",\"outcome\":\"APPROVED\",\"how\":\"VISIT\"}".formatted(id))
          .statusCode(404);
      check(
              "licence",
              "{\"change\":\"%s\",\"outcome\":\"APPROVED\",\"how\":\"DOCUMENT\"}".formatted(id))
          .statusCode(422)
          .body("errors.code", contains("no-document"));
      check("licence", "{\"outcome\":\"PERHAPS\",\"how\":\"VISIT\"}").statusCode(422);
    }
  }

  @Nested
  class TheEntry {

    @Test
    void becomesADraftForEachPartThatDiffers() {
      String tag = given().get("/api/v1/clinics/" + slug).header("ETag");
      put(clinic(), "/api/v1/clinics/" + slug, tag, entry("Demo Renamed", "We treat knees."))
          .statusCode(200)
          .body("names", contains("name"));
      String id = clinic().get(facts("name")).then().statusCode(200).extract().path("draft.id");
      check(
              "name",
              "{\"change\":\"%s\",\"outcome\":\"APPROVED\",\"how\":\"ISSUER_SITE\"}".formatted(id))
          .statusCode(200)
          .body("history[0].from", equalTo("Demo Test " + slug));
      given().get("/api/v1/clinics/" + slug).then().body("name", equalTo("Demo Renamed"));
      assertThat(clinics.fact(slug, FactName.CITY).value()).containsExactly("Cali");
    }

    @Test
    void isRefusedWhereItIsStaleWrongOrSomebodyElsesDraftWaits() {
      String tag = given().get("/api/v1/clinics/" + slug).header("ETag");
      String path = "/api/v1/clinics/" + slug;
      put(clinic(), path, null, entry("Demo Other", "")).statusCode(428);
      put(clinic(), path, "\"old\"", entry("Demo Other", "")).statusCode(412);
      put(clinic(), path, tag, entry("Demo Other", "").replace("America/Bogota", "Bogota"))
          .statusCode(422)
          .body("errors.pointer", contains("/timeZone"));
      clinic().get(facts("name")).then().body("draft", nullValue());
      put(clinic(), path, tag, entry("Demo Other", "We treat knees.")).statusCode(200);
      put(as(Tokens.facilitator()), path, tag, entry("Demo Third", "We treat knees."))
          .statusCode(409)
          .body("code", equalTo("change-waiting"))
          .body("errors.pointer", contains("/name"));
      put(clinic(), path, tag, "{\"name\":\"x\"}")
          .statusCode(422)
          .body("errors.pointer", hasItems("/city", "/timeZone", "/location"));
    }
  }

  @Nested
  class History {

    @Test
    void isPublicWithoutNamesAndNotForWhatIsBetweenUs() {
      String id = proposed("licence", "{\"value\":\"DEMO-2\",\"note\":\"A secret note\"}");
      check(
          "licence",
          "{\"change\":\"%s\",\"outcome\":\"APPROVED\",\"how\":\"VISIT\"}".formatted(id));
      given()
          .get(facts("licence") + "/history")
          .then()
          .statusCode(200)
          .header("Cache-Control", containsString("public"))
          .body("items", hasSize(2))
          .body("items[0].to.value", equalTo("DEMO-2"))
          .body("items[0].how", equalTo("VISIT"))
          .body(not(containsString("demo-facilitator")))
          .body(not(containsString("secret")));
      given().get(facts("leadEmail") + "/history").then().statusCode(404);
      given().get(offerFacts("priceMin") + "/history").then().statusCode(200);
      given().get(facts("nothing") + "/history").then().statusCode(404);
      given().get(facts("priceMin") + "/history").then().statusCode(404);
    }

    @Test
    void cannotBeRewritten() {
      proposed("licence", "{\"value\":\"DEMO-2\"}");
      for (String rewriting :
          List.of(
              "update fact_history set value = array['x'] where clinic_slug = '" + slug + "'",
              "delete from fact_history where clinic_slug = '" + slug + "'",
              "delete from fact_change where clinic_slug = '" + slug + "'")) {
        assertThatThrownBy(
                () ->
                    QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery(rewriting).executeUpdate()))
            .hasStackTraceContaining("is append-only");
      }
    }
  }

  @Test
  void othersDoNotGetIn() {
    String other = clinics.add();
    RequestSpecification stranger = as(Tokens.clinic(other));
    as(Tokens.clinic(other)).get(facts("licence")).then().statusCode(404);
    put(stranger, facts("licence"), "*", "{\"value\":\"x\"}")
        .statusCode(403)
        .body("code", equalTo("foreign-clinic"));
    put(as(Tokens.clinic(other)), "/api/v1/clinics/" + slug, "*", entry("Demo Taken", ""))
        .statusCode(403);
    put(as(Tokens.editor()), facts("licence"), "*", "{\"value\":\"x\"}").statusCode(403);
    post(
            clinic(),
            facts("licence") + "/checks",
            "*",
            "{\"outcome\":\"APPROVED\",\"how\":\"VISIT\"}")
        .statusCode(403);
    as(Tokens.editor()).get(facts("licence")).then().statusCode(403);
    as(Tokens.facilitator()).get("/api/v1/clinics/nowhere/facts/licence").then().statusCode(404);
    as(Tokens.facilitator())
        .get("/api/v1/clinics/" + slug + "/offers/none/facts/priceMin")
        .then()
        .statusCode(404)
        .body("code", equalTo("offer-not-found"));
  }

  private static String entry(String name, String words) {
    return """
    {"name":"%s","city":"Cali","timeZone":"America/Bogota",
     "location":{"latitude":3.45,"longitude":-76.53},"ownWords":"%s"}
    """
        .formatted(name, words);
  }

  private String facts(String name) {
    return "/api/v1/clinics/" + slug + "/facts/" + name;
  }

  private String offerFacts(String name) {
    return "/api/v1/clinics/" + slug + "/offers/" + TestClinics.THERAPY + "/facts/" + name;
  }

  private String proposed(String name, String body) {
    return propose(clinic(), name, body).statusCode(200).extract().path("draft.id");
  }

  private ValidatableResponse propose(RequestSpecification who, String name, String body) {
    return put(who, facts(name), tag(clinic(), facts(name)), body);
  }

  private ValidatableResponse proposeOffer(RequestSpecification who, String name, String body) {
    return put(who, offerFacts(name), tag(clinic(), offerFacts(name)), body);
  }

  private ValidatableResponse check(String name, String body) {
    return post(as(Tokens.facilitator()), facts(name) + "/checks", null, body);
  }

  private static ValidatableResponse put(
      RequestSpecification who, String path, String tag, String body) {
    return (tag == null ? who : who.header("If-Match", tag)).body(body).put(path).then();
  }

  private static ValidatableResponse post(
      RequestSpecification who, String path, String tag, String body) {
    return (tag == null ? who : who.header("If-Match", tag)).body(body).post(path).then();
  }

  private static String tag(RequestSpecification who, String path) {
    return who.get(path).then().statusCode(200).extract().header("ETag");
  }

  private RequestSpecification clinic() {
    return as(Tokens.clinic(slug));
  }

  private static RequestSpecification as(String token) {
    return given().contentType("application/json").auth().oauth2(token);
  }

  private long events(String clinic) {
    return ((Number)
            entities
                .createNativeQuery("select count(*) from event where key = :clinic")
                .setParameter("clinic", clinic)
                .getSingleResult())
        .longValue();
  }

  private String lastEvent(String clinic) {
    return entities
        .createNativeQuery(
            "select payload from event where key = :clinic order by position desc limit 1")
        .setParameter("clinic", clinic)
        .getSingleResult()
        .toString();
  }

  private List<String> statuses(String clinic) {
    return entities
        .createNativeQuery(
            "select status from fact_change where clinic_slug = :clinic", String.class)
        .setParameter("clinic", clinic)
        .getResultList()
        .stream()
        .map(String::valueOf)
        .toList();
  }
}
