package health.sojourn.provider.change;

import java.util.Map;
import java.util.Set;

/** Where a change is between a draft and what patients read. Each is decided once. */
public enum ChangeStatus {
  /** Nobody but the clinic and facilitators sees it. */
  WAITING,
  PUBLISHED,
  /** Sent back with a reason. */
  REJECTED,
  /** Taken back by the side that proposed it. */
  WITHDRAWN,
  /** A newer draft took its place. */
  REPLACED;

  private static final Map<ChangeStatus, Set<ChangeStatus>> EDGES =
      Map.of(WAITING, Set.of(PUBLISHED, REJECTED, WITHDRAWN, REPLACED));

  boolean mayBecome(ChangeStatus next) {
    return EDGES.getOrDefault(this, Set.of()).contains(next);
  }
}
