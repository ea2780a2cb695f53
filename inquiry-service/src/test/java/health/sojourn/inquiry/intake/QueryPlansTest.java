package health.sojourn.inquiry.intake;

import static health.sojourn.inquiry.intake.Examples.inquiryOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/**
 * Hibernate keeps the plan of each query. One of a native query that names a scalar as its result's
 * class is never found again: each call keeps one more, and looks through all the others first.
 */
@QuarkusTest
class QueryPlansTest {
  private static final int INQUIRIES = 20;

  @Inject EntityManagerFactory factory;

  @Test
  void areFoundAgain() {
    send("plans-warm-up", INQUIRIES);
    Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    try {
      statistics.clear();
      send("plans", INQUIRIES);
      assertThat(statistics.getQueryPlanCacheMissCount(), lessThan((long) INQUIRIES));
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  private static void send(String name, int times) {
    for (int i = 0; i < times; i++) {
      given()
          .contentType(ContentType.JSON)
          .header("Idempotency-Key", UUID.randomUUID())
          .body(inquiryOf(name + i + "@example.org").toString())
          .post("/api/v1/inquiries")
          .then()
          .statusCode(201);
    }
  }
}
