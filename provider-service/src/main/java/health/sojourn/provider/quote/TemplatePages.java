package health.sojourn.provider.quote;

import health.sojourn.provider.leadinbox.DeskFrame;
import health.sojourn.provider.leadinbox.DeskFrames;
import health.sojourn.provider.people.SignedInClinic;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The templates a clinic keeps; they are written in a quote's form. */
@Path("/clinic-desk/quote-templates")
@Produces(MediaType.TEXT_HTML)
public class TemplatePages {
  @Inject SignedInClinic signedIn;
  @Inject DeskFrames frames;
  @Inject QuoteTemplates templates;

  record Row(UUID id, String name, int lines, Instant savedAt) {}

  @CheckedTemplate(basePath = "quote", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record TemplateList(DeskFrame frame, List<Row> templates) implements TemplateInstance {}

  @GET
  @RolesAllowed("clinic")
  @Operation(hidden = true)
  public TemplateInstance list() {
    DeskFrame frame = frames.current();
    return new TemplateList(
        frame,
        templates.of(frame.slug()).stream()
            .map(it -> new Row(it.id, it.name, it.draft.items().size(), it.savedAt))
            .toList());
  }

  @POST
  @RolesAllowed("clinic")
  @Path("/{id}/removal")
  @Operation(hidden = true)
  public Response remove(@PathParam("id") UUID id) {
    templates.remove(id, signedIn.slug());
    return Response.seeOther(URI.create("/clinic-desk/quote-templates")).build();
  }
}
