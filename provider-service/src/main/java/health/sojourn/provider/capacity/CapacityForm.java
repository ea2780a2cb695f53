package health.sojourn.provider.capacity;

import health.sojourn.http.FieldError;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The form of a clinic's capacity as it was typed, so that it can come back unchanged. Days off are
 * kept by a tick: of those that were shown, what is not ticked any more is taken away; what a
 * colleague added meanwhile was not shown and stays.
 *
 * @param version of what was shown
 * @param shown the days off that could be kept, as {@link DaysOff#value}
 * @param daysOff those of them that stay
 * @param daysOffFrom new ones
 */
record CapacityForm(
    String version,
    String openLeads,
    String weeklyLeads,
    List<String> shown,
    List<String> daysOff,
    String daysOffFrom,
    String daysOffTo,
    Map<DayOfWeek, String> hours) {

  private static final int LONGEST_ROW = 366;

  /** What was read of it; where there are errors, parts are missing. */
  record Read(DeclaredCapacity declared, List<FieldError> errors) {}

  static CapacityForm of(DeclaredCapacity capacity, LocalDate today) {
    List<String> rows = DaysOff.of(upcoming(capacity, today)).stream().map(DaysOff::value).toList();
    Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, HoursText.of(day, capacity.workingHours()));
    }
    return new CapacityForm(
        version(capacity),
        String.valueOf(capacity.openLeads()),
        capacity.weeklyLeads() == null ? "" : capacity.weeklyLeads().toString(),
        rows,
        rows,
        "",
        "",
        hours);
  }

  static CapacityForm typed(MultivaluedMap<String, String> fields) {
    Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.put(day, text(fields, "hours." + day));
    }
    return new CapacityForm(
        text(fields, "version"),
        text(fields, "openLeads"),
        text(fields, "weeklyLeads"),
        fields.getOrDefault("shown", List.of()),
        fields.getOrDefault("daysOff", List.of()),
        text(fields, "daysOffFrom"),
        text(fields, "daysOffTo"),
        hours);
  }

  /** The same, to be sent on top of what is so now. */
  CapacityForm onTopOf(DeclaredCapacity now) {
    return new CapacityForm(
        version(now), openLeads, weeklyLeads, shown, daysOff, daysOffFrom, daysOffTo, hours);
  }

  String ifMatch() {
    return '"' + version + '"';
  }

  private static String version(DeclaredCapacity capacity) {
    return capacity.tag().getValue();
  }

  /** The days that are not over; what is over needs no mention any more. */
  static Set<LocalDate> upcoming(DeclaredCapacity capacity, LocalDate today) {
    return capacity.holidays().stream()
        .filter(day -> !day.isBefore(today))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<LocalDate> takenAway() {
    Set<LocalDate> taken = days(shown);
    taken.removeAll(days(daysOff));
    return taken;
  }

  Read read(DeclaredCapacity now, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    Integer open = number("/openLeads", openLeads, "Write a number from 0 to 1000", errors);
    Integer weekly =
        number(
            "/weeklyLeads",
            weeklyLeads,
            "Write a number from 1 to 1000, or nothing for no limit",
            errors);
    Set<LocalDate> days = upcoming(now, today);
    days.removeAll(takenAway());
    newDaysOff(today, errors).ifPresent(row -> row.days().forEach(days::add));
    List<Stretch> week = new ArrayList<>();
    hours.forEach((day, text) -> week.addAll(hours(day, text, errors)));
    return new Read(
        new DeclaredCapacity(
            open, weekly, now.paused(), now.pausedUntil(), List.copyOf(days), week),
        errors);
  }

  private static Integer number(
      String pointer, String text, String advice, List<FieldError> errors) {
    try {
      return text.isEmpty() ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      errors.add(new FieldError(pointer, "out-of-range", advice));
      return null;
    }
  }

  private Optional<DaysOff> newDaysOff(LocalDate today, List<FieldError> errors) {
    if (daysOffFrom.isEmpty() && daysOffTo.isEmpty()) {
      return Optional.empty();
    }
    int before = errors.size();
    LocalDate from = day("/daysOffFrom", daysOffFrom, errors);
    LocalDate to = daysOffTo.isEmpty() ? from : day("/daysOffTo", daysOffTo, errors);
    if (errors.size() == before) {
      if (to.isBefore(from)) {
        errors.add(new FieldError("/daysOffTo", "ends-too-early", "The end comes after the start"));
      } else if (to.isBefore(today)) {
        errors.add(
            new FieldError("/daysOffFrom", "in-the-past", "Choose today or a day that is to come"));
      } else if (to.isAfter(from.plusDays(LONGEST_ROW))) {
        errors.add(new FieldError("/daysOffTo", "too-long", "Name at most a year in one go"));
      }
    }
    return errors.size() == before ? Optional.of(new DaysOff(from, to)) : Optional.empty();
  }

  static LocalDate day(String pointer, String text, List<FieldError> errors) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      errors.add(new FieldError(pointer, "not-a-day", "Write a day, such as 2026-12-25"));
      return null;
    }
  }

  private static List<Stretch> hours(DayOfWeek day, String text, List<FieldError> errors) {
    Optional<List<Stretch>> read = HoursText.read(day, text);
    if (read.isEmpty()) {
      errors.add(
          new FieldError(
              "/hours/" + day,
              "hours-unreadable",
              "Write hours such as 08:00-17:00, or 08:00-12:00, 14:00-18:00"));
    }
    return read.orElse(List.of());
  }

  private static Set<LocalDate> days(Collection<String> rows) {
    return rows.stream()
        .map(DaysOff::parse)
        .flatMap(Optional::stream)
        .flatMap(DaysOff::days)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(MultivaluedMap<String, String> fields, String name) {
    String value = fields.getFirst(name);
    return value == null ? "" : value.strip();
  }
}
