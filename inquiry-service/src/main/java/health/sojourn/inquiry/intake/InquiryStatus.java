package health.sojourn.inquiry.intake;

import health.sojourn.inquiry.intake.InquiryEvent.EventType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where an inquiry stands: the state of its furthest live lead. The table of edges is the whole
 * machine; what it does not name is refused.
 */
public enum InquiryStatus {
  RECEIVED,
  ROUTED,
  ACCEPTED,
  QUOTED,
  CHOSEN,
  COMPLETED,
  UNPLACED,
  CLOSED;

  private static final Map<InquiryStatus, Map<InquiryStatus, EventType>> EDGES =
      edges(
          from(RECEIVED)
              .to(ROUTED, EventType.ROUTED)
              .to(UNPLACED, EventType.UNPLACED)
              .to(CLOSED, EventType.CLOSED),
          // Offered to the next clinic: the state stays, the decision is new.
          from(ROUTED)
              .to(ROUTED, EventType.ROUTED)
              .to(ACCEPTED, EventType.ACCEPTED)
              .to(UNPLACED, EventType.UNPLACED)
              .to(CLOSED, EventType.CLOSED),
          // Back to ROUTED when the clinic that was furthest leaves and another one is asked.
          from(ACCEPTED)
              .to(ROUTED, EventType.ROUTED)
              .to(QUOTED, EventType.QUOTED)
              .to(UNPLACED, EventType.UNPLACED)
              .to(CLOSED, EventType.CLOSED),
          from(QUOTED)
              .to(ROUTED, EventType.ROUTED)
              .to(ACCEPTED, EventType.ACCEPTED)
              .to(CHOSEN, EventType.CHOSEN)
              .to(UNPLACED, EventType.UNPLACED)
              .to(CLOSED, EventType.CLOSED),
          from(CHOSEN).to(COMPLETED, EventType.COMPLETED).to(CLOSED, EventType.CLOSED),
          from(COMPLETED).to(CLOSED, EventType.CLOSED),
          from(UNPLACED).to(ROUTED, EventType.ROUTED).to(CLOSED, EventType.CLOSED),
          from(CLOSED));

  /** The event the edge emits, or nothing where there is no edge. */
  public Optional<EventType> edgeTo(InquiryStatus next) {
    return Optional.ofNullable(EDGES.get(this).get(next));
  }

  /** True while somebody still has to do something about it. */
  public boolean open() {
    return this != COMPLETED && this != CLOSED;
  }

  private static Edges from(InquiryStatus state) {
    return new Edges(state, new EnumMap<>(InquiryStatus.class));
  }

  private static Map<InquiryStatus, Map<InquiryStatus, EventType>> edges(Edges... all) {
    Map<InquiryStatus, Map<InquiryStatus, EventType>> table = new EnumMap<>(InquiryStatus.class);
    for (Edges edges : all) {
      table.put(edges.from, edges.to);
    }
    return table;
  }

  private record Edges(InquiryStatus from, Map<InquiryStatus, EventType> to) {
    Edges to(InquiryStatus next, EventType event) {
      to.put(next, event);
      return this;
    }
  }
}
