package health.sojourn.e2e.soak;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import health.sojourn.e2e.soak.Findings.OnTopic;
import health.sojourn.e2e.soak.Findings.Said;
import health.sojourn.e2e.soak.Violation.Promise;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** What services said is on the broker, in order, and nothing else is. */
final class TopicCheck extends Check {
  /** Only the latest event of each key counts; the broker may forget the others. */
  private static final Set<String> STATES = Set.of("content.articles", "provider.clinics");

  private final Findings found;
  private final Map<UUID, Said> said;

  TopicCheck(Findings found) {
    this.found = found;
    this.said = found.said().stream().collect(toMap(Said::id, event -> event));
  }

  @Override
  void look() {
    Set<UUID> sent = found.onTopics().stream().map(OnTopic::event).collect(toSet());
    Map<String, Map<String, Said>> latest =
        found.said().stream()
            .collect(
                groupingBy(
                    Said::topic,
                    toMap(Said::key, event -> event, BinaryOperator.maxBy(Said.IN_ORDER))));
    for (Said event : found.said()) {
      boolean counts =
          !STATES.contains(event.topic())
              || event.equals(latest.get(event.topic()).get(event.key()));
      if (counts && !sent.contains(event.id())) {
        broken(Promise.SAID_IS_SENT, "%s is not on its topic", event);
      }
    }
    order(found.onTopics());
  }

  private void order(List<OnTopic> records) {
    Order order = new Order();
    for (OnTopic record : records) {
      Said event = said.get(record.event());
      if (event == null || !event.topic().equals(record.topic())) {
        broken(Promise.SAID_IS_SENT, "Nobody said %s", record);
      } else {
        order.came(event);
      }
    }
    order.overtaken().forEach(what -> broken(Promise.ORDER_KEPT, "On the topic %s", what));
    records.stream()
        .collect(groupingBy(one -> one.topic() + " " + one.key()))
        .values()
        .forEach(this::onOnePartition);
  }

  private void onOnePartition(List<OnTopic> ofOneAggregate) {
    if (ofOneAggregate.stream().mapToInt(OnTopic::partition).distinct().count() > 1) {
      broken(Promise.ORDER_KEPT, "One aggregate on two partitions: %s", ofOneAggregate);
    }
  }
}
