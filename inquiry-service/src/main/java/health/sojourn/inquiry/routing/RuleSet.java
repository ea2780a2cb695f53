package health.sojourn.inquiry.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How inquiries are routed, as data. A version is never changed; another one gets another name.
 *
 * @param mode whether the rules route by themselves or propose to a facilitator
 * @param parallel how many clinics are asked at a time, 1 to 3
 * @param weights of the score's components; exactly {@link Score#COMPONENTS}, their sum is 1
 * @param licenceLevel the level to which a clinic's licence must have been checked, by therapy
 * @param unknownAnswers what becomes of a clinic whose condition the patient could not answer
 * @param closedDaysAtMost a clinic that does not open within so many days is absent
 * @param sameWithin scores in one step of this size count as equal, and the turn decides
 */
public record RuleSet(
    String version,
    Mode mode,
    int parallel,
    Map<String, BigDecimal> weights,
    Map<String, Integer> licenceLevel,
    UnknownAnswers unknownAnswers,
    int closedDaysAtMost,
    double sameWithin) {

  /** Who has the last word. */
  public enum Mode {
    AUTO,
    PROPOSE
  }

  /** An unknown grade of arthritis is an answer too. */
  public enum UnknownAnswers {
    NOTE,
    EXCLUDE
  }

  public RuleSet {
    weights = weights == null ? Map.of() : Map.copyOf(weights);
    licenceLevel = licenceLevel == null ? Map.of() : Map.copyOf(licenceLevel);
    List<String> faults = new ArrayList<>();
    if (version == null || version.isBlank()) {
      faults.add("it has no version");
    }
    if (mode == null || unknownAnswers == null) {
      faults.add("mode and unknownAnswers must be given");
    }
    if (parallel < 1 || parallel > 3) {
      faults.add("parallel is " + parallel + ", not 1 to 3");
    }
    if (!weights.keySet().equals(Set.copyOf(Score.COMPONENTS))) {
      faults.add("weights are for " + weights.keySet() + ", not for " + Score.COMPONENTS);
    }
    if (weights.values().stream().anyMatch(weight -> weight.signum() < 0)) {
      faults.add("a weight is negative");
    }
    BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      faults.add("weights sum to " + sum + ", not to 1");
    }
    if (closedDaysAtMost < 1 || sameWithin <= 0 || sameWithin > 1) {
      faults.add("closedDaysAtMost must be at least 1 and sameWithin above 0 and at most 1");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "Rule set %s can't be used: %s.".formatted(version, String.join("; ", faults)));
    }
  }

  double weight(String component) {
    return weights.get(component).doubleValue();
  }

  int licenceLevelFor(String therapy) {
    return licenceLevel.getOrDefault(therapy, 0);
  }
}
