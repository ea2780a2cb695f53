package health.sojourn.provider.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * "14 of 22 facts checked".
 *
 * @param facts all that matter, unknown ones among them
 * @param checked those that hold today and were checked by somebody other than the clinic
 */
public record Checked(int facts, int checked) {

  public Checked plus(Checked other) {
    return new Checked(facts + other.facts, checked + other.checked);
  }

  /** Between 0 and 1, two decimals. */
  public BigDecimal share() {
    return facts == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(checked).divide(BigDecimal.valueOf(facts), 2, RoundingMode.HALF_UP);
  }
}
