package health.sojourn.provider.people;

import health.sojourn.http.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Which clinic the caller works for, by the token's {@code clinic} claim. */
@RequestScoped
public class SignedInClinic {
  @Inject JsonWebToken token;

  /**
   * @throws Problem 403 for an account that is bound to no clinic
   */
  public String slug() {
    Object clinic = token.getClaim("clinic");
    if (clinic == null || clinic.toString().isBlank()) {
      throw Problem.forbidden(
          "no-clinic", "Your account belongs to no clinic. Ask your facilitator to set it.");
    }
    return clinic.toString();
  }

  public String person() {
    return token.getSubject();
  }
}
