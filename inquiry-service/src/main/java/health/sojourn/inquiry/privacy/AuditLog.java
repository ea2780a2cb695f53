package health.sojourn.inquiry.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who read or stored a patient's data, and when. Rows are only ever added (the database refuses
 * everything else), and the patient can see them.
 */
@ApplicationScoped
public class AuditLog {
  private final EntityManager em;
  private final Clock clock;

  AuditLog(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** What somebody did with the data. */
  public enum Act {
    STORED,
    READ_CASE,
    READ_IDENTITY,
    READ_MESSAGES,
    EXPORTED,
    ERASED
  }

  public record Row(Instant at, Actor actor, Act act) {}

  /** In the transaction of the act: what is not written down does not happen. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void write(UUID inquiryId, Actor actor, Act act) {
    em.createNativeQuery(
            """
            insert into audit_log (at, inquiry_id, actor_kind, actor, act)
            values (:at, :inquiry, :kind, :actor, :act)
            """)
        .setParameter("at", clock.instant())
        .setParameter("inquiry", inquiryId)
        .setParameter("kind", actor.kind().name())
        .setParameter("actor", actor.name())
        .setParameter("act", act.name())
        .executeUpdate();
  }

  /** Newest first. */
  @Transactional
  public List<Row> of(UUID inquiryId) {
    return em
        .createNativeQuery(
            """
            select at, actor_kind, actor, act from audit_log
            where inquiry_id = :inquiry order by id desc
            """,
            Tuple.class)
        .setParameter("inquiry", inquiryId)
        .getResultList()
        .stream()
        .map(row -> row((Tuple) row))
        .toList();
  }

  private static Row row(Tuple row) {
    Actor actor =
        new Actor(
            Actor.Kind.valueOf(row.get("actor_kind", String.class)),
            row.get("actor", String.class));
    return new Row(row.get("at", Instant.class), actor, Act.valueOf(row.get("act", String.class)));
  }
}
