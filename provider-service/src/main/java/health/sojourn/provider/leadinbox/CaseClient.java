package health.sojourn.provider.leadinbox;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Asks {@code inquiry-service} for a case, with the caller's own authority: health data does not
 * travel on events and is not stored here.
 */
@Path("/internal/v1/leads")
@RegisterRestClient(configKey = "inquiry")
@RegisterClientHeaders
public interface CaseClient {

  @GET
  @Path("/{id}/case")
  LeadCase get(@PathParam("id") UUID id);
}
