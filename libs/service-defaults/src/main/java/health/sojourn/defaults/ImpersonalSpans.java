package health.sojourn.defaults;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Blanks what a span would tell about a person: paths and queries as they were typed, addresses,
 * browsers. Only what is known to be harmless stays, so that what an instrumentation adds one day
 * is blank too. A route's template names the span when it is known.
 */
@Singleton
class ImpersonalSpans implements SpanProcessor {
  private static final Set<String> HARMLESS =
      Set.of(
          "http.request.method",
          "http.response.status_code",
          "http.route",
          "network.protocol.version",
          "server.address",
          "server.port",
          "url.scheme",
          "error.type");

  private static final List<String> HARMLESS_GROUPS = List.of("messaging.", "thread.", "code.");

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    span.getAttributes().asMap().keySet().stream()
        .filter(key -> key.getType() == AttributeType.STRING && !isHarmless(key.getKey()))
        .forEach(key -> span.setAttribute(AttributeKey.stringKey(key.getKey()), ""));
    String method = span.getAttribute(AttributeKey.stringKey("http.request.method"));
    if (method != null && span.getKind() != SpanKind.INTERNAL) {
      span.updateName(method);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }

  private static boolean isHarmless(String name) {
    return HARMLESS.contains(name) || HARMLESS_GROUPS.stream().anyMatch(name::startsWith);
  }
}
