package health.sojourn.provider.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.testing.Contracts;
import health.sojourn.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CapacityTest {
  private static final String CLINIC = "demo-munich";
  private static final String CAPACITY = "/api/v1/clinics/" + CLINIC + "/capacity";
  private static final String DESK = "/clinic-desk/capacity";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
  private static final String FULL =
      """
      {"openLeads":4,"weeklyLeads":2,"paused":true,"pausedUntil":"%1$s",
       "holidays":["%2$s","%1$s"],
       "workingHours":[{"day":"TUESDAY","from":"14:00","to":"18:00"},
                       {"day":"TUESDAY","from":"08:00","to":"12:00"}]}
      """
          .formatted(TODAY.plusDays(3), TODAY.plusDays(10));

  @Inject EntityManager entities;
  @Inject ObjectMapper json;

  private String before;

  @BeforeEach
  void asItIs() {
    before = api().get(CAPACITY).then().statusCode(200).extract().asString();
  }

  @AfterEach
  void asItWas() {
    put("*", before).then().statusCode(200);
  }

  @Nested
  class TheCall {
    @Test
    void replacesAllOfItForWhoeverHasReadIt() {
      String tag = tag();
      put(tag, FULL)
          .then()
          .statusCode(200)
          .body("openLeads", equalTo(4))
          .body("weeklyLeads", equalTo(2))
          .body("pausedUntil", equalTo(TODAY.plusDays(3).toString()))
          .body("holidays", hasSize(2))
          .body("workingHours.from", contains("08:00", "14:00"));
      api().get(CAPACITY).then().body("openLeads", equalTo(4));
      put(tag, FULL.replace("\"openLeads\":4", "\"openLeads\":5"))
          .then()
          .statusCode(412)
          .body("code", equalTo("precondition-failed"));
      put(null, FULL).then().statusCode(428);
    }

    @Test
    void ofWhatIsSoAlreadyChangesNothing() {
      String tag = tag();
      put(tag, FULL).then().statusCode(200);
      long said = said();
      put(tag, FULL).then().statusCode(200);
      assertThat(said()).isEqualTo(said);
    }

    @Test
    void isHeardByTheOtherServicesAsTheContractSays() throws Exception {
      put(tag(), FULL).then().statusCode(200);
      String event = lastSaid();
      Contracts.assertFits("provider/clinic-changed", event);
      JsonNode capacity = json.readTree(event).get("capacity");
      assertThat(capacity.get("weeklyLeads").asInt()).isEqualTo(2);
      assertThat(capacity.get("paused").asBoolean()).isTrue();
      assertThat(capacity.get("pausedUntil").asText()).isEqualTo(TODAY.plusDays(3).toString());
      put("*", FULL.replaceFirst("\"paused\":true,\"pausedUntil\":\"[^\"]*\"", "\"paused\":false"))
          .then()
          .statusCode(200);
      JsonNode open = json.readTree(lastSaid()).get("capacity");
      assertThat(open.get("paused").asBoolean()).isFalse();
      assertThat(open.hasNonNull("pausedUntil")).isFalse();
    }

    @Test
    void namesWhatCannotBeMeant() {
      put(
              "*",
              """
              {"openLeads":-1,"weeklyLeads":0,"paused":false,"holidays":[null],
               "workingHours":[{"day":"MONDAY","from":"08:00"}]}
              """)
          .then()
          .statusCode(422)
          .body(
              "errors.pointer",
              contains("/holidays/0", "/openLeads", "/weeklyLeads", "/workingHours/0/to"));
      put("*", FULL.replace("\"paused\":true", "\"paused\":false"))
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/pausedUntil"));
      put("*", FULL.replace("12:00", "15:00"))
          .then()
          .statusCode(422)
          .body("errors.code", contains("hours-overlap"));
      put("*", FULL.replace("TUESDAY", "SOMEDAY")).then().statusCode(422);
      put("*", "{").then().statusCode(400);
    }

    @Test
    void isTheClinicsOwnAndAFacilitators() {
      as(Tokens.clinic("demo-berlin")).get(CAPACITY).then().statusCode(404);
      as(Tokens.clinic("demo-berlin"))
          .header("If-Match", "*")
          .body(FULL)
          .put(CAPACITY)
          .then()
          .statusCode(403)
          .body("code", equalTo("foreign-clinic"));
      as(Tokens.editor()).get(CAPACITY).then().statusCode(403);
      as(Tokens.facilitator()).get(CAPACITY).then().statusCode(200);
      as(Tokens.facilitator())
          .header("If-Match", "*")
          .body(FULL)
          .put(CAPACITY)
          .then()
          .statusCode(200);
      as(Tokens.facilitator()).get("/api/v1/clinics/nowhere/capacity").then().statusCode(404);
      assertThat(get(DESK).select("#log ~ .timeline li").first().text()).contains("Facilitator");
    }

    @Test
    void isOneAfterTheOther() {
      String tag = tag();
      List<Integer> answers =
          Stream.of(11, 12, 13, 14)
              .map(
                  number ->
                      CompletableFuture.supplyAsync(
                          () ->
                              put(tag, FULL.replace("\"openLeads\":4", "\"openLeads\":" + number))
                                  .statusCode()))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers).containsOnlyOnce(200).contains(412);
    }
  }

  @Nested
  class ThePage {
    @Test
    void pausesAtOnceAndTakesInquiriesAgain() {
      done(desk().post(DESK + "/pause"));
      assertThat(get(DESK).select("main").text())
          .contains("Paused", "until you take them again", "Paused without an end");
      api().get(CAPACITY).then().body("paused", equalTo(true));
      given()
          .get("/clinics/" + CLINIC)
          .then()
          .body(containsString("Takes no new inquiries right now"));
      done(desk().post(DESK + "/resumption"));
      done(desk().post(DESK + "/resumption"));
      api().get(CAPACITY).then().body("paused", equalTo(false));
      assertThat(get(DESK).select(".timeline li")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void pausesUpToADay() {
      String day = TODAY.plusDays(7).toString();
      done(desk().formParam("pausedUntil", day).post(DESK + "/pause"));
      api().get(CAPACITY).then().body("pausedUntil", equalTo(day));
      Document again =
          page(
              desk().formParam("pausedUntil", TODAY.minusDays(1).toString()).post(DESK + "/pause"),
              422);
      assertThat(again.select(".error-summary a").attr("href")).isEqualTo("#pausedUntil");
      assertThat(again.select("#pausedUntil").val()).isEqualTo(TODAY.minusDays(1).toString());
      api().get(CAPACITY).then().body("pausedUntil", equalTo(day));
      assertThat(page(desk().formParam("pausedUntil", "soon").post(DESK + "/pause"), 422).text())
          .contains("Write a day, such as");
    }

    @Test
    void savesNumbersHoursAndDaysOff() {
      String first = TODAY.plusDays(20).toString();
      String last = TODAY.plusDays(22).toString();
      done(
          filled(get(DESK))
              .formParam("openLeads", "3")
              .formParam("weeklyLeads", "2")
              .formParam("hours.MONDAY", "8-12, 14-18")
              .formParam("hours.SATURDAY", "")
              .formParam("daysOffFrom", first)
              .formParam("daysOffTo", last)
              .post(DESK));
      api()
          .get(CAPACITY)
          .then()
          .body("openLeads", equalTo(3))
          .body("weeklyLeads", equalTo(2))
          .body("holidays", hasItem(TODAY.plusDays(21).toString()))
          .body("workingHours.findAll { it.day == 'MONDAY' }.from", contains("08:00", "14:00"));
      Document page = get(DESK);
      assertThat(page.select("#hours-MONDAY").val()).isEqualTo("08:00–12:00, 14:00–18:00");
      assertThat(page.select("input[name=daysOff]").eachAttr("value")).contains(first + "/" + last);
      // Not ticked any more.
      done(filled(page).formParam("openLeads", "3").formParam("hours.MONDAY", "8-12").post(DESK));
      api().get(CAPACITY).then().body("holidays", hasSize(0));
    }

    @Test
    void givesBackWhatWasTypedAndSaysWhatIsWrong() {
      Document again =
          page(
              filled(get(DESK))
                  .formParam("openLeads", "many")
                  .formParam("weeklyLeads", "0")
                  .formParam("hours.TUESDAY", "mornings")
                  .formParam("daysOffTo", "2027-01-01")
                  .post(DESK),
              422);
      assertThat(again.select(".error-summary a").eachAttr("href"))
          .containsExactlyInAnyOrder(
              "#openLeads", "#weeklyLeads", "#hours-TUESDAY", "#daysOffFrom");
      assertThat(again.select("#openLeads").val()).isEqualTo("many");
      assertThat(again.select("#hours-TUESDAY").val()).isEqualTo("mornings");
      Document overlap =
          page(
              filled(get(DESK))
                  .formParam("openLeads", "3")
                  .formParam("hours.TUESDAY", "8-12, 11-13")
                  .header("Accept-Language", "es")
                  .post(DESK),
              422);
      assertThat(overlap.select("#hours-TUESDAY-error").text()).contains("se pisan");
      assertThat(api().get(CAPACITY).asString()).isEqualTo(before);
    }

    @Test
    void losesNothingWhereTwoChangeItAtOnce() {
      Document read = get(DESK);
      put(tag(), FULL).then().statusCode(200);
      Document again =
          page(
              filled(read).formParam("openLeads", "7").formParam("hours.MONDAY", "9-17").post(DESK),
              412);
      assertThat(again.select(".error-summary").text()).contains("A colleague changed it");
      assertThat(again.select("#openLeads").val()).isEqualTo("7");
      assertThat(again.select("input[name=daysOff][checked]")).hasSize(2);
      done(
          filled(again)
              .formParam("openLeads", "7")
              .formParam("hours.MONDAY", "9-17")
              .formParam("daysOff", again.select("input[name=daysOff]").eachAttr("value"))
              .post(DESK));
      api()
          .get(CAPACITY)
          .then()
          .body("openLeads", equalTo(7))
          .body("paused", equalTo(true))
          .body("holidays", hasSize(2));
    }

    @Test
    void speaksSpanish() {
      desk().formParam("pausedUntil", TODAY.plusDays(1).toString()).post(DESK + "/pause");
      Document page = get(DESK + "?lang=es");
      assertThat(page.title()).isEqualTo("Capacidad y horario – Sojourn");
      assertThat(page.select("main").text())
          .contains("No reciben solicitudes nuevas hasta el", "Volver a aceptar solicitudes")
          .contains("Lunes", "En su zona horaria, Europe/Berlin", "Qué ha cambiado");
      assertThat(page.select(".rail-link[aria-current]").text()).isEqualTo("Capacidad y horario");
    }

    private RequestSpecification filled(Document page) {
      return desk()
          .formParam("version", page.select("[name=version]").val())
          .formParam("shown", page.select("[name=shown]").eachAttr("value"));
    }

    private void done(Response answer) {
      answer.then().statusCode(303).header("Location", endsWith(DESK + "?saved=true"));
    }
  }

  @Test
  void aPauseEndsByItselfAndIsSaidThen() {
    put("*", FULL).then().statusCode(200);
    long said = said();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities
                  .createNativeQuery("update clinic set paused_until = :day where slug = :slug")
                  .setParameter("day", TODAY.minusDays(1))
                  .setParameter("slug", CLINIC)
                  .executeUpdate();
              int due =
                  entities
                      .createNativeQuery(
                          """
                          update scheduled_tasks set execution_time = now()
                          where task_name = 'say-facts-expired' and task_instance = :id
                          """)
                      .setParameter("id", CLINIC + "/pause/" + TODAY.plusDays(3))
                      .executeUpdate();
              assertThat(due).isEqualTo(1);
            });
    await().atMost(Duration.ofSeconds(15)).until(() -> said() > said);
    assertThat(lastSaid()).contains("\"paused\":false");
    api().get(CAPACITY).then().body("paused", equalTo(false));
  }

  @Test
  void theLogRefusesToBeChanged() {
    put("*", FULL).then().statusCode(200);
    for (String change :
        List.of("update capacity_log set actor_name = 'X'", "delete from capacity_log")) {
      assertThatThrownBy(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(() -> entities.createNativeQuery(change).executeUpdate()))
          .hasStackTraceContaining("capacity_log is append-only");
    }
  }

  private long said() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (Long)
                    entities
                        .createNativeQuery(
                            "select count(*) from event where topic = 'provider.clinics' and key = :key",
                            Long.class)
                        .setParameter("key", CLINIC)
                        .getSingleResult());
  }

  private String lastSaid() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (String)
                    entities
                        .createNativeQuery(
                            """
                            select payload from event
                            where topic = 'provider.clinics' and key = :key
                            order by position desc limit 1
                            """)
                        .setParameter("key", CLINIC)
                        .getSingleResult());
  }

  private String tag() {
    return api().get(CAPACITY).header("ETag");
  }

  private Response put(String tag, String body) {
    RequestSpecification request = api().body(body);
    return (tag == null ? request : request.header("If-Match", tag)).put(CAPACITY);
  }

  private static RequestSpecification api() {
    return as(Tokens.clinic(CLINIC));
  }

  private static RequestSpecification as(String token) {
    return given().contentType("application/json").auth().oauth2(token);
  }

  private static RequestSpecification desk() {
    return given()
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=utf-8")
        .auth()
        .oauth2(Tokens.clinic(CLINIC))
        .redirects()
        .follow(false);
  }

  private static Document get(String path) {
    return page(desk().get(path), 200);
  }

  private static Document page(Response response, int status) {
    ValidatableResponse answer = response.then().statusCode(status);
    return Jsoup.parse(answer.extract().asString());
  }
}
