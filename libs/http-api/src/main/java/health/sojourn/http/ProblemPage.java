package health.sojourn.http;

/**
 * Shows a problem to somebody with a browser. {@code libs/web-ui} has the one in the platform's
 * layout; without it a plain page is shown.
 */
public interface ProblemPage {

  /**
   * Must not block and must not fail: it also runs on the event loop and when the database is away.
   *
   * @param advice what to do; may be empty
   * @return a whole HTML document
   */
  String render(ProblemDetails problem, String advice);
}
