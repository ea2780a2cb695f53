package health.sojourn.provider.verification;

import health.sojourn.provider.verification.Statements.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What each fact was, from when on, and who said so. Rows are only ever added; the database refuses
 * all else. They outlive the clinic they are about.
 */
@ApplicationScoped
public class FactHistory {
  @Inject EntityManager entities;
  @Inject Clock clock;

  /** In the transaction of the statement: what is not written down does not happen. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(String clinic, String therapy, List<Statement> statements, Reason reason) {
    for (Statement statement : statements) {
      keep(new Attribute(clinic, therapy, statement.name()), statement.fact(), reason);
    }
  }

  /** Newest first. */
  @Transactional
  public List<PastFact> of(Attribute attribute) {
    return ofClinic(attribute.clinic()).getOrDefault(attribute, List.of());
  }

  /** Of every attribute, newest first. */
  @Transactional
  public Map<Attribute, List<PastFact>> ofClinic(String clinic) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select * from fact_history where clinic_slug = :clinic order by id", Tuple.class)
            .setParameter("clinic", clinic)
            .getResultList();
    Map<Attribute, List<PastFact>> past = new HashMap<>();
    for (Object row : rows) {
      Attribute attribute = attribute((Tuple) row);
      List<PastFact> known = past.computeIfAbsent(attribute, it -> new ArrayList<>());
      known.add(0, pastFact((Tuple) row, attribute, known));
    }
    return past;
  }

  private void keep(Attribute attribute, Fact fact, Reason reason) {
    Author author = reason.author();
    entities
        .createNativeQuery(
            """
            insert into fact_history (clinic_slug, therapy, name, at, actor, actor_name,
              actor_clinic, change_id, method, reason, value, unit, source, level, checked_at,
              checked_by, valid_to)
            values (:clinic, :therapy, :name, :at, :actor, :actorName, :actorClinic, :change,
              :method, :reason, :value, :unit, :source, :level, :checkedAt, :checkedBy, :validTo)
            """)
        .setParameter("clinic", attribute.clinic())
        .setParameter("therapy", attribute.therapy())
        .setParameter("name", attribute.name().name())
        .setParameter("at", clock.instant())
        .setParameter("actor", author == null ? null : author.id())
        .setParameter("actorName", author == null ? null : author.name())
        .setParameter("actorClinic", author == null ? null : author.clinic())
        .setParameter("change", reason.change())
        .setParameter("method", reason.method() == null ? null : reason.method().name())
        .setParameter("reason", reason.words())
        .setParameter("value", fact.value().toArray(String[]::new))
        .setParameter("unit", fact.unit())
        .setParameter("source", fact.source())
        .setParameter("level", fact.level().name())
        .setParameter("checkedAt", fact.checkedAt())
        .setParameter("checkedBy", fact.checkedBy())
        .setParameter("validTo", fact.validTo())
        .executeUpdate();
  }

  private static Attribute attribute(Tuple row) {
    return new Attribute(
        row.get("clinic_slug", String.class),
        row.get("therapy", String.class),
        FactName.valueOf(row.get("name", String.class)));
  }

  private static PastFact pastFact(Tuple row, Attribute attribute, List<PastFact> known) {
    UUID actor = row.get("actor", UUID.class);
    String method = row.get("method", String.class);
    return new PastFact(
        row.get("id", Long.class),
        attribute,
        row.get("at", Instant.class),
        new Reason(
            actor == null
                ? null
                : new Author(
                    actor,
                    row.get("actor_name", String.class),
                    row.get("actor_clinic", String.class)),
            row.get("change_id", UUID.class),
            method == null ? null : CheckMethod.valueOf(method),
            row.get("reason", String.class)),
        known.isEmpty() ? Fact.UNKNOWN : known.get(0).fact(),
        fact(row));
  }

  private static Fact fact(Tuple row) {
    return new Fact(
        List.of(row.get("value", String[].class)),
        row.get("unit", String.class),
        row.get("source", String.class),
        Level.valueOf(row.get("level", String.class)),
        row.get("checked_at", LocalDate.class),
        row.get("checked_by", String.class),
        row.get("valid_to", LocalDate.class));
  }
}
