package health.sojourn.inquiry.privacy;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

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

  public record Mark(Kind kind, byte[] hash) {}

  /** In one statement: an inquiry has several, and each round trip holds up who sent it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(UUID patientId, List<Mark> marks) {
    String rows =
        IntStream.range(0, marks.size())
            .mapToObj(i -> "(:patient, :kind%1$d, :hash%1$d)".formatted(i))
            .collect(joining(", "));
    Query insert =
        em.createNativeQuery(
                "insert into patient_mark (patient_id, kind, hash) values %s on conflict do nothing"
                    .formatted(rows))
            .setParameter("patient", patientId);
    for (int i = 0; i < marks.size(); i++) {
      insert.setParameter("kind" + i, marks.get(i).kind().name());
      insert.setParameter("hash" + i, marks.get(i).hash());
    }
    insert.executeUpdate();
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
