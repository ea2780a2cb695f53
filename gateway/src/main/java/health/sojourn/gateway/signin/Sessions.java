package health.sojourn.gateway.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Who calls, by the session's cookie or a bearer token. Quarkus keeps and renews the session. */
@Singleton
public class Sessions {
  private static final Logger LOG = Logger.getLogger(Sessions.class);
  private static final String COOKIE = "q_session";

  private static final BiConsumer<RoutingContext, Throwable> IGNORED = (context, failure) -> {};

  private final IdentityProviderManager identities;

  Sessions(IdentityProviderManager identities) {
    this.identities = identities;
  }

  /** Whether the request brings a session's cookie, valid or not. */
  public static boolean present(RoutingContext context) {
    String cookies = context.request().getHeader(HttpHeaders.COOKIE);
    return cookies != null
        && cookies.contains(COOKIE)
        && context.request().cookies().stream().anyMatch(Sessions::isSession);
  }

  /**
   * The person, or nobody. A session that has ended or can't be read is nobody's, and its cookies
   * are taken back; it is never an error.
   */
  public Uni<Optional<SecurityIdentity>> of(RoutingContext context) {
    // Otherwise Quarkus ends the answer by itself when a session is no good.
    context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, IGNORED);
    return QuarkusHttpUser.getSecurityIdentity(context, identities)
        .map(identity -> Optional.ofNullable(identity).filter(known -> !known.isAnonymous()))
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.debugf("No session: %s", failure);
              return Optional.empty();
            })
        .invoke(
            person -> {
              if (person.isEmpty()) {
                forget(context);
              }
            });
  }

  /** Takes the session's cookies back. */
  public static void forget(RoutingContext context) {
    for (Cookie sent : context.request().cookies()) {
      if (isSession(sent)) {
        context
            .response()
            .addCookie(
                Cookie.cookie(sent.getName(), "").setPath("/").setHttpOnly(true).setMaxAge(0));
      }
    }
  }

  public static Optional<String> accessToken(SecurityIdentity person) {
    return Optional.ofNullable(person.getCredential(AccessTokenCredential.class))
        .map(AccessTokenCredential::getToken);
  }

  static Optional<String> idToken(SecurityIdentity person) {
    return Optional.ofNullable(person.getCredential(IdTokenCredential.class))
        .map(IdTokenCredential::getToken);
  }

  private static boolean isSession(Cookie cookie) {
    return cookie.getName().startsWith(COOKIE);
  }
}
