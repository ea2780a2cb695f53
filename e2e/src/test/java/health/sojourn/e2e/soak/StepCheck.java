package health.sojourn.e2e.soak;

import health.sojourn.e2e.soak.Findings.Inquiry;
import health.sojourn.e2e.soak.Findings.Step;
import health.sojourn.e2e.soak.Violation.Promise;
import java.util.Set;

/** No inquiry lies about: somebody has it, and something happens next by itself or by a clock. */
final class StepCheck extends Check {
  private final Findings found;

  StepCheck(Findings found) {
    this.found = found;
  }

  @Override
  void look() {
    found.inquiries().stream()
        .filter(inquiry -> !isHeld(inquiry))
        .forEach(inquiry -> broken(Promise.SOMEBODY_HOLDS_IT, "%s", inquiry));
  }

  private static boolean isHeld(Inquiry inquiry) {
    Set<Step> steps = inquiry.steps();
    return switch (inquiry.status()) {
      case "RECEIVED" -> steps.contains(Step.ROUTING);
      case "ROUTED" -> steps.contains(Step.ANSWER) || steps.contains(Step.ROUTING);
      case "ACCEPTED" -> inquiry.clinic() != null && steps.contains(Step.OFFER);
      case "UNPLACED" -> inquiry.owner() != null && steps.contains(Step.REVIEW);
      case "CLOSED", "COMPLETED" -> true;
      default -> false;
    };
  }
}
