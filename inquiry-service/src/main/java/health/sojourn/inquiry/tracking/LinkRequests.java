package health.sojourn.inquiry.tracking;

import health.sojourn.defaults.Ids;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.intake.References;
import health.sojourn.inquiry.privacy.Fingerprints;
import health.sojourn.tasks.TaskType;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Somebody asks for a link. The answer is the same, and takes the same time, whether the reference
 * and the address belong together or not: that is found out later, by a task.
 */
@ApplicationScoped
public class LinkRequests {
  static final TaskType<Asked> TASK = new TaskType<>("tracking-link", Asked.class);
  private static final int PER_ADDRESS = 10;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final EntityManager em;
  private final Tasks tasks;
  private final Fingerprints fingerprints;
  private final Ids ids;
  private final Clock clock;

  LinkRequests(EntityManager em, Tasks tasks, Fingerprints fingerprints, Ids ids, Clock clock) {
    this.em = em;
    this.tasks = tasks;
    this.fingerprints = fingerprints;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param reference as stored, or null if what was typed can't be one
   * @param emailHash so that no address waits in the clear
   * @param emailHashBefore under the master key before, while there is one; else null
   */
  record Asked(String reference, byte[] emailHash, byte[] emailHashBefore) {
    List<byte[]> emailHashes() {
      return Stream.of(emailHash, emailHashBefore).filter(Objects::nonNull).toList();
    }
  }

  /**
   * @param address of the network the request came from
   * @throws Problem 429 after ten requests in ten minutes from one address
   */
  @Transactional
  public void ask(String reference, String email, String address) {
    Instant now = clock.instant();
    slowDown(fingerprints.token(address), now);
    List<byte[]> hashes = fingerprints.accepted(it -> it.email(email));
    Asked asked =
        new Asked(
            References.parse(reference).orElse(null),
            hashes.get(0),
            hashes.size() > 1 ? hashes.get(1) : null);
    tasks.schedule(TASK, ids.next().toString(), asked, now);
  }

  private void slowDown(byte[] address, Instant now) {
    em.createNativeQuery("delete from tracking_request where asked_at < :since")
        .setParameter("since", now.minus(WITHIN))
        .executeUpdate();
    em.createNativeQuery(
            "insert into tracking_request (address_hash, asked_at) values (:address, :now)")
        .setParameter("address", address)
        .setParameter("now", now)
        .executeUpdate();
    long asked =
        (Long)
            em.createNativeQuery(
                    "select count(*) from tracking_request where address_hash = :address")
                .setParameter("address", address)
                .getSingleResult();
    if (asked > PER_ADDRESS) {
      throw new Problem(
              429,
              "too-many-links",
              "Too many links were asked for from here. Please wait ten minutes.",
              List.of())
          .with("Retry-After", String.valueOf(WITHIN.toSeconds()));
    }
  }
}
