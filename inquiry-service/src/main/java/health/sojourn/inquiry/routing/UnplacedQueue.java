package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.directory.ClinicChanged;
import health.sojourn.inquiry.intake.InquiryStatus;
import health.sojourn.inquiry.lead.LeadEvent;
import health.sojourn.inquiry.lead.LeadEvent.EventType;
import health.sojourn.tasks.RecurringTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tries what found no clinic again, oldest first, when a clinic has room or changed.
 *
 * <p>However many changes there were, one run answers them all; what changes during a run is
 * answered by the next one. A crash loses no wish: it is deleted after the run.
 */
@ApplicationScoped
class UnplacedQueue implements RecurringTask {
  private static final Logger LOG = Logger.getLogger(UnplacedQueue.class);

  private static final Set<EventType> FREES_A_PLACE =
      EnumSet.of(
          EventType.ACCEPTED,
          EventType.DECLINED,
          EventType.EXPIRED,
          EventType.WITHDRAWN,
          EventType.LOST);

  private final EntityManager em;
  private final Routing routing;

  UnplacedQueue(EntityManager em, Routing routing) {
    this.em = em;
    this.routing = routing;
  }

  void leadMoved(@Observes LeadEvent event) {
    if (FREES_A_PLACE.contains(event.type())) {
      wish();
    }
  }

  void clinicChanged(@Observes ClinicChanged change) {
    wish();
  }

  private void wish() {
    em.createNativeQuery("insert into unplaced_wish default values").executeUpdate();
  }

  @Override
  public String name() {
    return "try-unplaced-again";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    Long last = QuarkusTransaction.requiringNew().call(this::lastWish);
    if (last == null) {
      return;
    }
    QuarkusTransaction.requiringNew().call(this::waiting).forEach(this::tryAgain);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                em.createNativeQuery("delete from unplaced_wish where id <= :last")
                    .setParameter("last", last)
                    .executeUpdate());
  }

  /** Each in a transaction of its own: one that fails does not hold up the others. */
  private void tryAgain(UUID inquiry) {
    try {
      routing.continueByRule(inquiry);
    } catch (RuntimeException e) {
      LOG.errorf(e, "The unplaced inquiry %s could not be tried again.", inquiry);
    }
  }

  private Long lastWish() {
    return (Long)
        em.createNativeQuery("select max(id) from unplaced_wish", Long.class).getSingleResult();
  }

  private List<UUID> waiting() {
    return em.createQuery(
            "select id from Inquiry where status = :unplaced order by receivedAt, id", UUID.class)
        .setParameter("unplaced", InquiryStatus.UNPLACED)
        .getResultList();
  }
}
