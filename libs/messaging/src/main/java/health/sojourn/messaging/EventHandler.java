package health.sojourn.messaging;

/**
 * A bean that acts on one type of event. It is called in the transaction that also writes the inbox
 * row, so an event that comes twice acts once. What it throws rolls both back.
 *
 * @param <T> the consumer's own record, with only the fields it reads
 */
public interface EventHandler<T> {

  Contract contract();

  Class<T> payload();

  void handle(T event, Envelope envelope);

  /** A tombstone on a state topic: the aggregate named by the subject is no more. */
  default void removed(Envelope envelope) {}
}
