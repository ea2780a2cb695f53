package health.sojourn.messaging;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/**
 * Notices that the broker is another cluster than before, such as an empty one after a backup was
 * put back. Consumers find out by themselves which events they lack, but a state topic must hold
 * the latest state of everything: whoever comes later starts from there.
 */
@Singleton
class BrokerIdentity {
  private static final Logger LOG = Logger.getLogger(BrokerIdentity.class);
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Kafka kafka;
  private final EventTable events;
  private long next = System.nanoTime();

  BrokerIdentity(Kafka kafka, EventTable events) {
    this.kafka = kafka;
    this.events = events;
  }

  /** Called often by the relay; asks at once and then once a minute. */
  void lookNowAndThen() throws InterruptedException {
    if (System.nanoTime() - next < 0) {
      return;
    }
    next = System.nanoTime() + BETWEEN.toNanos();
    try (Admin broker = kafka.admin()) {
      String cluster = broker.describeCluster().clusterId().get();
      int again = events.sayStatesTo(cluster);
      if (again > 0) {
        LOG.infof("The broker is new (cluster %s): %d states are said again", cluster, again);
      }
    } catch (ExecutionException e) {
      // It is away, which the relay reports.
      LOG.debug("The broker does not say which cluster it is", e);
    }
  }
}
