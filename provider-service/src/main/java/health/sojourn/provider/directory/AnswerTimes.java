package health.sojourn.provider.directory;

import health.sojourn.defaults.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long clinics take to answer a lead, measured by us, by the wall clock. */
@ApplicationScoped
public class AnswerTimes {
  private static final Duration WINDOW = Duration.ofDays(90);

  @Inject EntityManager entities;
  @Inject Clock clock;
  @Inject Ids ids;

  /** Joins the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(String clinic, Instant answeredAt, BigDecimal hours) {
    entities
        .createNativeQuery(
            """
            insert into answer_time (id, clinic_slug, answered_at, hours)
            values (:id, :clinic, :answeredAt, :hours)
            """)
        .setParameter("id", ids.next())
        .setParameter("clinic", clinic)
        .setParameter("answeredAt", answeredAt)
        .setParameter("hours", hours)
        .executeUpdate();
  }

  /** The median of the last 90 days in hours, one decimal; empty if there was no answer. */
  public Optional<BigDecimal> median(String clinic) {
    var median =
        (Number)
            entities
                .createNativeQuery(
                    """
                    select percentile_cont(0.5) within group (order by hours)
                    from answer_time where clinic_slug = :clinic and answered_at > :since
                    """)
                .setParameter("clinic", clinic)
                .setParameter("since", since(clock.instant()))
                .getSingleResult();
    return Optional.ofNullable(median)
        .map(it -> BigDecimal.valueOf(it.doubleValue()).setScale(1, RoundingMode.HALF_UP));
  }

  /** From when on answers count. */
  public static Instant since(Instant now) {
    return now.minus(WINDOW);
  }
}
