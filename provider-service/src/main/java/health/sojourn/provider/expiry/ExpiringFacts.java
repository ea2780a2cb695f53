package health.sojourn.provider.expiry;

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
  @Inject Clock clock;

  /** A fact with its last day. */
  public record Ending(Attribute attribute, String clinicName, LocalDate lastDay) {}

  /** Those whose last day is nearest come first, expired ones among them. */
  @Transactional
  public List<Ending> all() {
    return entities
        .createNativeQuery(
            """
            select d.clinic_slug, d.therapy, d.name, d.valid_to, c.name as clinic
            from (%s) d join clinic c on c.slug = d.clinic_slug
            where d.valid_to <= :until order by d.valid_to, c.name, d.name
            """
                .formatted(DATED),
            Tuple.class)
        .setParameter("until", LocalDate.now(clock).plusDays(NOTICE_DAYS))
        .getResultList()
        .stream()
        .map(row -> ending((Tuple) row))
        .toList();
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
