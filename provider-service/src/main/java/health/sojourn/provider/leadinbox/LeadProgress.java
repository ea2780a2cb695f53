package health.sojourn.provider.leadinbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A lead's way from the offer to the treatment, as steps; one that ended stops where it did. */
final class LeadProgress {
  /**
   * @param name a word of the kind {@code leadStep}, or of {@code state} where the lead ended
   * @param state {@code done}, {@code current} or {@code todo}
   * @param at when it was done; null where it was not, or nobody wrote it down
   */
  record Step(String kind, String name, String state, Instant at) {}

  private LeadProgress() {}

  static List<Step> of(InboxLead lead) {
    List<Step> steps = new ArrayList<>();
    boolean accepted = lead.answeredAt() != null && lead.declineReason() == null;
    add(steps, "OFFERED", true, lead.offeredAt());
    add(steps, "VIEWED", lead.viewedAt() != null || lead.answeredAt() != null, lead.viewedAt());
    add(steps, "ACCEPTED", accepted, accepted ? lead.answeredAt() : null);
    add(steps, "QUOTED", lead.quotedAt() != null || lead.chosenAt() != null, lead.quotedAt());
    add(steps, "CHOSEN", lead.chosenAt() != null, lead.chosenAt());
    add(steps, "REPORTED", lead.reportedAt() != null, lead.reportedAt());
    if (lead.status().isOpen()) {
      return withCurrent(steps);
    }
    steps.removeIf(step -> step.state().equals("todo"));
    steps.add(new Step("state", lead.status().name(), "current", endedAt(lead)));
    return steps;
  }

  private static Instant endedAt(InboxLead lead) {
    return lead.endedAt() == null ? lead.answeredAt() : lead.endedAt();
  }

  private static void add(List<Step> steps, String name, boolean done, Instant at) {
    steps.add(new Step("leadStep", name, done ? "done" : "todo", at));
  }

  /** The first that is not done is what comes next. */
  private static List<Step> withCurrent(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.state().equals("todo")) {
        steps.set(i, new Step(step.kind(), step.name(), "current", null));
        break;
      }
    }
    return steps;
  }
}
