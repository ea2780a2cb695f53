package health.sojourn.http;

import io.vertx.core.Context;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/** A request as a log may name it: by its route, never by the path as it was typed. */
final class LoggedRequest {
  /** Where the framework keeps it for its own metrics. */
  private static final String TEMPLATE = "UrlPathTemplate";

  private LoggedRequest() {}

  /** Such as {@code GET /inquiries/{reference}}; the method alone while no route is known. */
  static String of(RoutingContext routing) {
    String method = routing.request().method().name();
    if (routing.request() instanceof HttpServerRequestInternal request) {
      Context context = request.context();
      String route = context.getLocal(TEMPLATE);
      return route == null ? method : method + " " + route;
    }
    return method;
  }
}
