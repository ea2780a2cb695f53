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
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;

/**
 * Tries what found no clinic again, oldest first, when a clinic has room or changed, and now and
 * then as time passes.
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

  void timePassed() {
    QuarkusTransaction.requiringNew().run(this::wish);
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
    List<Long> wishes = QuarkusTransaction.requiringNew().call(this::wishes);
    if (wishes.isEmpty()) {
      return;
    }
    QuarkusTransaction.requiringNew().call(this::waiting).forEach(this::tryAgain);
    QuarkusTransaction.requiringNew().run(() -> forget(wishes));
  }

  /**
   * Each in a transaction of its own: one that fails does not hold up the others. While the
   * database is away none can be tried, so the run fails and its wishes stay.
   */
  private void tryAgain(UUID inquiry) {
    try {
      routing.continueByRule(inquiry);
    } catch (JDBCConnectionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "The unplaced inquiry %s could not be tried again.", inquiry);
    }
  }

  @SuppressWarnings("unchecked")
  private List<Long> wishes() {
    return em.createNativeQuery("select id from unplaced_wish").getResultList();
  }

  /** Only those seen: one with a lower number may have been committed meanwhile. */
  private void forget(List<Long> wishes) {
    em.createNativeQuery("delete from unplaced_wish where id = any(:seen)")
        .setParameter("seen", wishes.toArray(Long[]::new))
        .executeUpdate();
  }

  private List<UUID> waiting() {
    return em.createQuery(
            "select id from Inquiry where status = :unplaced order by receivedAt, id", UUID.class)
        .setParameter("unplaced", InquiryStatus.UNPLACED)
        .getResultList();
  }
}
