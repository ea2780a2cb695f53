package health.sojourn.inquiry.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The hashes by which a patient can be found; see {@link Fingerprints}. */
@ApplicationScoped
public class Marks {
  private final EntityManager em;

  Marks(EntityManager em) {
    this.em = em;
  }

  /** What was hashed. */
  public enum Kind {
    EMAIL,
    PHONE,
    /** Of somebody who writes for the patient: mail goes there, but it is not the patient. */
    CONTACT_EMAIL,
    /** One part of the name. */
    NAME
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void add(UUID patientId, Kind kind, byte[] hash) {
    em.createNativeQuery(
            """
            insert into patient_mark (patient_id, kind, hash) values (:patient, :kind, :hash)
            on conflict do nothing
            """)
        .setParameter("patient", patientId)
        .setParameter("kind", kind.name())
        .setParameter("hash", hash)
        .executeUpdate();
  }

  /** Forgets them, to be made anew. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void clear(UUID patientId) {
    em.createNativeQuery("delete from patient_mark where patient_id = :patient")
        .setParameter("patient", patientId)
        .executeUpdate();
  }

  /**
   * Whether this is the address of the patient, or of who writes for them.
   *
   * @param emailHashes see {@link Fingerprints#accepted}
   */
  @Transactional
  public boolean mailGoesTo(UUID patientId, List<byte[]> emailHashes) {
    return !em.createNativeQuery(
            """
            select 1 from patient_mark
            where patient_id = :patient and kind in ('EMAIL', 'CONTACT_EMAIL') and hash in (:hashes)
            """)
        .setParameter("patient", patientId)
        .setParameter("hashes", emailHashes)
        .getResultList()
        .isEmpty();
  }
}
