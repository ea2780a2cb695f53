package health.sojourn.inquiry.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The append-only story of an inquiry, told on the desk and on the tracking page. It holds ids,
 * states and codes; never a name and nothing about health.
 */
@ApplicationScoped
public class History {
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final EntityManager em;
  private final ObjectMapper json;

  History(EntityManager em, ObjectMapper json) {
    this.em = em;
    this.json = json;
  }

  /**
   * @param kind kebab-case, such as {@code inquiry-routed} or {@code lead-declined}
   * @param clinic the clinic it is about, or null
   */
  public record Entry(
      Instant at, String kind, Actor actor, String clinic, Map<String, Object> data) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public void add(UUID inquiryId, Entry entry) {
    em.createNativeQuery(
            """
            insert into inquiry_history (inquiry_id, at, kind, actor_kind, actor, clinic, data)
            values (:inquiry, :at, :kind, :actorKind, :actor, :clinic, cast(:data as jsonb))
            """)
        .setParameter("inquiry", inquiryId)
        .setParameter("at", entry.at())
        .setParameter("kind", entry.kind())
        .setParameter("actorKind", entry.actor().kind().name())
        .setParameter("actor", entry.actor().name())
        .setParameter("clinic", entry.clinic())
        .setParameter("data", write(entry.data()))
        .executeUpdate();
  }

  /** Oldest first. */
  @Transactional
  public List<Entry> of(UUID inquiryId) {
    return em
        .createNativeQuery(
            """
            select at, kind, actor_kind, actor, clinic, cast(data as text) as data
            from inquiry_history where inquiry_id = :inquiry order by id
            """,
            Tuple.class)
        .setParameter("inquiry", inquiryId)
        .getResultList()
        .stream()
        .map(row -> entry((Tuple) row))
        .toList();
  }

  private Entry entry(Tuple row) {
    return new Entry(
        row.get("at", Instant.class),
        row.get("kind", String.class),
        new Actor(
            Actor.Kind.valueOf(row.get("actor_kind", String.class)),
            row.get("actor", String.class)),
        row.get("clinic", String.class),
        read(row.get("data", String.class)));
  }

  private String write(Map<String, Object> data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> read(String data) {
    try {
      return json.readValue(data, DATA);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
