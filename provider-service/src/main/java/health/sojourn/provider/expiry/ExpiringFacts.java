package health.sojourn.provider.expiry;

import health.sojourn.http.Cursors;
import health.sojourn.http.Page;
import health.sojourn.provider.verification.Attribute;
import health.sojourn.provider.verification.FactName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The facts of all clinics whose last day has come near, or has passed. */
@ApplicationScoped
public class ExpiringFacts {
  /** How many days before its end a fact is announced. */
  public static final int NOTICE_DAYS = 30;

  static final String DATED =
      """
      select f.clinic_slug, '' as therapy, f.name, f.valid_to from clinic_fact f
      union all
      select o.clinic_slug, o.therapy, f.name, f.valid_to
      from offer_fact f join offer o on o.id = f.offer_id
      """;

  @Inject EntityManager entities;
  @Inject Cursors cursors;
  @Inject Clock clock;

  /** A fact with its last day. */
  public record Ending(Attribute attribute, String clinicName, LocalDate lastDay) {}

  /** Where the list goes on. */
  record After(LocalDate day, String clinic, String therapy, String name) {
    static final After START = new After(LocalDate.EPOCH, "", "", "");

    static After of(Ending ending) {
      Attribute attribute = ending.attribute();
      String therapy = attribute.therapy() == null ? "" : attribute.therapy();
      return new After(ending.lastDay(), attribute.clinic(), therapy, attribute.name().name());
    }
  }

  /** The earliest last day comes first. */
  @Transactional
  Page<Ending> page(String cursor, int limit) {
    After after = cursors.read(cursor, After.class).orElse(After.START);
    List<Ending> rows =
        entities
            .createNativeQuery(
                """
                select d.clinic_slug, d.therapy, d.name, d.valid_to, c.name as clinic
                from (%s) d join clinic c on c.slug = d.clinic_slug
                where d.valid_to <= :until
                  and (d.valid_to, d.clinic_slug, d.therapy, d.name)
                    > (cast(:day as date), :clinic, :therapy, :name)
                order by d.valid_to, d.clinic_slug, d.therapy, d.name
                """
                    .formatted(DATED),
                Tuple.class)
            .setParameter("until", until())
            .setParameter("day", after.day())
            .setParameter("clinic", after.clinic())
            .setParameter("therapy", after.therapy())
            .setParameter("name", after.name())
            .setMaxResults(limit + 1)
            .getResultList()
            .stream()
            .map(row -> ending((Tuple) row))
            .toList();
    return cursors.page(rows, limit, After::of);
  }

  @Transactional
  public long count() {
    return ((Number)
            entities
                .createNativeQuery(
                    "select count(*) from (%s) d where d.valid_to <= :until".formatted(DATED))
                .setParameter("until", until())
                .getSingleResult())
        .longValue();
  }

  private LocalDate until() {
    return LocalDate.now(clock).plusDays(NOTICE_DAYS);
  }

  private static Ending ending(Tuple row) {
    String therapy = row.get("therapy", String.class);
    return new Ending(
        new Attribute(
            row.get("clinic_slug", String.class),
            therapy.isEmpty() ? null : therapy,
            FactName.valueOf(row.get("name", String.class))),
        row.get("clinic", String.class),
        row.get("valid_to", LocalDate.class));
  }
}
