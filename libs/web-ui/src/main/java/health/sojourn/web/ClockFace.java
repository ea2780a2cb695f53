package health.sojourn.web;

import java.time.Duration;
import java.time.Instant;

/**
 * A running clock as a person reads it. The words are the template's.
 *
 * @param tone {@code good} below 75 % of the time, {@code warn} from there, {@code bad} once over
 * @param percent of the time used, 0 to 100
 * @param days whole days left (or over), the rest in hours and minutes
 */
public record ClockFace(
    String tone, int percent, boolean over, long days, int hours, int minutes, Instant due) {

  /**
   * @param start null where it is not known; then only the last day warns
   */
  static ClockFace at(Instant now, Instant start, Instant due) {
    Duration left = Duration.between(now, due);
    boolean over = left.isNegative() || left.isZero();
    Duration shown = left.abs();
    int percent = percent(now, start, due, over);
    String tone = over ? "bad" : percent >= 75 ? "warn" : "good";
    return new ClockFace(
        tone, percent, over, shown.toDays(), shown.toHoursPart(), shown.toMinutesPart(), due);
  }

  private static int percent(Instant now, Instant start, Instant due, boolean over) {
    if (over) {
      return 100;
    }
    Instant from = start == null ? due.minus(Duration.ofDays(4)) : start;
    long whole = Math.max(1, Duration.between(from, due).toSeconds());
    long used = Duration.between(from, now).toSeconds();
    return (int) Math.max(0, Math.min(100, 100 * used / whole));
  }
}
