package health.sojourn.inquiry.intake;

import health.sojourn.tasks.TaskHandler;
import health.sojourn.tasks.TaskType;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RoutedLater implements TaskHandler<RouteInquiry> {
  @Override
  public TaskType<RouteInquiry> type() {
    return RouteInquiry.TASK;
  }

  @Override
  public void run(String id, RouteInquiry work) {}
}
