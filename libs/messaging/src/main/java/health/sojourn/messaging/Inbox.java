package health.sojourn.messaging;

import health.sojourn.defaults.Trace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * The one way an event enters a service: what it causes and the mark that it was here are one
 * transaction, so it acts once however often it comes.
 */
@Singleton
class Inbox {
  private static final String MARK =
      """
      insert into inbox (event_id, topic, occurred_at) values (?, ?, ?)
      on conflict do nothing
      """;

  private final DataSource database;
  private final DeadLetterTable deadLetters;
  private final Handlers handlers;
  private final Tracer tracer;
  private final Counter handled;
  private final Counter repeated;

  Inbox(
      DataSource database,
      DeadLetterTable deadLetters,
      Handlers handlers,
      Tracer tracer,
      MeterRegistry metrics) {
    this.database = database;
    this.deadLetters = deadLetters;
    this.handlers = handlers;
    this.tracer = tracer;
    this.handled = counter(metrics, "sojourn.inbox.handled", "Events acted on");
    this.repeated =
        counter(metrics, "sojourn.inbox.repeated", "Events that came again and were known");
  }

  /** Acts on an event, unless it did before or an earlier one of its aggregate failed. */
  void receive(Message message) {
    if (handlers.knows(message.envelope().type())) {
      inTransaction(
          message,
          () -> {
            if (!deadLetters.parkBehindFailed(message)) {
              act(message);
            }
          });
    }
  }

  /** Acts on an event that had failed, or waited behind one that had, and forgets it. */
  void replay(Message message) {
    inTransaction(
        message,
        () -> {
          deadLetters.lock(message.aggregate());
          act(message);
          deadLetters.remove(message.envelope().id());
        });
  }

  @ActivateRequestContext
  void inTransaction(Message message, Runnable work) {
    Span span =
        tracer
            .spanBuilder(message.topic() + " process")
            .setParent(Trace.of(message.traceparent()))
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.system", "kafka")
            .setAttribute("messaging.message.id", message.envelope().id().toString())
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      QuarkusTransaction.requiringNew().run(work);
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  private void act(Message message) {
    boolean first = mark(message);
    if (first) {
      handlers.handle(message);
    }
    (first ? handled : repeated).increment();
  }

  private static Counter counter(MeterRegistry metrics, String name, String description) {
    return Counter.builder(name).baseUnit("events").description(description).register(metrics);
  }

  private boolean mark(Message message) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(MARK)) {
      insert.setObject(1, message.envelope().id());
      insert.setString(2, message.topic());
      insert.setObject(3, message.envelope().time().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
