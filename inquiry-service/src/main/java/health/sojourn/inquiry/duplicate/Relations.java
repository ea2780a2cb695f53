package health.sojourn.inquiry.duplicate;

import health.sojourn.inquiry.InquiryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which inquiries are the same person's: by e-mail or phone for certain, by a similar name as a
 * suspicion. Only inquiries within the configured window count.
 */
@ApplicationScoped
public class Relations {
  private final EntityManager em;
  private final Duration window;

  Relations(EntityManager em, InquiryConfig config) {
    this.em = em;
    this.window = Duration.ofDays(config.duplicates().windowDays());
  }

  /** How sure we are. */
  public enum Kind {
    SAME_PERSON,
    SIMILAR_NAME
  }

  public record Relation(UUID inquiryId, String reference, Kind kind) {}

  /** The other inquiries of the same person, known by e-mail or phone; newest first. */
  @Transactional
  public List<UUID> of(UUID inquiryId) {
    return all(inquiryId).stream()
        .filter(relation -> relation.kind() == Kind.SAME_PERSON)
        .map(Relation::inquiryId)
        .toList();
  }

  /** Every relation, suspicions too; newest first. */
  @Transactional
  public List<Relation> all(UUID inquiryId) {
    return em
        .createNativeQuery(
            """
            select other.id, other.reference, relation.kind
            from inquiry_relation relation
            join inquiry other on other.id =
              case when relation.inquiry_id = :inquiry
              then relation.earlier_id else relation.inquiry_id end
            where :inquiry in (relation.inquiry_id, relation.earlier_id)
            order by other.id desc
            """,
            Tuple.class)
        .setParameter("inquiry", inquiryId)
        .getResultList()
        .stream()
        .map(row -> relation((Tuple) row))
        .toList();
  }

  private static Relation relation(Tuple row) {
    return new Relation(
        row.get("id", UUID.class),
        row.get("reference", String.class),
        Kind.valueOf(row.get("kind", String.class)));
  }

  /** Two inquiries of one person sent at the same moment are stored one after the other. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void oneAtATime(List<byte[]> hashes) {
    hashes.stream()
        .map(hash -> ByteBuffer.wrap(hash).getLong())
        .sorted()
        .forEach(
            lock ->
                em.createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                    .setParameter("lock", lock)
                    .getResultList());
  }

  /**
   * Links the inquiry with the earlier ones of the same person.
   *
   * @param hashes of the person's e-mail and phone
   * @return who looks after the newest of the earlier ones, if anybody
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> linkSamePerson(UUID inquiryId, List<byte[]> hashes, Instant now) {
    for (byte[] hash : hashes) {
      em.createNativeQuery(
              """
              insert into inquiry_relation (inquiry_id, earlier_id, kind, found_at)
              select distinct cast(:inquiry as uuid), earlier.id, 'SAME_PERSON',
                cast(:now as timestamptz)
              from patient_mark mark join inquiry earlier on earlier.patient_id = mark.patient_id
              where mark.kind in ('EMAIL', 'PHONE') and mark.hash = :hash
                and earlier.id <> :inquiry and earlier.received_at >= :since
              on conflict do nothing
              """)
          .setParameter("inquiry", inquiryId)
          .setParameter("now", now)
          .setParameter("hash", hash)
          .setParameter("since", now.minus(window))
          .executeUpdate();
    }
    return ownerOfEarlier(inquiryId);
  }

  @SuppressWarnings("unchecked")
  private Optional<String> ownerOfEarlier(UUID inquiryId) {
    return em.createNativeQuery(
            """
            select earlier.owner
            from inquiry_relation relation join inquiry earlier on earlier.id = relation.earlier_id
            where relation.inquiry_id = :inquiry and relation.kind = 'SAME_PERSON'
              and earlier.owner is not null
            order by earlier.id desc limit 1
            """)
        .setParameter("inquiry", inquiryId)
        .getResultStream()
        .findFirst();
  }

  /** Earlier inquiries from the same country by somebody born in the same year, not yet linked. */
  @Transactional
  @SuppressWarnings("unchecked")
  public List<UUID> bornAndLivingAlike(UUID inquiryId) {
    return em.createNativeQuery(
            """
            select earlier.id
            from inquiry this join inquiry earlier
              on earlier.birth_year = this.birth_year and earlier.country = this.country
            where this.id = :inquiry and earlier.id < this.id
              and earlier.received_at >= this.received_at - make_interval(days => :days)
              and not exists (select from inquiry_relation
                where inquiry_id = this.id and earlier_id = earlier.id)
            """)
        .setParameter("inquiry", inquiryId)
        .setParameter("days", (int) window.toDays())
        .getResultList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void suspect(UUID inquiryId, UUID earlierId, Instant now) {
    em.createNativeQuery(
            """
            insert into inquiry_relation (inquiry_id, earlier_id, kind, found_at)
            values (:inquiry, :earlier, 'SIMILAR_NAME', :now)
            on conflict do nothing
            """)
        .setParameter("inquiry", inquiryId)
        .setParameter("earlier", earlierId)
        .setParameter("now", now)
        .executeUpdate();
  }
}
