package health.sojourn.inquiry.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.sojourn.inquiry.intake.Eventually;
import health.sojourn.testing.Contracts;
import health.sojourn.testing.RealPostgres;
import health.sojourn.testing.Speaker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A service with an empty database, whom the broker has never seen, where clinics are known long
 * since.
 */
@QuarkusTest
@TestProfile(DirectoryFromNothingTest.Newcomer.class)
class DirectoryFromNothingTest {
  public static class Newcomer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      say("anew-moved", "Before", 5);
      say("anew-gone", "Gone", 5);
      say("anew-stays", "Stays", 1);
      say("anew-moved", "Between", 6);
      Speaker.say("provider.clinics", "provider/clinic-changed", "anew-gone", null);
      say("anew-moved", "After", 7);
      say("anew-last", "Last", 2);
      PGSimpleDataSource empty = (PGSimpleDataSource) RealPostgres.freshDatabase();
      return Map.of(
          "quarkus.application.name",
          "inquiry-service-anew",
          "quarkus.datasource.jdbc.url",
          empty.getUrl());
    }
  }

  @Inject Directory directory;

  @Test
  void knowsEachClinicAsItWasSaidLast() {
    Eventually.holds(
        () -> directory.find("anew-last").isPresent() && said("anew-moved").equals("After 7"));
    assertEquals("Stays 1", said("anew-stays"));
    assertTrue(directory.find("anew-gone").isEmpty());
  }

  private String said(String slug) {
    return directory
        .find(slug)
        .map(Listing::clinic)
        .map(clinic -> clinic.name() + " " + clinic.capacity().weeklyLeads())
        .orElse("");
  }

  private static void say(String slug, String name, int weeklyLeads) {
    ObjectNode clinic = Contracts.example("provider/clinic-changed", ObjectNode.class);
    clinic.put("slug", slug).put("name", name);
    ((ObjectNode) clinic.get("capacity")).put("weeklyLeads", weeklyLeads);
    Contracts.assertFits("provider/clinic-changed", clinic.toString());
    Speaker.say("provider.clinics", "provider/clinic-changed", slug, clinic.toString());
  }
}
