package health.sojourn.provider.leadinbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.sojourn.testing.Contracts;
import health.sojourn.testing.Tokens;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CaseServer.class)
class LeadInboxTest {
  private static final String LEADS = "/api/v1/clinic-leads";
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  @Inject LeadTopic topic;
  @Inject MockMailbox mailbox;

  @BeforeEach
  void theCaseIsThere() {
    CaseServer.isBack();
  }

  @Nested
  class AnOffer {

    @Test
    void isInItsClinicsInboxAndInNoOther() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      as("demo-bogota").get(LEADS).then().body("items.id", hasItem(lead.toString()));
      as("demo-istanbul").get(LEADS).then().body("items.id", not(hasItem(lead.toString())));
    }

    @Test
    void thatComesTwiceIsThereOnceAndAnnouncedOnce() {
      UUID lead = UUID.randomUUID();
      UUID event = UUID.randomUUID();
      var payload = topic.offered(lead, "demo-medellin", TOMORROW);
      topic.send(LeadEvents.OFFERED, payload, event);
      topic.send(LeadEvents.OFFERED, payload, event);
      UUID after = topic.offer("demo-medellin", TOMORROW);
      List<String> ids = as("demo-medellin").get(LEADS).jsonPath().getList("items.id");
      assertThat(ids).contains(after.toString()).containsOnlyOnce(lead.toString());
    }

    @Test
    void isAnnouncedByMailWithoutAWordAboutThePatient() {
      UUID lead = topic.offer("demo-seoul", TOMORROW);
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> mailbox.getMailsSentTo("leads@demo-seoul.example").size() == 1);
      var mail = mailbox.getMailsSentTo("leads@demo-seoul.example").get(0);
      assertThat(mail.getText())
          .contains("/clinic-desk/leads/" + lead, "SJ-7K2M-9QRT", "Asia/Seoul")
          .doesNotContain("Germany", "DE", "knee");
      assertThat(mail.getHeaders().get("Message-ID"))
          .containsExactly("<lead-" + lead + "@sojourn>");
      assertThat(mail.getSubject()).isEqualTo("New inquiry SJ-7K2M-9QRT");
    }

    @Test
    void isAnnouncedInTheClinicsFirstLanguageThatMailsAreWrittenIn() {
      UUID lead = topic.offer("demo-cancun", Instant.parse("2099-03-04T18:00:00Z"));
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> mailbox.getMailsSentTo("leads@demo-cancun.example").size() == 1);
      var mail = mailbox.getMailsSentTo("leads@demo-cancun.example").get(0);
      assertThat(mail.getSubject()).isEqualTo("Nueva solicitud SJ-7K2M-9QRT");
      assertThat(mail.getText())
          .contains("/clinic-desk/leads/" + lead, "4 de marzo de 2099, 13:00 America/Cancun")
          .contains("Por favor, respondan")
          .doesNotContain("Alemania", "DE", "rodilla");
    }
  }

  @Test
  void aChoiceIsAnnouncedByMailWithoutAWordAboutThePatient() {
    UUID lead = topic.accepted("demo-istanbul");
    topic.choose(lead);
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                mailbox.getMailsSentTo("leads@demo-istanbul.example").stream()
                    .anyMatch(
                        it -> it.getSubject().equals("You were chosen: inquiry SJ-7K2M-9QRT")));
    assertThat(mailbox.getMailsSentTo("leads@demo-istanbul.example"))
        .anySatisfy(
            it ->
                assertThat(it.getText())
                    .contains("/clinic-desk/leads/" + lead + "/hand-over")
                    .doesNotContain("Germany", "knee"));
  }

  @Nested
  class TheCase {

    @Test
    void isAskedWithTheCallersOwnTokenAndNamesNobody() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      String token = Tokens.clinic("demo-bogota");
      given()
          .auth()
          .oauth2(token)
          .get(LEADS + "/" + lead)
          .then()
          .statusCode(200)
          .body("lead.status", equalTo("VIEWED"))
          .body("case.kellgrenLawrence", equalTo(3))
          .body("case.ageBand", equalTo("60-69"))
          .body("case.budget.amount", equalTo("8000.00"));
      assertThat(CaseServer.TOKENS).contains("Bearer " + token);
    }

    @Test
    void firstReadIsSaidOnce() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      as("demo-bogota").get(LEADS + "/" + lead).then().statusCode(200);
      as("demo-bogota").get(LEADS + "/" + lead).then().statusCode(200);
      as("demo-bogota").post(LEADS + "/" + lead + "/acceptance").then().statusCode(200);
      assertThat(types(topic.awaitAnswers(lead, 2)))
          .containsExactly("lead-viewed", "lead-accepted");
    }

    @Test
    void thatCannotBeFetchedWasNotViewed() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      CaseServer.status = 500;
      as("demo-bogota")
          .get(LEADS + "/" + lead)
          .then()
          .statusCode(503)
          .contentType(containsString("application/problem+json"))
          .body("code", equalTo("case-unavailable"));
      assertThat(topic.status(lead)).isEqualTo(InboxStatus.OFFERED);
    }

    @Test
    void thatItsOwnerHasClosedIsNotShown() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      for (int closed : new int[] {404, 409, 410}) {
        CaseServer.status = closed;
        as("demo-bogota")
            .get(LEADS + "/" + lead)
            .then()
            .statusCode(404)
            .body("code", equalTo("case-not-found"));
      }
      assertThat(topic.status(lead)).isEqualTo(InboxStatus.OFFERED);
    }

    @Test
    void isNotShownAfterTheLeadEnded() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      topic.send(LeadEvents.WITHDRAWN, topic.example("lead-withdrawn", lead), UUID.randomUUID());
      topic.awaitStatus(lead, InboxStatus.WITHDRAWN);
      as("demo-bogota")
          .get(LEADS + "/" + lead)
          .then()
          .body("case", nullValue())
          .body("lead.endReason", equalTo("CONSENT_WITHDRAWN"));
    }
  }

  @Nested
  class AnAnswer {

    @Test
    void isSaidToTheOthersOnceHoweverOftenItIsClicked() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      Stream.generate(
              () ->
                  CompletableFuture.supplyAsync(
                      () ->
                          as("demo-bogota").post(LEADS + "/" + lead + "/acceptance").statusCode()))
          .limit(4)
          .toList()
          .forEach(it -> assertThat(it.join()).isEqualTo(200));
      UUID other = topic.offer("demo-bogota", TOMORROW);
      as("demo-bogota").post(LEADS + "/" + other + "/acceptance");
      topic.awaitAnswers(other, 1);
      List<String> said = topic.awaitAnswers(lead, 1);
      assertThat(types(said)).containsExactly("lead-accepted");
      Contracts.assertFits("provider/lead-accepted", payload(said.get(0)));
    }

    @Test
    void noCarriesItsReason() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      decline(lead, "{\"reason\":\"NO_CAPACITY\"}").then().statusCode(200);
      decline(lead, "{\"reason\":\"NO_CAPACITY\"}").then().statusCode(200);
      List<String> said = topic.awaitAnswers(lead, 1);
      Contracts.assertFits("provider/lead-declined", payload(said.get(0)));
      assertThat(payload(said.get(0))).contains("NO_CAPACITY");
    }

    @Test
    void cannotBeChanged() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      as("demo-bogota").post(LEADS + "/" + lead + "/acceptance");
      decline(lead, "{\"reason\":\"OTHER\"}")
          .then()
          .statusCode(409)
          .body("code", equalTo("lead-answered"));
    }

    @Test
    void afterItsTimeIsRefused() {
      UUID lead = topic.offer("demo-bogota", Instant.now().minusSeconds(1));
      as("demo-bogota")
          .post(LEADS + "/" + lead + "/acceptance")
          .then()
          .statusCode(409)
          .body("code", equalTo("lead-too-late"));
    }

    @Test
    void needsAReasonFromTheList() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      decline(lead, "{}").then().statusCode(422).body("errors[0].pointer", equalTo("/reason"));
      decline(lead, "{\"reason\":\"BORED\"}").then().statusCode(422);
      decline(lead, "{\"reason\":").then().statusCode(400);
      decline(lead, "").then().statusCode(400);
      assertThat(topic.status(lead)).isEqualTo(InboxStatus.OFFERED);
    }

    @Test
    void thatCameTooLateIsClosedWithTheReason() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      as("demo-bogota").post(LEADS + "/" + lead + "/acceptance");
      topic.send(LeadEvents.EXPIRED, topic.example("lead-expired", lead), UUID.randomUUID());
      topic.send(LeadEvents.CLOSED, topic.example("lead-closed", lead), UUID.randomUUID());
      topic.awaitStatus(lead, InboxStatus.CLOSED);
      as("demo-bogota")
          .get(LEADS + "/" + lead)
          .then()
          .body("lead.endReason", equalTo("ANSWERED_TOO_LATE"));
    }
  }

  @Nested
  class TheInbox {

    @Test
    void isNarrowedByWhatIsToBeDone() {
      String clinic = "demo-phuket";
      UUID fresh = topic.offer(clinic, TOMORROW);
      UUID accepted = topic.accepted(clinic);
      UUID chosen = topic.accepted(clinic);
      topic.choose(chosen);
      UUID declined = topic.offer(clinic, TOMORROW);
      as(clinic)
          .contentType(ContentType.JSON)
          .body("{\"reason\":\"PRICE\"}")
          .post(LEADS + "/" + declined + "/decline");
      assertThat(found(clinic, "WAITING")).contains(fresh).doesNotContain(accepted, declined);
      assertThat(found(clinic, "ACCEPTED")).contains(accepted).doesNotContain(chosen);
      assertThat(found(clinic, "CHOSEN")).contains(chosen).doesNotContain(accepted);
      assertThat(found(clinic, "ENDED")).contains(declined).doesNotContain(chosen);
      assertThat(found(clinic, "UNREAD")).contains(fresh, chosen);
      as(clinic).get(LEADS + "/" + chosen).then().body("lead.unread", equalTo(false));
      assertThat(found(clinic, "UNREAD")).contains(fresh).doesNotContain(chosen);
      as(clinic).get(LEADS + "?filter=ALL").then().statusCode(400);
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
      String clinic = "demo-istanbul";
      List<UUID> offered =
          List.of(
              topic.offer(clinic, TOMORROW),
              topic.offer(clinic, TOMORROW),
              topic.offer(clinic, TOMORROW));
      var first = as(clinic).get(LEADS + "?filter=WAITING&limit=2").jsonPath();
      var second =
          as(clinic)
              .get(LEADS + "?filter=WAITING&limit=2&cursor=" + first.getString("next"))
              .jsonPath();
      assertThat(first.getList("items.id")).hasSize(2);
      assertThat(second.getList("items.id")).hasSize(1);
      assertThat(second.getString("next")).isNull();
      assertThat(found(clinic, "WAITING")).containsExactlyInAnyOrderElementsOf(offered);
    }

    private List<UUID> found(String clinic, String filter) {
      return as(clinic)
          .get(LEADS + "?limit=100&filter=" + filter)
          .jsonPath()
          .getList("items.id", UUID.class);
    }
  }

  @Nested
  class AQuestion {
    private static final String ASKED = "{\"text\":\"Since when do you take blood thinners?\"}";

    @Test
    void isKeptByWhoOwnsCasesAndThenSaid() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      String id = ask(lead, "k1", ASKED).then().statusCode(201).extract().path("id");
      assertThat(CaseServer.WORDS.get("/internal/v1/leads/" + lead + "/messages/" + id))
          .contains("blood thinners", "QUESTION");
      String said = topic.awaitAnswers(lead, 1).get(0);
      Contracts.assertFits("provider/lead-asked", payload(said));
      assertThat(payload(said)).contains(id).doesNotContain("blood");
    }

    @Test
    void askedTwiceUnderOneKeyIsOne() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      String first = ask(lead, "k1", ASKED).path("id");
      assertThat((String) ask(lead, "k1", ASKED).path("id")).isEqualTo(first);
      ask(lead, "k1", ASKED.replace("blood thinners", "insulin"))
          .then()
          .statusCode(422)
          .body("code", equalTo("idempotency-key-reused"));
      as("demo-bogota").post(LEADS + "/" + lead + "/acceptance").then().statusCode(200);
      assertThat(types(topic.awaitAnswers(lead, 2))).containsExactly("lead-asked", "lead-accepted");
    }

    @Test
    void thatCannotBeKeptWasNotAsked() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      CaseServer.status = 500;
      ask(lead, "k1", ASKED).then().statusCode(503).body("code", equalTo("case-unavailable"));
      CaseServer.isBack();
      as("demo-bogota").post(LEADS + "/" + lead + "/acceptance").then().statusCode(200);
      assertThat(types(topic.awaitAnswers(lead, 1))).containsExactly("lead-accepted");
    }

    @Test
    void hasWordsAndComesInTime() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      ask(lead, "k1", "{\"text\":\" \"}")
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/text"));
      ask(lead, "k1", "{\"text\":\"" + "a".repeat(4001) + "\"}").then().statusCode(422);
      UUID late = topic.offer("demo-bogota", Instant.now().minusSeconds(1));
      ask(late, "k1", ASKED).then().statusCode(409).body("code", equalTo("lead-too-late"));
      assertThat(CaseServer.WORDS.keySet()).noneMatch(it -> it.contains(late.toString()));
    }

    @Test
    void isInTheConversation() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      as("demo-bogota")
          .get(LEADS + "/" + lead + "/messages")
          .then()
          .statusCode(200)
          .body("items[1].from", equalTo("PATIENT"))
          .body("items[1].released", equalTo(false));
      String id =
          as("demo-bogota")
              .contentType(ContentType.JSON)
              .body("{\"text\":\"Thank you.\"}")
              .post(LEADS + "/" + lead + "/messages")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      assertThat(CaseServer.WORDS.get("/internal/v1/leads/" + lead + "/messages/" + id))
          .contains("MESSAGE");
    }

    private Response ask(UUID lead, String key, String body) {
      return as("demo-bogota")
          .header("Idempotency-Key", key)
          .contentType(ContentType.JSON)
          .body(body)
          .post(LEADS + "/" + lead + "/question");
    }
  }

  @Nested
  class AReport {
    @Test
    void ofTheTreatmentIsSaidOnce() {
      UUID lead = chosen();
      String report = "{\"outcome\":\"TREATED\",\"day\":\"" + today() + "\"}";
      report(lead, report).then().statusCode(200).body("outcome", equalTo("TREATED"));
      report(lead, report).then().statusCode(200);
      report(lead, "{\"outcome\":\"CANCELLED\",\"reason\":\"OTHER\",\"day\":\"" + today() + "\"}")
          .then()
          .statusCode(409)
          .body("code", equalTo("treatment-reported"));
      List<String> said = topic.awaitAnswers(lead, 2);
      assertThat(types(said)).containsExactly("lead-accepted", "treatment-reported");
      Contracts.assertFits("provider/treatment-reported", payload(said.get(1)));
      assertThat(payload(said.get(1))).doesNotContain("reason");
    }

    @Test
    void isOfAChosenLeadAndComplete() {
      UUID lead = topic.accepted("demo-bogota");
      String report = "{\"outcome\":\"TREATED\",\"day\":\"" + today() + "\"}";
      report(lead, report).then().statusCode(409).body("code", equalTo("lead-not-chosen"));
      topic.choose(lead);
      report(lead, "{}").then().statusCode(422);
      report(lead, "{\"outcome\":\"CANCELLED\",\"day\":\"" + today() + "\"}")
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/reason"));
      report(lead, "{\"outcome\":\"TREATED\",\"day\":\"2999-01-01\"}").then().statusCode(422);
    }

    private UUID chosen() {
      UUID lead = topic.accepted("demo-bogota");
      topic.choose(lead);
      return lead;
    }

    private static String today() {
      return LocalDate.now(ZoneId.of("America/Bogota")).toString();
    }

    private Response report(UUID lead, String body) {
      return as("demo-bogota")
          .contentType(ContentType.JSON)
          .body(body)
          .post(LEADS + "/" + lead + "/treatment");
    }
  }

  @Test
  void theCaseOfAChosenLeadNamesThePatient() {
    UUID lead = topic.accepted("demo-bogota");
    topic.choose(lead);
    CaseServer.chosen = true;
    as("demo-bogota")
        .get(LEADS + "/" + lead)
        .then()
        .body("case.patient.familyName", equalTo("Patient"))
        .body("lead.status", equalTo("CHOSEN"));
  }

  @Nested
  class Nobody {

    @Test
    void seesAnotherClinicsLead() {
      UUID lead = topic.offer("demo-bogota", TOMORROW);
      for (String path : List.of("", "/messages")) {
        as("demo-medellin")
            .get(LEADS + "/" + lead + path)
            .then()
            .statusCode(404)
            .body("code", equalTo("lead-not-found"));
      }
      for (String path : List.of("/acceptance", "/decline", "/question", "/messages")) {
        as("demo-medellin")
            .contentType(ContentType.JSON)
            .body("{\"reason\":\"OTHER\",\"text\":\"Hello\"}")
            .post(LEADS + "/" + lead + path)
            .then()
            .statusCode(404)
            .body("code", equalTo("lead-not-found"));
      }
      assertThat(topic.status(lead)).isEqualTo(InboxStatus.OFFERED);
    }

    @Test
    void withAnotherRoleOrNoneGetsIn() {
      given().get(LEADS).then().statusCode(401);
      given().auth().oauth2(Tokens.facilitator()).get(LEADS).then().statusCode(403);
      given().auth().oauth2(Tokens.expired("clinic")).get(LEADS).then().statusCode(401);
      given()
          .auth()
          .oauth2(Tokens.withRoles("clinic"))
          .get(LEADS)
          .then()
          .statusCode(403)
          .body("code", equalTo("no-clinic"));
    }

    @Test
    void findsALeadThatIsNot() {
      as("demo-bogota").get(LEADS + "/" + UUID.randomUUID()).then().statusCode(404);
      as("demo-bogota").get(LEADS + "/not-an-id").then().statusCode(404);
    }
  }

  private Response decline(UUID lead, String body) {
    return as("demo-bogota")
        .contentType(ContentType.JSON)
        .body(body)
        .post(LEADS + "/" + lead + "/decline");
  }

  private static RequestSpecification as(String clinic) {
    return given().auth().oauth2(Tokens.clinic(clinic));
  }

  private static List<String> types(List<String> answers) {
    return answers.stream()
        .map(it -> it.split(" ", 2)[0])
        .map(it -> it.replace("health.sojourn.provider.", "").replace(".v1", ""))
        .toList();
  }

  private static String payload(String answer) {
    return answer.split(" ", 2)[1];
  }
}
