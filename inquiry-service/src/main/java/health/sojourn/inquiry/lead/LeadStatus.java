package health.sojourn.inquiry.lead;

import health.sojourn.inquiry.lead.LeadEvent.EventType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a lead stands. The table of edges is the whole machine; what it does not name is refused.
 */
public enum LeadStatus {
  OFFERED,
  VIEWED,
  ACCEPTED,
  QUOTED,
  CHOSEN,
  DECLINED,
  EXPIRED,
  WITHDRAWN,
  LOST;

  private static final Map<LeadStatus, Map<LeadStatus, EventType>> EDGES =
      edges(
          from(OFFERED)
              .to(VIEWED, EventType.VIEWED)
              .to(ACCEPTED, EventType.ACCEPTED)
              .to(DECLINED, EventType.DECLINED)
              .to(EXPIRED, EventType.EXPIRED)
              .to(WITHDRAWN, EventType.WITHDRAWN)
              .to(LOST, EventType.LOST),
          from(VIEWED)
              .to(ACCEPTED, EventType.ACCEPTED)
              .to(DECLINED, EventType.DECLINED)
              .to(EXPIRED, EventType.EXPIRED)
              .to(WITHDRAWN, EventType.WITHDRAWN)
              .to(LOST, EventType.LOST),
          from(ACCEPTED)
              .to(QUOTED, EventType.QUOTED)
              .to(WITHDRAWN, EventType.WITHDRAWN)
              .to(LOST, EventType.LOST),
          from(QUOTED)
              .to(CHOSEN, EventType.CHOSEN)
              .to(WITHDRAWN, EventType.WITHDRAWN)
              .to(LOST, EventType.LOST),
          from(CHOSEN).to(WITHDRAWN, EventType.WITHDRAWN),
          from(DECLINED),
          from(EXPIRED),
          from(WITHDRAWN),
          from(LOST));

  /** The event the edge emits, or nothing where there is no edge. */
  public Optional<EventType> edgeTo(LeadStatus next) {
    return Optional.ofNullable(EDGES.get(this).get(next));
  }

  /** Waits for the clinic's answer, and takes one of its places. */
  public boolean open() {
    return this == OFFERED || this == VIEWED;
  }

  /** The inquiry may still end well through this lead. */
  public boolean live() {
    return !EDGES.get(this).isEmpty();
  }

  private static Edges from(LeadStatus state) {
    return new Edges(state, new EnumMap<>(LeadStatus.class));
  }

  private static Map<LeadStatus, Map<LeadStatus, EventType>> edges(Edges... all) {
    Map<LeadStatus, Map<LeadStatus, EventType>> table = new EnumMap<>(LeadStatus.class);
    for (Edges edges : all) {
      table.put(edges.from, edges.to);
    }
    return table;
  }

  private record Edges(LeadStatus from, Map<LeadStatus, EventType> to) {
    Edges to(LeadStatus next, EventType event) {
      to.put(next, event);
      return this;
    }
  }
}
