package health.sojourn.inquiry.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.inquiry.intake.RoutingMode;
import health.sojourn.inquiry.privacy.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every decision that was taken. */
@ApplicationScoped
public class Decisions {
  private static final TypeReference<List<Judged>> CANDIDATES = new TypeReference<>() {};
  private static final TypeReference<Reason> TIE = new TypeReference<>() {};

  private final EntityManager em;
  private final ObjectMapper json;

  Decisions(EntityManager em, ObjectMapper json) {
    this.em = em;
    this.json = json;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void add(Decision decision) {
    em.createNativeQuery(
            """
            insert into decision (id, inquiry_id, at, mode, outcome, rule_set, input_hash,
                                  candidates, tie_break, tie_reason, actor_kind, actor, reason, patient_text)
            values (:id, :inquiry, :at, :mode, :outcome, :ruleSet, :inputHash,
                    cast(:candidates as jsonb), :tieBreak, cast(:tie as jsonb), :actorKind, :actor, :reason, :text)
            """)
        .setParameter("id", decision.id())
        .setParameter("inquiry", decision.inquiryId())
        .setParameter("at", decision.at())
        .setParameter("mode", decision.mode().name())
        .setParameter("outcome", decision.outcome().name())
        .setParameter("ruleSet", decision.ruleSet())
        .setParameter("inputHash", decision.inputHash())
        .setParameter("candidates", write(decision.candidates()))
        .setParameter("tieBreak", decision.tieBreak())
        .setParameter("tie", decision.tie() == null ? null : write(decision.tie()))
        .setParameter("actorKind", decision.actor().kind().name())
        .setParameter("actor", decision.actor().name())
        .setParameter("reason", decision.reason())
        .setParameter("text", decision.patientText())
        .executeUpdate();
  }

  /** Newest first. */
  @Transactional
  public List<Decision> of(UUID inquiryId) {
    return em.createNativeQuery(
            """
            select id, inquiry_id, at, mode, outcome, rule_set, input_hash,
                   cast(candidates as text) as candidates, tie_break,
                   cast(tie_reason as text) as tie_reason, actor_kind, actor, reason, patient_text
            from decision where inquiry_id = :inquiry order by id desc
            """,
            Tuple.class)
        .setParameter("inquiry", inquiryId)
        .getResultStream()
        .map(row -> decision((Tuple) row))
        .toList();
  }

  private Decision decision(Tuple row) {
    return new Decision(
        row.get("id", UUID.class),
        row.get("inquiry_id", UUID.class),
        row.get("at", Instant.class),
        RoutingMode.valueOf(row.get("mode", String.class)),
        Decision.Outcome.valueOf(row.get("outcome", String.class)),
        row.get("rule_set", String.class),
        row.get("input_hash", String.class),
        read(row.get("candidates", String.class), CANDIDATES),
        row.get("tie_break", String.class),
        read(row.get("tie_reason", String.class), TIE),
        new Actor(
            Actor.Kind.valueOf(row.get("actor_kind", String.class)),
            row.get("actor", String.class)),
        row.get("reason", String.class),
        row.get("patient_text", String.class));
  }

  private String write(Object found) {
    try {
      return json.writeValueAsString(found);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String found, TypeReference<T> type) {
    try {
      return found == null ? null : json.readValue(found, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
