package health.sojourn.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * What a service learns from the headers of a request: nothing about who calls or from where that
 * the gateway does not say itself.
 */
final class InboundHeaders {
  /** Names begin so that tell proxies or applications who somebody is or rewrite the request. */
  private static final List<String> CLAIMS =
      List.of(
          "forwarded",
          "x-forwarded",
          "x-real-ip",
          "x-client",
          "x-cluster",
          "true-client-ip",
          "cf-",
          "x-user",
          "x-auth",
          "x-remote",
          "remote-",
          "x-original",
          "x-rewrite",
          "x-host",
          "x-http-method",
          "x-method-override",
          "x-ssl",
          "ssl-",
          "x-sojourn",
          "x-amzn-oidc",
          "x-goog-",
          // Written anew by whoever traces the request to the service.
          "traceparent",
          "tracestate");

  private static final String SESSION = "q_";

  private InboundHeaders() {}

  /**
   * @param token the access token of the caller's session, or null to leave a bearer token as sent
   */
  static void replace(MultiMap headers, HttpServerRequest request, URI publicUrl, String token) {
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.indexOf('_') >= 0 || CLAIMS.stream().anyMatch(lower::startsWith)) {
        headers.remove(name);
      }
    }
    String address = request.remoteAddress().hostAddress();
    headers.set("X-Forwarded-For", address);
    headers.set("X-Forwarded-Proto", publicUrl.getScheme());
    headers.set("X-Forwarded-Host", publicUrl.getAuthority());
    headers.set("X-Forwarded-Port", Integer.toString(port(publicUrl)));
    if (token != null) {
      headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    } else if (!isBearer(headers.get(HttpHeaders.AUTHORIZATION))) {
      headers.remove(HttpHeaders.AUTHORIZATION);
    }
    withoutSession(headers);
  }

  static boolean isBearer(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
  }

  static int port(URI url) {
    return url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
  }

  /** The session's cookies are between the browser and the gateway. */
  private static void withoutSession(MultiMap headers) {
    List<String> sent = headers.getAll(HttpHeaders.COOKIE);
    if (sent.isEmpty()) {
      return;
    }
    StringJoiner kept = new StringJoiner("; ");
    for (String line : sent) {
      for (String cookie : line.split(";")) {
        if (!cookie.isBlank() && !cookie.strip().startsWith(SESSION)) {
          kept.add(cookie.strip());
        }
      }
    }
    headers.remove(HttpHeaders.COOKIE);
    if (kept.length() > 0) {
      headers.set(HttpHeaders.COOKIE, kept.toString());
    }
  }
}
