package health.sojourn.gateway.route;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;

/**
 * Refuses a changing request that a browser sends with somebody's session from another site. The
 * one place where this is checked; pages need no token for it.
 */
final class SameOrigin {
  /** The cookie of a patient's tracking session, made by inquiry-service. */
  static final String TRACKING = "sojourn_tracking";

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

  private final String origin;

  SameOrigin(URI publicUrl) {
    this.origin = origin(publicUrl);
  }

  boolean allows(HttpServerRequest request, boolean signedIn) {
    if (SAFE.contains(request.method())) {
      return true;
    }
    boolean session = signedIn || request.getCookie(TRACKING) != null;
    return !session
        || origin.equalsIgnoreCase(request.getHeader(HttpHeaders.ORIGIN))
        || "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
  }

  private static String origin(URI url) {
    boolean usual =
        url.getPort() < 0 || url.getPort() == ("https".equals(url.getScheme()) ? 443 : 80);
    return url.getScheme() + "://" + url.getHost() + (usual ? "" : ":" + url.getPort());
  }
}
