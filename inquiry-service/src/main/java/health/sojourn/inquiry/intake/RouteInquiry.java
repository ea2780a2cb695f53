package health.sojourn.inquiry.intake;

import health.sojourn.tasks.TaskType;
import java.util.UUID;

/**
 * Work for the router: find a clinic for this inquiry. Scheduled with the inquiry's id, in the
 * transaction that stores it.
 */
public record RouteInquiry(UUID inquiryId) {
  public static final TaskType<RouteInquiry> TASK =
      new TaskType<>("route-inquiry", RouteInquiry.class);
}
