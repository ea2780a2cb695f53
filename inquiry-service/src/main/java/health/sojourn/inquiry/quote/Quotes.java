package health.sojourn.inquiry.quote;

import health.sojourn.defaults.Ids;
import health.sojourn.inquiry.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** All quotes as their events told them. Who changes one holds the lock of its inquiry. */
@ApplicationScoped
public class Quotes {
  private final EntityManager em;
  private final Directory directory;
  private final Ids ids;
  private final Clock clock;

  Quotes(EntityManager em, Directory directory, Ids ids, Clock clock) {
    this.em = em;
    this.directory = directory;
    this.ids = ids;
    this.clock = clock;
  }

  /** The row of this version, a new one if nothing was heard of it yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  Quote version(UUID leadId, int version, UUID quoteId) {
    return em.createQuery("from Quote where leadId = :lead and version = :version", Quote.class)
        .setParameter("lead", leadId)
        .setParameter("version", version)
        .getResultStream()
        .findFirst()
        .orElseGet(
            () -> {
              Quote quote = new Quote(ids.next(), leadId, version, quoteId);
              em.persist(quote);
              return quote;
            });
  }

  /** The versions made for a lead, newest first. */
  @Transactional
  public List<Quote> of(UUID leadId) {
    return em.createQuery(
            "from Quote where leadId = :lead and madeAt is not null order by version desc",
            Quote.class)
        .setParameter("lead", leadId)
        .getResultList();
  }

  /** The newest version of each lead of an inquiry, in the order in which leads were offered. */
  @Transactional
  public List<Quote> newest(UUID inquiryId) {
    Map<UUID, Quote> byLead =
        em.createQuery(
                """
                from Quote q where q.madeAt is not null
                  and q.leadId in (select id from Lead where inquiryId = :inquiry)
                """,
                Quote.class)
            .setParameter("inquiry", inquiryId)
            .getResultStream()
            .collect(
                Collectors.toMap(
                    Quote::leadId,
                    quote -> quote,
                    BinaryOperator.maxBy(Comparator.comparing(Quote::version)),
                    TreeMap::new));
    return List.copyOf(byLead.values());
  }

  /** How a version stands today where the clinic is. */
  @Transactional
  public Quote.Standing standing(Quote quote, String clinic) {
    LocalDate today = clock.instant().atZone(directory.hoursOf(clinic).zone()).toLocalDate();
    int newest = of(quote.leadId()).stream().mapToInt(Quote::version).max().orElse(0);
    return quote.standing(newest, today);
  }

  /** Whether the patient can choose something of this lead now. */
  @Transactional
  boolean anyOpen(UUID leadId, String clinic) {
    Optional<Quote> newest = of(leadId).stream().findFirst();
    return newest.filter(quote -> standing(quote, clinic) == Quote.Standing.OPEN).isPresent();
  }
}
