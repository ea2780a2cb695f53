package health.sojourn.e2e.soak;

import health.sojourn.e2e.soak.Findings.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects events as they come and tells where those of one aggregate overtook each other. */
final class Order {
  private final Map<Aggregate, Said> latest = new LinkedHashMap<>();
  private final Set<Said> seen = new HashSet<>();
  private final List<String> overtaken = new ArrayList<>();

  private record Aggregate(String topic, String key) {}

  /** One that comes again says nothing new: consumers know it by its id. */
  void came(Said event) {
    if (!seen.add(event)) {
      return;
    }
    Said before = latest.put(new Aggregate(event.topic(), event.key()), event);
    if (before != null && before.position() > event.position()) {
      overtaken.add("%s came before %s".formatted(before, event));
    }
  }

  List<String> overtaken() {
    return overtaken;
  }
}
