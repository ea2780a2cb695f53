package health.sojourn.defaults;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * What happens to every request before anything else looks at it, in services and the gateway
 * alike: it gets its name, its answer gets the security headers it does not set itself, and a
 * target that could be read in two ways or a body that is too large is refused.
 */
@ApplicationScoped
class FrontDoor {
  /** Before every other filter; Quarkus sorts them from high to low. */
  private static final int FIRST = 10_000;

  private final Ids ids;
  private final Map<String, String> headers;
  private final boolean https;
  private final BodyLimits bodies;

  FrontDoor(
      Ids ids,
      @ConfigProperty(name = "sojourn.headers") Map<String, String> headers,
      @ConfigProperty(name = "sojourn.public-url") String publicUrl,
      BodyLimits bodies) {
    this.ids = ids;
    this.headers = headers;
    this.https = publicUrl.startsWith("https:");
    this.bodies = bodies;
  }

  void open(@Observes Filters filters) {
    filters.register(this::receive, FIRST);
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    String id = RequestId.name(context, ids.next());
    MDC.put(RequestId.MDC_KEY, id);
    // Also for whoever passes the request on.
    request.headers().set(RequestId.HEADER, id);
    context.addHeadersEndHandler(ignored -> complete(context.response(), id));

    long maxBody = bodies.of(request.path());
    Optional<String> objection = RequestTarget.objection(request.uri());
    if (objection.isPresent()) {
      context.fail(400, new RefusedRequest(400, "ambiguous-path", objection.get()));
    } else if (announcedLength(request) > maxBody) {
      // The rest is not read: the connection can't be used for another request.
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
      context.fail(
          413,
          new RefusedRequest(
              413, "body-too-large", "The body is larger than " + maxBody + " bytes."));
    } else {
      context.next();
    }
  }

  private void complete(HttpServerResponse response, String requestId) {
    response.putHeader(RequestId.HEADER, requestId);
    headers.forEach(
        (name, value) -> {
          if (!response.headers().contains(name)) {
            response.putHeader(name, value);
          }
        });
    if (https && !response.headers().contains("Strict-Transport-Security")) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static long announcedLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
