package health.sojourn.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's codes, for the gateway's page about them. */
@Path("/internal/v1/problems")
public class ProblemIndex {
  private final ProblemCatalogue catalogue;

  ProblemIndex(ProblemCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GET
  @PermitAll
  @Operation(hidden = true)
  @Produces(MediaType.APPLICATION_JSON)
  public Collection<ProblemCatalogue.Entry> list(@QueryParam(Language.PARAMETER) String language) {
    return catalogue.entries(Language.named(language).orElse(Language.ENGLISH)).values();
  }
}
