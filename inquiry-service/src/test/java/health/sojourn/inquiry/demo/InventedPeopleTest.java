package health.sojourn.inquiry.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.sojourn.inquiry.intake.Intake;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InventedPeopleTest {
  private static final List<String> COUNTRIES = List.of("CO", "DE", "JP", "KR", "MX", "TR");

  @Inject Intake intake;

  @Test
  void areTheSameForTheSameSeedAndOnlyThen() {
    assertEquals(
        new InventedPeople(1, COUNTRIES).askAll(50), new InventedPeople(1, COUNTRIES).askAll(50));
    assertNotEquals(
        new InventedPeople(1, COUNTRIES).askAll(50), new InventedPeople(2, COUNTRIES).askAll(50));
  }

  @Test
  void askWhatAnybodyMayAsk() {
    for (var asked : new InventedPeople(3, COUNTRIES).askAll(200)) {
      assertEquals(List.of(), intake.check(asked), asked::toString);
      assertTrue(asked.patient().email().endsWith("@example.org"));
    }
  }
}
