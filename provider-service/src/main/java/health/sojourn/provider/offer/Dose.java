package health.sojourn.provider.offer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;

/** A dose in million cells. */
public record Dose(BigDecimal min, BigDecimal max, DosePer per) {

  /** "40–60", or "50" where both ends are the same. */
  @JsonIgnore
  public String text() {
    return min.compareTo(max) == 0
        ? min.toPlainString()
        : min.toPlainString() + "–" + max.toPlainString();
  }
}
