package health.sojourn.provider.capacity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.provider.verification.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who changed a clinic's capacity to what. Rows are only ever added; the database refuses else. */
@ApplicationScoped
class CapacityLog {
  private static final int SHOWN = 20;

  private final EntityManager entities;
  private final ObjectMapper json;
  private final Clock clock;

  CapacityLog(EntityManager entities, ObjectMapper json, Clock clock) {
    this.entities = entities;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param capacity as it was from then on
   */
  record Row(Instant at, Author author, DeclaredCapacity capacity) {}

  /** In the transaction of the change: what is not written down does not happen. */
  @Transactional(Transactional.TxType.MANDATORY)
  void write(String slug, Author by, DeclaredCapacity capacity) {
    entities
        .createNativeQuery(
            """
            insert into capacity_log (clinic_slug, at, actor, actor_name, actor_clinic, capacity)
            values (:clinic, :at, :actor, :name, :works, cast(:capacity as jsonb))
            """)
        .setParameter("clinic", slug)
        .setParameter("at", clock.instant())
        .setParameter("actor", by.id())
        .setParameter("name", by.name())
        .setParameter("works", by.clinic())
        .setParameter("capacity", write(capacity))
        .executeUpdate();
  }

  /** Newest first. */
  @Transactional
  List<Row> of(String slug) {
    return entities
        .createNativeQuery(
            """
            select at, actor, actor_name, actor_clinic, cast(capacity as text) as capacity
            from capacity_log where clinic_slug = :clinic order by id desc
            """,
            Tuple.class)
        .setParameter("clinic", slug)
        .setMaxResults(SHOWN)
        .getResultList()
        .stream()
        .map(row -> row((Tuple) row))
        .toList();
  }

  private Row row(Tuple row) {
    return new Row(
        row.get("at", Instant.class),
        new Author(
            row.get("actor", UUID.class),
            row.get("actor_name", String.class),
            row.get("actor_clinic", String.class)),
        read(row.get("capacity", String.class)));
  }

  private String write(DeclaredCapacity capacity) {
    try {
      return json.writeValueAsString(capacity);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeclaredCapacity read(String text) {
    try {
      return json.readValue(text, DeclaredCapacity.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
