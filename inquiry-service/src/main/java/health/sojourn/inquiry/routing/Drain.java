package health.sojourn.inquiry.routing;

import health.sojourn.defaults.Ids;
import health.sojourn.inquiry.directory.ClinicChanged;
import health.sojourn.inquiry.intake.RouteInquiry;
import health.sojourn.inquiry.lead.LeadEvent;
import health.sojourn.inquiry.lead.LeadEvent.EventType;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tries again when something changed: the next clinic after a no or a silence, and what found no
 * clinic, oldest first, when one has room or changed.
 */
@ApplicationScoped
class Drain implements TaskHandler<Drain.Unplaced> {
  private static final TaskType<Unplaced> TASK = new TaskType<>("drain-unplaced", Unplaced.class);
  private static final int AT_A_TIME = 100;

  private static final Set<EventType> FREES_A_PLACE =
      EnumSet.of(
          EventType.ACCEPTED,
          EventType.DECLINED,
          EventType.EXPIRED,
          EventType.WITHDRAWN,
          EventType.LOST);

  private static final Set<EventType> NEEDS_THE_NEXT =
      EnumSet.of(EventType.DECLINED, EventType.EXPIRED);

  private final EntityManager em;
  private final Routing routing;
  private final Tasks tasks;
  private final Ids ids;
  private final Clock clock;

  Drain(EntityManager em, Routing routing, Tasks tasks, Ids ids, Clock clock) {
    this.em = em;
    this.routing = routing;
    this.tasks = tasks;
    this.ids = ids;
    this.clock = clock;
  }

  /** Work: look at everything that found no clinic. */
  record Unplaced() {}

  void leadMoved(@Observes LeadEvent event) {
    if (NEEDS_THE_NEXT.contains(event.type())) {
      tasks.schedule(
          RouteInquiry.TASK,
          event.inquiryId() + "/after/" + event.leadId(),
          new RouteInquiry(event.inquiryId()),
          clock.instant());
    }
    if (FREES_A_PLACE.contains(event.type())) {
      later();
    }
  }

  void clinicChanged(@Observes ClinicChanged change) {
    later();
  }

  private void later() {
    if (!waiting(1).isEmpty()) {
      tasks.schedule(TASK, ids.next().toString(), new Unplaced(), clock.instant());
    }
  }

  @Override
  public TaskType<Unplaced> type() {
    return TASK;
  }

  /** One inquiry, one transaction: the first of them does not wait for the last. */
  @Override
  public void run(String id, Unplaced data) {
    waiting(AT_A_TIME).forEach(routing::continueByRule);
  }

  @Transactional
  List<UUID> waiting(int most) {
    return em.createQuery(
            "select id from Inquiry where status = InquiryStatus.UNPLACED order by receivedAt, id",
            UUID.class)
        .setMaxResults(most)
        .getResultList();
  }
}
