package health.sojourn.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * An event between a table and a topic: CloudEvents 1.0 over Kafka in binary mode, which puts the
 * attributes into record headers and leaves the value to the payload.
 *
 * @param traceparent null outside any trace
 * @param payload JSON; null is a tombstone
 */
record Message(String topic, Envelope envelope, String traceparent, String payload) {

  /** What keeps its order. */
  Aggregate aggregate() {
    return new Aggregate(topic, envelope.subject());
  }

  record Aggregate(String topic, String key) {}

  ProducerRecord<String, String> toRecord() {
    var record = new ProducerRecord<>(topic, envelope.subject(), payload);
    Headers headers = record.headers();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", envelope.id().toString());
    put(headers, "ce_type", envelope.type());
    put(headers, "ce_source", envelope.source());
    put(headers, "ce_subject", envelope.subject());
    put(headers, "ce_time", envelope.time().toString());
    if (payload != null) {
      put(headers, "content-type", "application/json");
    }
    if (traceparent != null) {
      put(headers, "traceparent", traceparent);
    }
    return record;
  }

  /**
   * @throws UnreadableEvent if it is no CloudEvent
   */
  static Message of(ConsumerRecord<String, String> record) {
    Headers headers = record.headers();
    try {
      Envelope envelope =
          new Envelope(
              UUID.fromString(required(headers, "ce_id")),
              required(headers, "ce_type"),
              required(headers, "ce_source"),
              key(record),
              Instant.parse(required(headers, "ce_time")));
      return new Message(record.topic(), envelope, get(headers, "traceparent"), record.value());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableEvent("Not a CloudEvent: " + e.getMessage());
    }
  }

  /** What is no CloudEvent, under a name by which it can be kept and found: its place. */
  static Message foreign(ConsumerRecord<String, String> record) {
    String place = record.topic() + "/" + record.partition() + "/" + record.offset();
    UUID id = UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
    Instant time = Instant.ofEpochMilli(record.timestamp());
    Envelope envelope = new Envelope(id, "unknown", place, key(record), time);
    return new Message(record.topic(), envelope, null, record.value());
  }

  private static String key(ConsumerRecord<String, String> record) {
    return record.key() == null ? "" : record.key();
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }

  private static String required(Headers headers, String name) {
    String value = get(headers, name);
    if (value == null) {
      throw new UnreadableEvent("Not a CloudEvent: no " + name);
    }
    return value;
  }

  private static String get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
