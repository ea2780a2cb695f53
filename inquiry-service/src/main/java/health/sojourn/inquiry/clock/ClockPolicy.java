package health.sojourn.inquiry.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long everybody has. A running clock keeps the version it was started with, so a policy is
 * never changed: a new one gets a new version.
 *
 * @param viewed working time of the clinic until it should have opened the lead
 * @param acceptDays business days of the clinic until it must have answered
 * @param grace how long after that the lead expires, so that an answer under way still counts
 * @param quoteDays business days of the clinic from its acceptance to its quote; 0 in the version
 *     that had no such clock
 * @param reviewDays business days of the facilitators' office until an unplaced inquiry is reviewed
 * @param warnAt the share of a clock after which it warns
 */
public record ClockPolicy(
    int version,
    Duration viewed,
    int acceptDays,
    Duration grace,
    int quoteDays,
    int reviewDays,
    double warnAt) {
  private static final ClockPolicy FIRST =
      new ClockPolicy(1, Duration.ofHours(8), 2, Duration.ofMinutes(5), 0, 1, 0.75);
  private static final ClockPolicy WITH_QUOTES =
      new ClockPolicy(2, Duration.ofHours(8), 2, Duration.ofMinutes(5), 3, 1, 0.75);
  private static final Map<Integer, ClockPolicy> VERSIONS =
      Map.of(FIRST.version(), FIRST, WITH_QUOTES.version(), WITH_QUOTES);

  public static ClockPolicy current() {
    return WITH_QUOTES;
  }

  public static ClockPolicy version(int version) {
    return VERSIONS.get(version);
  }

  public Instant viewBy(Instant offeredAt, BusinessHours clinic) {
    return clinic.plus(offeredAt, viewed);
  }

  public Instant answerBy(Instant offeredAt, BusinessHours clinic) {
    return clinic.endOfBusinessDay(offeredAt, acceptDays);
  }

  public Instant expiresAt(Instant answerBy) {
    return answerBy.plus(grace);
  }

  public Instant quoteBy(Instant acceptedAt, BusinessHours clinic) {
    return clinic.endOfBusinessDay(acceptedAt, quoteDays);
  }

  public Instant reviewBy(Instant unplacedAt, BusinessHours office) {
    return office.endOfBusinessDay(unplacedAt, reviewDays);
  }

  /** When a clock between two moments has used up its share of working time. */
  public Instant warnsAt(Instant start, Instant due, BusinessHours hours) {
    long millis = Math.round(hours.between(start, due).toMillis() * warnAt);
    return hours.plus(start, Duration.ofMillis(millis));
  }
}
