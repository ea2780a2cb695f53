package health.sojourn.provider.capacity;

import health.sojourn.http.ETags;
import health.sojourn.http.FieldError;
import health.sojourn.provider.directory.Capacity;
import health.sojourn.provider.directory.Clinic;
import health.sojourn.provider.directory.WorkingHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a clinic says it can take, as it is read and written. Days and hours are the clinic's own.
 */
@Schema(name = "Capacity")
public record DeclaredCapacity(
    @NotNull(message = "Write how many may wait at one time")
        @Min(value = 0, message = "Write a number from 0 to 1000")
        @Max(value = 1000, message = "Write a number from 0 to 1000")
        @Schema(
            description = "How many inquiries may wait for an answer at one time",
            examples = "10")
        Integer openLeads,
    @Min(value = 1, message = "Write a number from 1 to 1000, or nothing for no limit")
        @Max(value = 1000, message = "Write a number from 1 to 1000, or nothing for no limit")
        @Schema(
            description = "How many new inquiries may come in a week, Monday to Sunday; null: any",
            examples = "5")
        Integer weeklyLeads,
    @NotNull(message = "Say whether the clinic is paused")
        @Schema(description = "Takes no new inquiries now")
        Boolean paused,
    @Schema(description = "The last day of the pause; null while it has no end")
        LocalDate pausedUntil,
    @NotNull(message = "Name the days off, or none")
        @Size(max = 400, message = "Name at most 400 days")
        @Schema(description = "Days on which nobody answers")
        List<@NotNull(message = "Write a day, such as 2026-12-25") LocalDate> holidays,
    @NotNull(message = "Name the working hours, or none")
        @Size(max = 50, message = "Name at most 50 stretches")
        @Schema(
            description =
                "When somebody answers, in the clinic's time zone; empty counts as Monday to Friday, 09:00 to 17:00")
        List<@NotNull(message = "Write a stretch of hours") @Valid Stretch> workingHours) {

  /** Days further off are a slip of the pen. */
  private static final int YEARS_AHEAD = 3;

  static DeclaredCapacity of(Clinic clinic, LocalDate today) {
    Capacity capacity = clinic.capacity();
    return new DeclaredCapacity(
        capacity.openLeads,
        capacity.weeklyLeads,
        capacity.isPausedOn(today),
        capacity.lastPausedDayFrom(today).orElse(null),
        List.copyOf(capacity.holidays),
        capacity.workingHours.stream().map(Stretch::of).sorted(Stretch.IN_ORDER).toList());
  }

  DeclaredCapacity pausedUntil(LocalDate lastDay) {
    return new DeclaredCapacity(openLeads, weeklyLeads, true, lastDay, holidays, workingHours);
  }

  DeclaredCapacity resumed() {
    return new DeclaredCapacity(openLeads, weeklyLeads, false, null, holidays, workingHours);
  }

  /** In the order in which it is read again, each day once. */
  DeclaredCapacity inOrder() {
    return new DeclaredCapacity(
        openLeads,
        weeklyLeads,
        paused,
        pausedUntil,
        List.copyOf(new TreeSet<>(holidays)),
        workingHours.stream().sorted(Stretch.IN_ORDER).toList());
  }

  /**
   * What is wrong with it beyond its single fields.
   *
   * @param today at the clinic
   */
  List<FieldError> errors(LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    pause(today, errors);
    for (int at = 0; at < holidays.size(); at++) {
      if (holidays.get(at).isAfter(today.plusYears(YEARS_AHEAD))) {
        errors.add(tooFar("/holidays/" + at));
      }
    }
    for (int at = 0; at < workingHours.size(); at++) {
      Stretch stretch = workingHours.get(at);
      if (!stretch.from().isBefore(stretch.to())) {
        errors.add(
            new FieldError(
                "/workingHours/" + at + "/to", "ends-too-early", "The end comes after the start"));
      } else if (workingHours.subList(0, at).stream().anyMatch(stretch::overlaps)) {
        errors.add(new FieldError("/workingHours/" + at, "hours-overlap", "Two stretches overlap"));
      }
    }
    return errors;
  }

  private void pause(LocalDate today, List<FieldError> errors) {
    if (pausedUntil == null) {
      return;
    }
    if (!paused) {
      errors.add(
          new FieldError(
              "/pausedUntil",
              "only-when-paused",
              "Leave the day out, or say that the clinic is paused"));
    } else if (pausedUntil.isBefore(today)) {
      errors.add(
          new FieldError("/pausedUntil", "in-the-past", "Choose today or a day that is to come"));
    } else if (pausedUntil.isAfter(today.plusYears(YEARS_AHEAD))) {
      errors.add(tooFar("/pausedUntil"));
    }
  }

  private static FieldError tooFar(String pointer) {
    return new FieldError(
        pointer, "too-far-ahead", "Choose a day within the next " + YEARS_AHEAD + " years");
  }

  Capacity asKept() {
    var capacity = new Capacity();
    capacity.openLeads = openLeads;
    capacity.weeklyLeads = weeklyLeads;
    capacity.paused = paused;
    capacity.pausedUntil = pausedUntil;
    capacity.holidays.addAll(holidays);
    workingHours.forEach(
        it -> capacity.workingHours.add(new WorkingHours(it.day(), it.from(), it.to())));
    return capacity;
  }

  EntityTag tag() {
    return ETags.of(toString().getBytes(StandardCharsets.UTF_8));
  }
}
