package health.sojourn.inquiry.desk;

import health.sojourn.inquiry.intake.InquirySearch;
import health.sojourn.inquiry.intake.InquirySearch.Waiting;
import health.sojourn.inquiry.intake.InquiryStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;

/** The numbers beside every page of the desk; each leads to what it counts. */
@Named("deskRail")
@RequestScoped
public class Rail {
  private final EntityManager em;
  private final InquirySearch search;
  private Map<InquiryStatus, Long> counts;

  Rail(EntityManager em, InquirySearch search) {
    this.em = em;
    this.search = search;
  }

  /** In how many inquiries something waits for a facilitator. */
  public long waiting(String what) {
    return search.count(Waiting.valueOf(what));
  }

  @Transactional
  public long count(String status) {
    if (counts == null) {
      counts = new EnumMap<>(InquiryStatus.class);
      em.createQuery("select status, count(*) from Inquiry group by status", Tuple.class)
          .getResultStream()
          .forEach(row -> counts.put(row.get(0, InquiryStatus.class), row.get(1, Long.class)));
    }
    return counts.getOrDefault(InquiryStatus.valueOf(status), 0L);
  }
}
