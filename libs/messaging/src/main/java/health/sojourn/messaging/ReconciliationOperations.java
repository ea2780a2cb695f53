package health.sojourn.messaging;

import health.sojourn.defaults.RecentReading;
import health.sojourn.messaging.EventTable.Range;
import health.sojourn.messaging.Producers.Again;
import health.sojourn.messaging.Producers.Answer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Both sides of the reconciliation on the management port, which is not published. For who operates
 * the service: {@code GET /q/reconciliation} tells how it stands, {@code POST /q/reconciliation}
 * compares everything now. For consumers: {@code GET /q/events}, {@code /q/events/hours}, {@code
 * /q/events/latest} tell what this service has said, {@code POST /q/events/again} has it said
 * again.
 */
@Singleton
class ReconciliationOperations {
  private static final long LONGEST_BODY = 1_000_000;

  private final Reconciliation reconciliation;
  private final EventTable events;
  private final Json json;

  ReconciliationOperations(Reconciliation reconciliation, EventTable events, Json json) {
    this.reconciliation = reconciliation;
    this.events = events;
    this.json = json;
  }

  /**
   * @param gaps how many events are missing now
   */
  record Report(long gaps, List<GapTable.Standing> producers) {
    private long repaired() {
      return producers.stream().mapToLong(GapTable.Standing::repaired).sum();
    }

    private long failing() {
      return producers.stream().filter(one -> one.problem() != null).count();
    }
  }

  void route(@Observes ManagementInterface management) {
    Router router = management.router();
    router
        .get("/q/reconciliation")
        .blockingHandler(request -> answer(request, this::report), false);
    router
        .post("/q/reconciliation")
        .blockingHandler(
            request ->
                answer(
                    request,
                    () -> {
                      reconciliation.reconcile(true);
                      return report();
                    }),
            false);
    tell(router, "/q/events", events::all);
    tell(router, "/q/events/hours", events::hours);
    tell(router, "/q/events/latest", events::latest);
    router
        .post("/q/events/again")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .blockingHandler(
            request -> answer(request, () -> sayAgain(request.body().asString())), false);
  }

  void measure(@Observes StartupEvent event, MeterRegistry metrics) {
    RecentReading<Report> recent = new RecentReading<>(this::report);
    gauge(
        metrics,
        "sojourn.reconciliation.gaps",
        "Events another service has said that never came here",
        () -> recent.number(Report::gaps));
    gauge(
        metrics,
        "sojourn.reconciliation.repaired",
        "Events that came after they were asked for",
        () -> recent.number(Report::repaired));
    gauge(
        metrics,
        "sojourn.reconciliation.failing",
        "Services whose events could not be compared",
        () -> recent.number(Report::failing));
  }

  private Report report() {
    List<GapTable.Standing> standings = reconciliation.standings();
    return new Report(
        standings.stream().mapToLong(GapTable.Standing::gaps).sum(), List.copyOf(standings));
  }

  private Answer sayAgain(String body) {
    Again again = json.read(body, Again.class);
    return new Answer(events.sayAgain(again.topic(), again.events(), again.state()));
  }

  private void tell(Router router, String path, Function<Range, List<?>> told) {
    router
        .get(path)
        .blockingHandler(request -> answer(request, () -> told.apply(range(request))), false);
  }

  private static Range range(RoutingContext request) {
    return new Range(
        parameter(request, "topic"),
        List.of(parameter(request, "types").split(",")),
        Instant.parse(parameter(request, "from")),
        Instant.parse(parameter(request, "until")));
  }

  private static String parameter(RoutingContext request, String name) {
    String value = request.request().getParam(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private void answer(RoutingContext request, Supplier<?> answer) {
    try {
      String body = json.write(answer.get());
      request.response().putHeader("content-type", "application/json").end(body);
    } catch (IllegalArgumentException | DateTimeException | UnreadableEvent e) {
      request.response().setStatusCode(400).end(e.getMessage());
    }
  }

  private static void gauge(
      MeterRegistry metrics, String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(metrics);
  }
}
