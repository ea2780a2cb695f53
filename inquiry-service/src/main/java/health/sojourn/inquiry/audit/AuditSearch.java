package health.sojourn.inquiry.audit;

import health.sojourn.http.Cursors;
import health.sojourn.http.Page;
import health.sojourn.inquiry.privacy.Actor;
import health.sojourn.inquiry.privacy.AuditLog.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks through the whole audit log, newest first. */
@ApplicationScoped
class AuditSearch {
  /** Who acts without a name. */
  private static final Set<String> NAMELESS =
      Set.of(Actor.Kind.PATIENT.name(), Actor.Kind.SYSTEM.name());

  private final EntityManager em;
  private final Cursors cursors;

  AuditSearch(EntityManager em, Cursors cursors) {
    this.em = em;
    this.cursors = cursors;
  }

  /**
   * What is null or empty does not narrow the search.
   *
   * @param actor the exact name, or {@code patient} or {@code system}
   * @param reference as it is stored
   * @param from the first day, UTC
   * @param to the last day, UTC
   */
  record Filter(
      String actor, Act act, UUID inquiry, String reference, LocalDate from, LocalDate to) {}

  private record After(Instant at, long id) {}

  private record Row(long id, AuditEntry entry) {}

  @Transactional
  public Page<AuditEntry> page(Filter filter, int limit, String cursor) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter, cursors.read(cursor, After.class), parameters);
    Query query =
        em.createNativeQuery(
                """
                select a.id, a.at, a.actor_kind, a.actor, a.act, a.inquiry_id, i.reference
                from audit_log a left join inquiry i on i.id = a.inquiry_id
                """
                    + where
                    + " order by a.at desc, a.id desc",
                Tuple.class)
            .setMaxResults(limit + 1);
    parameters.forEach(query::setParameter);
    List<Row> rows = query.getResultList().stream().map(row -> row((Tuple) row)).toList();
    return cursors
        .page(rows, limit, last -> new After(last.entry().at(), last.id()))
        .map(Row::entry);
  }

  /** Adds what it compares with to the parameters. */
  private static String where(
      Filter filter, Optional<After> after, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder("where true");
    if (filter.actor() != null && !filter.actor().isBlank()) {
      String kind = filter.actor().strip().toUpperCase(Locale.ROOT);
      boolean nameless = NAMELESS.contains(kind);
      where.append(
          nameless ? " and a.actor is null and a.actor_kind = :actor" : " and a.actor = :actor");
      parameters.put("actor", nameless ? kind : filter.actor().strip());
    }
    if (filter.act() != null) {
      where.append(" and a.act = :act");
      parameters.put("act", filter.act().name());
    }
    if (filter.inquiry() != null) {
      where.append(" and a.inquiry_id = :inquiry");
      parameters.put("inquiry", filter.inquiry());
    }
    if (filter.reference() != null) {
      where.append(" and a.inquiry_id = (select id from inquiry where reference = :reference)");
      parameters.put("reference", filter.reference());
    }
    if (filter.from() != null) {
      where.append(" and a.at >= :from");
      parameters.put("from", startOf(filter.from()));
    }
    if (filter.to() != null) {
      where.append(" and a.at < :end");
      parameters.put("end", startOf(filter.to().plusDays(1)));
    }
    after.ifPresent(
        last -> {
          where.append(" and (a.at, a.id) < (:at, :id)");
          parameters.put("at", last.at());
          parameters.put("id", last.id());
        });
    return where.toString();
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Row row(Tuple row) {
    return new Row(
        row.get("id", Long.class),
        new AuditEntry(
            row.get("at", Instant.class),
            Actor.Kind.valueOf(row.get("actor_kind", String.class)),
            row.get("actor", String.class),
            Act.valueOf(row.get("act", String.class)),
            row.get("inquiry_id", UUID.class),
            row.get("reference", String.class)));
  }
}
