package health.sojourn.messaging;

/** What arrived is not what the contract says; no second attempt will change that. */
class UnreadableEvent extends RuntimeException {
  UnreadableEvent(String message) {
    super(message);
  }
}
