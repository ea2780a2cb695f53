package health.sojourn.messaging;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The W3C trace context as the one line that travels with an event. */
final class Trace {
  private static final TextMapPropagator PROPAGATOR = W3CTraceContextPropagator.getInstance();
  private static final String HEADER = "traceparent";

  private Trace() {}

  /** Null outside any trace. */
  static String current() {
    Map<String, String> headers = new HashMap<>();
    PROPAGATOR.inject(Context.current(), headers, Map::put);
    return headers.get(HEADER);
  }

  /**
   * The context in which the event was appended, to be the parent of what it causes.
   *
   * @param traceparent may be null
   */
  static Context of(String traceparent) {
    return PROPAGATOR.extract(Context.root(), traceparent, new Line());
  }

  private static final class Line implements TextMapGetter<String> {
    @Override
    public Iterable<String> keys(String traceparent) {
      return List.of(HEADER);
    }

    @Override
    public String get(String traceparent, String name) {
      return name.equals(HEADER) ? traceparent : null;
    }
  }
}
