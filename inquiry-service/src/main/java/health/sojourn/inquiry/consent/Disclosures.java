package health.sojourn.inquiry.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What people were told before anything left. */
@ApplicationScoped
public class Disclosures {
  private final EntityManager em;

  Disclosures(EntityManager em) {
    this.em = em;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void acknowledge(Disclosure disclosure) {
    em.persist(disclosure);
  }

  @Transactional
  public List<Disclosure> of(UUID inquiryId) {
    return em.createQuery(
            "from Disclosure where inquiryId = :inquiry order by id", Disclosure.class)
        .setParameter("inquiry", inquiryId)
        .getResultList();
  }

  /** The countries for which the patient accepted that the law does not back the offer. */
  @Transactional
  public Set<String> countriesWithoutLegalBasis(UUID inquiryId) {
    Set<String> countries = new TreeSet<>();
    for (Disclosure disclosure : of(inquiryId)) {
      if (disclosure.kind == DisclosureKind.NO_LEGAL_BASIS) {
        countries.addAll(List.of(disclosure.countries));
      }
    }
    return countries;
  }
}
