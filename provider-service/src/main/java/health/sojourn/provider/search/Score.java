package health.sojourn.provider.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a clinic stands where it stands. The value is the sum of each component's weight times its
 * value; the weights add up to 1.
 */
public record Score(@Schema(examples = "0.81") BigDecimal value, List<Component> components) {

  /**
   * @param value between 0 and 1
   * @param text the same in words
   */
  public record Component(
      @Schema(
              examples = "language",
              enumeration = {"words", "language", "price", "checked", "answerTime"})
          String name,
      @Schema(examples = "0.2") BigDecimal weight,
      @Schema(examples = "1.0") BigDecimal value,
      @Schema(examples = "Speaks German", maxLength = 120) String text) {

    /** The weight as people say it. */
    @JsonIgnore
    public String percent() {
      return weight.movePointRight(2).stripTrailingZeros().toPlainString();
    }
  }
}
