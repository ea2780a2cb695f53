package health.sojourn.provider.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import health.sojourn.provider.leadinbox.CaseServer;
import health.sojourn.provider.leadinbox.InboxStatus;
import health.sojourn.provider.leadinbox.LeadTopic;
import health.sojourn.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CaseServer.class)
class QuotePagesTest {
  private static final String CLINIC = "demo-munich";

  @Inject LeadTopic topic;

  @BeforeEach
  void theCaseIsThere() {
    CaseServer.isBack();
  }

  @Test
  void beginsWithWhatTheClinicOffers() {
    UUID lead = topic.accepted("demo-bogota");
    Document page =
        Jsoup.parse(as("demo-bogota").get(path(lead)).then().statusCode(200).extract().asString());
    assertThat(page.select("#currency option[selected]").attr("value")).isEqualTo("USD");
    assertThat(page.select("#included").text()).isNotBlank();
    assertThat(page.select("#refundRule").text()).isNotBlank();
    assertThat(page.select("[name^=items.][name$=.text]")).hasSize(3);
  }

  @Test
  void addingAndRemovingLinesKeepsWhatWasTyped() {
    UUID lead = topic.accepted(CLINIC);
    Document more = post(lead, filled("add-line"), 200);
    assertThat(more.select("[name^=items.][name$=.text]")).hasSize(4);
    assertThat(more.select("#items-0-text").attr("value")).isEqualTo("Cells");
    assertThat(more.select("#refundRule").text()).isEqualTo("half until the day before");
    Document fewer = post(lead, filled("remove-line-0"), 200);
    assertThat(fewer.select("#items-1-text").attr("value")).isEqualTo("Injection");
  }

  @Test
  void isSeenBeforeItIsSentAndSentOnceHoweverOftenItIsClicked() {
    UUID lead = topic.accepted(CLINIC);
    Document preview = post(lead, filled("preview"), 200);
    assertThat(preview.select(".sheet").text().replace('\u00a0', ' '))
        .contains("Cells", "USD 5,000.05", "Total", "USD 6,400", "Hotel", "half until the day");
    assertThat(topic.status(lead)).as("not sent yet").isEqualTo(InboxStatus.ACCEPTED);
    Element form = preview.selectFirst("form[action=" + path(lead) + "]");
    for (int click = 0; click < 2; click++) {
      RequestSpecification request = as(CLINIC).redirects().follow(false).formParam("do", "send");
      form.select("input[type=hidden]").forEach(it -> request.formParam(it.attr("name"), it.val()));
      request
          .post(path(lead))
          .then()
          .statusCode(303)
          .header("Location", endsWith(path(lead) + "/1"));
    }
    Document sent = get(path(lead) + "/1", 200);
    assertThat(sent.text()).contains("In force", "Take the quote back");
    assertThat(get("/clinic-desk/leads/" + lead, 200).text().replace('\u00a0', ' '))
        .contains("Your quote is with the patient", "USD 6,400", "Quote, version 1");
    assertThat(get(path(lead), 200).select("h1").text()).contains("version 2");
  }

  @Test
  void comesBackWithEveryMistakeAndWhatWasTyped() {
    UUID lead = topic.accepted(CLINIC);
    MultivaluedMap<String, String> wrong = filled("preview");
    wrong.putSingle("items.0.amount", "a lot");
    wrong.putSingle("items.2.text", "");
    wrong.putSingle("visits", "two");
    wrong.putSingle("refundRule", "");
    wrong.putSingle("currency", "");
    Document again = post(lead, wrong, 422);
    assertThat(again.select(".error-summary a").eachAttr("href"))
        .containsExactlyInAnyOrder(
            "#visits", "#items-0-amount", "#items-1-text", "#refundRule", "#currency");
    again
        .select(".error-summary a")
        .forEach(it -> assertThat(again.select(it.attr("href"))).as(it.attr("href")).hasSize(1));
    assertThat(again.select("#items-0-amount").attr("value")).isEqualTo("a lot");
    assertThat(again.select("#visits").attr("value")).isEqualTo("two");
    Document spanish =
        Jsoup.parse(send(lead, wrong, "?lang=es").then().statusCode(422).extract().asString());
    assertThat(spanish.select(".error-summary").text())
        .contains("Escriba un número con cifras", "Elija una moneda", "Diga por qué es esta línea")
        .doesNotContain("Write");
  }

  @Test
  void thatAColleagueWasFasterIsSaidAndNothingIsLost() {
    UUID lead = topic.accepted(CLINIC);
    send(lead, filled("send"), "");
    MultivaluedMap<String, String> second = filled("send");
    second.putSingle("key", "another");
    Document again = post(lead, second, 409);
    assertThat(again.select(".error-summary").text()).contains("Another version was sent");
    assertThat(again.select("#items-0-text").attr("value")).isEqualTo("Cells");
  }

  @Test
  void isWithdrawnOnce() {
    UUID lead = topic.accepted(CLINIC);
    send(lead, filled("send"), "");
    for (int click = 0; click < 2; click++) {
      as(CLINIC)
          .redirects()
          .follow(false)
          .post(path(lead) + "/1/withdrawal")
          .then()
          .statusCode(303);
    }
    assertThat(get(path(lead) + "/1", 200).text()).contains("Taken back");
    UUID chosen = topic.accepted(CLINIC);
    send(chosen, filled("send"), "");
    topic.choose(chosen);
    assertThat(get(path(chosen) + "/1", 200).select("form[action$=/withdrawal]")).isEmpty();
    Document refused =
        Jsoup.parse(
            as(CLINIC)
                .post(path(chosen) + "/1/withdrawal")
                .then()
                .statusCode(409)
                .extract()
                .asString());
    assertThat(refused.select(".error-summary").text()).contains("chose already");
  }

  @Test
  void isKeptAsATemplateAndUsedAgain() {
    UUID lead = topic.accepted(CLINIC);
    MultivaluedMap<String, String> form = filled("save-template");
    assertThat(post(lead, form, 422).select(".error-summary a").attr("href"))
        .isEqualTo("#templateName");
    form.putSingle("templateName", "One knee");
    assertThat(post(lead, form, 200).text()).contains("Kept as the template “One knee”");
    form.putSingle("items.0.text", "Other cells");
    post(lead, form, 200);
    UUID other = topic.accepted(CLINIC);
    Document blank = get(path(other), 200);
    assertThat(blank.select("#template option").eachText()).containsOnlyOnce("One knee");
    String id = blank.select("#template option:contains(One knee)").attr("value");
    Document begun = get(path(other) + "?template=" + id, 200);
    assertThat(begun.select("#items-0-text").attr("value")).isEqualTo("Other cells");
    assertThat(begun.select("#items-1-amount").attr("value")).isEqualTo("1399.95");
    assertThat(begun.select("#validUntil").attr("value")).isNotBlank();
    as("demo-berlin")
        .get(path(topic.accepted("demo-berlin")) + "?template=" + id)
        .then()
        .statusCode(404);
    as("demo-berlin").post("/clinic-desk/quote-templates/" + id + "/removal");
    assertThat(get("/clinic-desk/quote-templates", 200).text()).contains("One knee");
    as(CLINIC).post("/clinic-desk/quote-templates/" + id + "/removal");
    assertThat(get("/clinic-desk/quote-templates", 200).text()).doesNotContain("One knee");
  }

  @Test
  void isNotWrittenForALeadThatIsNotThere() {
    UUID lead = topic.accepted("demo-bogota");
    get(path(lead), 404);
    post(lead, filled("send"), 404);
    get(path(lead) + "/1", 404);
    given().auth().oauth2(Tokens.facilitator()).get(path(lead)).then().statusCode(403);
    topic.choose(lead);
    as("demo-bogota").get(path(lead)).then().statusCode(409);
  }

  private static MultivaluedMap<String, String> filled(String step) {
    MultivaluedMap<String, String> form = QuoteFormTest.filled();
    form.putSingle("do", step);
    return form;
  }

  private static Document post(UUID lead, MultivaluedMap<String, String> form, int status) {
    return Jsoup.parse(send(lead, form, "").then().statusCode(status).extract().asString());
  }

  private static Response send(UUID lead, MultivaluedMap<String, String> form, String query) {
    RequestSpecification request = as(CLINIC).redirects().follow(false);
    form.forEach((name, values) -> request.formParam(name, values.get(0)));
    return request.post(path(lead) + query);
  }

  private static Document get(String path, int status) {
    return Jsoup.parse(as(CLINIC).get(path).then().statusCode(status).extract().asString());
  }

  private static String path(UUID lead) {
    return "/clinic-desk/leads/" + lead + "/quote";
  }

  private static RequestSpecification as(String clinic) {
    return given().accept("text/html").auth().oauth2(Tokens.clinic(clinic));
  }
}
