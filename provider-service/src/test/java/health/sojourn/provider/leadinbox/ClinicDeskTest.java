package health.sojourn.provider.leadinbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import health.sojourn.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CaseServer.class)
class ClinicDeskTest {
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  @Inject LeadTopic topic;

  @BeforeEach
  void theCaseIsThere() {
    CaseServer.status = 200;
  }

  @Test
  void anEmptyInboxSaysWhatWillHappen() {
    Document page = get("demo-tokyo", "/clinic-desk", 200);
    assertThat(page.select("#none").text()).contains("No inquiries yet", "you get mail");
  }

  @Test
  void aNewLeadShowsItsClockInWords() {
    UUID lead = topic.offer("demo-panama", TOMORROW);
    Document page = get("demo-panama", "/clinic-desk", 200);
    var row = page.selectFirst("tr:has(a[href=/clinic-desk/leads/" + lead + "])");
    assertThat(row.text()).contains("Germany", "German", "Offered", "h");
    assertThat(row.select(".clock").text()).contains("left");
    assertThat(page.text()).contains("waits for your answer");
  }

  @Test
  void theCaseIsShownAndAcceptedWithOneButton() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    Document page = get("demo-berlin", "/clinic-desk/leads/" + lead, 200);
    assertThat(page.text()).contains("3 of 4", "6 of 10", "60-69 years", "Exercise", "USD 8,000");
    String action = page.select("form[action$=/acceptance]").attr("action");
    as("demo-berlin")
        .redirects()
        .follow(false)
        .post(action)
        .then()
        .statusCode(303)
        .header("Location", endsWith("/clinic-desk/leads/" + lead));
    Document after = get("demo-berlin", "/clinic-desk/leads/" + lead, 200);
    assertThat(after.text()).contains("You accepted this case");
    assertThat(after.select("form[action$=/decline]")).isEmpty();
  }

  @Test
  void decliningNeedsAReasonAndKeepsThePage() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    String path = "/clinic-desk/leads/" + lead + "/decline";
    Document again =
        Jsoup.parse(as("demo-berlin").post(path).then().statusCode(422).extract().asString());
    assertThat(again.select(".error-summary a").attr("href")).isEqualTo("#reason");
    as("demo-berlin")
        .redirects()
        .follow(false)
        .formParam("reason", "MEDICAL_RISK")
        .post(path)
        .then()
        .statusCode(303);
    assertThat(get("demo-berlin", "/clinic-desk/leads/" + lead, 200).text())
        .contains("You declined this case", "Medical risk");
  }

  @Test
  void aClosedLeadShowsTheReason() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    topic.send(LeadEvents.CLOSED, topic.example("lead-closed", lead), UUID.randomUUID());
    topic.awaitStatus(lead, InboxStatus.CLOSED);
    assertThat(get("demo-berlin", "/clinic-desk/leads/" + lead, 200).text())
        .contains("Your answer came after the time was over");
  }

  @Test
  void aCaseThatCannotBeFetchedIsSaidAndTheRestStays() {
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    CaseServer.status = 500;
    Document page = get("demo-berlin", "/clinic-desk/leads/" + lead, 503);
    assertThat(page.text()).contains("The case can't be shown right now", "Try again");
    assertThat(page.select("form[action$=/acceptance]")).hasSize(1);
  }

  @Test
  void nobodyElseGetsIn() {
    given().accept("text/html").get("/clinic-desk").then().statusCode(401);
    given().auth().oauth2(Tokens.facilitator()).get("/clinic-desk").then().statusCode(403);
    UUID lead = topic.offer("demo-berlin", TOMORROW);
    as("demo-munich").get("/clinic-desk/leads/" + lead).then().statusCode(404);
    as("demo-munich").post("/clinic-desk/leads/" + lead + "/acceptance").then().statusCode(404);
  }

  private static Document get(String clinic, String path, int status) {
    return Jsoup.parse(as(clinic).get(path).then().statusCode(status).extract().asString());
  }

  private static RequestSpecification as(String clinic) {
    return given().accept("text/html").auth().oauth2(Tokens.clinic(clinic));
  }
}
