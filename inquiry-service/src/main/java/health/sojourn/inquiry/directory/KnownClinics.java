package health.sojourn.inquiry.directory;

import health.sojourn.inquiry.intake.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The directory as the form asks for it. */
@ApplicationScoped
class KnownClinics implements Catalogue {
  private final EntityManager em;
  private final Directory directory;

  KnownClinics(EntityManager em, Directory directory) {
    this.em = em;
    this.directory = directory;
  }

  @Override
  public Optional<KnownClinic> clinic(String slug) {
    return directory
        .find(slug)
        .map(Listing::clinic)
        .map(clinic -> new KnownClinic(slug, clinic.name(), clinic.country(), clinic));
  }

  @Override
  @Transactional
  @SuppressWarnings("unchecked")
  public List<String> countries(String therapy) {
    return em.createNativeQuery(
            """
            select distinct body ->> 'country' from clinic
            where cast(:therapy as text) = any(therapies) order by 1
            """)
        .setParameter("therapy", therapy)
        .getResultList();
  }
}
