package health.sojourn.defaults;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The W3C trace context as the one line that is kept with what happens later: an event, a task.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public final class Trace {
  private static final TextMapPropagator PROPAGATOR = W3CTraceContextPropagator.getInstance();
  private static final String HEADER = "traceparent";

  private Trace() {}

  /** Null outside any trace. */
  public static String current() {
    Map<String, String> headers = new HashMap<>();
    PROPAGATOR.inject(Context.current(), headers, Map::put);
    return headers.get(HEADER);
  }

  /** Null unless somebody records the trace. */
  public static String recorded() {
    return Span.current().getSpanContext().isSampled() ? current() : null;
  }

  /**
   * The context in which something was kept, to be the parent of what it causes.
   *
   * @param traceparent may be null
   */
  public static Context of(String traceparent) {
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
