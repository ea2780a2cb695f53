package health.sojourn.inquiry.form;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.http.FieldError;
import health.sojourn.http.FieldTexts;
import health.sojourn.http.Language;
import health.sojourn.inquiry.consent.Texts;
import health.sojourn.inquiry.consent.Texts.Text;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormTest {
  private static final String NEW = "/inquiries/new";

  @Inject DataSource database;
  @Inject Texts texts;

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

  @Nested
  class InSpanish {
    @Test
    void everythingIsAsked() {
      Document page = Jsoup.parse(given().header("Accept-Language", "es").get(NEW).asString());
      assertEquals("es", page.selectFirst("html").attr("lang"));
      assertEquals("Pida un presupuesto", page.select("h1").text());
      assertEquals("Nombre", page.select("label[for=patient-givenName]").text());
      assertEquals("Alemania", page.select("[name=patient.country] option[value=DE]").text());
      assertEquals("Alemán", page.select("[name=patient.language] option[value=de]").text());
      assertEquals("es", page.select("[name=textLanguage]").val());
      assertTrue(page.text().contains("Sé que esta terapia no está demostrada"));
      assertTrue(page.select(".choices").text().contains("Inyección de corticoide"));
    }

    @Test
    void everyMistakeIsSaid() {
      Map<String, Object> form = filled(blank("?lang=es"));
      form.putAll(
          Map.of(
              "patient.givenName", "",
              "patient.birthYear", "2999",
              "patient.email", "nobody",
              "patient.phone", "12",
              "patient.country", "ZZ",
              "patient.language", "klingon!",
              "condition.painNow", "much",
              "condition.sinceYear", "1700"));
      form.putAll(
          Map.of(
              "condition.heightCm", "1",
              "condition.treatmentsTried", "PRAYER",
              "wishes.budget.amount", "0",
              "wishes.budget.currency", "AAA",
              "wishes.from", "2020-01-01",
              "contact.givenName", "Ana",
              "contact.email", "x"));
      form.remove("consents.CONTACT");
      form.remove("disclosures.COMMISSION");
      form.remove("wishes.countries");
      List<String> spanish = said(form, "es");
      List<String> english = said(form, "en");
      assertEquals(english.size(), spanish.size());
      assertEquals(18, spanish.size(), spanish::toString);
      assertEquals("Escriba el nombre.", spanish.get(0));
      assertTrue(
          spanish.contains(
              "Sin su permiso no podemos enviarla: «Pueden escribirme o llamarme por esta"
                  + " solicitud»."));
      assertEquals(List.of(), spanish.stream().filter(english::contains).toList());
      assertFalse(spanish.contains("Revise esta respuesta."), spanish::toString);
    }

    @Test
    void whatWasAgreedToIsKeptInTheLanguageItWasReadIn() {
      Map<String, Object> form = filled(blank("?lang=es"));
      form.put("patient.email", "leida@example.org");
      form.put("noLegalBasis", List.of("CO"));
      assertEquals(303, post(form).statusCode());
      String reference = post(form).header("Location").replaceAll(".*/(SJ-[^/]+)/sent", "$1");
      assertEquals(2, kept("consent", reference, "es"));
      assertEquals(3, kept("disclosure", reference, "es"));
      assertEquals(0, kept("consent", reference, "en"));
    }

    private static List<String> said(Map<String, Object> form, String language) {
      Response answer = post(form, language);
      assertEquals(422, answer.statusCode());
      return Jsoup.parse(answer.asString()).select(".error-summary a").eachText();
    }
  }

  @Test
  void boxesQuoteTheTitlesThatWereShown() {
    for (Text text : texts.inForce("es")) {
      if (text.required()) {
        FieldError error =
            new FieldError(
                "/" + ConsentRow.field(text).replace('.', '/'), "not-ticked", text.title());
        String said = FieldTexts.say(error, Language.SPANISH);
        assertTrue(said.endsWith("«" + text.title() + "»."), said);
      }
    }
  }

  @Test
  void theLanguageCanBeChangedHoweverOftenTheFormCameBack() {
    Map<String, Object> form = filled(blank("?clinic=demo-bogota"));
    form.put("patient.email", "not an address");
    Response answer =
        request(form, "en").header("Referer", "http://localhost/inquiries").post("/inquiries");
    assertEquals(422, answer.statusCode());
    String spanish =
        Jsoup.parse(answer.asString()).select(".site-language a[lang=es]").attr("href");
    assertEquals("/inquiries/new?therapy=allogeneic-msc-knee&clinic=demo-bogota&lang=es", spanish);
    Document page =
        Jsoup.parse(
            given()
                .urlEncodingEnabled(false)
                .get(spanish)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    assertEquals("es", page.selectFirst("html").attr("lang"));
    assertEquals("demo-bogota", page.select("[name=wishes.clinics]").val());
  }

  private long kept(String table, String reference, String language) {
    String sql =
        "select count(*) from %s kept join inquiry on inquiry.id = kept.inquiry_id where reference = '%s' and text_version = '2026-11' and kept.language = '%s'"
            .formatted(table, reference, language);
    try (var connection = database.getConnection();
        var found = connection.createStatement().executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Document blank(String query) {
    return Jsoup.parse(given().get(NEW + query).then().statusCode(200).extract().asString());
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
    return post(form, "en");
  }

  private static Response post(Map<String, Object> form, String language) {
    return request(form, language).post("/inquiries");
  }

  private static RequestSpecification request(Map<String, Object> form, String language) {
    var request =
        given()
            .header("Accept-Language", language)
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
    return request;
  }
}
