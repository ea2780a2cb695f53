package health.sojourn.messaging;

import health.sojourn.defaults.Ids;
import health.sojourn.defaults.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The one way an event leaves a service. It joins the caller's transaction: what is rolled back was
 * never said, and what is committed will be said, at least once, in the order it was appended for
 * its key.
 *
 * <p>Two transactions that append for one key at the same time have no order; the caller's lock on
 * the aggregate gives them one.
 */
@ApplicationScoped
public class Outbox {
  private static final String APPEND =
      """
      with written as (
        insert into event (id, topic, key, type, occurred_at, traceparent, payload, state)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        returning position, id)
      insert into outbox (position, event_id) select position, id from written
      """;

  private final DataSource database;
  private final TransactionSynchronizationRegistry transaction;
  private final Bell bell;
  private final Json json;
  private final Ids ids;
  private final Clock clock;

  Outbox(
      DataSource database,
      TransactionSynchronizationRegistry transaction,
      Bell bell,
      Json json,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.transaction = transaction;
    this.bell = bell;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param key the aggregate's id; events with one key keep their order
   * @param payload a record that fits the contract's schema; what is null is left out
   * @return the event's id
   * @throws jakarta.transaction.TransactionalException outside a transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID append(Contract contract, String key, Object payload) {
    return write(contract, key, json.write(payload));
  }

  /** Ends an aggregate on a state topic. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID appendTombstone(Contract contract, String key) {
    return write(contract, key, null);
  }

  private UUID write(Contract contract, String key, String payload) {
    UUID id = ids.next();
    try (var connection = database.getConnection();
        var append = connection.prepareStatement(APPEND)) {
      append.setObject(1, id);
      append.setString(2, contract.topic());
      append.setString(3, key);
      append.setString(4, contract.type());
      append.setObject(5, OffsetDateTime.now(clock));
      append.setString(6, Trace.current());
      append.setString(7, payload);
      append.setBoolean(8, contract.state());
      append.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Could not append " + contract.type(), e);
    }
    ringAfterCommit();
    return id;
  }

  /** The relay would find the event by itself within its poll; this spares the wait. */
  private void ringAfterCommit() {
    if (transaction.getResource(Bell.class) != null) {
      return;
    }
    transaction.putResource(Bell.class, bell);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              bell.ring();
            }
          }
        });
  }
}
