package health.sojourn.provider.change;

import health.sojourn.http.ETags;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.Fact;
import health.sojourn.provider.verification.PastFact;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;

/**
 * One fact as those who work on it see it.
 *
 * @param published what patients read
 * @param waiting the draft that waits for a check; null without one
 * @param last the latest decision about a draft of it; null before the first
 * @param history newest first
 */
record FactState(
    Attribute attribute, Fact published, Change waiting, Change last, List<PastFact> history) {

  /** Changes with whatever is published or proposed, so that nobody overwrites what is unread. */
  EntityTag tag() {
    long stated = history.isEmpty() ? 0 : history.get(0).id();
    String drafted = waiting == null ? "none" : waiting.id().toString();
    return new EntityTag("f" + stated + "-" + drafted);
  }

  void requireMatch(String ifMatch) {
    ETags.requireMatch(ifMatch, tag());
  }

  /** Why the last draft came back, until somebody proposes or publishes again. */
  Change sentBack() {
    return waiting == null && last != null && last.status() == ChangeStatus.REJECTED ? last : null;
  }
}
