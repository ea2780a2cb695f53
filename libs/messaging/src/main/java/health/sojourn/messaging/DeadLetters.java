package health.sojourn.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The events this service could not handle. Each holds up the later ones of its aggregate until
 * what was wrong is put right and it is replayed; nothing else waits.
 */
@ApplicationScoped
public class DeadLetters {
  private final DeadLetterTable table;
  private final Inbox inbox;

  DeadLetters(DeadLetterTable table, Inbox inbox) {
    this.table = table;
    this.inbox = inbox;
  }

  /**
   * How a replay went.
   *
   * @param handled how many events were handled: the failed one and those behind it
   * @param failure what the next one ran into; it holds up its aggregate from now on
   */
  public record Replay(int handled, Optional<String> failure) {}

  /** The oldest first. */
  public List<DeadLetter> list() {
    return table.failed(null);
  }

  public Optional<DeadLetter> find(UUID event) {
    return table.failed(event).stream().findFirst();
  }

  /**
   * Handles the event again and then, in their order, those that waited behind it, each in a
   * transaction of its own.
   *
   * @throws IllegalArgumentException if there is no such dead letter
   */
  public Replay replay(UUID event) {
    DeadLetter failed =
        find(event).orElseThrow(() -> new IllegalArgumentException("No dead letter " + event));
    var aggregate = new Message.Aggregate(failed.topic(), failed.envelope().subject());
    int handled = 0;
    Optional<Message> next;
    while ((next = table.first(aggregate)).isPresent()) {
      UUID id = next.get().envelope().id();
      try {
        inbox.replay(next.get());
        handled++;
      } catch (RuntimeException e) {
        String reason = Failure.reason(e);
        QuarkusTransaction.requiringNew().run(() -> table.failedAgain(id, reason));
        return new Replay(handled, Optional.of(reason));
      }
    }
    return new Replay(handled, Optional.empty());
  }
}
