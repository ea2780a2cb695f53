package health.sojourn.provider.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactPagesTest {
  private static final byte[] PDF = "%PDF-1.4 demo".getBytes(StandardCharsets.US_ASCII);
  private static final String OFFER = "?offer=" + TestClinics.THERAPY;

  @Inject TestClinics clinics;

  private String slug;

  @BeforeEach
  void aClinic() {
    slug = clinics.add();
  }

  @Nested
  class OnTheClinicsDesk {

    @Test
    void everyFactStandsUnderWhatHasToBeDoneAboutIt() {
      slug = clinics.add(LocalDate.now(ZoneOffset.UTC).plusDays(20));
      Document page = read(clinic(), "/clinic-desk/facts");
      assertThat(under(page, "EXPIRES_SOON")).contains("Clinic's licence", "DEMO-1");
      assertThat(under(page, "UNKNOWN")).contains("Airports", "Nights at the clinic");
      assertThat(under(page, "STATED")).contains("E-mail for inquiries", "USD 5,000");
      assertThat(page.select(".rail [aria-current]").text()).isEqualTo("Our facts");
    }

    @Test
    void aChangeWithAFileWaitsAndPatientsReadOn() {
      Document form = read(clinic(), "/clinic-desk/facts/licence");
      assertThat(form.select("#value").val()).isEqualTo("DEMO-1");
      assertThat(form.select("form[enctype=multipart/form-data] input[type=file]")).hasSize(1);
      Response sent =
          clinic()
              .multiPart("tag", form.select("[name=tag]").val())
              .multiPart("value", "DEMO-2")
              .multiPart("validTo", "2098-12-31")
              .multiPart("note", "Renewed")
              .multiPart("file", "licence.pdf", PDF, "application/pdf")
              .post("/clinic-desk/facts/licence");
      assertThat(sent.statusCode()).isEqualTo(303);
      Document page = read(clinic(), "/clinic-desk/facts/licence");
      assertThat(page.select(".fact-chip").text()).contains("DEMO-1");
      assertThat(page.select(".banner").text())
          .contains("Waits for a check", "DEMO-2", "until 31 December 2098", "licence.pdf");
      assertThat(under(read(clinic(), "/clinic-desk/facts"), "WAITING")).contains("DEMO-2");
      assertThat(read(given(), "/clinics/" + slug).text())
          .contains("DEMO-1")
          .doesNotContain("DEMO-2");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsLost() {
      Document form = read(clinic(), "/clinic-desk/facts/licence");
      Response sent =
          clinic()
              .multiPart("tag", form.select("[name=tag]").val())
              .multiPart("value", "DEMO-2")
              .multiPart("validTo", "31.12.2098")
              .multiPart("note", "Renewed")
              .multiPart("file", "licence.pdf", PDF, "application/pdf")
              .post("/clinic-desk/facts/licence");
      assertThat(sent.statusCode()).isEqualTo(422);
      Document again = Jsoup.parse(sent.asString());
      assertThat(again.select(".error-summary a").eachAttr("href")).containsExactly("#validTo");
      assertThat(again.select("#value").val()).isEqualTo("DEMO-2");
      assertThat(again.select("#note").val()).isEqualTo("Renewed");
      assertThat(again.select("[name=evidence]")).hasSize(1);
      Response second =
          clinic()
              .formParam("tag", again.select("[name=tag]").val())
              .formParam("value", "DEMO-2")
              .formParam("validTo", "2098-12-31")
              .formParam("evidence", again.select("[name=evidence]").val())
              .post("/clinic-desk/facts/licence");
      assertThat(second.statusCode()).isEqualTo(303);
      assertThat(read(clinic(), "/clinic-desk/facts/licence").select(".banner a").text())
          .isEqualTo("licence.pdf");
    }

    @Test
    void aFileOfAnotherKindOrTooLargeIsSaidAtTheFile() {
      Document form = read(clinic(), "/clinic-desk/facts/licence");
      byte[] large = new byte[10 * 1024 * 1024 + 5];
      System.arraycopy(PDF, 0, large, 0, PDF.length);
      for (byte[] file : new byte[][] {"<html>".getBytes(StandardCharsets.US_ASCII), large}) {
        Response sent =
            clinic()
                .multiPart("tag", form.select("[name=tag]").val())
                .multiPart("value", "DEMO-2")
                .multiPart("file", "licence.pdf", file, "application/pdf")
                .post("/clinic-desk/facts/licence");
        assertThat(sent.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(sent.asString());
        assertThat(again.select(".error-summary a").eachAttr("href")).containsExactly("#file");
        assertThat(again.select("#value").val()).isEqualTo("DEMO-2");
      }
    }

    @Test
    void whoWritesMeanwhileIsShownAndNothingWrittenIsLost() {
      String stale = read(clinic(), "/clinic-desk/facts/licence").select("[name=tag]").val();
      propose(facilitator(), "/catalogue/clinics/" + slug + "/facts/licence", "DEMO-9");
      Response late =
          clinic()
              .formParam("tag", stale)
              .formParam("value", "DEMO-2")
              .post("/clinic-desk/facts/licence");
      assertThat(late.statusCode()).isEqualTo(409);
      Document page = Jsoup.parse(late.asString());
      assertThat(page.text()).contains("Somebody else changed this meanwhile", "DEMO-9");
      assertThat(page.select("#value").val()).isEqualTo("DEMO-2");
      Response again =
          clinic()
              .formParam("tag", page.select("form[enctype] [name=tag]").val())
              .formParam("value", "DEMO-2")
              .post("/clinic-desk/facts/licence");
      assertThat(again.statusCode()).isEqualTo(303);
    }

    @Test
    void aSecondClickIsNoConflict() {
      Document form = read(clinic(), "/clinic-desk/facts/licence");
      for (int click = 0; click < 2; click++) {
        Response sent =
            clinic()
                .formParam("tag", form.select("[name=tag]").val())
                .formParam("value", "DEMO-2")
                .post("/clinic-desk/facts/licence");
        assertThat(sent.statusCode()).isEqualTo(303);
      }
    }

    @Test
    void aDraftIsTakenBackByItsSideOnly() {
      propose(clinic(), "/clinic-desk/facts/licence", "DEMO-2");
      Document page = read(clinic(), "/clinic-desk/facts/licence");
      String change = page.select("[name=change]").val();
      assertThat(
              facilitator()
                  .formParam("change", change)
                  .post("/catalogue/clinics/" + slug + "/facts/licence/withdrawal")
                  .statusCode())
          .isEqualTo(403);
      for (int click = 0; click < 2; click++) {
        assertThat(
                clinic()
                    .formParam("change", change)
                    .post("/clinic-desk/facts/licence/withdrawal")
                    .statusCode())
            .isEqualTo(303);
      }
      assertThat(clinic().post("/clinic-desk/facts/licence/withdrawal").statusCode())
          .isEqualTo(404);
      assertThat(read(clinic(), "/clinic-desk/facts/licence").select("[name=change]")).isEmpty();
    }

    @Test
    void everyKindOfFactHasItsField() {
      Map.of(
              "cellSource" + OFFER,
              "select#value",
              "batchCertificate" + OFFER,
              "input[type=radio][name=value]",
              "releaseTests" + OFFER,
              "textarea#value",
              "legalDate" + OFFER,
              "input#value[type=date]",
              "priceMin" + OFFER,
              "input#unit",
              "followUpVisits" + OFFER,
              "select#unit",
              "complicationPlan",
              "textarea#value",
              "name",
              "input#value")
          .forEach(
              (fact, field) ->
                  assertThat(read(clinic(), "/clinic-desk/facts/" + fact).select(field))
                      .as(fact)
                      .isNotEmpty());
      assertThat(read(clinic(), "/clinic-desk/facts/name").select("#validTo, #unit, [name=gone]"))
          .isEmpty();
    }

    @Test
    void isNotThereForOthers() {
      for (String path : new String[] {"/clinic-desk/facts", "/clinic-desk/facts/licence"}) {
        assertThat(facilitator().get(path).statusCode()).isEqualTo(403);
        assertThat(given().accept("text/html").get(path).statusCode()).isEqualTo(401);
      }
      assertThat(clinic().get("/clinic-desk/facts/nothing").statusCode()).isEqualTo(404);
      assertThat(clinic().get("/clinic-desk/facts/licence?offer=none").statusCode()).isEqualTo(404);
    }

    @Test
    void speaksSpanish() {
      Document list = read(clinic(), "/clinic-desk/facts?lang=es");
      assertThat(list.select("h1").text()).isEqualTo("Nuestros datos");
      assertThat(under(list, "UNKNOWN")).contains("Aeropuertos");
      Response wrong = clinic().formParam("value", "").post("/clinic-desk/facts/licence?lang=es");
      assertThat(Jsoup.parse(wrong.asString()).select(".error-summary").text())
          .contains("Escriba lo que declara la clínica.");
    }
  }

  @Nested
  class InTheCatalogue {

    @Test
    void theQueueHasOldBesideNewAndTheFile() {
      Document form = read(clinic(), "/clinic-desk/facts/licence");
      clinic()
          .multiPart("tag", form.select("[name=tag]").val())
          .multiPart("value", "DEMO-2")
          .multiPart("file", "licence.pdf", PDF, "application/pdf")
          .post("/clinic-desk/facts/licence");
      Element row = inQueue();
      assertThat(row.text()).contains("Clinic's licence", "DEMO-1", "DEMO-2", "demo-clinic");
      assertThat(row.select("a[href*=/evidence/]").text()).isEqualTo("licence.pdf");
    }

    @Test
    void aChangeIsPublishedByWhoeverDidNotProposeIt() {
      propose(clinic(), "/clinic-desk/facts/licence", "DEMO-2");
      String check = inQueue().select("th a").attr("href");
      Document page = read(facilitator(), check);
      assertThat(page.select("[name=how]")).hasSize(5);
      Response none = facilitator().post(check + "/publication");
      assertThat(none.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(none.asString()).select(".error-summary a").attr("href"))
          .isEqualTo("#how");
      for (int click = 0; click < 2; click++) {
        Response done =
            facilitator()
                .formParam("tag", page.select("[name=tag]").val())
                .formParam("how", "ISSUER_SITE-2")
                .post(check + "/publication");
        assertThat(done.statusCode()).isEqualTo(303);
      }
      assertThat(read(facilitator(), check).text()).contains("Published", "by demo-facilitator");
      assertThat(read(given(), "/clinics/" + slug).text()).contains("DEMO-2");
      assertThat(second().formParam("why", "No").post(check + "/rejection").statusCode())
          .isEqualTo(409);
    }

    @Test
    void whatChangedWhileItWasReadIsSaidFirst() {
      propose(clinic(), "/clinic-desk/facts/licence", "DEMO-2");
      String check = inQueue().select("th a").attr("href");
      String seen = read(facilitator(), check).select("[name=tag]").val();
      String fact = "/catalogue/clinics/" + slug + "/facts/licence";
      Document sheet = read(second(), fact);
      second()
          .formParam("tag", sheet.select("#failed ~ form [name=tag]").val())
          .formParam("why", "Not in the register")
          .post(fact + "/failure");
      Response late =
          facilitator()
              .formParam("tag", seen)
              .formParam("how", "VISIT-3")
              .post(check + "/publication");
      assertThat(late.statusCode()).isEqualTo(409);
      Document page = Jsoup.parse(late.asString());
      assertThat(page.text()).contains("Look again, then decide", "failed or expired");
      assertThat(page.select("[name=how][value=VISIT-3]").hasAttr("checked")).isTrue();
      assertThat(read(clinic(), "/clinic-desk/facts/licence").text())
          .contains("Not in the register");
    }

    @Test
    void aRejectionNeedsAReasonAndTheClinicReadsIt() {
      propose(clinic(), "/clinic-desk/facts/licence", "DEMO-2");
      String check = inQueue().select("th a").attr("href");
      Response without = facilitator().formParam("why", " ").post(check + "/rejection");
      assertThat(without.statusCode()).isEqualTo(422);
      assertThat(
              facilitator()
                  .formParam("why", "Blurred scan")
                  .post(check + "/rejection")
                  .statusCode())
          .isEqualTo(303);
      assertThat(read(clinic(), "/clinic-desk/facts/licence").select(".banner").text())
          .contains("Sent back", "Blurred scan");
      assertThat(under(read(clinic(), "/clinic-desk/facts"), "SENT_BACK")).contains("licence");
    }

    @Test
    void nobodyFindsButtonsForTheirOwn() {
      propose(facilitator(), "/catalogue/clinics/" + slug + "/facts/licence", "DEMO-2");
      String check = inQueue().select("th a").attr("href");
      Document page = read(facilitator(), check);
      assertThat(page.text()).contains("You proposed this yourself");
      assertThat(page.select("form[action^=/catalogue/checks]")).isEmpty();
      Response tried =
          facilitator()
              .formParam("tag", "*")
              .formParam("how", "VISIT-3")
              .post(check + "/publication");
      assertThat(tried.statusCode()).isEqualTo(409);
    }

    @Test
    void aSuspendedClinicIsThereWithEveryFactAndWhatItWas() {
      String fact = "/catalogue/clinics/" + slug + "/facts/licence";
      Document sheet = read(facilitator(), fact);
      Response done =
          facilitator()
              .formParam("tag", sheet.select("#holds ~ form [name=tag]").val())
              .formParam("how", "VISIT-3")
              .formParam("until", "2097-01-01")
              .post(fact + "/check");
      assertThat(done.statusCode()).isEqualTo(303);
      Document clinic = read(facilitator(), "/catalogue/clinics/" + slug);
      assertThat(clinic.text()).contains("Suspended", "Only for tests.", "2 entries", "by a visit");
      assertThat(clinic.select("tbody tr")).hasSize(18 + 28);
      Document found = read(facilitator(), "/catalogue/clinics?q=DEMO Test " + slug);
      assertThat(found.select("tbody th").eachText())
          .containsExactly("Demo Test " + slug + " ■ Suspended");
      assertThat(read(facilitator(), "/catalogue/clinics?q=nobody 100%_").select(".empty"))
          .hasSize(1);
      Response wrong = facilitator().formParam("until", "soon").post(fact + "/check");
      assertThat(wrong.statusCode()).isEqualTo(422);
    }

    @Test
    void isNotThereForClinics() {
      for (String path :
          new String[] {
            "/catalogue/checks",
            "/catalogue/clinics",
            "/catalogue/clinics/" + slug,
            "/catalogue/clinics/" + slug + "/facts/licence",
            "/catalogue/expiring"
          }) {
        assertThat(clinic().get(path).statusCode()).as(path).isEqualTo(403);
      }
      assertThat(facilitator().get("/catalogue/clinics/nowhere").statusCode()).isEqualTo(404);
      assertThat(
              facilitator()
                  .get("/catalogue/checks/0193b3a0-0000-7000-8000-00000000ffff")
                  .statusCode())
          .isEqualTo(404);
    }

    @Test
    void speaksSpanish() {
      propose(clinic(), "/clinic-desk/facts/licence", "DEMO-2");
      String check = inQueue().select("th a").attr("href");
      assertThat(read(facilitator(), check + "?lang=es").text())
          .contains("Licencia de la clínica", "Comparado con el sitio de quien lo emitió");
      assertThat(read(facilitator(), "/catalogue/clinics/" + slug + "?lang=es").text())
          .contains("Suspendida", "Qué fue antes");
      Response none = facilitator().post(check + "/publication?lang=es");
      assertThat(Jsoup.parse(none.asString()).select(".error-summary").text())
          .contains("Elija cómo se comprobó.");
    }

    private Element inQueue() {
      String path = "/catalogue/checks";
      while (true) {
        Document page = read(facilitator(), path);
        Element row = page.selectFirst("tr:has(a[href=/catalogue/clinics/" + slug + "])");
        if (row != null) {
          return row;
        }
        path = page.selectFirst("a[rel=next]").attr("href");
      }
    }
  }

  private static void propose(RequestSpecification who, String path, String value) {
    Response form = who.get(path);
    Response sent =
        who.formParam("tag", Jsoup.parse(form.asString()).select("form[enctype] [name=tag]").val())
            .formParam("value", value)
            .post(path);
    assertThat(sent.statusCode()).isEqualTo(303);
  }

  private static String under(Document page, String standing) {
    Element heading = page.getElementById(standing);
    return heading == null
        ? ""
        : heading
            .nextElementSiblings()
            .select(".table-frame")
            .first()
            .text()
            .replace('\u00a0', ' ');
  }

  private static Document read(RequestSpecification who, String path) {
    Response answer = who.accept("text/html").get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.asString());
  }

  private RequestSpecification clinic() {
    return as(Tokens.clinic(slug));
  }

  private static RequestSpecification facilitator() {
    return as(Tokens.facilitator());
  }

  private static RequestSpecification second() {
    return as(Tokens.token("demo-second", Map.of(), Duration.ofMinutes(5), "facilitator"));
  }

  private static RequestSpecification as(String token) {
    return given().accept("text/html").redirects().follow(false).auth().oauth2(token);
  }
}
