package health.sojourn.provider.numbers;

import health.sojourn.provider.leadinbox.DeskFrame;
import health.sojourn.provider.leadinbox.DeskFrames;
import health.sojourn.provider.people.SignedInClinic;
import health.sojourn.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a clinic sees how it answers. */
@Path("/clinic-desk/numbers")
@Produces(MediaType.TEXT_HTML)
public class NumbersPage {
  @Inject SignedInClinic signedIn;
  @Inject DeskFrames frames;
  @Inject Numbers numbers;
  @Inject Reader reader;

  @CheckedTemplate(basePath = "numbers", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OwnNumbers(DeskFrame frame, ClinicNumbers numbers, WeeksChart chart)
      implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance show() {
    ClinicNumbers counted = numbers.of(signedIn.slug());
    return new OwnNumbers(
        frames.current(), counted, WeeksChart.of(counted.weeks(), reader.locale()));
  }
}
