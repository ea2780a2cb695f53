package health.sojourn.inquiry.routing;

import health.sojourn.inquiry.intake.RouteInquiry;
import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import jakarta.enterprise.context.ApplicationScoped;

/** Routes a new inquiry, or one that lost a clinic. */
@ApplicationScoped
class RouteInquiryTask implements TaskHandler<RouteInquiry> {
  private final Routing routing;

  RouteInquiryTask(Routing routing) {
    this.routing = routing;
  }

  @Override
  public TaskType<RouteInquiry> type() {
    return RouteInquiry.TASK;
  }

  @Override
  public void run(String id, RouteInquiry data) {
    routing.continueByRule(data.inquiryId());
  }
}
