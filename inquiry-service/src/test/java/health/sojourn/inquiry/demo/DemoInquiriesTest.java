package health.sojourn.inquiry.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.inquiry.intake.Eventually;
import health.sojourn.inquiry.routing.Market;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoInquiriesTest.Demo.class)
class DemoInquiriesTest {
  @Inject DemoInquiries demo;
  @Inject Market market;
  @Inject EntityManager em;

  public static class Demo implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sojourn.demo", "true");
    }
  }

  @BeforeEach
  void nobodyAskedYet() {
    QuarkusTransaction.requiringNew()
        .run(() -> em.createNativeQuery("truncate inquiry cascade").executeUpdate());
    market.clear();
  }

  @AfterEach
  void asItWas() {
    market.reopen();
  }

  @Test
  void waitForTheClinicsAndHappenOnce() {
    demo.run("1", new DemoInquiries.Invent());
    assertEquals(0, count("inquiry"), "no clinic is known yet");
    for (String country : List.of("CO", "DE", "JP", "KR", "MX", "TR")) {
      market.clinic("demo-" + country.toLowerCase(), node -> node.put("country", country));
    }
    demo.run("2", new DemoInquiries.Invent());
    assertEquals(12, count("inquiry"));
    demo.run("3", new DemoInquiries.Invent());
    assertEquals(12, count("inquiry"));
    Eventually.holds(() -> count("inquiry where status = 'RECEIVED'") == 0);
    assertTrue(count("inquiry where status = 'ROUTED'") > 0);
    assertTrue(count("inquiry where status = 'UNPLACED'") > 0);
  }

  private long count(String from) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (Long)
                    em.createNativeQuery("select count(*) from " + from, Long.class)
                        .getSingleResult());
  }
}
