package health.sojourn.messaging;

import java.time.Instant;

/**
 * An event that could not be handled.
 *
 * @param payload as it came; null is a tombstone
 * @param reason what the last attempt ran into
 * @param attempts how often it was tried since it first failed, replays included
 * @param failedAt when it first failed
 * @param waiting how many later events of the same aggregate wait behind it
 */
public record DeadLetter(
    Envelope envelope,
    String topic,
    String payload,
    String reason,
    int attempts,
    Instant failedAt,
    long waiting) {}
