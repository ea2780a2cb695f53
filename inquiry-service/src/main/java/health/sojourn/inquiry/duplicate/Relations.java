package health.sojourn.inquiry.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Which inquiries are the same person's. */
@ApplicationScoped
public class Relations {
  private final EntityManager em;

  Relations(EntityManager em) {
    this.em = em;
  }

  /** The other inquiries of the same person, known by e-mail or phone; newest first. */
  @Transactional
  @SuppressWarnings("unchecked")
  public List<UUID> of(UUID inquiryId) {
    return em.createNativeQuery(
            """
            select case when inquiry_id = :inquiry then earlier_id else inquiry_id end as other
            from inquiry_relation
            where kind = 'SAME_PERSON' and :inquiry in (inquiry_id, earlier_id)
            order by other desc
            """,
            UUID.class)
        .setParameter("inquiry", inquiryId)
        .getResultList();
  }
}
