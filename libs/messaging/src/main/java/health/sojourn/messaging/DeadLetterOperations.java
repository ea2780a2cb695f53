package health.sojourn.messaging;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The dead letters for who operates the service, on the management port, which is not published:
 * {@code GET /q/dead-letters}, {@code GET /q/dead-letters/{event}}, {@code POST
 * /q/dead-letters/{event}/replay}.
 */
@Singleton
class DeadLetterOperations {
  private final DeadLetters deadLetters;
  private final Json json;

  DeadLetterOperations(DeadLetters deadLetters, Json json) {
    this.deadLetters = deadLetters;
    this.json = json;
  }

  void route(@Observes ManagementInterface management) {
    Router router = management.router();
    router
        .get("/q/dead-letters")
        .blockingHandler(request -> answer(request, Optional.of(deadLetters.list())));
    router
        .get("/q/dead-letters/:event")
        .blockingHandler(request -> answer(request, find(request, Function.identity())));
    router
        .post("/q/dead-letters/:event/replay")
        .blockingHandler(
            request ->
                answer(request, find(request, found -> deadLetters.replay(found.envelope().id()))));
  }

  private <T> Optional<T> find(RoutingContext request, Function<DeadLetter, T> then) {
    try {
      return deadLetters.find(UUID.fromString(request.pathParam("event"))).map(then);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void answer(RoutingContext request, Optional<?> found) {
    if (found.isEmpty()) {
      request.response().setStatusCode(404).end();
    } else {
      request.response().putHeader("content-type", "application/json");
      request.response().end(json.write(found.get()));
    }
  }
}
