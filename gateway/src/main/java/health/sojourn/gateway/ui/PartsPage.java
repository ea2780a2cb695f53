package health.sojourn.gateway.ui;

import health.sojourn.web.Parts;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shows every part that pages are made of. */
@Path("/ui/parts")
public class PartsPage {
  @Inject Parts parts;

  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance show() {
    return parts.page();
  }
}
