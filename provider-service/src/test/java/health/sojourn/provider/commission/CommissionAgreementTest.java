package health.sojourn.provider.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CommissionAgreementTest {

  @Test
  void isPublishedAsABand() {
    assertThat(agreed("CO", "10", "15").band()).isEqualTo("10-15%");
    assertThat(agreed("CO", "12.50", "12.50").band()).isEqualTo("12.5%");
  }

  @Test
  void overTheLawsCapIsRefused() {
    assertThat(agreed("KR", "8", "15").band()).isEqualTo("8-15%");
    assertThatIllegalArgumentException().isThrownBy(() -> agreed("KR", "8", "15.5"));
    assertThat(agreed("MX", "25", "30").band()).isEqualTo("25-30%");
  }

  @Test
  void isARange() {
    assertThatIllegalArgumentException().isThrownBy(() -> agreed("CO", "15", "10"));
    assertThatIllegalArgumentException().isThrownBy(() -> agreed("CO", "-1", "10"));
  }

  private static CommissionAgreement agreed(String country, String from, String to) {
    return new CommissionAgreement(
        "demo", country, new BigDecimal(from), new BigDecimal(to), LocalDate.parse("2026-08-01"));
  }
}
