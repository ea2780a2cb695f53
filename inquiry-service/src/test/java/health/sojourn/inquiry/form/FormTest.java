package health.sojourn.inquiry.form;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormTest {

  @Test
  void nothingIsTickedForTheReader() {
    Document page = blank("");
    assertEquals(List.of(), page.select("input[type=checkbox][checked]"));
    assertEquals(4, page.select(".consent input[type=checkbox]").size());
  }

  @Test
  void everyFieldHasALabelAndEveryIdIsThereOnce() {
    Document page = blank("");
    List<String> ids = page.select("[id]").eachAttr("id");
    assertEquals(ids.stream().distinct().toList(), ids);
    for (Element field : page.select("main input:not([type=hidden]), main select, main textarea")) {
      boolean labelled =
          field.closest("label") != null || !page.select("label[for=" + field.id() + "]").isEmpty();
      assertTrue(labelled, field::outerHtml);
    }
  }

  @Test
  void aFilledFormIsSentAndSaysWhatHappensNext() {
    Response answer = post(filled(blank("")));
    assertEquals(303, answer.statusCode());
    Document sent =
        Jsoup.parse(
            given().get(answer.header("Location")).then().statusCode(200).extract().asString());
    assertTrue(sent.select("h1").text().contains("sent"));
    assertTrue(sent.select("strong").text().matches("SJ-[2-9B-Z]{4}-[2-9B-Z]{4}"));
  }

  @Test
  void aDoubleClickIsOneInquiry() {
    Map<String, Object> form = filled(blank(""));
    assertEquals(post(form).header("Location"), post(form).header("Location"));
  }

  @Test
  void aFormThatComesBackKeepsWhatWasTypedAndPointsAtTheMistakes() {
    Map<String, Object> form = filled(blank(""));
    form.put("patient.birthYear", "nineteen");
    form.put("patient.email", "not an address");
    form.put("condition.notes", "<script>alert(1)</script>");
    form.remove("consents.CONTACT");
    form.remove("wishes.countries");
    Response answer = post(form);
    assertEquals(422, answer.statusCode());
    Document page = Jsoup.parse(answer.asString());
    List<String> links = page.select(".error-summary a").eachAttr("href");
    assertEquals(
        List.of("#patient-birthYear", "#patient-email", "#wishes-countries", "#consents-CONTACT"),
        links);
    for (String link : links) {
      assertNotNull(page.selectFirst(link), link);
      assertNotNull(page.selectFirst(link + "-error"), link);
    }
    assertEquals("nineteen", page.select("[name=patient.birthYear]").val());
    assertEquals("Greta", page.select("[name=patient.givenName]").val());
    assertEquals("DE", page.select("[name=patient.country] option[selected]").val());
    assertEquals(form.get("condition.notes"), page.select("[name=condition.notes]").val());
    assertTrue(page.select("script").stream().noneMatch(each -> each.html().contains("alert")));
    assertFalse(page.select("[name=consents.CONTACT]").hasAttr("checked"));
    assertTrue(page.select("[name=disclosures.COMMISSION]").hasAttr("checked"));
    assertEquals(form.get("key"), page.select("[name=key]").val());
  }

  @Test
  void aClinicIsNamedWhenTheReaderComesFromItsPage() {
    Document page = blank("?clinic=demo-bogota");
    assertTrue(page.text().contains("Clinic demo-bogota"));
    assertEquals("demo-bogota", page.select("[name=wishes.clinics]").val());
    assertTrue(blank("?clinic=nowhere").select("[name=wishes.clinics]").isEmpty());
  }

  @Test
  void anEmptyFormIsAnsweredWithWhatIsMissing() {
    Response answer = given().contentType("application/x-www-form-urlencoded").post("/inquiries");
    assertEquals(422, answer.statusCode());
    Document page = Jsoup.parse(answer.asString());
    assertTrue(page.select(".error-summary a").size() > 8);
    List<String> said = page.select(".error-summary a").eachText();
    assertEquals(said.stream().distinct().toList(), said, "each says what is missing");
    assertEquals("Write the given name.", said.get(0));
    for (String link : page.select(".error-summary a").eachAttr("href")) {
      assertNotNull(page.selectFirst(link), link);
    }
  }

  private static Document blank(String query) {
    return Jsoup.parse(
        given().get("/inquiries/new" + query).then().statusCode(200).extract().asString());
  }

  /**
   * Filled in as a person would: the hidden fields as they came, a few answers, all boxes ticked.
   */
  private static Map<String, Object> filled(Document page) {
    Map<String, Object> form = new LinkedHashMap<>();
    page.select("form[action=/inquiries] input[type=hidden]")
        .forEach(hidden -> form.put(hidden.attr("name"), hidden.val()));
    form.put("patient.givenName", "Greta");
    form.put("patient.familyName", "Sommer");
    form.put("patient.birthYear", "1961");
    form.put("patient.country", "DE");
    form.put("patient.language", "de");
    form.put("patient.email", "form@example.org");
    form.put("patient.phone", "");
    form.put("condition.kellgrenLawrence", "3");
    form.put("condition.treatmentsTried", List.of("EXERCISE", "NSAID"));
    form.put("wishes.countries", List.of("CO", "MX"));
    form.put("wishes.budget.amount", "8000");
    form.put("wishes.budget.currency", "USD");
    page.select(".consent input[type=checkbox]")
        .forEach(box -> form.put(box.attr("name"), box.val()));
    return form;
  }

  private static Response post(Map<String, Object> form) {
    var request =
        given()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    form.forEach(
        (name, value) -> {
          if (value instanceof List<?> many) {
            request.formParam(name, new ArrayList<>(many));
          } else {
            request.formParam(name, value);
          }
        });
    return request.post("/inquiries");
  }
}
