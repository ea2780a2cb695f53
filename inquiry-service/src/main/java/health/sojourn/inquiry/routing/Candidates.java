package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.directory.Directory;
import health.sojourn.inquiry.directory.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whom a decision is about: the clinics that offer a therapy, and how busy they are now. */
@ApplicationScoped
class Candidates {
  private final EntityManager em;
  private final Directory directory;
  private final Clock clock;

  Candidates(EntityManager em, Directory directory, Clock clock) {
    this.em = em;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Two decisions about a therapy never run at once: each must see whom the other asked, or a
   * clinic gets more than it can take and the turn is not kept. Held until the transaction ends.
   *
   * @param inquiryId its own leads don't count against a clinic
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Candidate> hold(String therapy, UUID inquiryId) {
    em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext(:therapy)) as text)")
        .setParameter("therapy", "routing " + therapy)
        .getSingleResult();
    return now(therapy, inquiryId);
  }

  /** The same, for who only looks. */
  @Transactional
  @SuppressWarnings("unchecked")
  List<Candidate> now(String therapy, UUID inquiryId) {
    List<Tuple> rows =
        em.createNativeQuery(
                """
                select c.slug, c.fingerprint, c.last_offered_at, coalesce(l.open, 0) as open
                from clinic c
                left join (select clinic, count(*) as open from lead
                           where status in ('OFFERED', 'VIEWED') and inquiry_id <> :inquiry
                           group by clinic) l on l.clinic = c.slug
                where cast(:therapy as text) = any(c.therapies)
                """,
                Tuple.class)
            .setParameter("inquiry", inquiryId)
            .setParameter("therapy", therapy)
            .getResultList();
    Map<String, Listing> listings =
        directory.listings(
            rows.stream()
                .collect(
                    Collectors.toMap(
                        row -> row.get("slug", String.class),
                        row -> row.get("fingerprint", String.class))));
    Map<String, Integer> thisWeek = leadsThisWeek(listings.values(), inquiryId);
    List<Candidate> candidates = new ArrayList<>(rows.size());
    for (Tuple row : rows) {
      Listing listing = listings.get(row.get("slug", String.class));
      if (listing != null) {
        Candidate.of(
                listing,
                therapy,
                row.get("open", Number.class).intValue(),
                thisWeek.getOrDefault(listing.clinic().slug(), 0),
                row.get("last_offered_at", Instant.class))
            .ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  /**
   * Of clinics that limit it, how many leads came since their own Monday; one that we took back was
   * none. A week begins at another moment in each zone.
   */
  @SuppressWarnings("unchecked")
  private Map<String, Integer> leadsThisWeek(Collection<Listing> listings, UUID inquiryId) {
    List<Listing> limited =
        listings.stream().filter(it -> it.clinic().capacity().weeklyLeads() != null).toList();
    if (limited.isEmpty()) {
      return Map.of();
    }
    List<Tuple> rows =
        em.createNativeQuery(
                """
                select l.clinic, count(*) as leads
                from unnest(cast(:slugs as text[]), cast(:mondays as bigint[])) week (slug, monday)
                join lead l on l.clinic = week.slug and l.offered_at >= to_timestamp(week.monday)
                where l.status <> 'WITHDRAWN' and l.inquiry_id <> :inquiry
                group by l.clinic
                """,
                Tuple.class)
            .setParameter(
                "slugs", limited.stream().map(it -> it.clinic().slug()).toArray(String[]::new))
            .setParameter("mondays", limited.stream().map(this::monday).toArray(Long[]::new))
            .setParameter("inquiry", inquiryId)
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.get("clinic", String.class),
                row -> row.get("leads", Number.class).intValue()));
  }

  private Long monday(Listing listing) {
    return listing.hours().startOfWeek(clock.instant()).getEpochSecond();
  }
}
