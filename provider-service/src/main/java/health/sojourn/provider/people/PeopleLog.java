package health.sojourn.provider.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who did what to whose account. Rows are only ever added; the database refuses all else. */
@ApplicationScoped
class PeopleLog {
  private final EntityManager entities;
  private final Clock clock;

  PeopleLog(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  enum Act {
    INVITED,
    INVITED_AGAIN,
    BOUND,
    DISABLED,
    ENABLED,
    REMOVED
  }

  /**
   * @param actor the account that did it
   * @param binding what the person was bound to, where that changed; otherwise null
   */
  record Row(Instant at, UUID actor, Act act, String binding) {}

  /** In the transaction of the act: what is not written down does not happen. */
  @Transactional(Transactional.TxType.MANDATORY)
  void write(UUID actor, Act act, UUID person, String binding) {
    entities
        .createNativeQuery(
            """
            insert into people_log (at, actor, act, person, binding)
            values (:at, :actor, :act, :person, :binding)
            """)
        .setParameter("at", clock.instant())
        .setParameter("actor", actor)
        .setParameter("act", act.name())
        .setParameter("person", person)
        .setParameter("binding", binding)
        .executeUpdate();
  }

  /** Newest first. */
  @Transactional
  List<Row> of(UUID person) {
    return entities
        .createNativeQuery(
            """
            select at, actor, act, binding from people_log
            where person = :person order by id desc limit 200
            """,
            Tuple.class)
        .setParameter("person", person)
        .getResultList()
        .stream()
        .map(row -> row((Tuple) row))
        .toList();
  }

  private static Row row(Tuple row) {
    return new Row(
        row.get("at", Instant.class),
        row.get("actor", UUID.class),
        Act.valueOf(row.get("act", String.class)),
        row.get("binding", String.class));
  }
}
