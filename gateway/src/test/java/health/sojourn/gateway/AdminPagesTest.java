package health.sojourn.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
@DisplayName("An admin")
class AdminPagesTest {
  private static final String LETTERS = "/admin/dead-letters";

  private Map<String, String> session;

  @BeforeEach
  void signedIn() {
    session = CodeFlow.signIn("admin", "/admin");
  }

  @Test
  void isLedToTheOverview() {
    page("/signin").statusCode(303).header("Location", "/admin");
  }

  @Test
  void isLedToThePublicAddressFirst() {
    given()
        .redirects()
        .follow(false)
        .header("Host", "127.0.0.1:1")
        .get(LETTERS)
        .then()
        .statusCode(302)
        .header("Location", Upstreams.PUBLIC_URL + LETTERS);
  }

  @Test
  void comesBackFromSigningInToThePageAskedFor() {
    CodeFlow.returned(GatewayTest.browser().get(LETTERS), "admin")
        .then()
        .statusCode(302)
        .header("Location", containsString(LETTERS));
  }

  @Nested
  @DisplayName("sees of each service")
  class Overview {
    @Test
    void whetherItIsReadyAndWhatKeepsItFromIt() {
      assertThat(sectionOf("content"), containsString("Ready</span>"));
      String inquiry = sectionOf("inquiry");
      assertThat(inquiry, containsString("Not ready"));
      assertThat(inquiry, containsString("Database connections health check"));
    }

    @Test
    void howEventsFlow() {
      String inquiry = sectionOf("inquiry");
      assertThat(inquiry, containsString("the broker is away"));
      assertThat(inquiry, containsString("17, the oldest for 2 h 1 min"));
      assertThat(inquiry, containsString("<a href=\"/admin/dead-letters#inquiry\">3</a>"));
      assertThat(sectionOf("content"), containsString("<dd>none</dd>"));
    }

    @Test
    void whatNeverCameIfItComparesThat() {
      assertThat(sectionOf("inquiry"), containsString("4, asked for again"));
      assertThat(
          sectionOf("inquiry"),
          containsString("Not compared, <span lang=\"en\">provider: it does not answer</span>"));
      assertThat(sectionOf("content"), not(containsString("never came")));
    }

    @Test
    void thatOneIsAwayWhileTheOthersAreShown() {
      assertThat(sectionOf("provider"), containsString("Away"));
      assertThat(sectionOf("provider"), containsString("does not answer on its management port"));
    }
  }

  @Nested
  @DisplayName("finds dead letters")
  class DeadLetters {
    @Test
    void ofEveryServiceThatAnswers() {
      page(LETTERS)
          .statusCode(200)
          .body(containsString("/admin/dead-letters/inquiry/" + FakeManagement.CURABLE))
          .body(containsString("0193b3a0-0000-7000-8000-00000000000a"))
          .body(containsString("Replay all of inquiry"))
          .body(not(containsString("Replay all of content")))
          .body(containsString("The service does not answer"));
    }

    @Test
    void withTheirContentReadableAndHarmless() {
      page(letter(FakeManagement.CURABLE))
          .statusCode(200)
          .body(containsString("&quot;clinic&quot; : &quot;&lt;b&gt;bold&lt;/b&gt;&quot;,\n"))
          .body(not(containsString("<b>bold")));
    }

    @Test
    void orReadsThatOneIsGoneOrCannotBeAskedFor() {
      page(letter(FakeManagement.GONE)).statusCode(404).body(containsString("no longer"));
      page("/admin/dead-letters/provider/" + FakeManagement.CURABLE)
          .statusCode(503)
          .body(containsString("does not answer just now"));
      page("/admin/dead-letters/nobody/" + FakeManagement.CURABLE).statusCode(404);
      page("/admin/dead-letters/inquiry/x").statusCode(404);
    }
  }

  @Nested
  @DisplayName("replays")
  class Replays {
    @Test
    void oneThatIsHandledThen() {
      Response answer = post(letter(FakeManagement.CURABLE), "");
      told(answer, LETTERS + "?").body(containsString("3 events were handled"));
    }

    @Test
    void oneThatFailsAgainAndReadsTheNewReason() {
      Response answer = post(letter(FakeManagement.STUBBORN), "");
      told(answer, letter(FakeManagement.STUBBORN) + "?")
          .body(containsString("Failed again"))
          .body(containsString(">Still no such clinic</dd>"));
    }

    @Test
    void oneThatIsGoneMeanwhile() {
      Response answer = post(letter(FakeManagement.GONE), "");
      told(answer, LETTERS + "?").body(containsString("Gone meanwhile"));
    }

    @Test
    void allOfAService() {
      told(post(LETTERS, "service=inquiry"), LETTERS + "?")
          .body(
              allOf(
                  containsString("3 events were handled"),
                  containsString("One event could not be handled"),
                  containsString("One event was no longer a dead letter")));
      told(post(LETTERS, "service=content"), LETTERS + "?")
          .body(containsString("Nothing to replay"));
    }

    @Test
    void nothingOfAServiceThatIsAwayOrUnknown() {
      told(post(LETTERS, "service=provider"), LETTERS + "?")
          .body(containsString("The service did not answer"));
      post(LETTERS, "service=nobody").then().statusCode(404);
      post(LETTERS, "").then().statusCode(404);
    }

    @Test
    void notForAnotherSite() {
      GatewayTest.browser()
          .cookies(session)
          .header("Origin", "https://evil.example")
          .formParam("service", "inquiry")
          .post(LETTERS)
          .then()
          .statusCode(403);
    }
  }

  @Nested
  @DisplayName("searches the audit log")
  class Audit {
    @Test
    void withTheirOwnTokenAndTheFilterOfTheAddress() {
      page("/admin/audit?actor=a%26b&act=READ_CASE&inquiry=&from=2026-11-01&to=2026-11-25")
          .statusCode(200)
          .body(containsString("Bearer ey"))
          .body(
              containsString(
                  ">actor=a%26b&amp;act=READ_CASE&amp;from=2026-11-01&amp;to=2026-11-25<"))
          .body(containsString("<option value=\"READ_CASE\" selected>"))
          .body(containsString("value=\"a&amp;b\""))
          .body(containsString("Read the case without a name</td>"));
    }

    @Test
    void pageByPage() {
      page("/admin/audit?actor=x")
          .body(containsString("href=\"/admin/audit?actor=x&amp;cursor=after-it\" rel=\"next\""))
          .body(not(containsString("rel=\"first\"")));
      page("/admin/audit?actor=x&cursor=after-it")
          .body(containsString("cursor=after-it<"))
          .body(containsString("href=\"/admin/audit?actor=x\" rel=\"first\""))
          .body(not(containsString("rel=\"next\"")));
    }

    @Test
    void andIsToldWhenThereIsNothingOrTheServiceRefusesOrIsAway() {
      page("/admin/audit?inquiry=none").statusCode(200).body(containsString("No line fits"));
      page("/admin/audit?inquiry=wrong")
          .statusCode(200)
          .body(containsString("That is no &lt;reference&gt;."))
          .body(containsString("value=\"wrong\""));
      page("/admin/audit?inquiry=away")
          .statusCode(200)
          .body(containsString("The inquiry service does not answer"));
      page("/admin/audit?inquiry=refused").statusCode(403);
    }
  }

  private static String letter(String event) {
    return "/admin/dead-letters/inquiry/" + event;
  }

  private ValidatableResponse page(String path) {
    return GatewayTest.browser().cookies(session).get(path).then();
  }

  private Response post(String path, String form) {
    return GatewayTest.browser()
        .cookies(session)
        .header("Origin", Upstreams.PUBLIC_URL)
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post(path);
  }

  /** What the page says that an answer leads to. */
  private ValidatableResponse told(Response answer, String start) {
    answer.then().statusCode(303).header("Location", containsString(start));
    String location = answer.header("Location");
    return page(location.substring(location.indexOf("/admin"))).statusCode(200);
  }

  private String sectionOf(String service) {
    String all = page("/admin").statusCode(200).extract().asString();
    int start = all.indexOf("<section class=\"panel\" aria-labelledby=\"service-" + service);
    return all.substring(start, all.indexOf("</section>", start));
  }
}
