package health.sojourn.inquiry.tracking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.inquiry.intake.Eventually;
import health.sojourn.inquiry.intake.Examples;
import health.sojourn.inquiry.routing.Market;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrackingTest {
  private static final Pattern LINK =
      Pattern.compile("http://localhost:8080/inquiries/track/redeem\\?token=([\\w-]{43})");

  @Inject MockMailbox mailbox;
  @Inject DataSource database;
  @Inject Market market;

  @BeforeEach
  void aFreshDay() {
    execute("delete from tracking_request");
    market.reopen();
  }

  @Nested
  class ALink {
    @Test
    void comesWithTheFirstMailAndOpensThePageOnce() {
      String reference = sent("first@example.org");
      String token = tokenIn(mail("first@example.org", 1));
      Response opened = redeem(token);
      assertEquals(303, opened.statusCode());
      assertTrue(opened.header("Location").endsWith("/inquiries/" + reference));
      String cookie = opened.header("Set-Cookie");
      assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
      assertFalse(cookie.contains("Secure"), cookie);
      page(reference, opened.cookie("sojourn_tracking"))
          .then()
          .statusCode(200)
          .body(containsString("What happened"));
      assertEquals(404, redeem(token).statusCode());
    }

    @Test
    void isNotUsedUpByLookingAtIt() {
      sent("look@example.org");
      String token = tokenIn(mail("look@example.org", 1));
      for (int i = 0; i < 3; i++) {
        given().get("/inquiries/track/redeem?token=" + token).then().statusCode(200);
      }
      assertEquals(303, redeem(token).statusCode());
    }

    @Test
    void isTooOldAfterTenMinutes() {
      sent("old@example.org");
      String token = tokenIn(mail("old@example.org", 1));
      execute("update tracking_link set expires_at = expires_at - interval '11 minutes'");
      assertEquals(404, redeem(token).statusCode());
    }

    @Test
    void opensASessionOfTheApiToo() {
      String reference = sent("api@example.org");
      String body = "{\"token\":\"" + tokenIn(mail("api@example.org", 1)) + "\"}";
      Response opened =
          given().contentType(ContentType.JSON).body(body).post("/api/v1/tracking/sessions");
      opened.then().statusCode(201).body("reference", equalTo(reference));
      view(reference, opened.cookie("sojourn_tracking"))
          .then()
          .statusCode(200)
          .body("history.kind", hasItem("inquiry-received"));
      given()
          .contentType(ContentType.JSON)
          .body(body)
          .post("/api/v1/tracking/sessions")
          .then()
          .statusCode(404);
    }

    @Test
    void isNeverStoredInTheClear() {
      sent("hash@example.org");
      String token = tokenIn(mail("hash@example.org", 1));
      assertEquals(
          0, count("tracking_link where encode(token_hash, 'escape') like '%" + token + "%'"));
    }
  }

  @Nested
  class AskingForALink {
    @Test
    void isAnsweredAlikeWhetherTheyBelongTogetherOrNot() {
      String reference = sent("asks@example.org");
      mail("asks@example.org", 1);
      Response known = ask(reference, "asks@example.org");
      Response wrongMail = ask(reference, "other@example.org");
      Response unknown = ask("SJ-2222-2222", "asks@example.org");
      for (Response each : List.of(known, wrongMail, unknown)) {
        assertEquals(202, each.statusCode());
        assertEquals("", each.asString());
      }
      tokenIn(mail("asks@example.org", 2));
      Eventually.holds(() -> count("scheduled_tasks where task_name = 'tracking-link'") == 0);
      assertEquals(List.of(), mailbox.getMailsSentTo("other@example.org"));
      assertEquals(2, letters("asks@example.org").size());
    }

    @Test
    void floodsNobodysInbox() {
      String reference = sent("flood@example.org");
      mail("flood@example.org", 1);
      for (int i = 0; i < 6; i++) {
        assertEquals(202, ask(reference, "flood@example.org").statusCode());
        // What is due later was left by tests that moved the clock.
        Eventually.holds(
            () ->
                count(
                        """
                        scheduled_tasks where task_name in ('tracking-link', 'patient-mail')
                        and execution_time < now() + interval '1 hour'
                        """)
                    == 0);
      }
      assertEquals(3, letters("flood@example.org").size());
    }

    @Test
    void isSlowedDown() {
      for (int i = 0; i < 10; i++) {
        assertEquals(202, ask("SJ-2222-2222", "a@example.org").statusCode());
      }
      ask("SJ-2222-2222", "a@example.org")
          .then()
          .statusCode(429)
          .header("Retry-After", "600")
          .body("code", equalTo("too-many-links"));
    }

    @Test
    void worksFromThePage() {
      String reference = sent("page@example.net");
      mail("page@example.net", 1);
      given()
          .redirects()
          .follow(false)
          .formParam("reference", reference.toLowerCase())
          .formParam("email", "Page@example.net")
          .post("/inquiries/track")
          .then()
          .statusCode(303);
      tokenIn(mail("page@example.net", 2));
    }

    @Test
    void comesBackWithWhatIsMissing() {
      Document page =
          Jsoup.parse(
              given()
                  .formParam("reference", "SJ-AAAA-AAAA")
                  .post("/inquiries/track")
                  .then()
                  .statusCode(422)
                  .extract()
                  .asString());
      assertEquals(
          List.of("#reference", "#email"), page.select(".error-summary a").eachAttr("href"));
      assertEquals("SJ-AAAA-AAAA", page.select("#reference").val());
    }
  }

  @Nested
  class APage {
    @Test
    void saysWhoHasItUntilWhenAndWhy() {
      String reference = sent("who@example.net");
      String cookie = redeem(tokenIn(mail("who@example.net", 1))).cookie("sojourn_tracking");
      Eventually.holds(() -> view(reference, cookie).path("status").equals("ROUTED"));
      view(reference, cookie)
          .then()
          .body("state", equalTo("A clinic has been asked"))
          .body("heldBy", startsWith("Clinic demo-"))
          .body("dueAt", notNullValue())
          .body("why", containsString("We asked Clinic demo-"))
          .body("history.text", hasItem(startsWith("Clinic demo-")))
          .body("readBy.who", hasItem("Our rules"));
      Document page = Jsoup.parse(page(reference, cookie).asString());
      assertEquals("A clinic has been asked", page.select("h1").text());
      assertTrue(page.text().contains("Our rules read the case"), page.text());
    }

    @Test
    void isClosedWithoutItsOwnSession() {
      String mine = sent("mine@example.org");
      String other = sent("others@example.org");
      String cookie = redeem(tokenIn(mail("mine@example.org", 1))).cookie("sojourn_tracking");
      for (String[] attempt :
          new String[][] {{mine, null}, {mine, "x"}, {other, cookie}, {"SJ-2222-2222", cookie}}) {
        page(attempt[0], attempt[1])
            .then()
            .statusCode(404)
            .body(containsString("Send me a link"))
            .body(not(containsString("What happened")));
        view(attempt[0], attempt[1])
            .then()
            .statusCode(404)
            .body("code", equalTo("tracking-session-missing"));
      }
    }

    @Test
    void isClosedAfterHalfAnHourAndWhenLeft() {
      String reference = sent("leave@example.org");
      String cookie = redeem(tokenIn(mail("leave@example.org", 1))).cookie("sojourn_tracking");
      given()
          .redirects()
          .follow(false)
          .cookie("sojourn_tracking", cookie)
          .post("/inquiries/track/end")
          .then()
          .statusCode(303);
      view(reference, cookie).then().statusCode(404);

      ask(reference, "leave@example.org");
      String again = redeem(tokenIn(mail("leave@example.org", 2))).cookie("sojourn_tracking");
      view(reference, again).then().statusCode(200);
      execute("update tracking_session set expires_at = expires_at - interval '31 minutes'");
      view(reference, again).then().statusCode(404);
    }
  }

  @Nested
  class TakingItBack {
    @Test
    void closesTheInquiryAndEveryConsent() {
      String reference = sent("back@example.org");
      String cookie = redeem(tokenIn(mail("back@example.org", 1))).cookie("sojourn_tracking");
      with(cookie).get("/inquiries/" + reference + "/withdraw").then().statusCode(200);
      with(cookie)
          .redirects()
          .follow(false)
          .post("/inquiries/" + reference + "/withdraw")
          .then()
          .statusCode(303);
      view(reference, cookie)
          .then()
          .body("status", equalTo("CLOSED"))
          .body("history.kind", hasItem("consent-withdrawn"));
      assertEquals(
          0,
          count(
              """
              consent join inquiry on inquiry.id = consent.inquiry_id
              where withdrawn_at is null and reference = '%s'\
              """
                  .formatted(reference)));
      assertEquals(
          0, count("lead where status <> 'WITHDRAWN' and reference = '%s'".formatted(reference)));
      with(cookie)
          .post("/api/v1/tracking/" + reference + "/withdrawal")
          .then()
          .statusCode(409)
          .body("code", equalTo("inquiry-state"));
    }

    @Test
    void isOnlyForWhoHasTheSession() {
      String reference = sent("notyours@example.org");
      with("guess")
          .post("/api/v1/tracking/" + reference + "/consents/CONTACT/withdrawal")
          .then()
          .statusCode(404);
      assertEquals(
          1, count("inquiry where status <> 'CLOSED' and reference = '" + reference + "'"));
    }
  }

  @Nested
  class AMail {
    @Test
    void saysNothingAboutHealthAndHasAStableId() {
      String reference = sent("post@example.org");
      Mail mail = mail("post@example.org", 1);
      assertEquals("We have your inquiry " + reference, mail.getSubject());
      for (String text : List.of(mail.getText(), mail.getHtml(), mail.getSubject())) {
        for (String word : List.of("knee", "stairs", "Greta", "Sommer", "stem")) {
          assertFalse(text.toLowerCase().contains(word.toLowerCase()), word + " in " + text);
        }
      }
      assertTrue(
          mail.getHeaders().get("Message-ID").get(0).matches("<[0-9a-f-]{36}@localhost>"),
          mail.getHeaders()::toString);
    }
  }

  @Nested
  class InSpanish {
    @Test
    void aMailIsWrittenToWhoSpeaksIt() {
      String reference = sentBy("mexico@example.org", "es-MX");
      Mail mail = mail("mexico@example.org", 1);
      assertEquals("Tenemos su solicitud " + reference, mail.getSubject());
      assertTrue(mail.getText().startsWith("Hola:"), mail.getText());
      assertTrue(mail.getText().contains("Nos ha llegado su solicitud."), mail.getText());
      Document html = Jsoup.parse(mail.getHtml());
      assertEquals("es", html.selectFirst("html").attr("lang"));
      assertEquals("Abrir mi solicitud", html.selectFirst("a").text());
      assertTrue(html.selectFirst("a").attr("href").endsWith("&lang=es"), html.outerHtml());
      assertTrue(mail.getText().contains("/inquiries/" + reference + "?lang=es"), mail.getText());
      for (String english : List.of("Hello", "link", "inquiry.", "your")) {
        assertFalse(html.text().contains(english), html.text());
      }
    }

    @Test
    void aMailIsEnglishWhereNobodyWritesInTheLanguage() {
      sentBy("german@example.org", "de");
      Mail mail = mail("german@example.org", 1);
      assertTrue(mail.getText().startsWith("Hello,"), mail.getText());
      assertEquals("en", Jsoup.parse(mail.getHtml()).selectFirst("html").attr("lang"));
      assertFalse(mail.getText().contains("lang="), mail.getText());
    }

    @Test
    void thePageTellsTheWholeStory() {
      String reference = sentBy("historia@example.net", "es");
      String cookie = redeem(tokenIn(mail("historia@example.net", 1))).cookie("sojourn_tracking");
      Eventually.holds(() -> view(reference, cookie).path("status").equals("ROUTED"));
      Document page = spanish(cookie, "/inquiries/" + reference);
      assertEquals("Hemos preguntado a una clínica", page.select("h1").text());
      assertTrue(page.text().contains("Nuestras reglas: lectura del caso, sin su nombre"));
      assertTrue(page.text().contains("Hemos preguntado a Clinic demo-"), page.text());
      assertTrue(page.text().contains("recibió nuestra pregunta"), page.text());
      assertFalse(page.text().matches("(?s).*\\b(the|your|and|you)\\b.*"), page.text());
      view(reference, cookie)
          .then()
          .body("state", equalTo("A clinic has been asked"))
          .body("why", containsString("We asked Clinic demo-"));
      Document withdraw = spanish(cookie, "/inquiries/" + reference + "/withdraw");
      assertEquals("¿Retirar mi solicitud?", withdraw.select("h1").text());
    }

    @Test
    void askingForALinkComesBackWithWhatIsMissing() {
      Document page =
          Jsoup.parse(
              given()
                  .header("Accept-Language", "es")
                  .formParam("reference", "SJ-AAAA-AAAA")
                  .post("/inquiries/track")
                  .then()
                  .statusCode(422)
                  .extract()
                  .asString());
      assertEquals(
          List.of(
              "Escriba la referencia como está en nuestro mensaje, por ejemplo SJ-7K2M-9QRK.",
              "Escriba el correo electrónico que dio con ella."),
          page.select(".error-summary a").eachText());
      assertEquals(
          "/inquiries/track?lang=en", page.select(".site-language a[lang=en]").attr("href"));
    }

    @Test
    void aSpentLinkSaysSoWhereANewOneCanBeAskedFor() {
      Document page =
          Jsoup.parse(
              given()
                  .header("Accept-Language", "es")
                  .header("Referer", "http://localhost/inquiries/track/redeem?token=spent")
                  .formParam("token", "spent")
                  .post("/inquiries/track/redeem")
                  .then()
                  .statusCode(404)
                  .extract()
                  .asString());
      assertTrue(page.text().contains("Este enlace ya no funciona"));
      assertEquals(
          "/inquiries/track?lang=en", page.select(".site-language a[lang=en]").attr("href"));
    }

    private static Document spanish(String cookie, String address) {
      return Jsoup.parse(
          with(cookie)
              .header("Accept-Language", "es")
              .get(address)
              .then()
              .statusCode(200)
              .extract()
              .asString());
    }
  }

  private static String sent(String email) {
    return sentBy(email, "de");
  }

  private static String sentBy(String email, String language) {
    ObjectNode inquiry = Examples.inquiryOf(email);
    ((ObjectNode) inquiry.get("patient")).put("language", language);
    return given()
        .contentType(ContentType.JSON)
        .body(inquiry.toString())
        .post("/api/v1/inquiries")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }

  private static Response ask(String reference, String email) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"reference\":\"%s\",\"email\":\"%s\"}".formatted(reference, email))
        .post("/api/v1/tracking/links");
  }

  private static Response redeem(String token) {
    return given()
        .redirects()
        .follow(false)
        .formParam("token", token)
        .post("/inquiries/track/redeem");
  }

  private static Response page(String reference, String cookie) {
    return with(cookie).get("/inquiries/" + reference);
  }

  private static Response view(String reference, String cookie) {
    return with(cookie).get("/api/v1/tracking/" + reference);
  }

  private static io.restassured.specification.RequestSpecification with(String cookie) {
    return cookie == null ? given() : given().cookie("sojourn_tracking", cookie);
  }

  /** The n-th mail with a link to this address, once it is there. */
  private Mail mail(String to, int n) {
    Eventually.holds(() -> letters(to).size() >= n);
    return letters(to).get(n - 1);
  }

  private List<Mail> letters(String to) {
    return mailbox.getMailsSentTo(to).stream()
        .filter(mail -> LINK.matcher(mail.getText()).find())
        .toList();
  }

  private static String tokenIn(Mail mail) {
    Matcher link = LINK.matcher(mail.getText());
    assertTrue(link.find(), mail.getText());
    return link.group(1);
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
