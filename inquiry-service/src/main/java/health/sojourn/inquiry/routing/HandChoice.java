package health.sojourn.inquiry.routing;

import health.sojourn.http.FieldError;
import health.sojourn.http.Problem;
import health.sojourn.inquiry.privacy.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a facilitator decided.
 *
 * @param mayOverride whether this person may go against a rule that can be overridden
 */
public record HandChoice(List<String> clinics, String reason, Actor actor, boolean mayOverride) {
  static final int MOST = 3;

  public HandChoice {
    clinics = clinics == null ? List.of() : List.copyOf(clinics);
    reason = reason == null ? "" : reason.strip();
    List<FieldError> errors = new ArrayList<>();
    if (clinics.isEmpty()) {
      errors.add(new FieldError("/clinics", "required", "Choose at least one clinic."));
    } else if (clinics.size() > MOST) {
      errors.add(new FieldError("/clinics", "too-many", "Ask at most %d clinics.".formatted(MOST)));
    }
    if (reason.isEmpty()) {
      errors.add(new FieldError("/reason", "required", "Say why; the reason is kept."));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  /** The hard rules hold for people too. */
  void check(Verdict verdict) {
    Set<String> known =
        verdict.candidates().stream().map(Judged::clinic).collect(Collectors.toSet());
    List<FieldError> unknown = new ArrayList<>();
    for (int place = 0; place < clinics.size(); place++) {
      if (!known.contains(clinics.get(place))) {
        unknown.add(
            new FieldError(
                "/clinics/" + place,
                "unknown-clinic",
                "No clinic of this name offers the treatment."));
      }
    }
    if (!unknown.isEmpty()) {
      throw Problem.invalid(unknown);
    }
    List<Judged> against = verdict.chosen().stream().filter(judged -> !judged.eligible()).toList();
    if (against.stream().anyMatch(judged -> !judged.overridable())) {
      throw new Problem(
          409,
          "rule-forbids-clinic",
          "A rule that nobody can override forbids this.",
          why(against));
    }
    if (!against.isEmpty() && !mayOverride) {
      throw new Problem(
          403,
          "override-needs-lead-facilitator",
          "A rule forbids this. A lead facilitator can override it with a reason.",
          why(against));
    }
  }

  private List<FieldError> why(List<Judged> against) {
    return against.stream()
        .flatMap(
            judged ->
                judged.exclusions().stream()
                    .map(
                        exclusion ->
                            new FieldError(
                                "/clinics/" + clinics.indexOf(judged.clinic()),
                                exclusion.code().name().toLowerCase().replace('_', '-'),
                                judged.name() + ": " + exclusion.text())))
        .toList();
  }
}
