package health.sojourn.gateway.admin;

/**
 * How a replay went.
 *
 * @param handled events that were handled, those that waited behind others included
 * @param failed events that failed again, or failed first after waiting behind one that no longer
 *     does
 * @param gone dead letters that somebody else had handled meanwhile
 * @param away whether the service did not answer; what it did is not known
 */
public record Replayed(int handled, int failed, int gone, boolean away) {
  static final Replayed NOTHING = new Replayed(0, 0, 0, false);
  static final Replayed GONE = new Replayed(0, 0, 1, false);
  static final Replayed BY_NOBODY = new Replayed(0, 0, 0, true);

  Replayed and(Replayed other) {
    return new Replayed(
        handled + other.handled, failed + other.failed, gone + other.gone, away || other.away);
  }

  public boolean nothing() {
    return equals(NOTHING);
  }
}
