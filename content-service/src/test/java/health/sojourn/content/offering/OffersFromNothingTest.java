package health.sojourn.content.offering;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.testing.Contracts;
import health.sojourn.testing.RealPostgres;
import health.sojourn.testing.Speaker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A service with an empty database, whom the broker has never seen. */
@QuarkusTest
@TestProfile(OffersFromNothingTest.Newcomer.class)
class OffersFromNothingTest {
  private static final String THERAPY = "counted-anew";

  public static class Newcomer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      say("anew-first", false);
      say("anew-suspended", false);
      say("anew-gone", false);
      say("anew-suspended", true);
      Speaker.say("provider.clinics", "provider/clinic-changed", "anew-gone", null);
      say("anew-last", false);
      PGSimpleDataSource empty = (PGSimpleDataSource) RealPostgres.freshDatabase();
      return Map.of(
          "quarkus.application.name",
          "content-service-anew",
          "quarkus.datasource.jdbc.url",
          empty.getUrl());
    }
  }

  @Inject ClinicOffers offers;

  @Test
  void countsWhatWasSaidLastOfEachClinic() {
    await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(20)).until(() -> count() == 2);
  }

  private long count() {
    return QuarkusTransaction.requiringNew().call(() -> offers.count(THERAPY));
  }

  private static void say(String slug, boolean suspended) {
    ObjectNode clinic = Contracts.example("provider/clinic-changed", ObjectNode.class);
    clinic.put("slug", slug).put("suspended", suspended);
    ((ObjectNode) clinic.get("offers").get(0)).put("therapy", THERAPY);
    Speaker.say("provider.clinics", "provider/clinic-changed", slug, clinic.toString());
  }
}
