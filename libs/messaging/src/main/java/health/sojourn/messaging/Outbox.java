package health.sojourn.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * The one way an event leaves a service. It joins the caller's transaction: what is rolled back was
 * never said.
 */
@ApplicationScoped
public class Outbox {

  /**
   * @param key the aggregate's id; events with one key keep their order
   * @param payload a record that fits the contract's schema
   * @return the event's id
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID append(Contract contract, String key, Object payload) {
    throw new UnsupportedOperationException();
  }

  /** Ends an aggregate on a state topic. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID appendTombstone(Contract contract, String key) {
    throw new UnsupportedOperationException();
  }
}
