package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.privacy.Fingerprints;
import health.sojourn.inquiry.privacy.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One-time links to the tracking page. A link opens once and within ten minutes; only a keyed hash
 * of it is stored.
 */
@ApplicationScoped
public class Links {
  static final Duration VALID = Duration.ofMinutes(10);

  private final EntityManager em;
  private final Fingerprints fingerprints;
  private final Secrets secrets;
  private final Clock clock;

  Links(EntityManager em, Fingerprints fingerprints, Secrets secrets, Clock clock) {
    this.em = em;
    this.fingerprints = fingerprints;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The token of a new link; it can't be read again. */
  @Transactional(Transactional.TxType.MANDATORY)
  public String issue(UUID inquiryId) {
    String token = secrets.next();
    Instant now = clock.instant();
    em.createNativeQuery(
            """
            insert into tracking_link (token_hash, inquiry_id, issued_at, expires_at)
            values (:hash, :inquiry, :now, :expires)
            """)
        .setParameter("hash", fingerprints.token(token))
        .setParameter("inquiry", inquiryId)
        .setParameter("now", now)
        .setParameter("expires", now.plus(VALID))
        .executeUpdate();
    return token;
  }

  /** Uses the link up. Empty if it was used before, is too old or never was. */
  @Transactional(Transactional.TxType.MANDATORY)
  @SuppressWarnings("unchecked")
  Optional<UUID> redeem(String token) {
    return em.createNativeQuery(
            """
            update tracking_link set redeemed_at = :now
            where token_hash in (:hashes) and redeemed_at is null and expires_at > :now
            returning inquiry_id
            """)
        .setParameter("hashes", fingerprints.accepted(it -> it.token(token)))
        .setParameter("now", clock.instant())
        .getResultStream()
        .findFirst();
  }

  /** How many were issued for this inquiry within the time a link lives. */
  @Transactional
  long recent(UUID inquiryId) {
    return (Long)
        em.createNativeQuery(
                """
                select count(*) from tracking_link
                where inquiry_id = :inquiry and issued_at > :since
                """)
            .setParameter("inquiry", inquiryId)
            .setParameter("since", clock.instant().minus(VALID))
            .getSingleResult();
  }
}
