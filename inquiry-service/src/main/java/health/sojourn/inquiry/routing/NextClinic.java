package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.intake.RouteInquiry;
import health.sojourn.inquiry.lead.LeadEvent;
import health.sojourn.inquiry.lead.LeadEvent.EventType;
import health.sojourn.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/** After a no or a silence another clinic is looked for, scheduled with what was said. */
@ApplicationScoped
class NextClinic {
  private static final Set<EventType> LEAVES_A_GAP =
      EnumSet.of(EventType.DECLINED, EventType.EXPIRED);

  private final Tasks tasks;
  private final Clock clock;

  NextClinic(Tasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  void leadMoved(@Observes LeadEvent event) {
    if (LEAVES_A_GAP.contains(event.type())) {
      tasks.schedule(
          RouteInquiry.TASK,
          event.inquiryId() + "/after/" + event.leadId(),
          new RouteInquiry(event.inquiryId()),
          clock.instant());
    }
  }
}
