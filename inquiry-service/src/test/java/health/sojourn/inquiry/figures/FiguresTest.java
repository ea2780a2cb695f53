package health.sojourn.inquiry.figures;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.inquiry.intake.Eventually;
import health.sojourn.inquiry.routing.Market;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FiguresTest {
  @Inject Market market;
  @Inject EntityManager em;

  @TestHTTPResource(value = "/metrics", management = true)
  String metrics;

  @BeforeEach
  void nothingOpen() {
    market.clear();
    run("update clock set stopped_at = now() where stopped_at is null");
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Test
  void sayHowTheInquiriesTheirLeadsAndClocksStand() {
    market.clinic("a");
    UUID inquiry = market.inquiry();
    eventually("sojourn_inquiries{state=\"routed\"} 1.0");
    eventually("sojourn_leads_open_leads{age=\"<8h\",state=\"offered\"} 1.0");
    eventually("sojourn_clocks{state=\"running\"} 2.0");
    eventually("sojourn_clocks{state=\"breached\"} 0.0");

    run(
        "update lead set offered_at = now() - interval '30 hours' where inquiry_id = '%s'",
        inquiry);
    run("update clock set warned_at = now() where inquiry_id = '%s'", inquiry);
    run("update clock set breached_at = now() where inquiry_id = '%s' and kind = 'VIEW'", inquiry);
    eventually("sojourn_leads_open_leads{age=\"<2d\",state=\"offered\"} 1.0");
    eventually("sojourn_leads_open_leads{age=\"<8h\",state=\"offered\"} 0.0");
    eventually("sojourn_clocks{state=\"warned\"} 1.0");
    eventually("sojourn_clocks{state=\"breached\"} 1.0");
  }

  @Test
  void countWhatFoundNoClinic() {
    market.inquiry();
    eventually("sojourn_inquiries{state=\"unplaced\"} 1.0");
  }

  private void eventually(String line) {
    Eventually.holds(() -> scrape().contains("\n" + line + "\n"));
  }

  private String scrape() {
    var answer = given().get(metrics);
    assertEquals(200, answer.statusCode());
    return answer.asString();
  }

  private void run(String sql, Object... values) {
    QuarkusTransaction.requiringNew()
        .run(() -> em.createNativeQuery(sql.formatted(values)).executeUpdate());
  }
}
