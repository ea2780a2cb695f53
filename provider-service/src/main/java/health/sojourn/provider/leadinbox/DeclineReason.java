package health.sojourn.provider.leadinbox;

import java.util.Arrays;
import java.util.Optional;

/** Why a clinic says no. A code and no free text: it travels to other services. */
public enum DeclineReason {
  OUTSIDE_CRITERIA,
  NO_CAPACITY,
  PRICE,
  LANGUAGE,
  MEDICAL_RISK,
  OTHER;

  /** As a form sends it; empty for anything else. */
  static Optional<DeclineReason> of(String name) {
    return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
  }
}
