package health.sojourn.gateway.signin;

import health.sojourn.http.Language;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.inject.Singleton;

/**
 * Has the identity provider ask in the language its reader chose here (OpenID Connect, 3.1.2.1).
 */
@Singleton
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInLanguage implements OidcRedirectFilter {
  @Override
  public void filter(OidcRedirectContext redirect) {
    Language chosen = Language.of(redirect.routingContext());
    redirect.additionalQueryParams().set("ui_locales", chosen.tag());
  }
}
