package health.sojourn.provider.leadinbox;

import health.sojourn.http.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a patient who chose the clinic comes, is treated and goes; each null until agreed. */
record TravelDates(LocalDate arrivesOn, LocalDate treatedOn, LocalDate leavesOn) {
  static final TravelDates NONE = new TravelDates(null, null, null);

  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    if (isAfter(arrivesOn, treatedOn)) {
      errors.add(
          new FieldError("/treatedOn", "before-arrival", "The treatment can't be before arrival."));
    }
    if (isAfter(treatedOn, leavesOn) || isAfter(arrivesOn, leavesOn)) {
      errors.add(
          new FieldError("/leavesOn", "before-treatment", "Leaving can't be before the rest."));
    }
    return errors;
  }

  private static boolean isAfter(LocalDate one, LocalDate other) {
    return one != null && other != null && one.isAfter(other);
  }
}
