package health.sojourn.inquiry.intake;

import health.sojourn.tasks.TaskType;
import java.util.UUID;

/** Work after an inquiry is stored: does a similar name live in the same country? */
record FindSimilarNames(UUID inquiryId) {
  static final TaskType<FindSimilarNames> TASK =
      new TaskType<>("find-similar-names", FindSimilarNames.class);
}
