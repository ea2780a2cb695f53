package health.sojourn.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/** Time for templates: {@code cdi:clocks.face(start, due)}. */
@Named("clocks")
@ApplicationScoped
public class Clocks {
  @Inject Clock clock;

  public ClockFace face(Instant start, Instant due) {
    return ClockFace.at(clock.instant(), start, due);
  }
}
