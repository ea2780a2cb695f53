package health.sojourn.provider.leadinbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A lead as its clinic sees it. The clinic views, accepts and declines; everything else is said by
 * {@code inquiry-service}, which owns leads and has the last word: its closing is taken from
 * wherever the clinic's own answer got to meanwhile.
 */
public enum InboxStatus {
  OFFERED,
  VIEWED,
  ACCEPTED,
  DECLINED,
  CHOSEN,
  EXPIRED,
  WITHDRAWN,
  LOST,
  CLOSED;

  /** What happened to a lead: on the left what the clinic did, on the right what it was told. */
  enum Step {
    VIEW(InboxStatus.VIEWED),
    ACCEPT(InboxStatus.ACCEPTED),
    DECLINE(InboxStatus.DECLINED),
    CHOOSE(InboxStatus.CHOSEN),
    EXPIRE(InboxStatus.EXPIRED),
    WITHDRAW(InboxStatus.WITHDRAWN),
    LOSE(InboxStatus.LOST),
    CLOSE(InboxStatus.CLOSED);

    private final InboxStatus to;

    Step(InboxStatus to) {
      this.to = to;
    }

    InboxStatus to() {
      return to;
    }
  }

  private static final Map<InboxStatus, Set<Step>> EDGES = new EnumMap<>(InboxStatus.class);

  static {
    EDGES.put(
        OFFERED,
        Set.of(
            Step.VIEW,
            Step.ACCEPT,
            Step.DECLINE,
            Step.EXPIRE,
            Step.WITHDRAW,
            Step.LOSE,
            Step.CLOSE));
    EDGES.put(
        VIEWED,
        Set.of(Step.ACCEPT, Step.DECLINE, Step.EXPIRE, Step.WITHDRAW, Step.LOSE, Step.CLOSE));
    EDGES.put(ACCEPTED, Set.of(Step.CHOOSE, Step.EXPIRE, Step.WITHDRAW, Step.LOSE, Step.CLOSE));
    EDGES.put(DECLINED, Set.of(Step.EXPIRE, Step.WITHDRAW, Step.LOSE, Step.CLOSE));
    EDGES.put(CHOSEN, Set.of(Step.WITHDRAW, Step.LOSE, Step.CLOSE));
    EDGES.put(EXPIRED, Set.of(Step.CLOSE));
    EDGES.put(WITHDRAWN, Set.of(Step.CLOSE));
    EDGES.put(LOST, Set.of(Step.CLOSE));
    EDGES.put(CLOSED, Set.of());
  }

  boolean allows(Step step) {
    return EDGES.get(this).contains(step);
  }

  /** The clinic may read the case: nothing ended its reason to. */
  public boolean isOpen() {
    return this == OFFERED || this == VIEWED || this == ACCEPTED || this == CHOSEN;
  }

  public boolean awaitsAnswer() {
    return this == OFFERED || this == VIEWED;
  }
}
