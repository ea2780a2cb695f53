package health.sojourn.provider.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.sojourn.http.Problem;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * The whole of what {@code quote-made} only names, for {@code inquiry-service}, which owns leads
 * and shows quotes to patients: {@code GET /internal/v1/leads/{id}/quotes} on the management port.
 * That port is not published, and between services it is what they may ask each other on, as in the
 * reconciliation of events.
 */
@Singleton
class QuotesForOwner {
  private final Quotes quotes;
  private final ObjectMapper json;

  QuotesForOwner(Quotes quotes, ObjectMapper json) {
    this.quotes = quotes;
    this.json = json;
  }

  void route(@Observes ManagementInterface management) {
    management.router().get("/internal/v1/leads/:id/quotes").blockingHandler(this::answer, false);
  }

  private void answer(RoutingContext request) {
    try {
      UUID lead = UUID.fromString(request.pathParam("id"));
      String body = json.writeValueAsString(QuoteView.All.of(quotes.forOwner(lead)));
      request.response().putHeader("content-type", "application/json").end(body);
    } catch (IllegalArgumentException e) {
      request.response().setStatusCode(404).end();
    } catch (Problem problem) {
      request.response().setStatusCode(problem.status()).end();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
