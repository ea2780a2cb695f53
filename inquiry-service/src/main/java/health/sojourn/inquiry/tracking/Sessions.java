package health.sojourn.inquiry.tracking;

import health.sojourn.inquiry.InquiryConfig;
import health.sojourn.inquiry.privacy.Fingerprints;
import health.sojourn.inquiry.privacy.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who has redeemed a link may look at that one inquiry for half an hour. */
@ApplicationScoped
public class Sessions {
  static final String COOKIE = "sojourn_tracking";
  static final Duration VALID = Duration.ofMinutes(30);

  private final EntityManager em;
  private final Links links;
  private final Fingerprints fingerprints;
  private final Secrets secrets;
  private final Clock clock;
  private final boolean https;

  Sessions(
      EntityManager em,
      Links links,
      Fingerprints fingerprints,
      Secrets secrets,
      Clock clock,
      InquiryConfig config) {
    this.em = em;
    this.links = links;
    this.fingerprints = fingerprints;
    this.secrets = secrets;
    this.clock = clock;
    this.https = "https".equals(config.publicUrl().getScheme());
  }

  /**
   * @param secret what the cookie holds; only its hash is stored
   */
  record Session(UUID inquiryId, String secret, Instant expiresAt) {}

  /** Uses the link up and opens a session; empty if the link no longer holds. */
  @Transactional
  Optional<Session> open(String linkToken) {
    return links.redeem(linkToken).map(this::open);
  }

  private Session open(UUID inquiryId) {
    Instant now = clock.instant();
    Session session = new Session(inquiryId, secrets.next(), now.plus(VALID));
    em.createNativeQuery("delete from tracking_session where expires_at < :now")
        .setParameter("now", now)
        .executeUpdate();
    em.createNativeQuery(
            """
            insert into tracking_session (token_hash, inquiry_id, expires_at)
            values (:hash, :inquiry, :expires)
            """)
        .setParameter("hash", fingerprints.token(session.secret()))
        .setParameter("inquiry", inquiryId)
        .setParameter("expires", session.expiresAt())
        .executeUpdate();
    return session;
  }

  /**
   * @param secret the cookie's value, or null
   */
  @Transactional
  @SuppressWarnings("unchecked")
  Optional<UUID> inquiry(String secret) {
    if (secret == null) {
      return Optional.empty();
    }
    return em.createNativeQuery(
            """
            select inquiry_id from tracking_session
            where token_hash in (:hashes) and expires_at > :now
            """)
        .setParameter("hashes", fingerprints.accepted(it -> it.token(secret)))
        .setParameter("now", clock.instant())
        .getResultStream()
        .findFirst();
  }

  @Transactional
  void end(String secret) {
    if (secret != null) {
      em.createNativeQuery("delete from tracking_session where token_hash in (:hashes)")
          .setParameter("hashes", fingerprints.accepted(it -> it.token(secret)))
          .executeUpdate();
    }
  }

  NewCookie cookie(Session session) {
    return cookie(session.secret(), (int) VALID.toSeconds());
  }

  NewCookie noCookie() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(https)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
