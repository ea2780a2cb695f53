package health.sojourn.e2e;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent wrongly gets the right problem, changes nothing and shows no inside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final String JSON = "application/json";
  private static final String NOBODY = null;
  private static final String NO_SUCH_ID = "01930000-0000-7000-8000-000000000000";
  private static final String BY_HAND =
      "{\"mode\":\"MANUAL\",\"clinics\":[\"demo-bogota\"],\"reason\":\"Asked for it\"}";
  private static final String DECLINE = "{\"reason\":\"OUTSIDE_CRITERIA\"}";

  private String inquiry;
  private String lead;
  private String clinic;
  private String otherClinic;

  @BeforeAll
  void oneInquiryWithALead() {
    inquiry = Api.send(NewInquiry.ofSomebodyNew()).getString("id");
    JsonPath leads =
        Awaitility.await().until(() -> Leads.of(inquiry), l -> !l.getList("items").isEmpty());
    lead = leads.getString("items[0].id");
    clinic = leads.getString("items[0].clinic");
    otherClinic = clinic.equals("demo-berlin") ? "demo-munich" : "demo-berlin";
    Awaitility.await().until(() -> Leads.atClinic(clinic, lead) == 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenInquiries")
  void aBrokenInquiryIsRefusedAndNotStored(
      String name, int status, String pointer, Consumer<ObjectNode> breakIt) {
    NewInquiry broken = NewInquiry.ofSomebodyNew().with(breakIt);
    var answer = problem(post(NOBODY, JSON, broken.json(), "/api/v1/inquiries"), status);
    if (pointer != null) {
      answer.body("errors.pointer", org.hamcrest.Matchers.hasItem(pointer));
    }
    isNotStored(broken);
  }

  static Stream<Arguments> brokenInquiries() {
    return Stream.of(
        broken("no therapy", 422, "/therapy", it -> it.remove("therapy")),
        broken("unknown therapy", 422, "/therapy", it -> it.put("therapy", "magic")),
        broken("no patient", 422, "/patient", it -> it.remove("patient")),
        broken("no birth year", 422, "/patient/birthYear", it -> patient(it).remove("birthYear")),
        broken(
            "birth year in the future",
            422,
            "/patient/birthYear",
            it -> patient(it).put("birthYear", 2150)),
        broken(
            "country nobody knows",
            422,
            "/patient/country",
            it -> patient(it).put("country", "ZZ")),
        broken(
            "not an address",
            422,
            "/patient/email",
            it -> patient(it).put("email", patient(it).get("email").asText().replace("@", " at "))),
        broken("no joint", 422, "/condition/joint", it -> condition(it).remove("joint")),
        broken(
            "grade beyond the scale",
            422,
            "/condition/kellgrenLawrence",
            it -> condition(it).put("kellgrenLawrence", 9)),
        broken("no consents", 422, null, it -> it.putArray("consents")),
        broken("no disclosures", 422, null, it -> it.putArray("disclosures")),
        broken(
            "a name of 10,000 letters",
            422,
            "/patient/givenName",
            it -> patient(it).put("givenName", "x".repeat(10_000))),
        broken("text where a number belongs", 400, null, it -> patient(it).put("birthYear", "old")),
        broken("a list where an object belongs", 400, null, it -> it.putArray("patient")),
        broken(
            "a joint nobody has",
            422,
            "/condition/joint",
            it -> condition(it).put("joint", "TAIL")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("posts")
  void noPostAcceptsWhatIsNotProperJson(String path, String user, String body) {
    problem(post(user, JSON, "{\"unfinished\":", here(path)), 400);
    problem(post(user, JSON, "[".repeat(5000) + "]".repeat(5000), here(path)), 400);
    problem(post(user, JSON, doubled(body), here(path)), 400);
    problem(post(user, "text/csv", body, here(path)), 415);
    problem(post(user, JSON, "{\"x\":\"" + "y".repeat(5_000_000) + "\"}", here(path)), 413);
    nothingHappened();
  }

  static Stream<Arguments> posts() {
    return Stream.of(
        arguments("/api/v1/inquiries", NOBODY, NewInquiry.ofSomebodyNew().json()),
        arguments(
            "/api/v1/tracking/links",
            NOBODY,
            "{\"reference\":\"SJ-AAAA-AAAA\",\"email\":\"a@b.org\"}"),
        arguments("/api/v1/tracking/sessions", NOBODY, "{\"token\":\"guess\"}"),
        arguments("/api/v1/inquiries/{inquiry}/routing", Api.FACILITATOR, BY_HAND),
        arguments("/api/v1/clinic-leads/{lead}/decline", "{coordinator}", DECLINE));
  }

  @Test
  void fieldsThatAreMissingElsewhere() {
    problem(post(NOBODY, JSON, "{}", "/api/v1/tracking/links"), 422);
    problem(post(NOBODY, JSON, "{}", "/api/v1/tracking/sessions"), 422);
    problem(post(Api.FACILITATOR, JSON, "{}", here("/api/v1/inquiries/{inquiry}/routing")), 422);
    problem(
        post(
            Api.FACILITATOR,
            JSON,
            "{\"mode\":\"MANUAL\",\"clinics\":[\"demo-bogota\"]}",
            here("/api/v1/inquiries/{inquiry}/routing")),
        422);
    problem(post("{coordinator}", JSON, "{}", here("/api/v1/clinic-leads/{lead}/decline")), 422);
    problem(
        post(
            "{coordinator}",
            JSON,
            "{\"reason\":\"BAD_MOOD\"}",
            here("/api/v1/clinic-leads/{lead}/decline")),
        422);
    nothingHappened();
  }

  @Test
  void unknownIds() {
    for (String id : List.of(NO_SUCH_ID, UUID.randomUUID().toString())) {
      problem(Api.as(Api.FACILITATOR).get("/api/v1/inquiries/" + id), 404);
      problem(Api.as(Api.FACILITATOR).get("/api/v1/inquiries/" + id + "/decisions"), 404);
      problem(post(Api.FACILITATOR, JSON, BY_HAND, "/api/v1/inquiries/" + id + "/routing"), 404);
      problem(post("{coordinator}", JSON, "", "/api/v1/clinic-leads/" + id + "/acceptance"), 404);
      problem(post("{coordinator}", JSON, DECLINE, "/api/v1/clinic-leads/" + id + "/decline"), 404);
      problem(Api.as(coordinator()).get("/api/v1/clinic-leads/" + id), 404);
    }
    problem(Api.as(Api.FACILITATOR).get("/api/v1/inquiries/not-an-id"), 404);
    problem(Api.anonymous().get("/api/v1/clinics/no-such-clinic"), 404);
    problem(Api.anonymous().get("/api/v1/articles/no-such-article"), 404);
    problem(Api.anonymous().get("/api/v1/no-such-thing"), 404);
    problem(post(NOBODY, JSON, "{\"token\":\"guess\"}", "/api/v1/tracking/sessions"), 404);
  }

  @Test
  void anotherClinicsLeadDoesNotExist() {
    String stranger = Api.coordinatorOf(otherClinic);
    problem(Api.as(stranger).get(here("/api/v1/clinic-leads/{lead}")), 404);
    problem(post(stranger, JSON, "", here("/api/v1/clinic-leads/{lead}/acceptance")), 404);
    problem(post(stranger, JSON, DECLINE, here("/api/v1/clinic-leads/{lead}/decline")), 404);
    nothingHappened();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guarded")
  void withoutTheRoleNothingIsAllowed(String path, String body, String wrongUser) {
    RequestSpecification anonymous = Api.anonymous();
    RequestSpecification wrong = Api.as(wrongUser);
    if (body == null) {
      problem(anonymous.get(here(path)), 401);
      problem(wrong.get(here(path)), 403);
      problem(Api.anonymous().header("Authorization", "Bearer nonsense").get(here(path)), 401);
    } else {
      problem(post(NOBODY, JSON, body, here(path)), 401);
      problem(post(wrongUser, JSON, body, here(path)), 403);
    }
    nothingHappened();
  }

  static Stream<Arguments> guarded() {
    return Stream.of(
        arguments("/api/v1/inquiries", null, "demo-clinic"),
        arguments("/api/v1/inquiries/{inquiry}", null, "demo-clinic"),
        arguments("/api/v1/inquiries/{inquiry}/decisions", null, "demo-clinic"),
        arguments("/api/v1/inquiries/{inquiry}/routing", BY_HAND, "demo-clinic"),
        arguments("/api/v1/leads", null, "demo-editor"),
        arguments("/api/v1/clinic-leads", null, Api.FACILITATOR),
        arguments("/api/v1/clinic-leads/{lead}", null, Api.FACILITATOR),
        arguments("/api/v1/clinic-leads/{lead}/acceptance", "", Api.FACILITATOR),
        arguments("/api/v1/clinic-leads/{lead}/decline", DECLINE, Api.FACILITATOR));
  }

  @Test
  void aDoubleClickIsOneInquiry() {
    NewInquiry once = NewInquiry.ofSomebodyNew();
    String key = UUID.randomUUID().toString();
    Response first = withKey(key, once);
    Response second = withKey(key, once);

    assertEquals(201, first.statusCode(), first.asString());
    assertEquals(201, second.statusCode(), second.asString());
    assertEquals(first.jsonPath().getString("id"), second.jsonPath().getString("id"));
    assertEquals("true", second.header("Idempotency-Replayed"));
    assertEquals(1, storedWith(once.email()));
    problem(withKey(key, NewInquiry.ofSomebodyNew()), 422);
  }

  @Test
  void noCaseIsReachedFromOutsideTheInternalWay() {
    problem(Api.as(coordinator()).get(here("/internal/v1/leads/{lead}/case")), 404);
    for (String path : List.of("/api/v1//inquiries", "/api/v1/inquiries;x=1", "/api%2fv1/leads")) {
      assertEquals(400, new Browser().open(Sojourn.url() + path).status(), path);
    }
  }

  private Response withKey(String key, NewInquiry inquiry) {
    return Api.anonymous()
        .header("Idempotency-Key", key)
        .contentType(JSON)
        .body(inquiry.json())
        .post("/api/v1/inquiries");
  }

  private Response post(String user, String type, String body, String path) {
    RequestSpecification request;
    if (user == null) {
      request = Api.anonymous();
    } else {
      request = Api.as(user.equals("{coordinator}") ? coordinator() : user);
    }
    // The bare header, without a charset added by the client.
    request.header("Content-Type", type);
    return (body.isEmpty() ? request : request.body(body.getBytes())).post(path);
  }

  private static io.restassured.response.ValidatableResponse problem(Response answer, int status) {
    return answer
        .then()
        .statusCode(status)
        .contentType(containsString("application/problem+json"))
        .body("status", equalTo(status))
        .body("type", containsString("/problems/"))
        .body("title", notNullValue())
        .body("code", notNullValue())
        .body("requestId", notNullValue())
        .body(not(containsString("Exception")))
        .body(not(containsString("\\tat ")));
  }

  private void isNotStored(NewInquiry inquiry) {
    if (!inquiry.email().isEmpty()) {
      assertEquals(0, storedWith(inquiry.email()));
    }
  }

  private static int storedWith(String email) {
    return Api.as(Api.FACILITATOR)
        .queryParam("q", email)
        .get("/api/v1/inquiries")
        .jsonPath()
        .getList("items")
        .size();
  }

  /** The lead is still the only one and still waits. */
  private void nothingHappened() {
    JsonPath leads = Leads.of(inquiry);
    assertEquals(1, leads.getList("items").size());
    assertNotEquals("ACCEPTED", leads.getString("items[0].status"));
    assertNotEquals("DECLINED", leads.getString("items[0].status"));
  }

  private String here(String path) {
    return path.replace("{inquiry}", inquiry).replace("{lead}", lead);
  }

  private String coordinator() {
    return Api.coordinatorOf(clinic);
  }

  /** The same object with its first member twice. */
  private static String doubled(String json) {
    int end = json.indexOf(',') > 0 ? json.indexOf(',') : json.length() - 1;
    return "{" + json.substring(1, end) + "," + json.substring(1);
  }

  private static Arguments broken(
      String name, int status, String pointer, Consumer<ObjectNode> breakIt) {
    return arguments(name, status, pointer, breakIt);
  }

  private static ObjectNode patient(ObjectNode inquiry) {
    return (ObjectNode) inquiry.get("patient");
  }

  private static ObjectNode condition(ObjectNode inquiry) {
    return (ObjectNode) inquiry.get("condition");
  }
}
