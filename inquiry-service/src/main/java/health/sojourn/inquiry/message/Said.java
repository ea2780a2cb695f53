package health.sojourn.inquiry.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A message with its words, for somebody who may read them.
 *
 * @param released the other side may read it, too
 * @param keptBack a facilitator decided that it may not
 */
public record Said(
    UUID id,
    UUID leadId,
    Message.Sender from,
    String text,
    Instant at,
    boolean released,
    boolean keptBack) {

  /** A facilitator has not decided yet. */
  public boolean waiting() {
    return !released && !keptBack;
  }
}
