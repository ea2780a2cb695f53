package health.sojourn.content.offering;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.sojourn.content.offering.ClinicChangedHandler.ClinicChanged;
import health.sojourn.content.offering.ClinicChangedHandler.Offer;
import health.sojourn.messaging.Envelope;
import health.sojourn.testing.Contracts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClinicChangedHandlerTest {
  private static final String THERAPY = "allogeneic-msc-knee";

  @Inject ClinicChangedHandler handler;
  @Inject ClinicOffers offers;

  @AfterEach
  void forget() {
    offers.replace("demo-bogota", List.of());
    offers.replace("demo-seoul", List.of());
  }

  @Test
  void theContractsExampleCounts() {
    ClinicChanged example = Contracts.example("provider/clinic-changed", ClinicChanged.class);
    handler.handle(example, about("demo-bogota"));
    handler.handle(example, about("demo-bogota"));
    assertEquals(1, offers.count(THERAPY));
    given().get("/therapies/" + THERAPY).then().body(containsString("1 clinic lists this therapy"));
  }

  @Test
  void twoClinicsAreCountedOnThePages() {
    offer("demo-bogota", false);
    offer("demo-seoul", false);
    given().get("/therapies/" + THERAPY).then().body(containsString("2 clinics list this therapy"));
    given().get("/").then().body(containsString("2 clinics list it"));
  }

  @Test
  void aSuspendedClinicDoesNotCount() {
    offer("demo-bogota", false);
    offer("demo-bogota", true);
    assertEquals(0, offers.count(THERAPY));
  }

  @Test
  void aClinicThatIsNoMoreDoesNotCount() {
    offer("demo-bogota", false);
    handler.removed(about("demo-bogota"));
    assertEquals(0, offers.count(THERAPY));
  }

  private void offer(String clinic, boolean suspended) {
    handler.handle(
        new ClinicChanged(clinic, suspended, List.of(new Offer(THERAPY), new Offer(THERAPY))),
        about(clinic));
  }

  private Envelope about(String clinic) {
    return new Envelope(
        UUID.randomUUID(),
        handler.contract().type(),
        "/provider-service",
        clinic,
        Instant.parse("2026-11-22T10:00:00Z"));
  }
}
