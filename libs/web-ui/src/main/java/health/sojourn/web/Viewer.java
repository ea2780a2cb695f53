package health.sojourn.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who looks at a desk page: {@code cdi:viewer}. Only for pages that need a role. */
@Named("viewer")
@RequestScoped
public class Viewer {
  @Inject SecurityIdentity identity;

  public boolean isSignedIn() {
    return !identity.isAnonymous();
  }

  /** The person's name if the token has one, else the login name. */
  public String getName() {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      String name = token.getClaim("name");
      return name != null && !name.isBlank() ? name : token.getName();
    }
    return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
  }
}
