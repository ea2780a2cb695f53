/**
 * The one way an event leaves or enters a service, over Kafka, so that it acts once and in order
 * although every process and every connection may fail at any moment.
 *
 * <p>Out: {@link health.sojourn.messaging.Outbox} writes the event in the caller's transaction; the
 * relay of one replica sends it and forgets it once it is acknowledged. In: a service has {@link
 * health.sojourn.messaging.EventHandler} beans, and nothing else to do; each is called in the
 * transaction that also marks the event as received. What a handler can't cope with is in {@link
 * health.sojourn.messaging.DeadLetters}.
 *
 * <p>Order holds per topic and key. The service's name, its consumer group and its dead-letter
 * topic come from {@code quarkus.application.name}.
 */
package health.sojourn.messaging;
