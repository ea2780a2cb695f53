package health.sojourn.provider.directory;

import health.sojourn.http.PublicReads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A clinic's page: every fact with how well it was checked, and what was not. */
@Path("/clinics/{slug}")
@Produces(MediaType.TEXT_HTML)
public class ProfilePage {
  @Inject Profiles profiles;
  @Inject PublicReads reads;

  @CheckedTemplate(basePath = "directory", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Profile(ClinicProfile clinic) implements TemplateInstance {}

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response show(@PathParam("slug") String slug) {
    return reads.html(new Profile(profiles.get(slug)).render(), Duration.ofMinutes(1));
  }
}
