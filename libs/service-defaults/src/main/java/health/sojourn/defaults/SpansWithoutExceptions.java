package health.sojourn.defaults;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;

/**
 * Spans keep no events: the only ones are exceptions, with messages that quote what people typed.
 * The log has them, by the same trace id, without the messages.
 */
@Singleton
class SpansWithoutExceptions implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
  @Override
  public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
    SpanLimits none = SpanLimits.builder().setMaxNumberOfEvents(0).build();
    builder.addTracerProviderCustomizer((tracers, config) -> tracers.setSpanLimits(none));
  }
}
