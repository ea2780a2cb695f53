package health.sojourn.messaging;

import health.sojourn.messaging.Ledger.Counted;
import jakarta.inject.Singleton;

/** Writes states into the ledger as they come. */
@Singleton
class LedgerOfStates implements EventHandler<Counted> {
  static final Contract STATE = Contract.stateV1("provider.clinics", "testing", "state-changed");

  private final Ledger ledger;

  LedgerOfStates(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Contract contract() {
    return STATE;
  }

  @Override
  public Class<Counted> payload() {
    return Counted.class;
  }

  @Override
  public void handle(Counted event, Envelope envelope) {
    ledger.handle(event, envelope);
  }
}
