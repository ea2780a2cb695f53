package health.sojourn.provider.people;

import health.sojourn.http.Problem;
import health.sojourn.provider.directory.Clinics;
import health.sojourn.provider.verification.Author;
import health.sojourn.web.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Whose clinic it is that the caller asks for: staff's are all, a clinic's people's is one. */
@RequestScoped
public class ClinicAccess {
  @Inject SecurityIdentity identity;
  @Inject SignedInClinic signedIn;
  @Inject Clinics clinics;
  @Inject Viewer viewer;

  /**
   * @throws Problem 404 for what is private to another clinic, or no clinic's
   */
  public void mayRead(String slug) {
    if (isForeign(slug)) {
      throw Problem.notFound("clinic-not-found", "No clinic of yours is called " + slug);
    }
    clinics.get(slug);
  }

  /**
   * @throws Problem 403 for another clinic, 404 for none
   */
  public void mayChange(String slug) {
    if (isForeign(slug)) {
      throw Problem.forbidden("foreign-clinic", "You can change your own clinic only.");
    }
    clinics.get(slug);
  }

  /** The caller's account. */
  UUID actor() {
    return UUID.fromString(signedIn.person());
  }

  /** The caller, as history names them. */
  public Author author() {
    return new Author(actor(), viewer.getName(), isStaff() ? null : signedIn.slug());
  }

  private boolean isForeign(String slug) {
    return !isStaff() && !signedIn.slug().equals(slug);
  }

  boolean isStaff() {
    return identity.hasRole("facilitator") || identity.hasRole("admin");
  }
}
