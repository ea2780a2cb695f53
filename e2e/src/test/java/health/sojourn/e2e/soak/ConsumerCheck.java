package health.sojourn.e2e.soak;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import health.sojourn.e2e.soak.Findings.Effect;
import health.sojourn.e2e.soak.Findings.Received;
import health.sojourn.e2e.soak.Findings.Said;
import health.sojourn.e2e.soak.Violation.Promise;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Each consumer acted on each event it listens to, once and in order. */
final class ConsumerCheck extends Check {
  private static final Map<String, Set<String>> LISTENS_TO =
      Map.of(
          "content-service",
          Set.of("clinic-changed"),
          "provider-service",
          Set.of(
              "lead-offered",
              "lead-expired",
              "lead-withdrawn",
              "lead-chosen",
              "lead-lost",
              "lead-closed"),
          "inquiry-service",
          Set.of(
              "article-changed",
              "clinic-changed",
              "lead-viewed",
              "lead-accepted",
              "lead-declined"));

  /** Events whose effect can be counted, not only seen. */
  private static final Set<String> COUNTED =
      Set.of("lead-offered", "lead-viewed", "lead-accepted", "lead-declined");

  /** These change nothing when the lead has ended before they come. */
  private static final Set<String> MAY_COME_TOO_LATE = Set.of("lead-viewed", "lead-declined");

  private final Findings found;
  private final Map<UUID, Said> said;

  ConsumerCheck(Findings found) {
    this.found = found;
    this.said = found.said().stream().collect(toMap(Said::id, event -> event));
  }

  private record Happening(String consumer, String type, String key) {}

  @Override
  void look() {
    Map<String, List<UUID>> received =
        found.received().stream()
            .collect(groupingBy(Received::consumer, mapping(Received::event, toList())));
    LISTENS_TO.forEach((consumer, types) -> once(consumer, types, received));
    received.forEach(this::order);
    effects();
    found.deadLetters().forEach(letter -> broken(Promise.APPLIED_ONCE, "Failed: %s", letter));
  }

  private void once(String consumer, Set<String> types, Map<String, List<UUID>> received) {
    Map<UUID, Long> times =
        received.getOrDefault(consumer, List.of()).stream()
            .collect(groupingBy(event -> event, counting()));
    for (Said event : found.said()) {
      long acted = times.getOrDefault(event.id(), 0L);
      if (types.contains(event.type()) && acted != 1) {
        broken(Promise.APPLIED_ONCE, "%s acted %d times on %s", consumer, acted, event);
      }
    }
  }

  private void order(String consumer, List<UUID> events) {
    Order order = new Order();
    for (UUID id : events) {
      Said event = said.get(id);
      if (event == null) {
        broken(Promise.APPLIED_ONCE, "%s acted on %s, which nobody said", consumer, id);
      } else {
        order.came(event);
      }
    }
    order.overtaken().forEach(what -> broken(Promise.ORDER_KEPT, "In %s %s", consumer, what));
  }

  private void effects() {
    Map<Happening, Long> causes =
        found.received().stream()
            .filter(received -> said.containsKey(received.event()))
            .map(received -> happening(received.consumer(), said.get(received.event())))
            .filter(happening -> COUNTED.contains(happening.type()))
            .collect(groupingBy(happening -> happening, counting()));
    Map<Happening, Long> effects =
        found.effects().stream()
            .collect(
                toMap(one -> new Happening(one.consumer(), one.type(), one.key()), Effect::times));
    Set<Happening> all = new HashSet<>(causes.keySet());
    all.addAll(effects.keySet());
    all.forEach(one -> effect(one, causes.getOrDefault(one, 0L), effects.getOrDefault(one, 0L)));
  }

  private static Happening happening(String consumer, Said event) {
    return new Happening(consumer, event.type(), event.key());
  }

  private void effect(Happening what, long causes, long effects) {
    boolean missing = effects < causes && !MAY_COME_TOO_LATE.contains(what.type());
    if (missing || effects > causes) {
      broken(Promise.APPLIED_ONCE, "%s had an effect %d times, not %d", what, effects, causes);
    }
  }
}
