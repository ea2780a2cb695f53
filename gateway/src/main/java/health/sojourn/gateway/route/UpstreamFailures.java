package health.sojourn.gateway.route;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;

/** Counts requests a server behind the gateway did not answer; at zero from the start. */
final class UpstreamFailures {
  private static final List<Integer> STATUSES = List.of(502, 503, 504);

  private final MeterRegistry meters;

  UpstreamFailures(MeterRegistry meters, Set<String> upstreams) {
    this.meters = meters;
    upstreams.forEach(upstream -> STATUSES.forEach(status -> counter(upstream, status)));
  }

  void count(String upstream, int status) {
    counter(upstream, status).increment();
  }

  private Counter counter(String upstream, int status) {
    return Counter.builder("sojourn.upstream.failures")
        .description("Requests a server behind the gateway did not answer, by what the caller got")
        .baseUnit("requests")
        .tag("upstream", upstream)
        .tag("status", Integer.toString(status))
        .register(meters);
  }
}
