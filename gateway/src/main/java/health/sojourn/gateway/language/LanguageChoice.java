package health.sojourn.gateway.language;

import health.sojourn.http.Language;
import health.sojourn.http.Vary;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Settles once in which language somebody reads: what the page's address names, which is remembered
 * in a cookie, else that cookie, else what the browser prefers. Whoever makes the page, here or in
 * a service, finds the result in {@code Accept-Language} and knows nothing of the cookie.
 */
public final class LanguageChoice {
  static final String COOKIE = "sojourn-language";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final boolean tls;

  public LanguageChoice(URI publicUrl) {
    this.tls = "https".equals(publicUrl.getScheme());
  }

  /** Leaves calls of the API as they came: there {@code lang} is a parameter like others. */
  public void settle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.path() == null || request.path().startsWith("/api/")) {
      return;
    }
    Optional<Language> named = Language.inQuery(request.query());
    named.ifPresent(language -> context.response().addCookie(remembering(language)));
    Language chosen =
        named
            .or(() -> remembered(request))
            .orElseGet(() -> Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    request.headers().set(HttpHeaders.ACCEPT_LANGUAGE, chosen.tag());
    // Called after those of whoever makes the page.
    context.addHeadersEndHandler(ignored -> declare(context.response()));
  }

  /** To a cache outside, what a service calls the preference of its caller is also the cookie. */
  private static void declare(HttpServerResponse response) {
    if (Vary.names(response, HttpHeaders.ACCEPT_LANGUAGE)) {
      Vary.by(response, HttpHeaders.COOKIE);
    }
  }

  private static Optional<Language> remembered(HttpServerRequest request) {
    Cookie cookie = request.getCookie(COOKIE);
    return cookie == null ? Optional.empty() : Language.named(cookie.getValue());
  }

  private Cookie remembering(Language language) {
    return Cookie.cookie(COOKIE, language.tag())
        .setMaxAge(REMEMBERED.toSeconds())
        .setPath("/")
        .setSameSite(CookieSameSite.LAX)
        .setHttpOnly(true)
        .setSecure(tls);
  }
}
