package health.sojourn.http;

import io.vertx.ext.web.RoutingContext;

/**
 * Shows a problem to somebody with a browser. {@code libs/web-ui} has the one in the platform's
 * layout; without it a plain page is shown.
 */
public interface ProblemPage {

  /**
   * Must not block and must not fail: it also runs on the event loop and when the database is away.
   *
   * @param problem in the reader's language; its detail may be empty
   * @param advice what to do; may be empty
   * @param context the request, for {@link Language#of}
   * @return a whole HTML document
   */
  String render(ProblemDetails problem, String advice, RoutingContext context);
}
