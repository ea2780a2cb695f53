package health.sojourn.inquiry.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What people agreed to, and whether it still holds. */
@ApplicationScoped
public class Consents {
  private final EntityManager em;

  Consents(EntityManager em) {
    this.em = em;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void give(Consent consent) {
    em.persist(consent);
  }

  @Transactional
  public List<Consent> of(UUID inquiryId) {
    return em.createQuery("from Consent where inquiryId = :inquiry order by id", Consent.class)
        .setParameter("inquiry", inquiryId)
        .getResultList();
  }

  /** Where this inquiry's health data may go at this moment; empty after a withdrawal. */
  @Transactional
  public Set<String> countriesFor(UUID inquiryId) {
    Set<String> countries = new TreeSet<>();
    for (Consent consent : of(inquiryId)) {
      if (consent.purpose() == Purpose.SHARE_HEALTH_DATA_WITH_CLINICS && consent.holds()) {
        countries.addAll(consent.countries());
      }
    }
    return countries;
  }

  /**
   * Takes back every consent of this purpose, from this moment.
   *
   * @return false if none was left to take back
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean withdraw(UUID inquiryId, Purpose purpose, Instant at) {
    boolean withdrawn = false;
    for (Consent consent : of(inquiryId)) {
      em.lock(consent, LockModeType.PESSIMISTIC_WRITE);
      if (consent.purpose() == purpose && consent.holds()) {
        consent.withdraw(at);
        withdrawn = true;
      }
    }
    return withdrawn;
  }
}
