package health.sojourn.provider.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hours it took to answer: the middle, and between what the middle half lies. */
@Schema(name = "AnswerHours")
public record Spread(
    @Schema(description = "How many answers") int answers,
    @Schema(description = "Half of them came within so many hours, by the wall clock")
        BigDecimal median,
    @Schema(description = "A quarter came within so many") BigDecimal lowerQuartile,
    @Schema(description = "Three quarters came within so many") BigDecimal upperQuartile) {

  /** Empty without an answer. */
  static Optional<Spread> of(Collection<BigDecimal> hours) {
    if (hours.isEmpty()) {
      return Optional.empty();
    }
    List<BigDecimal> sorted = hours.stream().sorted().toList();
    return Optional.of(
        new Spread(sorted.size(), at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75)));
  }

  /** Between two answers in proportion, as PostgreSQL's {@code percentile_cont} does. */
  private static BigDecimal at(List<BigDecimal> sorted, double share) {
    double place = share * (sorted.size() - 1);
    double below = sorted.get((int) Math.floor(place)).doubleValue();
    double above = sorted.get((int) Math.ceil(place)).doubleValue();
    return BigDecimal.valueOf(below + (above - below) * (place - Math.floor(place)))
        .setScale(1, RoundingMode.HALF_UP);
  }
}
