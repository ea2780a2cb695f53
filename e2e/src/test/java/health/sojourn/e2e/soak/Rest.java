package health.sojourn.e2e.soak;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The moment at which nothing is under way any more. */
final class Rest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(500);

  private static final String OUTBOX = "select count(*) from outbox";

  /** What waits for its time is at rest; what failed is tried again and is not. */
  private static final String DUE =
      """
      select count(*) from scheduled_tasks
      where task_instance <> 'recurring'
        and (picked or execution_time <= now() or consecutive_failures > 0)
      """;

  private static final String WISHES = "select count(*) from unplaced_wish";

  private final Map<String, Database> databases;
  private final Broker broker;

  /**
   * @param databases by service
   */
  Rest(Map<String, Database> databases, Broker broker) {
    this.databases = databases;
    this.broker = broker;
  }

  /**
   * Returns when two looks in a row found nothing under way.
   *
   * @throws ConditionTimeoutException which says what still was
   */
  void await() {
    int[] quiet = {0};
    Awaitility.await("everything comes to rest")
        .atMost(LIMIT)
        .pollInterval(LOOK)
        .untilAsserted(
            () -> {
              Map<String, Long> underWay = underWay();
              quiet[0] = underWay.isEmpty() ? quiet[0] + 1 : 0;
              assertTrue(quiet[0] >= 2, () -> "Still under way: " + underWay);
            });
  }

  /** What is not at rest, with how much of it. */
  private Map<String, Long> underWay() throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    for (Map.Entry<String, Database> one : databases.entrySet()) {
      String service = one.getKey();
      counts.put(service + " outbox", one.getValue().number(OUTBOX));
      counts.put(service + " tasks", one.getValue().number(DUE));
      counts.put(service + " inbox", broker.behind(service));
    }
    counts.put("unplaced", databases.get("inquiry-service").number(WISHES));
    return counts.entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
