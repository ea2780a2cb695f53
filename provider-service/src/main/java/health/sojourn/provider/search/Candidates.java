package health.sojourn.provider.search;

import health.sojourn.money.Money;
import health.sojourn.money.Rates;
import health.sojourn.provider.directory.AnswerTimes;
import health.sojourn.provider.offer.PriceRange;
import health.sojourn.provider.verification.Checked;
import health.sojourn.provider.verification.FactName;
import health.sojourn.provider.verification.FactName.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the clinics a filter lets in, with no more than the score needs. */
@ApplicationScoped
class Candidates {
  private static final int PUBLIC_FACTS =
      FactName.publicOnes(Subject.CLINIC).size() + FactName.publicOnes(Subject.OFFER).size();

  private static final String FIND =
      """
      select c.slug,
             o.id as offer,
             cast(low.value[1] as numeric) as price_min,
             cast(high.value[1] as numeric) as price_max,
             low.unit as currency,
             languages.level in ('CHECKED_WITH_ISSUER', 'CONFIRMED_OR_VISITED')
               and (languages.valid_to is null or languages.valid_to >= :today)
               as language_checked,
             (select count(*) from clinic_fact f
               where f.clinic_slug = c.slug
                 and f.name <> 'LEAD_EMAIL'
                 and f.level in ('CHECKED_WITH_ISSUER', 'CONFIRMED_OR_VISITED')
                 and (f.valid_to is null or f.valid_to >= :today))
             + (select count(*) from offer_fact f
               where f.offer_id = o.id
                 and f.level in ('CHECKED_WITH_ISSUER', 'CONFIRMED_OR_VISITED')
                 and (f.valid_to is null or f.valid_to >= :today))
               as checked,
             (select percentile_cont(0.5) within group (order by t.hours) from answer_time t
               where t.clinic_slug = c.slug and t.answered_at > :answersSince)
               as answer_hours
      from clinic c
      join offer o on o.clinic_slug = c.slug
      left join clinic_fact languages
        on languages.clinic_slug = c.slug and languages.name = 'LANGUAGES'
      left join offer_fact low on low.offer_id = o.id and low.name = 'PRICE_MIN'
      left join offer_fact high on high.offer_id = o.id and high.name = 'PRICE_MAX'
      where c.suspended_on is null
        and (cast(:therapy as text) is null or o.therapy = :therapy)
        and (cast(:country as text) is null or c.country = :country)
        and (cast(:city as text) is null or lower(c.city) = lower(:city))
        and (cast(:language as text) is null or :language = any(languages.value))
        and (cast(:cellSource as text) is null or :cellSource = coalesce((select f.value[1]
              from offer_fact f where f.offer_id = o.id and f.name = 'CELL_SOURCE'), 'UNKNOWN'))
        and (cast(:legalBasis as text) is null or :legalBasis = coalesce((select f.value[1]
              from offer_fact f where f.offer_id = o.id and f.name = 'LEGAL_BASIS'), 'UNKNOWN'))
        and (cast(:imaging as text) is null or :imaging = coalesce((select f.value[1]
              from offer_fact f where f.offer_id = o.id and f.name = 'IMAGING_GUIDANCE'), 'UNKNOWN'))
      """;

  @Inject EntityManager entities;
  @Inject AnswerTimes answerTimes;
  @Inject Rates rates;
  @Inject Clock clock;

  List<Candidate> find(ClinicFilter filter) {
    Stream<Tuple> rows =
        entities
            .createNativeQuery(FIND, Tuple.class)
            .setParameter("today", LocalDate.now(clock))
            .setParameter("answersSince", answerTimes.since())
            .setParameter("therapy", filter.therapy())
            .setParameter("country", filter.country())
            .setParameter("city", filter.city())
            .setParameter("language", filter.language())
            .setParameter("cellSource", name(filter.cellSource()))
            .setParameter("legalBasis", name(filter.legalBasis()))
            .setParameter("imaging", name(filter.imagingGuidance()))
            .getResultStream();
    return rows.map(row -> candidate(row, filter)).filter(it -> affordable(it, filter)).toList();
  }

  private Candidate candidate(Tuple row, ClinicFilter filter) {
    var answerHours = row.get("answer_hours", Number.class);
    return new Candidate(
        row.get("slug", String.class),
        row.get("offer", UUID.class),
        new Checked(PUBLIC_FACTS, row.get("checked", Number.class).intValue()),
        answerHours == null
            ? null
            : BigDecimal.valueOf(answerHours.doubleValue()).setScale(1, RoundingMode.HALF_UP),
        Boolean.TRUE.equals(row.get("language_checked", Boolean.class)),
        filter.ceiling() == null ? null : price(row, filter.ceiling().currency()));
  }

  private PriceRange.Converted price(Tuple row, String currency) {
    var min = row.get("price_min", BigDecimal.class);
    var max = row.get("price_max", BigDecimal.class);
    if (min == null || max == null) {
      return null;
    }
    String own = row.get("currency", String.class);
    return new PriceRange(new Money(min, own), new Money(max, own), List.of(), List.of(), null)
        .in(currency, rates)
        .orElse(null);
  }

  private static boolean affordable(Candidate candidate, ClinicFilter filter) {
    return filter.ceiling() == null
        || candidate.price() != null
            && candidate.price().min().amount().compareTo(filter.ceiling().amount()) <= 0;
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
