package health.sojourn.content.offering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;

/** Which clinic offers which therapy, as far as pages here need it: to count. */
@ApplicationScoped
public class ClinicOffers {
  private final EntityManager entities;

  ClinicOffers(EntityManager entities) {
    this.entities = entities;
  }

  @Transactional
  public void replace(String clinic, Collection<String> therapies) {
    entities
        .createNativeQuery("delete from clinic_offer where clinic = :clinic")
        .setParameter("clinic", clinic)
        .executeUpdate();
    for (String therapy : new HashSet<>(therapies)) {
      entities
          .createNativeQuery(
              "insert into clinic_offer (clinic, therapy) values (:clinic, :therapy)")
          .setParameter("clinic", clinic)
          .setParameter("therapy", therapy)
          .executeUpdate();
    }
  }

  /** How many clinics list the therapy now. */
  public long count(String therapy) {
    return ((Number)
            entities
                .createNativeQuery("select count(*) from clinic_offer where therapy = :therapy")
                .setParameter("therapy", therapy)
                .getSingleResult())
        .longValue();
  }
}
