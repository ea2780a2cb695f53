package health.sojourn.inquiry.routing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the day, until a test moves it. */
public class MovableClock extends Clock {
  private static volatile Duration ahead = Duration.ZERO;

  /** Puts the clock forward to this moment. */
  public static void moveTo(Instant moment) {
    ahead = Duration.between(Instant.now(), moment);
  }

  public static void back() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Everything here is in UTC");
  }

  static class Bean {
    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    Clock clock() {
      return new MovableClock();
    }
  }
}
