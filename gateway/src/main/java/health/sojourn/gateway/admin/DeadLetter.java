package health.sojourn.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event that a service could not act on, as the service tells it.
 *
 * @param subject the aggregate's id
 * @param payload as it came; null if it had none
 * @param failedAt when it first failed
 * @param waiting how many later events of the same aggregate wait behind it
 */
public record DeadLetter(
    String service,
    String event,
    String type,
    String source,
    String subject,
    Instant occurredAt,
    String topic,
    String payload,
    String reason,
    int attempts,
    Instant failedAt,
    long waiting) {

  static DeadLetter of(String service, JsonNode told) {
    JsonNode envelope = told.path("envelope");
    return new DeadLetter(
        service,
        envelope.path("id").asText(),
        envelope.path("type").asText(),
        envelope.path("source").asText(),
        envelope.path("subject").asText(),
        Instant.parse(envelope.path("time").asText()),
        told.path("topic").asText(),
        told.path("payload").asText(null),
        told.path("reason").asText(),
        told.path("attempts").asInt(),
        Instant.parse(told.path("failedAt").asText()),
        told.path("waiting").asLong());
  }
}
