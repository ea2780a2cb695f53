package health.sojourn.provider.leadinbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A lead as its clinic sees it. The clinic views, accepts, declines and quotes; everything else is
 * said by {@code inquiry-service}, which owns leads and has the last word: its closing is taken
 * from wherever the clinic's own answer got to meanwhile, and so is the patient's choice of a quote
 * that the clinic takes back at the same moment.
 */
public enum InboxStatus {
  OFFERED,
  VIEWED,
  ACCEPTED,
  QUOTED,
  DECLINED,
  CHOSEN,
  EXPIRED,
  WITHDRAWN,
  LOST,
  CLOSED;

  /** What happened to a lead: first what the clinic did, then what it was told. */
  enum Step {
    VIEW(InboxStatus.VIEWED),
    ACCEPT(InboxStatus.ACCEPTED),
    DECLINE(InboxStatus.DECLINED),
    QUOTE(InboxStatus.QUOTED),
    TAKE_QUOTE_BACK(InboxStatus.ACCEPTED),
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
    EDGES.put(
        ACCEPTED,
        Set.of(Step.QUOTE, Step.CHOOSE, Step.EXPIRE, Step.WITHDRAW, Step.LOSE, Step.CLOSE));
    EDGES.put(
        QUOTED,
        Set.of(
            Step.QUOTE,
            Step.TAKE_QUOTE_BACK,
            Step.CHOOSE,
            Step.EXPIRE,
            Step.WITHDRAW,
            Step.LOSE,
            Step.CLOSE));
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

  /** The clinic may read the case and write about it: nothing ended its reason to. */
  public boolean isOpen() {
    return awaitsAnswer() || isAccepted();
  }

  public boolean awaitsAnswer() {
    return this == OFFERED || this == VIEWED;
  }

  public boolean mayBeQuoted() {
    return allows(Step.QUOTE);
  }

  /** The clinic said yes, and it still holds. */
  boolean isAccepted() {
    return this == ACCEPTED || this == QUOTED || this == CHOSEN;
  }

  /** The clinic said yes or no, and nothing ended it. */
  boolean isAnswered() {
    return isAccepted() || this == DECLINED;
  }
}
