package health.sojourn.provider.directory;

import static org.assertj.core.api.Assertions.assertThat;

import health.sojourn.provider.demo.DemoData;
import health.sojourn.testing.Contracts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClinicChangedTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void isTheCommittedExample() {
    Contracts.assertEqualsExample("provider/clinic-changed", event("demo-bogota"));
  }

  @Test
  void ofEveryDemoClinicFitsTheContract() {
    for (Clinic clinic : DemoData.clinics()) {
      Contracts.assertFits("provider/clinic-changed", event(clinic.slug()));
    }
  }

  @Test
  void aFailedOrUnknownLicenceHasNoLevel() {
    assertThat(event("demo-antalya").licenceLevel()).isNull();
    assertThat(event("demo-phuket").licenceLevel()).isNull();
    assertThat(event("demo-cancun").licenceLevel()).isZero();
    assertThat(event("demo-berlin").licenceLevel()).isEqualTo(3);
  }

  private static ClinicChanged event(String slug) {
    return ClinicChanged.of(
        DemoData.clinic(slug), DemoData.band(slug), median(DemoData.answers(slug)), NOW);
  }

  private static BigDecimal median(List<BigDecimal> answers) {
    return answers.isEmpty() ? null : answers.stream().sorted().toList().get(answers.size() / 2);
  }
}
