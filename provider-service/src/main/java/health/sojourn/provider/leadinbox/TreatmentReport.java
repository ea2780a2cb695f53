package health.sojourn.provider.leadinbox;

import health.sojourn.http.FieldError;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the clinic says about the end of a chosen lead.
 *
 * @param reason why it was cancelled; absent when treated
 * @param day when it was treated or cancelled, in the clinic's zone
 */
public record TreatmentReport(
    @NotNull(message = "Say whether the patient was treated.") Outcome outcome,
    @Schema(description = "Only when cancelled, and then required") CancelReason reason,
    @NotNull(message = "Say on which day.") LocalDate day) {

  /**
   * What no annotation can say.
   *
   * @param since the day on which the lead came
   */
  List<FieldError> errors(LocalDate since, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    if (outcome == Outcome.CANCELLED && reason == null) {
      errors.add(new FieldError("/reason", "cancellation-needs-one", "Say why it was cancelled."));
    }
    if (outcome == Outcome.TREATED && reason != null) {
      errors.add(
          new FieldError("/reason", "not-cancelled", "A reason belongs only to a cancellation."));
    }
    if (day != null && day.isAfter(today)) {
      errors.add(new FieldError("/day", "in-the-future", "Report it when the day has come."));
    }
    if (day != null && day.isBefore(since)) {
      errors.add(
          new FieldError("/day", "before-the-inquiry", "This day is before the inquiry came."));
    }
    return errors;
  }
}
