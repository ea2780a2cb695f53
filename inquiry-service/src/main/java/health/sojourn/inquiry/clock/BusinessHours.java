package health.sojourn.inquiry.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When somebody is at work: shifts per weekday in one time zone, without the holidays. Durations
 * are measured on the time line, so a shift across a clock change is as long as it really is.
 *
 * <p>Where not one working day is found in the next {@value #HORIZON_DAYS} days, business time is
 * plain time: a clock must end even for a calendar that was entered wrongly.
 */
public final class BusinessHours {
  private static final int HORIZON_DAYS = 400;
  private static final List<DayOfWeek> WORKING_WEEK =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  private final ZoneId zone;
  private final Map<DayOfWeek, List<Shift>> week;
  private final Set<LocalDate> holidays;

  /** One stretch of work on a weekday; {@code to} is after {@code from}, on the same day. */
  public record Shift(DayOfWeek day, LocalTime from, LocalTime to) {}

  private record Span(Instant from, Instant to) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  public BusinessHours(ZoneId zone, Collection<Shift> shifts, Collection<LocalDate> holidays) {
    this.zone = zone;
    this.holidays = Set.copyOf(holidays);
    this.week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(
          day,
          shifts.stream()
              .filter(shift -> shift.day() == day && shift.from().isBefore(shift.to()))
              .sorted(Comparator.comparing(Shift::from))
              .toList());
    }
  }

  /** Monday to Friday, nine to five: what is assumed of somebody who named no hours. */
  public static BusinessHours nineToFive(ZoneId zone, Collection<LocalDate> holidays) {
    List<Shift> shifts =
        WORKING_WEEK.stream()
            .map(day -> new Shift(day, LocalTime.of(9, 0), LocalTime.of(17, 0)))
            .toList();
    return new BusinessHours(zone, shifts, holidays);
  }

  public ZoneId zone() {
    return zone;
  }

  public boolean isHoliday(LocalDate day) {
    return holidays.contains(day);
  }

  public boolean isBusinessDay(LocalDate day) {
    return !isHoliday(day) && !week.get(day.getDayOfWeek()).isEmpty();
  }

  /** When the week began, on Monday at midnight. */
  public Instant startOfWeek(Instant now) {
    return LocalDate.ofInstant(now, zone)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .atStartOfDay(zone)
        .toInstant();
  }

  /** The first moment of work at or after the given one; empty if there is none to be found. */
  public Optional<Instant> nextOpen(Instant from) {
    LocalDate today = from.atZone(zone).toLocalDate();
    for (int ahead = 0; ahead < HORIZON_DAYS; ahead++) {
      LocalDate day = today.plusDays(ahead);
      if (isBusinessDay(day) && closing(day).isAfter(from)) {
        return Optional.of(firstOpen(day, from));
      }
    }
    return Optional.empty();
  }

  /**
   * The end of work on the n-th business day after the local day of {@code from}: something offered
   * on a Friday with two days to answer ends on Tuesday evening.
   *
   * @param days at least 1
   */
  public Instant endOfBusinessDay(Instant from, int days) {
    LocalDate today = from.atZone(zone).toLocalDate();
    return today
        .plusDays(1)
        .datesUntil(today.plusDays(HORIZON_DAYS))
        .filter(this::isBusinessDay)
        .skip(days - 1L)
        .findFirst()
        .map(this::closing)
        .orElseGet(() -> from.plus(Duration.ofDays(days)));
  }

  /** The moment when so much working time has passed since {@code from}. */
  public Instant plus(Instant from, Duration work) {
    Duration left = work;
    for (Span span : spansFrom(from).toList()) {
      if (left.compareTo(span.length()) <= 0) {
        return span.from().plus(left);
      }
      left = left.minus(span.length());
    }
    return from.plus(work);
  }

  /** The working time between two moments; zero if the second is not later. */
  public Duration between(Instant from, Instant to) {
    return spansFrom(from)
        .takeWhile(span -> span.from().isBefore(to))
        .map(span -> new Span(span.from(), span.to().isBefore(to) ? span.to() : to).length())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Instant firstOpen(LocalDate day, Instant from) {
    for (Shift shift : week.get(day.getDayOfWeek())) {
      if (at(day, shift.to()).isAfter(from)) {
        Instant open = at(day, shift.from());
        return open.isAfter(from) ? open : from;
      }
    }
    throw new IllegalStateException("Asked for a day that is over: " + day);
  }

  private Instant closing(LocalDate day) {
    List<Shift> shifts = week.get(day.getDayOfWeek());
    return at(day, shifts.get(shifts.size() - 1).to());
  }

  private Stream<Span> spansFrom(Instant from) {
    LocalDate today = from.atZone(zone).toLocalDate();
    return today
        .datesUntil(today.plusDays(HORIZON_DAYS))
        .filter(this::isBusinessDay)
        .flatMap(day -> week.get(day.getDayOfWeek()).stream().map(shift -> span(day, shift)))
        .filter(span -> span.to().isAfter(from))
        .map(span -> span.from().isBefore(from) ? new Span(from, span.to()) : span);
  }

  private Span span(LocalDate day, Shift shift) {
    return new Span(at(day, shift.from()), at(day, shift.to()));
  }

  private Instant at(LocalDate day, LocalTime time) {
    return ZonedDateTime.of(day, time, zone).toInstant();
  }
}
