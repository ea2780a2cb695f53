package health.sojourn.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * What travels with every event: the CloudEvents 1.0 attributes, as record headers in binary mode.
 *
 * @param id unique per event; the inbox knows it
 * @param type see {@link Contract#type()}
 * @param source the service that wrote it, such as {@code /inquiry-service}
 * @param subject the aggregate's id, which is also the record's key
 * @param time when it happened
 */
public record Envelope(UUID id, String type, String source, String subject, Instant time) {}
